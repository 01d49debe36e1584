/* The text format of Prometheus. */
#include "metrics/metrics_text.h"

#include <criterion/criterion.h>

static struct buffer out;

static void start(void)
{
    buffer_init(&out, 4096);
}

static void finish(void)
{
    buffer_finish(&out);
}

TestSuite(metrics_text, .init = start, .fini = finish);

static void expect_text(const char *expected)
{
    buffer_append(&out, "", 1);
    cr_expect_str_eq(out.bytes, expected);
}

Test(metrics_text, a_label_may_have_any_text)
{
    metric_add_labelled(&out, METRIC_REQUESTS, "url", "\"a\\b\nc\"", ",more=\"1\"", 1.5);
    metric_add_labelled(&out, METRIC_REQUESTS, "url", "", "", 0);
    expect_text("rapporteur_http_requests_total{url=\"\\\"a\\\\b\\nc\\\"\",more=\"1\"} 1.5\n"
                "rapporteur_http_requests_total{url=\"\"} 0\n");
}

Test(metrics_text, a_metric_is_described_before_its_value)
{
    metric_add_one(&out, METRIC_HITS, UINT64_MAX);
    metric_add_seconds(&out, METRIC_DURATION, INT64_C(1234567890));
    expect_text("# HELP rapporteur_cache_hits_total Responses that were sent from the cache.\n"
                "# TYPE rapporteur_cache_hits_total counter\n"
                "rapporteur_cache_hits_total 18446744073709551615\n"
                "# HELP rapporteur_http_request_duration_seconds Time from the head of a request "
                "to the end of its response, by route.\n"
                "# TYPE rapporteur_http_request_duration_seconds histogram\n"
                "rapporteur_http_request_duration_seconds 1.234568\n");
}
