/* The lines of the access log, and its ring buffer. */
#include "access_log/log_line.h"
#include "access_log/log_ring.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <netinet/in.h>
#include <string.h>

static const struct logged plain = {
    .time = INT64_C(1162425600123456789),
    .duration = 1000250999,
    .ready = 2500,
    .bytes = 42,
    .status = 200,
    .client = {AF_INET, {192, 0, 2, 7}},
    .texts = {"GET", "/papers?q=a", "HTTP/1.1", "https://example.org/a b", "curl/8 (x)",
              "application/json", "record.example.org", "a-1",
              "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}};

static char *line_of(const struct logged *logged, enum access_log_format format, size_t *ret_length)
{
    struct buffer out;
    buffer_init(&out, LOG_LINE_MAX + 1);
    log_line_append(logged, format, &out);
    *ret_length = out.length;
    char *line = buffer_steal_text(&out);
    cr_assert(line);
    return line;
}

static void expect_line(const struct logged *logged, enum access_log_format format,
                        const char *expected)
{
    size_t length;
    char *line = line_of(logged, format, &length);
    cr_expect_str_eq(line, expected);
    free(line);
}

Test(access_log_line, combined_equals_the_format_of_apache)
{
    struct logged logged = plain;
    expect_line(&logged, ACCESS_LOG_COMBINED,
                "192.0.2.7 - - [02/Nov/2006:00:00:00 +0000] \"GET /papers?q=a HTTP/1.1\" 200 42 "
                "\"https://example.org/a b\" \"curl/8 (x)\"\n");
    logged.texts[LOGGED_REFERER] = NULL;
    logged.texts[LOGGED_USER_AGENT] = "\"\\\n\x7f\xff";
    logged.texts[LOGGED_TARGET] = "/a b\"";
    logged.client.family = AF_UNSPEC;
    expect_line(&logged, ACCESS_LOG_COMBINED,
                "- - - [02/Nov/2006:00:00:00 +0000] \"GET /a\\x20b\\x22 HTTP/1.1\" 200 42 \"-\" "
                "\"\\x22\\x5c\\x0a\\x7f\\xff\"\n");
}

Test(access_log_line, json_is_an_object_with_all_members)
{
    struct logged logged = plain;
    expect_line(
        &logged, ACCESS_LOG_JSON,
        "{\"time\":\"2006-11-02T00:00:00.123Z\",\"remote_address\":\"192.0.2.7\","
        "\"method\":\"GET\",\"target\":\"/papers?q=a\",\"protocol\":\"HTTP/1.1\","
        "\"status\":200,\"bytes\":42,\"first_byte_seconds\":0.000002,\"duration_seconds\":1.000250,"
        "\"referer\":\"https://example.org/a b\",\"user_agent\":\"curl/8 (x)\","
        "\"representation\":\"application/json\",\"host\":\"record.example.org\","
        "\"request_id\":\"a-1\",\"traceparent\":"
        "\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\"}\n");
    logged.client = (struct address){AF_INET6, {0x20, 0x01, 0x0d, 0xb8, [15] = 1}};
    logged.texts[LOGGED_REFERER] = logged.texts[LOGGED_REPRESENTATION] = NULL;
    logged.texts[LOGGED_HOST] = logged.texts[LOGGED_REQUEST_ID] = NULL;
    logged.texts[LOGGED_TRACEPARENT] = NULL;
    logged.texts[LOGGED_USER_AGENT] = "\xc3\xa9\xff\xed\xa0\x80\xf0\x9f\x98\x80\xc3";
    expect_line(
        &logged, ACCESS_LOG_JSON,
        "{\"time\":\"2006-11-02T00:00:00.123Z\",\"remote_address\":\"2001:db8::1\","
        "\"method\":\"GET\",\"target\":\"/papers?q=a\",\"protocol\":\"HTTP/1.1\","
        "\"status\":200,\"bytes\":42,\"first_byte_seconds\":0.000002,\"duration_seconds\":1.000250,"
        "\"referer\":null,"
        "\"user_agent\":\"\xc3\xa9\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
        "\xf0\x9f\x98\x80\xef\xbf\xbd\",\"representation\":null,\"host\":null,\"request_id\":null,"
        "\"traceparent\":null}\n");
}

Test(access_log_line, json_has_the_duration_in_seconds_to_the_microsecond)
{
    static const struct {
        int64_t nanoseconds;
        const char *seconds;
    } cases[] = {{0, "0.000000"},          {999, "0.000000"},         {1000, "0.000001"},
                 {999999999, "0.999999"},  {1000000000, "1.000000"},  {2000000000, "2.000000"},
                 {3999999999, "3.999999"}, {61000001000, "61.000001"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct logged logged = plain;
        struct buffer line;
        char expected[60];
        buffer_init(&line, 4096);
        logged.duration = cases[i].nanoseconds;
        log_line_append(&logged, ACCESS_LOG_JSON, &line);
        buffer_append(&line, "", 1);
        snprintf(expected, sizeof expected, ",\"duration_seconds\":%s,", cases[i].seconds);
        cr_expect(strstr(line.bytes, expected), "%s", line.bytes);
        buffer_finish(&line);
    }
}

/* Fills `text` with pseudorandom bytes, the same in each run (constants of Numerical Recipes). */
static void fill_hostile(char *text, size_t size, unsigned *state)
{
    for (size_t i = 0; i + 1 < size; i++) {
        *state = *state * 1664525u + 1013904223u;
        text[i] = (char)(1 + (*state >> 16) % 255);
    }
    text[size - 1] = '\0';
}

static void expect_one_line(const struct logged *logged, enum access_log_format format)
{
    size_t length;
    char *line = line_of(logged, format, &length);
    cr_expect_leq(length, LOG_LINE_MAX);
    cr_expect_eq(strcspn(line, "\n") + 1, length, "%s", line);
    if (format == ACCESS_LOG_JSON) {
        json_error_t error;
        json_t *object = json_loadb(line, length, JSON_REJECT_DUPLICATES, &error);
        cr_expect(object, "%s in %s", error.text, line);
        cr_expect_eq(json_object_size(object), 15);
        json_decref(object);
    }
    for (const char *c = line; format == ACCESS_LOG_COMBINED && *c; c++)
        cr_expect((*c >= ' ' && *c < 0x7f) || *c == '\n');
    free(line);
}

/* An escape is whole or missing. */
Test(access_log_line, a_text_between_quotes_has_exactly_as_many_bytes_as_it_may)
{
    static const struct {
        size_t letters, expected;
        const char *end;
    } cases[] = {{499, 499, ""},   {500, 500, ""},   {501, 500, ""},   {490, 490, ""},
                 {496, 500, "\""}, {497, 497, "\""}, {499, 499, "\n"}, {492, 500, "\xFF\xFF"}};
    char agent[600];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct logged logged = plain;
        size_t length;
        memset(agent, 'a', cases[i].letters);
        snprintf(agent + cases[i].letters, sizeof agent - cases[i].letters, "%s", cases[i].end);
        logged.texts[LOGGED_USER_AGENT] = agent;
        char *line = line_of(&logged, ACCESS_LOG_COMBINED, &length);
        const char *start = strstr(line, "\"aaa"), *end = strrchr(line, '"');
        cr_assert(start && end);
        cr_expect_eq((size_t)(end - start - 1), cases[i].expected, "case %zu: %s", i, line);
        free(line);
    }
}

/* 500 bytes for the user agent, 2000 for the target; a character is whole or missing. */
Test(access_log_line, a_text_in_json_has_exactly_as_many_bytes_as_it_may)
{
    static const struct {
        const char *unit;
        size_t shown, kept;
    } units[] = {{"x", 1, 500},   {"\"", 2, 250},  {"\xc3\xa9", 2, 250}, {"\xe2\x82\xac", 3, 166},
                 {"\x01", 6, 83}, {"\xff", 3, 166}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        static char text[4000];
        struct logged logged = plain;
        size_t length;
        *text = '\0';
        for (size_t j = 0; j < 600; j++)
            strcat(text, units[i].unit);
        logged.texts[LOGGED_USER_AGENT] = text;
        char *line = line_of(&logged, ACCESS_LOG_JSON, &length);
        json_t *object = json_loads(line, 0, NULL);
        const char *shown = json_string_value(json_object_get(object, "user_agent"));
        cr_assert(shown, "%s", line);
        const size_t bytes = units[i].unit[0] == '\xff' ? 3 : strlen(units[i].unit);
        cr_expect_eq(strlen(shown), units[i].kept * bytes, "%zu: %zu", i, strlen(shown));
        cr_expect_eq(strncmp(shown, *text == '\xff' ? "\xef\xbf\xbd" : text, bytes), 0);
        json_decref(object);
        free(line);
    }
}

Test(access_log_line, hostile_texts_stay_one_line_of_limited_length)
{
    static char texts[5][16384];
    unsigned state = 7;
    for (int round = 0; round < 200; round++) {
        struct logged logged = plain;
        logged.time = INT64_MAX;
        logged.duration = logged.bytes = INT64_MAX;
        memset(logged.client.bytes, 0xfe, 16);
        logged.client.family = AF_INET6;
        for (size_t i = 0; i < 5; i++) {
            fill_hostile(texts[i], round % 2 ? sizeof texts[i] : 1 + state % 60, &state);
            logged.texts[i] = texts[i];
        }
        expect_one_line(&logged, ACCESS_LOG_COMBINED);
        expect_one_line(&logged, ACCESS_LOG_JSON);
    }
}

/* The entries differ in length, so that they wrap at every position. */
Test(access_log_ring, entries_are_taken_in_the_order_in_which_they_were_put)
{
    struct log_ring *ring = log_ring_create();
    char texts[LOG_ENTRY_MAX], target[1500];
    unsigned put = 0, taken = 0;
    struct logged logged = plain, out;
    cr_assert(ring);
    memset(target, 'a', sizeof target);
    while (taken < 20000) {
        const size_t length = put * 7 % 1400;
        target[length] = '\0';
        logged.status = put;
        logged.texts[LOGGED_TARGET] = target;
        if (taken + 50 > put && log_ring_put(ring, &logged)) {
            put++;
            target[length] = 'a';
            continue;
        }
        target[length] = 'a';
        cr_assert(log_ring_take(ring, texts, &out));
        cr_assert_eq(out.status, taken);
        cr_assert_eq(strspn(out.texts[LOGGED_TARGET], "a"), taken * 7 % 1400);
        cr_assert_str_eq(out.texts[LOGGED_USER_AGENT], "curl/8 (x)");
        taken++;
    }
    cr_expect_eq(log_ring_refused(ring), 0);
    log_ring_destroy(ring);
}

Test(access_log_ring, full_ring_refuses_and_counts_entries_and_keeps_the_others)
{
    struct log_ring *ring = log_ring_create();
    char texts[LOG_ENTRY_MAX];
    struct logged logged = plain, out;
    unsigned put = 0, taken = 0;
    cr_assert(ring);
    cr_expect(log_ring_is_empty(ring));
    for (logged.status = 0; log_ring_put(ring, &logged); logged.status++)
        put++;
    cr_expect_eq(log_ring_put(ring, &logged), 0);
    cr_expect_eq(log_ring_refused(ring), 2);
    cr_expect_gt(put, 1000);
    while (log_ring_take(ring, texts, &out))
        cr_assert_eq(out.status, taken++);
    cr_expect_eq(taken, put);
    cr_expect(log_ring_is_empty(ring));
    log_ring_destroy(ring);
}

Test(access_log_line, an_address_that_is_unknown_is_null_and_so_is_an_empty_text)
{
    struct logged logged = {.texts = {"GET", "", "HTTP/1.1"}};
    expect_line(&logged, ACCESS_LOG_JSON,
                "{\"time\":\"1970-01-01T00:00:00.000Z\",\"remote_address\":null,"
                "\"method\":\"GET\",\"target\":null,\"protocol\":\"HTTP/1.1\",\"status\":0,"
                "\"bytes\":0,\"first_byte_seconds\":0.000000,\"duration_seconds\":0.000000,"
                "\"referer\":null,\"user_agent\":null,\"representation\":null,\"host\":null,"
                "\"request_id\":null,\"traceparent\":null}\n");
}

Test(access_log_ring, an_entry_may_fill_it_exactly)
{
    static char target[2000];
    struct log_ring *ring = log_ring_create();
    struct logged logged = {.texts = {NULL}}, out;
    char texts[LOG_ENTRY_MAX];
    cr_assert(ring);
    const size_t plain_bytes = log_ring_put(ring, &logged);
    size_t used = plain_bytes;
    while (LOG_RING_BYTES - used > 2 * plain_bytes)
        used = log_ring_put(ring, &logged);
    const size_t letters = LOG_RING_BYTES - used - plain_bytes;
    cr_assert_lt(letters + 1, sizeof target);
    memset(target, 'a', letters + 1);
    logged.texts[LOGGED_TARGET] = target;
    cr_expect_eq(log_ring_put(ring, &logged), 0);
    target[letters] = '\0';
    cr_expect_eq(log_ring_put(ring, &logged), LOG_RING_BYTES);
    cr_expect_eq(log_ring_refused(ring), 1);
    size_t taken = 0;
    for (; log_ring_take(ring, texts, &out); taken++)
        continue;
    cr_expect_eq(taken, used / plain_bytes + 1);
    cr_expect_eq(strlen(out.texts[LOGGED_TARGET]), letters);
    log_ring_destroy(ring);
}
