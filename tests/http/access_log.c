#include "raw.h"
#include "served.h"

#include <criterion/criterion.h>
#include <regex.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Reads up to the end of the server, or `size` bytes. */
static void read_text(int fd, char *text, size_t size)
{
    size_t used = 0;
    ssize_t count;
    while (used + 1 < size && (count = read(fd, text + used, size - 1 - used)) > 0)
        used += (size_t)count;
    text[used] = '\0';
}

static const char *const request_fields[] = {"Referer: http://example.org/a b",
                                             "User-Agent: a \"test\"", NULL};

/* Starts a server, sends three requests, stops it, and copies its log to `log`. */
static void log_requests(const char *const *arguments, char *log, size_t size)
{
    struct raw raw;
    server_start(&served, arguments);
    client_init(&client, served.url);
    struct answer answer = client_send_with(&client, "GET", "/papers/1?limit=%22", request_fields);
    answer_finish(&answer);
    answer = client_send(&client, "HEAD", "/sessions");
    answer_finish(&answer);
    raw_open(&raw, served.port);
    raw_send_text(&raw, "BREW /\"tea\\pot HTTP/1.1\r\nHost: localhost\r\n\r\n");
    struct raw_answer refused = raw_receive(&raw, false);
    raw_answer_finish(&refused);
    raw_close(&raw);
    client_finish(&client);
    kill(served.pid, SIGTERM);
    read_text(served.output, log, size);
    cr_expect_eq(server_stop(&served), 0);
}

static bool matches(const char *text, const char *pattern)
{
    regex_t expression;
    cr_assert_eq(regcomp(&expression, pattern, REG_EXTENDED | REG_NOSUB), 0);
    const bool matched = regexec(&expression, text, 0, NULL, 0) == 0;
    regfree(&expression);
    return matched;
}

/* With one thread the lines have the order of the requests. */
Test(access_log, writes_one_line_per_request_in_combined_format)
{
    static const char *const arguments[] = {"--access-log", "--threads", "1", NULL};
    static const char every[] =
        "^127\\.0\\.0\\.1 - - \\[[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4}:[0-9:]{8} \\+0000\\] \"";
    static const char *const patterns[] = {
        ("\"GET /papers/1\\?limit=%22 HTTP/1\\.1\" 400 [1-9][0-9]* "
         "\"http://example.org/a b\" \"a \\\\x22test\\\\x22\"$"),
        "\"HEAD /sessions HTTP/1\\.1\" 200 0 \"-\" \"-\"$",
        "\"BREW /\\\\x22tea\\\\x5cpot HTTP/1\\.1\" 501 [1-9][0-9]* \"-\" \"-\"$"};
    char log[8192], *rest;
    log_requests(arguments, log, sizeof log);
    size_t lines = 0;
    for (char *line = strtok_r(log, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest), lines++)
        if (lines < 3)
            cr_expect(matches(line, every) && matches(line, patterns[lines]), "%s", line);
    cr_expect_eq(lines, 3);
}

/* Reports whether a log names a second between two times. */
static bool has_time_between(const char *log, time_t first, time_t last)
{
    for (time_t second = first; second <= last; second++) {
        struct tm time;
        char text[40];
        strftime(text, sizeof text, "[%d/%b/%Y:%H:%M:%S +0000]", gmtime_r(&second, &time));
        if (strstr(log, text))
            return true;
    }
    return false;
}

Test(access_log, a_line_has_the_time_of_its_request)
{
    static const char *const arguments[] = {"--access-log", "--threads", "1", NULL};
    char log[8192];
    const time_t before = time(NULL);
    log_requests(arguments, log, sizeof log);
    cr_expect(has_time_between(log, before, time(NULL)), "%s", log);
}

/* Such a request has no route that could be one of them. */
Test(access_log, a_request_of_no_route_is_logged_though_health_checks_are_not)
{
    char log[4096];
    server_start(&served, (const char *const[]){"--access-log", "--access-log-skip-health",
                                                "--threads", "1", NULL});
    client_init(&client, served.url);
    const char *const paths[] = {"/livez", "/nothing", "/readyz"};
    for (size_t i = 0; i < 3; i++) {
        struct answer answer = client_get(&client, paths[i]);
        answer_finish(&answer);
    }
    client_finish(&client);
    kill(served.pid, SIGTERM);
    read_text(served.output, log, sizeof log);
    cr_expect_eq(server_stop(&served), 0);
    cr_expect(matches(log, "^[^\n]*\"GET /nothing HTTP/1\\.1\" 404 [^\n]*\n$"), "%s", log);
}

