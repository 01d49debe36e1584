#include "raw.h"
#include "served.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void start(void)
{
    static const char *const arguments[] = {"--threads", "1", NULL};
    server_start(&served, arguments);
    client_init(&client, served.url);
}

TestSuite(metrics, .init = start, .fini = stop_serving);

/* Returns the value of a series, given by its name and labels, or -1 if there is no such line. */
static double value_of(const char *metrics, const char *name)
{
    const size_t length = strlen(name);
    for (const char *line = metrics; *line; line += strcspn(line, "\n"), line += *line == '\n')
        if (strncmp(line, name, length) == 0 && line[length] == ' ')
            return strtod(line + length, NULL);
    return -1;
}

static double measure(const char *name)
{
    struct answer answer = client_get(&client, "/metrics");
    cr_assert_eq(answer.status, 200);
    const double value = value_of(answer.body, name);
    answer_finish(&answer);
    return value;
}

static void expect_status(const char *method, const char *path, const char *field, long status)
{
    const char *const fields[] = {field, NULL};
    struct answer answer = client_send_with(&client, method, path, fields);
    cr_expect_eq(answer.status, status, "%s %s", method, path);
    answer_finish(&answer);
}

#define COUNTED(route, method, status, type)                                                    \
    "rapporteur_http_requests_total{route=\"" route "\",method=\"" method "\",status=\"" status \
    "\",representation=\"" type "\"}"

