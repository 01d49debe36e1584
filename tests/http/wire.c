/* Requests on the wire: pipelined, in pieces, in HTTP/1.0, with hostile targets. */
#include "raw.h"
#include "served.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

TestSuite(wire, .init = serve, .fini = stop_serving);

#define HOST "Host: localhost\r\n"

Test(wire, pipelined_requests_are_answered_in_order)
{
    struct raw raw;
    raw_open(&raw, served.port);
    raw_send_text(&raw, "GET /sessions/1 HTTP/1.1\r\n" HOST "\r\n"
                        "HEAD /papers HTTP/1.1\r\n" HOST "\r\n"
                        "GET /nothing HTTP/1.1\r\n" HOST "\r\n"
                        "OPTIONS * HTTP/1.1\r\n" HOST "\r\n"
                        "GET /sessions/2 HTTP/1.1\r\n" HOST "\r\n");
    static const struct {
        long status;
        bool to_head;
        const char *contains;
    } expected[] = {{200, false, "\"number\":1,"},
                    {200, true, ""},
                    {404, false, "/nothing"},
                    {204, false, ""},
                    {200, false, "\"number\":2,"}};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        struct raw_answer answer = raw_receive(&raw, expected[i].to_head);
        cr_expect_eq(answer.status, expected[i].status, "answer %zu", i);
        cr_expect(strstr(answer.body, expected[i].contains), "answer %zu: %s", i, answer.body);
        raw_answer_finish(&answer);
    }
    raw_close(&raw);
}

Test(wire, request_may_arrive_byte_by_byte)
{
    static const char request[] = "GET /sessions/3?x HTTP/1.1\r\n" HOST "Accept: */*\r\n\r\n";
    const struct timespec pause = {.tv_nsec = 200 * 1000};
    struct raw raw;
    raw_open(&raw, served.port);
    for (size_t i = 0; i < sizeof request - 1; i++) {
        raw_send(&raw, request + i, 1);
        nanosleep(&pause, NULL);
    }
    struct raw_answer answer = raw_receive(&raw, false);
    cr_expect_eq(answer.status, 400);
    cr_expect(strstr(answer.body, "unknown parameter"), "%s", answer.body);
    raw_answer_finish(&answer);
    cr_expect_not(raw_is_closed(&raw));
    raw_close(&raw);
}

/* Also in the other direction: the beginning of the name of a field is the name of another one. */
Test(wire, a_field_whose_name_only_begins_like_a_known_one_has_no_effect)
{
    static const char request[] =
        "GET /papers HTTP/1.1\r\n" HOST "Hos: elsewhere\r\nHosts: elsewhere\r\n"
        "Accep: text/csv\r\nAccepts: text/csv\r\n"
        "Accept-Encodin: br\r\nAccept-Encodings: br\r\n"
        "If-None-Matc: *\r\nIf-None-Matches: *\r\n"
        "If-Matc: \"x\"\r\nIf-Match-: \"x\"\r\n"
        "If-Modified-Sinc: Sun, 06 Nov 2044 08:49:37 GMT\r\n"
        "Content-Lengt: 9\r\nContent-Lengths: 9\r\n"
        "Transfer-Encodin: gzip\r\nTransfer-Encodings: gzip\r\n"
        "Expec: 100-continue\r\nExpects: x\r\nOrigi: https://a.example\r\n\r\n";
    struct raw raw;
    raw_open(&raw, served.port);
    raw_send_text(&raw, request);
    struct raw_answer answer = raw_receive(&raw, false);
    cr_expect_eq(answer.status, 200, "%ld: %s", answer.status, answer.body);
    cr_expect(strstr(answer.head, "\r\nContent-Type: application/json\r\n"), "%s", answer.head);
    cr_expect_not(strstr(answer.head, "\r\nContent-Encoding:"), "%s", answer.head);
    raw_answer_finish(&answer);
    raw_close(&raw);
}