Test(access_log, has_what_the_library_refuses)
{
    static const char *const heads[] = {"GET /one HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
                                        "GET /two HTTP/9.9\r\nHost: localhost\r\n\r\n"};
    static const char *const arguments[] = {"--access-log", NULL};
    static const char counted[] = "_ended_total{reason=\"refused_head\"} 2\n";
    char log[4096] = "";
    size_t used = 0;
    ssize_t count;
    server_start(&served, arguments);
    for (size_t i = 0; i < 2; i++) {
        struct raw raw;
        raw_open(&raw, served.port);
        raw_send_text(&raw, heads[i]);
        struct raw_answer answer = raw_receive(&raw, false);
        cr_expect_geq(answer.status, 400);
        cr_expect(raw_is_closed(&raw));
        raw_answer_finish(&answer);
        raw_close(&raw);
    }
    client_init(&client, served.url);
    struct answer answer = client_get(&client, "/metrics");
    for (int i = 0; i < MOMENTS && !strstr(answer.body, counted); i++) {
        answer_finish(&answer);
        pause_a_moment();
        answer = client_get(&client, "/metrics");
    }
    cr_expect(strstr(answer.body, counted), "%s", answer.body);
    answer_finish(&answer);
    client_finish(&client);
    kill(served.pid, SIGTERM);
    while ((count = read(served.output, log + used, sizeof log - 1 - used)) > 0)
        used += (size_t)count;
    log[used] = '\0';
    cr_expect(strstr(log, "/one") && strstr(log, "\" 400 "), "%s", log);
    cr_expect_eq(server_stop(&served), 0);
}

Test(access_log, is_off_without_the_flag)
{
    char log[8192];
    log_requests(NULL, log, sizeof log);
    cr_expect_str_empty(log);
}

Test(access_log, writes_one_object_per_request_in_json)
{
    static const char *const arguments[] = {"--access-log=json", "--threads", "1", NULL};
    static const struct {
        const char *method, *target, *representation, *user_agent;
        json_int_t status;
    } expected[] = {
        {"GET", "/papers/1?limit=%22", "application/problem+json", "a \"test\"", 400},
        {"HEAD", "/sessions", "application/json", NULL, 200},
        {"BREW", "/\"tea\\pot", "application/problem+json", NULL, 501},
    };
    char log[8192], *rest;
    log_requests(arguments, log, sizeof log);
    size_t lines = 0;
    for (char *line = strtok_r(log, "\n", &rest); line;
         line = strtok_r(NULL, "\n", &rest), lines++) {
        json_t *object = json_loads(line, JSON_REJECT_DUPLICATES, NULL);
        cr_assert(object && lines < 3, "%s", line);
        const char *user_agent = json_string_value(json_object_get(object, "user_agent"));
        cr_expect_str_eq(json_string_value(json_object_get(object, "method")),
                         expected[lines].method);
        cr_expect_str_eq(json_string_value(json_object_get(object, "target")),
                         expected[lines].target);
        cr_expect_str_eq(json_string_value(json_object_get(object, "representation")),
                         expected[lines].representation);
        cr_expect_str_eq(json_string_value(json_object_get(object, "protocol")), "HTTP/1.1");
        cr_expect_str_eq(json_string_value(json_object_get(object, "remote_address")), "127.0.0.1");
        cr_expect_str_eq(user_agent ? user_agent : "none",
                         expected[lines].user_agent ? expected[lines].user_agent : "none");
        cr_expect_eq(json_integer_value(json_object_get(object, "status")), expected[lines].status);
        cr_expect_eq(json_integer_value(json_object_get(object, "bytes")) == 0, lines == 1);
        cr_expect_gt(json_real_value(json_object_get(object, "duration_seconds")), 0);
        json_decref(object);
    }
    cr_expect_eq(lines, 3);
}

/* Starts a server with an access log in JSON, sends requests for /papers/1 with each field, stops
 * it, and reads the lines. */
