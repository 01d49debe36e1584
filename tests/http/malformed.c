/* Malformed and unusual requests, and how the server answers or refuses them. */
#include "../source_path.h"
#include "raw.h"
#include "request_cases.h"
#include "server.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct test_server server;

static void start(void)
{
    server_start(&server,
                 (const char *const[]){"--head-seconds", "3600", "--idle-seconds", "3600", NULL});
}

static void stop(void)
{
    cr_expect_eq(server_stop(&server), 0);
}

TestSuite(malformed, .init = start, .fini = stop);

static bool library_is_old(void)
{
    static const char *const arguments[] = {"--version", NULL};
    char version[1024];
    cr_assert_eq(program_run(arguments, version, sizeof version), 0);
    cr_assert(strstr(version, "libmicrohttpd"), "%s", version);
    return strstr(version, "libmicrohttpd 0.9.75") != NULL;
}

static void check_case(const struct request_case *request)
{
    struct raw raw;
    raw_open(&raw, server.port);
    raw_send(&raw, request->bytes, request->length);
    struct raw_answer answer = raw_receive(&raw, false);
    const bool closed = answer.status == 0 || raw_is_closed(&raw);
    cr_expect(request_case_allows(request, answer.status, closed), "%s: %ld%s instead of %s",
              request->name, answer.status, closed ? "!" : "", request->expected);
    cr_expect(!answer.body || strncmp(answer.body, "HTTP/1.", 7) != 0,
              "%s: the answer has two heads", request->name);
    raw_answer_finish(&answer);
    raw_close(&raw);
}

Test(malformed, every_case_is_answered_or_refused_as_expected)
{
    struct request_case request;
    size_t count = 0;
    const bool old = library_is_old();
    FILE *file = fopen(source_path("tests/cases/requests.txt"), "r");
    cr_assert(file);
    for (; request_case_read(file, old, &request); count++) {
        check_case(&request);
        free(request.bytes);
    }
    fclose(file);
    cr_expect_geq(count, 120);
}
