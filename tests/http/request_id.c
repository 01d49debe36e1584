/* X-Request-ID: an answer repeats that of its request, and no other. */
#include "served.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static void start(void)
{
    server_start(&served, (const char *const[]){"--threads", "1", NULL});
    client_init(&client, served.url);
}

TestSuite(request_id, .init = start, .fini = stop_serving);

/* Sends a request with an identifier, and another without one, and compares all of the answers. */
static void expect_repeated(const char *method, const char *path, const char *field, long status)
{
    static const char id[] = "X-Request-ID: a.b_c-1@2";
    struct answer with =
        client_send_with(&client, method, path, (const char *const[]){id, field, NULL});
    struct answer without =
        client_send_with(&client, method, path, (const char *const[]){field, NULL});
    cr_expect_eq(with.status, status, "%s %s: %ld", method, path, with.status);
    cr_expect_eq(without.status, status);
    const char *repeated = answer_header(&with, "X-Request-ID");
    cr_expect(repeated && strcmp(repeated, "a.b_c-1@2") == 0, "%s %s: %s", method, path, with.head);
    cr_expect_null(answer_header(&without, "X-Request-ID"), "%s %s", method, path);
    char *line = strstr(with.head, "X-Request-ID: ");
    cr_assert(line);
    const size_t rest = strlen(strchr(line, '\n') + 1);
    memmove(line, strchr(line, '\n') + 1, rest + 1);
    char *date = strstr(with.head, "Date: "), *other_date = strstr(without.head, "Date: ");
    if (date && other_date)
        memcpy(date, other_date, strcspn(date, "\r"));
    cr_expect_str_eq(with.head, without.head);
    cr_expect_eq(with.length, without.length);
    cr_expect_eq(memcmp(with.body, without.body, with.length), 0);
    answer_finish(&with);
    answer_finish(&without);
}

Test(request_id, is_repeated_by_every_kind_of_answer)
{
    static const struct {
        const char *method, *path, *field;
        long status;
    } cases[] = {{"GET", "/papers", NULL, 200},
                 {"HEAD", "/papers", NULL, 200},
                 {"GET", "/papers", "If-None-Match: *", 304},
                 {"GET", "/papers", "If-Match: \"other\"", 412},
                 {"GET", "/papers.csv", "Accept-Encoding: gzip", 200},
                 {"GET", "/papers/1", "Accept: text/html", 200},
                 {"GET", "/nothing/here", NULL, 404},
                 {"GET", "/papers?limit=x", NULL, 400},
                 {"OPTIONS", "/papers", NULL, 204},
                 {"DELETE", "/papers", NULL, 405},
                 {"GET", "/livez", NULL, 200}};
    for (int round = 0; round < 4; round++) /* from the routes, then from the cache */
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
            expect_repeated(cases[i].method, cases[i].path, cases[i].field, cases[i].status);
}

Test(request_id, malformed_one_is_ignored)
{
    static const char *const fields[] = {"X-Request-ID: two words", "X-Request-ID: a\"b",
                                         "X-Request-ID: <script>", "X-Request-ID: \xc3\xa9",
                                         "X-Request-ID;"};
    char long_one[200] = "X-Request-ID: ";
    const size_t length = strlen(long_one);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        struct answer answer =
            client_send_with(&client, "GET", "/papers", (const char *const[]){fields[i], NULL});
        cr_expect_eq(answer.status, 200, "%s", fields[i]);
        cr_expect_null(answer_header(&answer, "X-Request-ID"), "%s", fields[i]);
        answer_finish(&answer);
    }
    for (size_t letters = 128; letters <= 129; letters++) {
        memset(long_one + length, 'a', letters);
        long_one[length + letters] = '\0';
        struct answer answer =
            client_send_with(&client, "GET", "/papers", (const char *const[]){long_one, NULL});
        cr_expect_eq(answer_header(&answer, "X-Request-ID") != NULL, letters == 128);
        answer_finish(&answer);
    }
}