static size_t log_in_json(const char *const *fields, size_t count, json_t **lines)
{
    char log[16384], *rest;
    size_t found = 0;
    server_start(&served, (const char *const[]){"--access-log=json", "--access-log-skip-health",
                                                "--threads", "1", NULL});
    client_init(&client, served.url);
    for (size_t i = 0; i < count; i++) {
        const char *const one[] = {fields[i], NULL};
        struct answer answer = client_send_with(&client, "GET", "/papers/1", one);
        answer_finish(&answer);
        answer = client_get(&client, i % 2 ? "/livez" : "/readyz?verbose");
        answer_finish(&answer);
        answer = client_get(&client, "/metrics");
        answer_finish(&answer);
    }
    client_finish(&client);
    kill(served.pid, SIGTERM);
    read_text(served.output, log, sizeof log);
    cr_expect_eq(server_stop(&served), 0);
    for (char *line = strtok_r(log, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        cr_assert_lt(found, count, "%s", line);
        lines[found] = json_loads(line, JSON_REJECT_DUPLICATES, NULL);
        cr_assert(lines[found++], "%s", line);
    }
    return found;
}

static const char *member(const json_t *line, const char *name)
{
    const char *text = json_string_value(json_object_get(line, name));
    return text ? text : "null";
}

#define TRACE "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
#define TRACE_FIELD "traceparent: " TRACE

Test(access_log, has_host_identifiers_and_the_time_to_the_first_byte_but_no_health_checks)
{
    static const char *const fields[] = {"X-Request-ID: a/b-1", "X-Request-ID: two words",
                                         "Host: record.example.org", TRACE_FIELD};
    json_t *lines[4] = {NULL};
    cr_assert_eq(log_in_json(fields, 4, lines), 4);
    cr_expect_str_eq(member(lines[0], "request_id"), "a/b-1");
    const char *made = member(lines[1], "request_id"), *next = member(lines[2], "request_id");
    cr_expect(matches(made, "^[0-9a-f]{16}-1$"), "%s", made);
    cr_expect(matches(next, "^[0-9a-f]{16}-2$"), "%s", next);
    cr_expect_eq(strncmp(made, next, 16), 0);
    cr_expect_str_eq(member(lines[2], "host"), "record.example.org");
    cr_expect_str_eq(member(lines[0], "traceparent"), "null");
    cr_expect_str_eq(member(lines[3], "traceparent"), TRACE);
    for (size_t i = 0; i < 4; i++) {
        const double first = json_real_value(json_object_get(lines[i], "first_byte_seconds"));
        const double last = json_real_value(json_object_get(lines[i], "duration_seconds"));
        /* An answer from the cache may be ready within a microsecond, which is written as 0. */
        cr_expect(json_is_real(json_object_get(lines[i], "first_byte_seconds")));
        cr_expect((first > 0 || i > 0) && first <= last && last > 0, "%f, %f", first, last);
        json_decref(lines[i]);
    }
}

static double dropped_lines(void)
{
    static const char name[] = "\nrapporteur_access_log_dropped_lines_total ";
    struct answer answer = client_get(&client, "/metrics");
    const char *line = strstr(answer.body, name);
    const double value = line ? strtod(line + sizeof name - 1, NULL) : -1;
    answer_finish(&answer);
    return value;
}

Test(access_log, server_survives_a_closed_pipe)
{
    static const char *const arguments[] = {"--access-log", NULL};
    char errors[4096];
    server_start(&served, arguments);
    client_init(&client, served.url);
    close(served.output);
    served.output = -1;
    for (int i = 0; i < 10; i++) {
        struct answer answer = client_get(&client, "/papers");
        cr_expect_eq(answer.status, 200);
        answer_finish(&answer);
    }
    for (int i = 0; i < MOMENTS && dropped_lines() < 10; i++)
        pause_a_moment();
    cr_expect_geq(dropped_lines(), 10);
    client_finish(&client);
    kill(served.pid, SIGTERM);
    read_text(served.errors, errors, sizeof errors);
    cr_expect_eq(server_wait(&served), 0);
    const char *said = strstr(errors, "lines of the access log are dropped");
    cr_expect(said && !strstr(said + 1, "lines of the access log are dropped"), "%s", errors);
    cr_expect(strstr(errors, "standard output cannot be written: Broken pipe; lines"), "%s",
              errors);
}

enum {
    MANY = 1000,
    LONG = 1900 /* bytes; MANY such lines do not fit into the pipe and the ring buffer */
};

static void request_long_targets(void)
{
    static char target[LONG + 1] = "/";
    memset(target + 1, 'a', LONG - 1);
    for (int i = 0; i < MANY; i++) {
        struct answer answer = client_get(&client, target);
        cr_assert_eq(answer.status, 404);
        answer_finish(&answer);
    }
}

/* Returns the number of lines, and expects that each of them is complete. */
static int count_whole_lines(void)
{
    static char line[8192];
    int lines = 0;
    FILE *output = fdopen(dup(served.output), "r");
    for (; fgets(line, sizeof line, output); lines++)
        cr_expect(strncmp(line, "127.0.0.1 - - [", 15) == 0 && strstr(line, "\"-\"\n"), "%s", line);
    fclose(output);
    return lines;
}

Test(access_log, slow_reader_delays_no_request_and_loses_only_lines_that_do_not_fit)
{
    static const char *const arguments[] = {"--access-log", "--threads", "1", NULL};
    server_start(&served, arguments);
    client_init(&client, served.url);
    request_long_targets();
    const double dropped = dropped_lines();
    cr_expect(dropped > 0 && dropped < MANY / 2.0, "%g", dropped);
    client_finish(&client);
    kill(served.pid, SIGTERM);
    const int lines = count_whole_lines();
    cr_expect(lines == MANY - dropped || lines == MANY - dropped + 1, "%d lines, %g dropped", lines,
              dropped);
    cr_expect_eq(server_stop(&served), 0);
}

Test(access_log, stalled_reader_does_not_prevent_shutdown)
{
    static const char *const arguments[] = {"--access-log",   "--threads", "1",
                                            "--stop-seconds", "1",         NULL};
    server_start(&served, arguments);
    client_init(&client, served.url);
    request_long_targets();
    client_finish(&client);
    cr_expect_eq(server_stop(&served), 0);
}

/* Sends one request with `fields` to a server that trusts `proxies`; copies its log line. */
static void log_with_fields(const char *proxies, const char *const *fields, char *line, size_t size)
{
    const char *const arguments[] = {"--access-log", "--trust-proxy", proxies, NULL};
    server_start(&served, arguments);
    client_init(&client, served.url);
    struct answer answer = client_send_with(&client, "GET", "/livez", fields);
    answer_finish(&answer);
    client_finish(&client);
    kill(served.pid, SIGTERM);
    read_text(served.output, line, size);
    cr_expect_eq(server_stop(&served), 0);
}

Test(access_log, has_the_proxy_if_a_client_may_have_sent_one_of_two_fields)
{
    static const char *const fields[][4] = {
        {"X-Forwarded-For: 198.51.100.1", "Forwarded: for=203.0.113.9"},
        {"Forwarded: for=203.0.113.9", "X-Forwarded-For: 198.51.100.1"},
        {"X-Forwarded-For: 198.51.100.1, unknown", "Forwarded: for=203.0.113.9"},
        {"X-Forwarded-For: 198.51.100.1", "Forwarded: for=unknown"},
        {"X-Forwarded-For: 203.0.113.9", "Forwarded: for=\"[cb00:7109::]\""},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        char line[1024];
        log_with_fields("127.0.0.1", fields[i], line, sizeof line);
        cr_expect_eq(strncmp(line, "127.0.0.1 ", 10), 0, "%s", line);
    }
}

Test(access_log, has_the_client_address_that_a_trusted_proxy_reports)
{
    static const struct {
        const char *proxies, *fields[4], *client;
    } cases[] = {
        {"127.0.0.0/8", {"X-Forwarded-For: 198.51.100.1, 203.0.113.9"}, "203.0.113.9 "},
        {"127.0.0.1",
         {"X-Forwarded-For: 2001:db8::7", "Forwarded: for=\"[2001:db8::7]:80\""},
         "2001:db8::7 "},
        {"127.0.0.1", {"Forwarded: for=192.0.2.3"}, "192.0.2.3 "},
        {"127.0.0.1",
         {"X-Forwarded-For: 203.0.113.9", "X-Forwarded-For: 127.0.0.1"},
         "203.0.113.9 "},
        {"127.0.0.1", {"X-Forwarded-For: 203.0.113.9", "Forwarded: nonsense"}, "127.0.0.1 "},
        {"127.0.0.1", {"Accept: */*"}, "127.0.0.1 "},
        {"10.0.0.0/8", {"X-Forwarded-For: 203.0.113.9"}, "127.0.0.1 "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char line[1024];
        log_with_fields(cases[i].proxies, cases[i].fields, line, sizeof line);
        cr_expect_eq(strncmp(line, cases[i].client, strlen(cases[i].client)), 0, "%s", line);
    }
}
