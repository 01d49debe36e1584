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
    server_start(&server, NULL);
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

/* The library refuses some of these with 1.0.1, in words of its own. */
Test(malformed, a_refusal_gives_its_reason)
{
    static const struct {
        const char *head, *reason;
    } cases[] = {
        {"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n", "there is more than one Host field"},
        {"GET / HTTP/1.1\r\nHost: a b\r\n", "Host must be a host with an optional port"},
        {"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n", "send no content"},
        {"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n", "send no content"},
        {"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n",
         "Transfer-Encoding must be \\\"chunked\\\""},
        {"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
         "Transfer-Encoding: chunked\r\n",
         "there is more than one Transfer-Encoding field"},
        {"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n",
         "Content-Length and Transfer-Encoding cannot be used together"},
        {"GET / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n",
         "the only supported expectation is 100-continue"},
        {"GET /\xc3\xa9 HTTP/1.1\r\nHost: a\r\n", "must be percent-encoded"},
        {"GET other HTTP/1.1\r\nHost: a\r\n", "neither a path nor a complete http URL"},
        {"GET / HTTP/1.1\r\nHost: a\r\nAccept: \x01\r\n", "has a control character"},
        {"G@T / HTTP/1.1\r\nHost: a\r\n", "the method is not a token"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct raw raw;
        raw_open(&raw, server.port);
        raw_send_text(&raw, cases[i].head);
        raw_send_text(&raw, "\r\n");
        struct raw_answer answer = raw_receive(&raw, false);
        const bool by_library = !library_is_old() && !strstr(answer.head, "problem+json");
        cr_expect(by_library || strstr(answer.body, cases[i].reason), "%s: %s", cases[i].head,
                  answer.body);
        raw_answer_finish(&answer);
        raw_close(&raw);
    }
}
