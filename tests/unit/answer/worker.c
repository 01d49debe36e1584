/* A thread that answers requests. */
#include "answer/worker.h"
#include "failing_memory.h"

#include <criterion/criterion.h>
#include <stdio.h>

static struct snapshots snapshots;
static struct bodies bodies;

static void start(void)
{
    snapshots_init(&snapshots);
    bodies_init(&bodies, 1 << 20);
}

TestSuite(worker, .init = start);

/* Writes a field value of a length that names one coding. */
static void write_field(char *field, size_t length, const char *coding)
{
    memset(field, ' ', length);
    memcpy(field, coding, strlen(coding));
    field[length - 1] = ',';
    field[length] = '\0';
}

Test(worker, an_accept_encoding_is_remembered_if_it_has_at_most_127_bytes)
{
    struct worker *worker = worker_create(&snapshots, &bodies, false, 1);
    char field[200];
    cr_assert(worker);
    const size_t most = sizeof worker->accept_encoding - 1;
    cr_expect_eq(most, 127);
    write_field(field, most, "gzip");
    cr_expect_eq(worker_negotiate_coding(worker, field).best, CODING_GZIP);
    cr_expect_str_eq(worker->accept_encoding, field);
    cr_expect_eq(worker->coding.best, CODING_GZIP);
    write_field(field, most + 1, "br");
    cr_expect_eq(worker_negotiate_coding(worker, field).best, CODING_BROTLI);
    cr_expect_eq(strlen(worker->accept_encoding), most);
    cr_expect_eq(worker->coding.best, CODING_GZIP);
    struct request request = {.method = METHOD_GET};
    worker_set_coding(worker, field, &request);
    cr_expect_eq(request.coding.best, CODING_BROTLI);
    worker_set_coding(worker, worker->accept_encoding, &request);
    cr_expect_eq(request.coding.best, CODING_GZIP);
    worker_set_coding(worker, NULL, &request);
    cr_expect_eq(request.coding.best, CODING_GZIP);
    worker_destroy(worker);
}

Test(worker, without_memory_there_is_none)
{
    failing_memory_begin(0);
    cr_expect_null(worker_create(&snapshots, &bodies, false, 1));
    cr_expect(failing_memory_end());
    worker_destroy(NULL);
}
