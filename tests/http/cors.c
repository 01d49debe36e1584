/* CORS: the origins that may read answers (--cors-origin), preflights and OPTIONS. */
#include "served.h"

#include <criterion/criterion.h>
#include <string.h>

Test(cors, any_page_may_read_every_answer_by_default)
{
    static const char *const paths[] = {"/",        "/papers",          "/papers/1",
                                        "/nothing", "/papers?limit=-1", "/livez"};
    serve();
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct answer answer = get_with(paths[i], "Origin: https://example.org");
        cr_expect_str_eq(answer_header(&answer, "Access-Control-Allow-Origin"), "*", "%s",
                         paths[i]);
        cr_expect_str_eq(answer_header(&answer, "Access-Control-Expose-Headers"),
                         "ETag, Link, Last-Modified, X-Total-Count");
        answer_finish(&answer);
    }
    stop_serving();
}

static void serve_with(const char *const *arguments)
{
    server_start(&served, arguments);
    client_init(&client, served.url);
}

Test(cors, only_named_origins_may_read_and_vary_says_so)
{
    static const char *const arguments[] = {"--cors-origin", "https://one.example", "--cors-origin",
                                            "https://two.example:8443", NULL};
    static const struct {
        const char *field, *allowed;
    } cases[] = {{"Origin: https://one.example", "https://one.example"},
                 {"Origin: https://two.example:8443", "https://two.example:8443"},
                 {"Origin: https://two.example", NULL},
                 {"Origin: null", NULL},
                 {"X-None: 1", NULL}};
    serve_with(arguments);
    for (size_t i = 0; i < 4 * sizeof cases / sizeof *cases; i++) {
        const size_t j = i % (sizeof cases / sizeof *cases);
        struct answer answer = get_with("/papers", cases[j].field);
        const char *allowed = answer_header(&answer, "Access-Control-Allow-Origin");
        cr_expect_str_eq(allowed ? allowed : "none", cases[j].allowed ? cases[j].allowed : "none");
        cr_expect_str_eq(answer_header(&answer, "Vary"), "Accept, Accept-Encoding, Origin");
        answer_finish(&answer);
    }
    stop_serving();
}

Test(cors, star_allows_any_origin)
{
    static const char *const arguments[] = {"--cors-origin", "*", NULL};
    serve_with(arguments);
    struct answer answer = get_with("/papers", "Origin: https://one.example");
    cr_expect_str_eq(answer_header(&answer, "Access-Control-Allow-Origin"), "*");
    cr_expect_str_eq(answer_header(&answer, "Vary"), "Accept, Accept-Encoding");
    answer_finish(&answer);
    stop_serving();
}

Test(cors, off_sends_no_cors_header)
{
    static const char *const arguments[] = {"--cors-origin", "off", NULL};
    serve_with(arguments);
    struct answer answer = get_with("/papers", "Origin: https://one.example");
    cr_expect_null(answer_header(&answer, "Access-Control-Allow-Origin"));
    cr_expect_null(answer_header(&answer, "Access-Control-Expose-Headers"));
    cr_expect_str_eq(answer_header(&answer, "Vary"), "Accept, Accept-Encoding");
    answer_finish(&answer);
    stop_serving();
}

/* Paths that do not exist included, so that the page can read the problem. */
Test(cors, preflight_lists_the_allowed_methods_and_headers)
{
    static const char *const paths[] = {"/papers", "/papers?limit=-1", "/nothing", "/papers/",
                                        "/papers/1"};
    const char *const fields[] = {"Origin: https://example.org",
                                  "Access-Control-Request-Method: GET",
                                  "Access-Control-Request-Headers: if-none-match, x-any", NULL};
    serve();
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct answer answer = client_send_with(&client, "OPTIONS", paths[i], fields);
        cr_expect_eq(answer.status, 204, "%s", paths[i]);
        cr_expect_str_eq(answer_header(&answer, "Access-Control-Allow-Origin"), "*");
        cr_expect_str_eq(answer_header(&answer, "Access-Control-Allow-Methods"),
                         "GET, HEAD, OPTIONS");
        cr_expect_str_eq(answer_header(&answer, "Access-Control-Allow-Headers"), "*");
        cr_expect_str_eq(answer_header(&answer, "Access-Control-Max-Age"), "86400");
        cr_expect_null(answer_header(&answer, "Content-Length"));
        answer_finish(&answer);
    }
    stop_serving();
}

Test(cors, preflight_gets_no_cors_header_if_cors_is_off)
{
    static const char *const arguments[] = {"--cors-origin", "off", NULL};
    const char *const fields[] = {"Origin: https://example.org",
                                  "Access-Control-Request-Method: GET", NULL};
    serve_with(arguments);
    struct answer answer = client_send_with(&client, "OPTIONS", "/papers", fields);
    cr_expect_eq(answer.status, 204);
    cr_expect_null(answer_header(&answer, "Access-Control-Allow-Methods"));
    answer_finish(&answer);
    answer = client_send_with(&client, "OPTIONS", "/nothing", fields);
    cr_expect_eq(answer.status, 404);
    answer_finish(&answer);
    stop_serving();
}

Test(cors, options_lists_the_methods_of_existing_resources)
{
    static const struct {
        const char *path;
        long status;
    } cases[] = {{"/", 204},      {"/papers", 204},    {"/papers/1", 204},
                 {"/livez", 204}, {"/papers/99", 404}, {"/nothing", 404}};
    serve();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answer answer = client_send(&client, "OPTIONS", cases[i].path);
        cr_expect_eq(answer.status, cases[i].status, "%s", cases[i].path);
        if (answer.status == 204)
            cr_expect_str_eq(answer_header(&answer, "Allow"), "GET, HEAD, OPTIONS");
        answer_finish(&answer);
    }
    stop_serving();
}