Test(wire, http_1_0_closes_unless_keep_alive_is_requested)
{
    static const struct {
        const char *request;
        bool closed;
    } cases[] = {
        {"GET /sessions HTTP/1.0\r\n\r\n", true},
        {"GET /sessions HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", false},
        {"GET /sessions HTTP/1.1\r\n" HOST "Connection: close\r\n\r\n", true},
        {"GET /sessions HTTP/1.1\r\n" HOST "\r\n", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct raw raw;
        raw_open(&raw, served.port);
        raw_send_text(&raw, cases[i].request);
        struct raw_answer answer = raw_receive(&raw, false);
        cr_expect_eq(answer.status, 200);
        cr_expect_eq(raw_is_closed(&raw), cases[i].closed, "%s", cases[i].request);
        raw_answer_finish(&answer);
        raw_close(&raw);
    }
}

Test(wire, refused_body_is_not_read)
{
    static char content[64 * 1024];
    struct raw raw;
    raw_open(&raw, served.port);
    raw_send_text(&raw, "POST /papers HTTP/1.1\r\n" HOST "Content-Length: 1000000000\r\n\r\n");
    for (int i = 0; i < 64; i++)
        raw_send(&raw, content, sizeof content);
    struct raw_answer answer = raw_receive(&raw, false);
    cr_expect(answer.status == 405 || answer.status == 0, "%ld", answer.status);
    raw_answer_finish(&answer);
    raw_close(&raw);
}

Test(wire, expect_100_with_body_is_refused_early)
{
    struct raw raw;
    raw_open(&raw, served.port);
    raw_send_text(&raw, "POST /papers HTTP/1.1\r\n" HOST
                        "Content-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    struct raw_answer answer = raw_receive(&raw, false);
    cr_expect_eq(answer.status, 405);
    raw_answer_finish(&answer);
    raw_close(&raw);
}

Test(wire, trailing_slash_redirects_within_this_server_only)
{
    static const struct {
        const char *path, *location; /* NULL if the answer is 404 */
    } cases[] = {{"/papers/", "/papers"},
                 {"/papers/1/", "/papers/1"},
                 {"/papers/?limit=1", "/papers?limit=1"},
                 {"/%70apers/", "/%70apers"},
                 {"//example.org/", NULL},
                 {"/\\example.org/", NULL},
                 {"/%5Cexample.org/", NULL},
                 {"/papers//", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answer answer = client_get(&client, cases[i].path);
        const char *location = answer_header(&answer, "Location");
        cr_expect_eq(answer.status, cases[i].location ? 308 : 404, "%s", cases[i].path);
        cr_expect_str_eq(location ? location : "", cases[i].location ? cases[i].location : "");
        answer_finish(&answer);
    }
}

Test(wire, percent_encoding_makes_no_difference)
{
    struct answer plain = client_get(&client, "/papers/1"), *answer = &plain;
    struct answer encoded = client_get(&client, "/%70%61pers/%31");
    cr_expect_eq(encoded.status, 200);
    cr_expect_str_eq(encoded.body, answer->body);
    answer_finish(&plain);
    answer_finish(&encoded);
}

/* Reports whether a head has no control characters except line ends. */
static bool is_clean(const char *head)
{
    for (const char *c = head; *c; c++) {
        if (c[0] == '\r' && c[1] == '\n')
            c++;
        else if ((unsigned char)*c < ' ' || *c == 0x7f)
            return false;
    }
    return true;
}

/* Requests a target with `evil` in place of its %s, and expects a head without injected lines. */
static void expect_clean_head(struct raw *raw, const char *target, const char *evil)
{
    char request[512];
    const char *place = strstr(target, "%s");
    snprintf(request, sizeof request, "GET %.*s%s%s HTTP/1.1\r\n" HOST "\r\n",
             (int)(place - target), target, evil, place + 2);
    raw_send_text(raw, request);
    struct raw_answer answer = raw_receive(raw, false);
    cr_expect_neq(answer.status, 0, "%s", request);
    cr_expect(is_clean(answer.head) && !strstr(answer.head, "\nInjected"), "%s%s", request,
              answer.head);
    raw_answer_finish(&answer);
}

Test(wire, no_header_has_a_line_end_or_nul_from_the_request)
{
    static const char *const evils[] = {"%0d%0aInjected:%20yes", "%0aInjected:%20yes",
                                        "%0dInjected:%20yes", "%00",
                                        "%E5%98%8D%E5%98%8AInjected:%20yes"};
    static const char *const targets[] = {"/%s",
                                          "/papers/%s",
                                          "/papers/%s/",
                                          "//%s/",
                                          "/papers/1/%s",
                                          "/papers/1.%s",
                                          "/assets/%s/app.js",
                                          "/papers?%s=1",
                                          "/papers?q=%s",
                                          "/papers?limit=2&q=energy&title__not=%s",
                                          "/search?q=energy+%s&limit=1",
                                          "/papers?sort=%s",
                                          "/papers?fields=%s",
                                          "/papers?title__contains=%s&limit=1",
                                          "/sessions.csv?q=%s"};
    struct raw raw;
    raw_open(&raw, served.port);
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        for (size_t j = 0; j < sizeof evils / sizeof *evils; j++)
            expect_clean_head(&raw, targets[i], evils[j]);
    raw_close(&raw);
}

/* Long names are cut when they are quoted. The cut must not split a character of four bytes. */
Test(wire, quoting_a_long_name_keeps_the_problem_valid_json)
{
    static const char *const targets[] = {"/%s",
                                          "/papers/%s",
                                          "/papers/1/%s",
                                          "/papers/1.%s",
                                          "/papers?%s=1",
                                          "/papers?limit=%s",
                                          "/papers?sort=%s",
                                          "/papers?fields=%s",
                                          "/papers?include=%s",
                                          "/papers?facet=%s",
                                          "/papers?title__%s=1",
                                          "/papers?kind=%s",
                                          "/papers?pretty=%s",
                                          "/search?q=a&type=%s"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets * 4; i++) {
        char name[4 + 12 * 60 + 1] = "", target[1024];
        memset(name, 'a', i % 4);
        for (int j = 0; j < 60; j++)
            strcat(name, "%F0%93%90%93");
        const char *shape = targets[i / 4], *place = strstr(shape, "%s");
        snprintf(target, sizeof target, "%.*s%s%s", (int)(place - shape), shape, name, place + 2);
        struct answer answer = client_get(&client, target);
        json_t *problem = json_loadb(answer.body, answer.length, JSON_REJECT_DUPLICATES, NULL);
        cr_expect(problem && answer.status >= 400, "%s: %ld %s", target, answer.status,
                  answer.body);
        json_decref(problem);
        answer_finish(&answer);
    }
}
