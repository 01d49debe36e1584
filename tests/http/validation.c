/* Validators and preconditions (RFC 9110, sections 8.8 and 13), content codings, HEAD. */
#include "served.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TestSuite(validation, .init = serve, .fini = stop_serving);

static const char *const representations[] = {"/",
                                              "/sessions",
                                              "/sessions/3",
                                              "/sessions/3/papers?limit=2&offset=1",
                                              "/speakers/tj-pempel",
                                              "/topics?limit=1000"};

enum {
    REPRESENTATION_COUNT = sizeof representations / sizeof *representations,
    ROUNDS = 4 /* the first answers are rendered, the last come from the cache */
};

static struct answer get_if(const char *path, const char *name, const char *value)
{
    char field[600];
    snprintf(field, sizeof field, "%s: %s", name, value);
    return get_with(path, field);
}

Test(validation, known_entity_tag_is_304_with_the_required_headers)
{
    for (size_t i = 0; i < REPRESENTATION_COUNT * ROUNDS; i++) {
        const char *path = representations[i % REPRESENTATION_COUNT];
        struct answer whole = client_get(&client, path);
        char *tag = header_of(&whole, "ETag");
        struct answer known = get_if(path, "If-None-Match", tag);
        static const char *const carried[] = {"ETag",          "Vary",
                                              "Cache-Control", "Last-Modified",
                                              "Link",          "Access-Control-Allow-Origin"};
        cr_expect_eq(whole.status, 200);
        cr_expect_eq(known.status, 304, "%s", path);
        cr_expect_eq(known.length, 0);
        cr_expect_null(answer_header(&known, "Content-Type"));
        cr_expect_eq(strtoul(answer_header(&known, "Content-Length"), NULL, 10), whole.length);
        for (size_t j = 0; j < sizeof carried / sizeof *carried; j++) {
            char *value = header_of(&whole, carried[j]);
            cr_expect_str_eq(answer_header(&known, carried[j]), value, "%s", path);
            free(value);
        }
        free(tag);
        answer_finish(&whole);
        answer_finish(&known);
    }
}

Test(validation, preconditions_are_evaluated)
{
    static const struct {
        const char *name, *value;
        long status;
    } cases[] = {
        {"If-None-Match", "*", 304},
        {"If-None-Match", "\"another\"", 200},
        {"If-None-Match", "another", 200},
        {"If-Modified-Since", "Fri, 31 Dec 9999 23:59:59 GMT", 200},
        {"If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT", 200},
        {"If-Modified-Since", "yesterday", 200},
        {"If-Match", "*", 200},
        {"If-Match", "\"another\"", 412},
        {"If-Unmodified-Since", "Fri, 31 Dec 9999 23:59:59 GMT", 200},
        {"If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT", 412},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases * ROUNDS; i++) {
        const size_t j = i % (sizeof cases / sizeof *cases);
        struct answer answer = get_if("/papers", cases[j].name, cases[j].value);
        cr_expect_eq(answer.status, cases[j].status, "%s: %s", cases[j].name, cases[j].value);
        answer_finish(&answer);
    }
}

Test(validation, date_is_ignored_if_there_is_an_entity_tag)
{
    const char *const fields[] = {"If-None-Match: \"another\"",
                                  "If-Modified-Since: Fri, 31 Dec 9999 23:59:59 GMT", NULL};
    struct answer answer = client_send_with(&client, "GET", "/papers", fields);
    cr_expect_eq(answer.status, 200);
    answer_finish(&answer);
}

Test(validation, repeated_field_lines_are_one_list)
{
    struct answer whole = client_get(&client, "/papers");
    char *tag = header_of(&whole, "ETag"), field[200];
    snprintf(field, sizeof field, "If-None-Match: %s", tag);
    const char *const fields[] = {"If-None-Match: \"a\"", field, "If-None-Match: \"b\"", NULL};
    struct answer known = client_send_with(&client, "GET", "/papers", fields);
    cr_expect_eq(known.status, 304);
    free(tag);
    answer_finish(&whole);
    answer_finish(&known);
}

Test(validation, each_content_coding_has_its_own_entity_tag)
{
    static const char *const codings[] = {"br", "zstd", "gzip"};
    struct answer plain = client_get(&client, "/papers");
    char *plain_tag = header_of(&plain, "ETag");
    for (size_t i = 0; i < 3 * ROUNDS; i++) {
        char field[64];
        snprintf(field, sizeof field, "Accept-Encoding: %s", codings[i % 3]);
        struct answer coded = get_with("/papers", field);
        cr_expect_str_eq(answer_header(&coded, "Content-Encoding"), codings[i % 3]);
        cr_expect_str_neq(answer_header(&coded, "ETag"), plain_tag);
        cr_expect_lt(coded.length, plain.length / 2);
        cr_expect_str_eq(answer_header(&coded, "Vary"), "Accept, Accept-Encoding");
        answer_finish(&coded);
    }
    free(plain_tag);
    answer_finish(&plain);
}