Test(metrics, answers_are_counted_by_route_method_status_and_representation)
{
    static const struct {
        const char *method, *path, *field, *counted;
        long status;
        int times;
    } cases[] = {
        {"GET", "/papers", NULL, COUNTED("/{collection}", "GET", "200", "application/json"), 200,
         5},
        {"HEAD", "/papers", NULL, COUNTED("/{collection}", "HEAD", "200", "application/json"), 200,
         3},
        {"GET", "/papers.csv", NULL, COUNTED("/{collection}", "GET", "200", "text/csv"), 200, 4},
        {"GET", "/papers/1", "If-None-Match: *",
         COUNTED("/{collection}/{id}", "GET", "304", "application/json"), 304, 4},
        {"GET", "/papers/1", "If-Match: \"other\"",
         COUNTED("/{collection}/{id}", "GET", "412", "application/problem+json"), 412, 2},
        {"GET", "/nothing", NULL,
         COUNTED("/{collection}", "GET", "404", "application/problem+json"), 404, 2},
        {"GET", "/a/b/c/d/e", NULL, COUNTED("other", "GET", "404", "application/problem+json"), 404,
         2},
        {"OPTIONS", "/papers", NULL, COUNTED("/{collection}", "OPTIONS", "204", "none"), 204, 2},
        {"GET", "/livez", NULL, COUNTED("/livez", "GET", "200", "text/plain"), 200, 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int n = 0; n < cases[i].times; n++)
            expect_status(cases[i].method, cases[i].path, cases[i].field, cases[i].status);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(measure(cases[i].counted), cases[i].times, "%s: %g", cases[i].counted,
                     measure(cases[i].counted));
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

#define DURATION(part, label) \
    "rapporteur_http_request_duration_seconds_" part "{route=\"/search\"" label "}"

/* Every duration is at most the time that all requests took, and the longest is at least their
 * average. */
Test(metrics, every_answer_is_in_the_buckets_of_its_duration)
{
    static const char *const bounds[] = {"1e-05", "2.5e-05", "5e-05", "0.0001", "0.00025", "0.0005",
                                         "0.001", "0.0025",  "0.005", "0.01",   "0.05",    "0.1",
                                         "0.5",   "1",       "5",     "+Inf"};
    enum {
        REQUESTS = 6
    };
    double before_bound = 0;
    const double before = seconds();
    for (int i = 0; i < REQUESTS; i++)
        expect_status("GET", "/search?q=energy", NULL, 200);
    cr_expect_eq(measure(DURATION("count", "")), REQUESTS);
    const double elapsed = seconds() - before; /* the last one has ended */
    const double sum = measure(DURATION("sum", ""));
    cr_expect(sum > 0 && sum <= elapsed, "%g of %g seconds", sum, elapsed);
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
        char name[120];
        snprintf(name, sizeof name, DURATION("bucket", ",le=\"%s\""), bounds[i]);
        const double bound = strtod(bounds[i], NULL), count = measure(name);
        cr_expect_geq(count, before_bound, "%s: buckets are cumulative", name);
        cr_expect(bound < elapsed || count == REQUESTS, "%s: %g", name, count);
        cr_expect(bound * REQUESTS >= sum || count < REQUESTS, "%s: %g", name, count);
        before_bound = count;
    }
}

/* The first request is only noted, the second is cached, the third is a hit. */
Test(metrics, cache_hits_misses_and_sizes_are_counted)
{
    const double misses = measure("rapporteur_cache_misses_total");
    for (int i = 0; i < 5; i++)
        expect_status("GET", "/papers", NULL, 200);
    cr_expect_eq(measure("rapporteur_cache_hits_total"), 3);
    cr_expect_geq(measure("rapporteur_cache_misses_total"), misses + 2);
    cr_expect_eq(measure("rapporteur_cache_entries"), 1);
    cr_expect_gt(measure("rapporteur_cache_bytes"), 1000);
    cr_expect_eq(measure("rapporteur_cache_limit_bytes"), 32 << 20);
    cr_expect_eq(measure("rapporteur_cache_evictions_total"), 0);
}

Test(metrics, open_and_accepted_connections_are_counted)
{
    struct client other;
    const double accepted = measure("rapporteur_connections_accepted_total");
    client_init(&other, served.url);
    struct answer answer = client_get(&other, "/livez");
    answer_finish(&answer);
    cr_expect_eq(measure("rapporteur_connections_open"), 2);
    client_finish(&other);
    cr_expect_eq(measure("rapporteur_connections_accepted_total"), accepted + 1);
}

Test(metrics, bytes_of_bodies_are_counted_by_route)
{
    static const char name[] = "rapporteur_http_response_bytes_total{route=\"/{collection}\"}";
    double bytes = 0;
    for (int i = 0; i < 4; i++) { /* built, and then from the cache */
        struct answer answer = client_get(&client, "/papers");
        bytes += (double)answer.length;
        answer_finish(&answer);
    }
    expect_status("HEAD", "/papers", NULL, 200);
    expect_status("GET", "/papers", "If-None-Match: *", 304);
    cr_expect_gt(bytes, 1000);
    cr_expect_eq(measure(name), bytes, "%g, not %g", measure(name), bytes);
}

Test(metrics, a_refused_head_is_counted)
{
    struct raw raw;
    raw_open(&raw, served.port);
    raw_send_text(&raw, "GET / HTTP/1.1\r\n\r\n");
    struct raw_answer answer = raw_receive(&raw, false);
    cr_expect_eq(answer.status, 400);
    raw_answer_finish(&answer);
    raw_close(&raw);
    cr_expect_eq(measure("rapporteur_refusals_total{reason=\"head\"}"), 1);
}

Test(metrics, limits_and_their_use_are_shown)
{
    static const struct {
        const char *name;
        double value;
    } limits[] = {{"rapporteur_connections_limit", 4096},
                  {"rapporteur_request_work_limit_units", 1e8},
                  {"rapporteur_unsent_limit_bytes", 67108864},
                  {"rapporteur_cache_limit_bytes", 33554432},
                  {"rapporteur_costly_threads", 1},
                  {"rapporteur_costly_requests_limit", 64}};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        cr_expect_eq(measure(limits[i].name), limits[i].value, "%s", limits[i].name);
    expect_status("GET", "/papers", NULL, 200);
    const double highest = measure("rapporteur_request_work_highest_units");
    cr_expect(highest > 0 && highest < 1e8, "%g", highest);
    cr_expect_geq(measure("rapporteur_request_work_units_total"), highest);
    cr_expect_eq(measure("rapporteur_http_requests_under_way"), 1, "the one that asks");
}

Test(metrics, the_last_load_is_described)
{
    cr_expect_eq(measure("rapporteur_load_last_succeeded"), 1);
    cr_expect_gt(measure("rapporteur_load_last_duration_seconds"), 0);
    cr_expect_lt(measure("rapporteur_load_last_duration_seconds"), 300);
    cr_expect_eq(measure("rapporteur_load_last_timestamp_seconds"),
                 measure("rapporteur_load_last_success_timestamp_seconds"));
}

Test(metrics, what_has_not_happened_is_counted_as_zero)
{
    static const char *const names[] = {"rapporteur_access_log_dropped_lines_total",
                                        "rapporteur_log_dropped_lines_total",
                                        "rapporteur_refusals_total{reason=\"memory\"}",
                                        "rapporteur_refusals_total{reason=\"queue\"}",
                                        "rapporteur_refusals_total{reason=\"work\"}",
                                        "rapporteur_refusals_total{reason=\"client\"}",
                                        "rapporteur_refusals_total{reason=\"head\"}",
                                        "rapporteur_refusals_total{reason=\"loading\"}",
                                        "rapporteur_costly_threads_busy",
                                        "rapporteur_costly_requests_waiting",
                                        "rapporteur_cache_evictions_total",
                                        "rapporteur_loads_total{result=\"failure\"}"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        cr_expect_eq(measure(names[i]), 0, "%s", names[i]);
}

Test(metrics, record_and_process_are_described)
{
    char info[100];
    json_t *papers = client_get_json(&client, "/papers?limit=1", 200);
    json_t *meta = json_object_get(papers, "meta");
    snprintf(info, sizeof info, "rapporteur_snapshot_info{version=\"%s\"}",
             json_string_value(json_object_get(meta, "version")));
    cr_expect_eq(measure(info), 1, "%s", info);
    cr_expect_eq(measure("rapporteur_snapshot_records{collection=\"papers\"}"),
                 json_number_value(json_object_get(meta, "total")));
    json_decref(papers);
    cr_expect_eq(measure("rapporteur_ready"), 1);
    cr_expect_eq(measure("rapporteur_loads_total{result=\"success\"}"), 1);
    cr_expect_eq(measure("rapporteur_loads_total{result=\"failure\"}"), 0);
    cr_expect_gt(measure("rapporteur_load_last_success_timestamp_seconds"), 1e9);
    const double age = (double)time(NULL) - measure("process_start_time_seconds");
    cr_expect(age > -60 && age < 600, "%f", age);
    cr_expect_gt(measure("process_resident_memory_bytes"), 1e6);
    cr_expect_gt(measure("process_open_fds"), 3);
    cr_expect_gt(measure("process_max_fds"), measure("process_open_fds"));
    cr_expect_gt(measure("process_cpu_seconds_total"), 0);
}

/* promtool is in Debian's package prometheus. If CI=true, the test fails without it. */
Test(metrics, promtool_finds_no_fault)
{
    char output[4096] = "";
    if (system("command -v promtool >/dev/null 2>&1") != 0) {
        if (getenv("CI") && strcmp(getenv("CI"), "true") == 0)
            cr_assert_fail("promtool is not installed");
        cr_skip_test("promtool is not installed");
    }
    expect_status("GET", "/papers", NULL, 200);
    struct answer answer = client_get(&client, "/metrics");
    cr_expect_str_eq(answer_header(&answer, "Content-Type"),
                     "text/plain; version=0.0.4; charset=utf-8");
    char name[] = "/tmp/rapporteur-metrics-XXXXXX";
    const int fd = mkstemp(name);
    cr_assert_geq(fd, 0);
    FILE *file = fdopen(fd, "w");
    fwrite(answer.body, 1, answer.length, file);
    fclose(file);
    answer_finish(&answer);
    char command[200];
    snprintf(command, sizeof command, "promtool check metrics <%s 2>&1", name);
    FILE *said = popen(command, "r");
    output[fread(output, 1, sizeof output - 1, said)] = '\0';
    cr_expect_eq(pclose(said), 0, "%s", output);
    cr_expect_str_empty(output);
    remove(name);
}
