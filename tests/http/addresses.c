/* The address of the service on pages: the public one, or the scheme and host of the request. */
#include "served.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static void start(const char *const *arguments)
{
    server_start(&served, arguments);
    client_init(&client, served.url);
}

/* Expects a text on a page that is requested with a host, as a browser does, three times: built,
 * cached, and from the cache. `field` is a further header field, or NULL. */
static void expect_text(const char *path, const char *host, const char *field, const char *text)
{
    const char *const fields[] = {"Accept: text/html", host, field, NULL};
    for (int i = 0; i < 3; i++) {
        struct answer answer = client_send_with(&client, "GET", path, fields);
        cr_expect(strstr(answer.body, text), "%s, %s, answer %d lacks %s", path, host, i, text);
        answer_finish(&answer);
    }
}

Test(addresses, pages_have_the_host_of_the_request_even_if_another_host_came_before, .init = serve,
     .fini = stop_serving)
{
    for (int i = 0; i < 2; i++) {
        expect_text("/papers/7", "Host: one.example:8080", NULL,
                    "curl 'http://one.example:8080/papers/beijing-2006-paper-07'");
        expect_text("/papers/7", "Host: two.example", NULL,
                    "<code>http://two.example/papers/beijing-2006-paper-07</code>");
        expect_text("/docs", "Host: one.example", NULL, "http://one.example/");
    }
}

Test(addresses, citations_have_the_host_of_the_request, .init = serve, .fini = stop_serving)
{
    static const char *const suffixes[] = {"bib", "ris", "csl.json"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        char path[40];
        snprintf(path, sizeof path, "/papers/7.%s", suffixes[i]);
        expect_text(path, "Host: one.example", NULL,
                    "http://one.example/papers/beijing-2006-paper-07");
        expect_text(path, "Host: two.example", NULL,
                    "http://two.example/papers/beijing-2006-paper-07");
        snprintf(path, sizeof path, "/papers.%s", suffixes[i]);
        expect_text(path, "Host: one.example", NULL,
                    "http://one.example/papers/beijing-2006-paper-07");
        expect_text(path, "Host: two.example", NULL,
                    "http://two.example/papers/beijing-2006-paper-07");
    }
}

Test(addresses, pages_are_cached_for_each_host, .init = serve, .fini = stop_serving)
{
    static const char count[] = "rapporteur_cache_hits_total 2";
    expect_text("/papers", "Host: one.example", NULL, "http://one.example/papers");
    expect_text("/papers", "Host: two.example", NULL, "http://two.example/papers");
    struct answer answer = client_get(&client, "/metrics");
    cr_expect(strstr(answer.body, count), "%s", answer.body);
    answer_finish(&answer);
}

/* The host is text of the client, so one that is not plain is not on the page. */
Test(addresses, a_host_that_is_not_plain_is_not_written, .init = serve, .fini = stop_serving)
{
    expect_text("/papers/7", "Host: a'b.example", NULL, "curl '/papers/beijing-2006-paper-07'");
}

Test(addresses, the_public_address_wins_over_the_host, .fini = stop_serving)
{
    static const char *const arguments[] = {"--url", "https://record.example.org", NULL};
    start(arguments);
    expect_text("/papers/7", "Host: one.example", NULL,
                "curl 'https://record.example.org/papers/beijing-2006-paper-07'");
}

Test(addresses, the_scheme_is_the_one_that_a_trusted_proxy_names, .fini = stop_serving)
{
    static const char *const arguments[] = {"--trust-proxy", "127.0.0.0/8", NULL};
    start(arguments);
    expect_text("/papers/7", "Host: one.example", "X-Forwarded-Proto: https",
                "curl 'https://one.example/papers/");
    expect_text("/papers/7", "Host: one.example", NULL, "curl 'http://one.example/papers/");
    expect_text("/papers/7", "Host: one.example", "Forwarded: for=192.0.2.1;proto=https",
                "curl 'https://one.example/papers/");
}

Test(addresses, the_scheme_of_a_client_that_is_not_a_trusted_proxy_is_ignored, .init = serve,
     .fini = stop_serving)
{
    expect_text("/papers/7", "Host: one.example", "X-Forwarded-Proto: https",
                "curl 'http://one.example/papers/");
}
