#include "served.h"

#include <criterion/criterion.h>
#include <string.h>

struct test_server served;
struct client client;

void serve(void)
{
    server_start(&served, NULL);
    client_init(&client, served.url);
}

void stop_serving(void)
{
    client_finish(&client);
    cr_expect_eq(server_stop(&served), 0);
}

struct answer get_with(const char *path, const char *field)
{
    const char *const fields[] = {field, NULL};
    return client_send_with(&client, "GET", path, fields);
}

char *header_of(const struct answer *answer, const char *name)
{
    const char *value = answer_header(answer, name);
    cr_assert(value, "no header field %s in\n%s", name, answer->head);
    return strdup(value);
}