/* The reference has the host of the request in its examples, so a copy for another host would be
 * wrong. An answer is cached when it is requested the second time. */
Test(validation, reference_is_never_that_of_another_host)
{
    static const char *const hosts[] = {"one.example", "one.example", "one.example",
                                        "two.example", "two.example", "one.example"};
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
        const char *other = strcmp(hosts[i], "one.example") == 0 ? "two.example" : "one.example";
        char field[40];
        snprintf(field, sizeof field, "Host: %s", hosts[i]);
        struct answer answer = get_with("/docs", field);
        cr_assert_eq(answer.status, 200);
        cr_expect(strstr(answer.body, hosts[i]), "request %zu", i);
        cr_expect_not(strstr(answer.body, other), "request %zu", i);
        answer_finish(&answer);
    }
}

Test(validation, small_answer_is_not_compressed)
{
    struct answer answer = get_with("/discussions/beijing-2006-discussion-1-01/speaker",
                                    "Accept-Encoding: gzip, br, zstd");
    cr_expect_eq(answer.status, 200);
    cr_expect_null(answer_header(&answer, "Content-Encoding"));
    answer_finish(&answer);
}

Test(validation, excluded_identity_is_not_sent_from_the_cache)
{
    static const char path[] = "/discussions/beijing-2006-discussion-1-01/speaker"; /* small */
    for (int i = 0; i < ROUNDS; i++) {
        struct answer plain = get_with(path, "Accept-Encoding: gzip");
        struct answer coded = get_with(path, "Accept-Encoding: gzip, identity;q=0");
        cr_expect_null(answer_header(&plain, "Content-Encoding"));
        cr_expect_str_eq(answer_header(&coded, "Content-Encoding"), "gzip");
        answer_finish(&plain);
        answer_finish(&coded);
    }
}

Test(validation, missing_format_is_406_and_lists_the_available_ones)
{
    static const struct {
        const char *field, *offered;
    } cases[] = {{"Accept: text/x", "\"application/json\",\"href\":\"/papers.json\""},
                 {"Accept: application/vnd.popolo+json, text/csv;q=0", "\"href\":\"/papers.csv\""},
                 {"Accept-Encoding: *;q=0", "identity"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answer answer = get_with("/papers", cases[i].field);
        cr_expect_eq(answer.status, 406, "%s", cases[i].field);
        cr_expect_str_eq(answer_header(&answer, "Content-Type"), "application/problem+json");
        cr_expect(strstr(answer.body, cases[i].offered), "%s", answer.body);
        cr_expect(answer_header(&answer, "Vary"), "%s", cases[i].field);
        answer_finish(&answer);
    }
}

Test(validation, programs_that_fetch_previews_get_pages_and_java_gets_data)
{
    static const struct {
        const char *field, *type;
    } cases[] = {
        {"User-Agent: Twitterbot/1.0", "text/html; charset=utf-8"},
        {"User-Agent: curl/8.0", "application/json"},
        {"Accept: text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", "application/json"},
        {"Accept: text/html, */*; q=.2", "text/html; charset=utf-8"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answer answer = get_with("/papers", cases[i].field);
        cr_expect_str_eq(answer_header(&answer, "Content-Type"), cases[i].type, "%s",
                         cases[i].field);
        answer_finish(&answer);
    }
}

/* Returns a copy of the head without Date, which the caller frees. */
static char *head_without_date(const struct answer *answer)
{
    char *head = strdup(answer->head), *date = strstr(head, "Date: ");
    if (date)
        memmove(date, strstr(date, "\r\n") + 2, strlen(strstr(date, "\r\n") + 2) + 1);
    return head;
}

Test(validation, head_is_get_without_the_body)
{
    static const char *const others[] = {"/livez", "/papers/", "/nothing", "/papers?limit=-1",
                                         "/sessions/9"};
    for (size_t i = 0; i < (REPRESENTATION_COUNT + 5) * ROUNDS; i++) {
        const size_t j = i % (REPRESENTATION_COUNT + 5);
        const char *path =
            j < REPRESENTATION_COUNT ? representations[j] : others[j - REPRESENTATION_COUNT];
        struct answer get = client_send(&client, "GET", path);
        struct answer head = client_send(&client, "HEAD", path);
        char *get_head = head_without_date(&get), *head_head = head_without_date(&head);
        cr_expect_str_eq(get_head, head_head, "%s", path);
        cr_expect_eq(head.length, 0);
        cr_expect_eq(strtoul(answer_header(&head, "Content-Length"), NULL, 10), get.length);
        free(get_head);
        free(head_head);
        answer_finish(&get);
        answer_finish(&head);
    }
}
