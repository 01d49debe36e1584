/* Parameters that third parties add to links (--ignore-parameter). */
#include "served.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const char *const arguments[] = {"--ignore-parameter", "ref", NULL};

static void start(void)
{
    server_start(&served, arguments);
    client_init(&client, served.url);
}

TestSuite(ignored_parameters, .init = start, .fini = stop_serving);

static unsigned long hits(void)
{
    unsigned long count = 0;
    struct answer metrics = client_get(&client, "/metrics");
    const char *line = strstr(metrics.body, "\nrapporteur_cache_hits_total ");
    cr_assert(line && sscanf(line, "\nrapporteur_cache_hits_total %lu", &count) == 1, "%s",
              metrics.body);
    answer_finish(&metrics);
    return count;
}

static void expect_same(const char *target, const char *clean)
{
    struct answer expected = client_get(&client, clean), answer = client_get(&client, target);
    cr_expect_eq(answer.status, 200, "%s: %s", target, answer.body);
    cr_expect_str_eq(answer.body, expected.body, "%s", target);
    cr_expect_str_eq(answer_header(&answer, "ETag"), answer_header(&expected, "ETag"));
    cr_expect_str_eq(answer_header(&answer, "Link"), answer_header(&expected, "Link"));
    answer_finish(&answer);
    answer_finish(&expected);
}

Test(ignored_parameters, change_nothing_in_the_answer)
{
    expect_same("/papers?utm_source=letter&limit=2&fbclid=x&ref=home", "/papers?limit=2");
    expect_same("/papers/7?gclid=1", "/papers/7");
    expect_same("/search?_=1&q=energy", "/search?q=energy");
    expect_same("/?nocache=1", "/");
}

Test(ignored_parameters, share_the_cached_answer_of_the_others)
{
    for (int i = 0; i < 3; i++) {
        struct answer answer = client_get(&client, "/papers?limit=3");
        answer_finish(&answer);
    }
    const unsigned long before = hits();
    struct answer answer = client_get(&client, "/papers?utm_medium=mail&limit=3&utm_term=a");
    answer_finish(&answer);
    cr_expect_eq(hits(), before + 1);
}

Test(ignored_parameters, do_not_hide_an_unknown_one)
{
    struct answer answer = client_get(&client, "/papers?utm_source=a&limt=1&reff=2");
    cr_expect_eq(answer.status, 400);
    cr_expect(strstr(answer.body, "unknown parameter \\\"limt\\\"; did you mean"), "%s",
              answer.body);
    cr_expect(strstr(answer.body, "unknown parameter \\\"reff\\\""), "%s", answer.body);
    cr_expect_not(strstr(answer.body, "unknown parameter \\\"utm_source"), "%s", answer.body);
    answer_finish(&answer);
}
