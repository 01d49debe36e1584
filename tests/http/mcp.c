/* POST /mcp: messages of the Model Context Protocol over HTTP. */
#include "raw.h"
#include "served.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The members of "params" that revision 2026-07-28 demands. */
#define MCP_MODERN_META                                                      \
    "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"," \
    "\"io.modelcontextprotocol/clientCapabilities\":{}}"

enum {
    REQUEST_BYTES = 80 * 1024
};

static const char ping[] = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

static void serve_mcp(const char *name, const char *value)
{
    const char *arguments[] = {"--mcp", name, value, NULL};
    server_start(&served, arguments);
    client_init(&client, served.url);
}

/* Sends a message with its length. `fields` end with CR LF, or are "". */
static void send_message(struct raw *raw, const char *fields, const char *message)
{
    char *request = malloc(REQUEST_BYTES);
    cr_assert(request);
    snprintf(request, REQUEST_BYTES,
             "POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\n"
             "%sContent-Length: %zu\r\n\r\n%s",
             served.port, fields, strlen(message), message);
    raw_send_text(raw, request);
    free(request);
}

static struct raw_answer post(struct raw *raw, const char *fields, const char *message)
{
    send_message(raw, fields, message);
    return raw_receive(raw, false);
}

static void expect_answer(struct raw *raw, const char *fields, const char *message, long status,
                          const char *part)
{
    struct raw_answer answer = post(raw, fields, message);
    cr_expect_eq(answer.status, status, "%ld to %s%.100s", answer.status, fields, message);
    cr_expect(strstr(answer.body, part), "no \"%s\" in %.300s", part, answer.body);
    raw_answer_finish(&answer);
}

Test(mcp_http, is_off_by_default)
{
    struct raw raw;
    serve();
    raw_open(&raw, served.port);
    expect_answer(&raw, "", ping, 405, "read-only");
    raw_close(&raw);
    struct answer answer = client_get(&client, "/mcp");
    cr_expect_eq(answer.status, 404);
    answer_finish(&answer);
    stop_serving();
}

Test(mcp_http, answers_one_message_after_the_other_and_no_other_method)
{
    struct raw raw;
    serve_mcp(NULL, NULL);
    raw_open(&raw, served.port);
    for (int i = 0; i < 3; i++) {
        expect_answer(&raw, "", ping, 200, "\"result\":{}");
        expect_answer(&raw, "", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                      202, "");
        expect_answer(&raw, "", "{", 400, "-32700");
    }
    raw_close(&raw);
    static const char *const methods[] = {"GET", "HEAD", "DELETE", "PUT"};
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        struct answer answer = client_send(&client, methods[i], "/mcp");
        cr_expect_eq(answer.status, 405, "%s", methods[i]);
        cr_expect_str_eq(answer_header(&answer, "Allow"), "OPTIONS, POST");
        answer_finish(&answer);
    }
    stop_serving();
}

/* Sends a ping to a target. Returns the answer. */
static struct raw_answer post_to(struct raw *raw, const char *target)
{
    char request[400];
    snprintf(request, sizeof request,
             "POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %zu\r\n\r\n%s", target,
             sizeof ping - 1, ping);
    raw_send_text(raw, request);
    return raw_receive(raw, false);
}

Test(mcp_http, parameters_that_others_add_are_ignored_and_all_others_refused)
{
    static const struct {
        const char *target, *part;
        long status;
    } cases[] = {{"/mcp", "\"result\":{}", 200},
                 {"/mcp?utm_source=x", "\"result\":{}", 200},
                 {"/mcp?", "\"result\":{}", 200},
                 {"/mcp?x=1", "unknown parameter \\\"x\\\"", 400},
                 {"/mcp?x=1&utm_source=x", "unknown parameter \\\"x\\\"", 400}};
    struct raw raw;
    serve_mcp("--threads", "1");
    raw_open(&raw, served.port);
    for (size_t i = 0; i < 3 * sizeof cases / sizeof *cases; i++) {
        const size_t j = i % (sizeof cases / sizeof *cases);
        struct raw_answer answer = post_to(&raw, cases[j].target);
        cr_expect_eq(answer.status, cases[j].status, "%ld to %s", answer.status, cases[j].target);
        cr_expect(strstr(answer.body, cases[j].part), "%s: %s", cases[j].target, answer.body);
        raw_answer_finish(&answer);
    }
    raw_close(&raw);
    stop_serving();
}

/* Many services have the path "/mcp/", and clients are configured for it. */
Test(mcp_http, a_slash_at_the_end_of_the_path_is_redirected_with_the_message)
{
    struct raw raw;
    serve_mcp("--base-path", "/record");
    raw_open(&raw, served.port);
    struct raw_answer answer = post_to(&raw, "/mcp/");
    cr_expect_eq(answer.status, 308);
    cr_expect(strstr(answer.head, "\r\nLocation: /record/mcp\r\n"), "%s", answer.head);
    raw_answer_finish(&answer);
    raw_close(&raw);
    stop_serving();
}

/* The same message with other ids gets the same result, also from the cache. */
Test(mcp_http, cached_answers_have_the_id_of_their_message)
{
    static const char *const ids[] = {
        "1", "2", "-3", "\"a\"", "123456789012345", "1234567890123456", "\"\\u0041\"", "7"};
    struct raw raw;
    char message[600], *first = NULL;
    serve_mcp("--threads", "1");
    raw_open(&raw, served.port);
    for (size_t i = 0; i < 3 * sizeof ids / sizeof *ids; i++) {
        const char *id = ids[i % (sizeof ids / sizeof *ids)];
        snprintf(message, sizeof message,
                 "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"tools/call\",\"params\":{\"name\":"
                 "\"search_record\",\"arguments\":{\"query\":\"energy\"}}}",
                 id);
        struct raw_answer answer = post(&raw, "", message);
        json_t *json = json_loads(answer.body, 0, NULL),
               *wanted = json_loads(id, JSON_DECODE_ANY, NULL);
        char *result = json_dumps(json_object_get(json, "result"), 0);
        cr_assert(result);
        cr_expect(json_equal(json_object_get(json, "id"), wanted), "%s", id);
        if (first)
            cr_expect_str_eq(result, first);
        else
            first = strdup(result);
        free(result);
        json_decref(json);
        json_decref(wanted);
        raw_answer_finish(&answer);
    }
    free(first);
    raw_close(&raw);
    cr_expect(client_waits_for_text(&client, "/metrics",
                                    "route=\"/mcp\",method=\"POST\",status=\"200\""));
    stop_serving();
}

/* Addresses in answers are those by which the client called. */
Test(mcp_http, cached_answers_depend_on_the_host)
{
    static const char message[] = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/"
                                  "call\",\"params\":{\"name\":\"get_record\","
                                  "\"arguments\":{\"id\":\"energy-security\"}}}";
    struct raw raw;
    char request[1000], url[100];
    serve_mcp("--threads", "1");
    raw_open(&raw, served.port);
    for (int i = 0; i < 8; i++) {
        snprintf(url, sizeof url, "\"url\":\"http://127.0.0.%d/topics/energy-security\"", i % 2);
        snprintf(request, sizeof request,
                 "POST /mcp HTTP/1.1\r\nHost: 127.0.0.%d\r\nContent-Length: %zu\r\n\r\n%s", i % 2,
                 sizeof message - 1, message);
        raw_send_text(&raw, request);
        struct raw_answer answer = raw_receive(&raw, false);
        cr_expect(strstr(answer.body, url), "%s", url);
        raw_answer_finish(&answer);
    }
    raw_close(&raw);
    stop_serving();
}

/* Sends a message with other fields of its content. Returns the answer. */
static struct raw_answer post_content(struct raw *raw, const char *fields)
{
    char request[400];
    snprintf(request, sizeof request,
             "POST /mcp HTTP/1.1\r\nHost: a\r\n%sContent-Length: %zu\r\n\r\n%s", fields,
             sizeof ping - 1, ping);
    raw_send_text(raw, request);
    return raw_receive(raw, false);
}

Test(mcp_http, a_message_is_uncompressed_json)
{
    static const struct {
        const char *fields;
        long status;
    } cases[] = {{"", 200},
                 {"Content-Type: application/json\r\n", 200},
                 {"Content-Type: Application/JSON ; charset=utf-8\r\n", 200},
                 {"Content-Encoding: identity\r\n", 200},
                 {"Content-Type: text/plain\r\n", 415},
                 {"Content-Type: application/x-www-form-urlencoded\r\n", 415},
                 {"Content-Type: application/jsonx\r\n", 415},
                 {"Content-Type: application/json, text/plain\r\n", 415},
                 {"Content-Type:\r\n", 415},
                 {"Content-Encoding: gzip\r\n", 415}};
    struct raw raw;
    serve_mcp("--threads", "1");
    raw_open(&raw, served.port);
    for (size_t i = 0; i < 4 * sizeof cases / sizeof *cases; i++) {
        const size_t j = i % (sizeof cases / sizeof *cases);
        struct raw_answer answer = post_content(&raw, cases[j].fields);
        cr_expect_eq(answer.status, cases[j].status, "%ld to %s", answer.status, cases[j].fields);
        raw_answer_finish(&answer);
    }
    raw_close(&raw);
    stop_serving();
}

Test(mcp_http, pages_ask_only_from_this_host_or_a_listed_origin)
{
    struct raw raw;
    char own[100];
    serve_mcp("--cors-origin", "https://one.example");
    snprintf(own, sizeof own, "Origin: http://127.0.0.1:%d\r\n", served.port);
    raw_open(&raw, served.port);
    expect_answer(&raw, "Origin: https://one.example\r\n", ping, 200, "result");
    expect_answer(&raw, own, ping, 200, "result");
    expect_answer(&raw, "Origin: https://two.example\r\n", ping, 403, "cors-origin");
    expect_answer(&raw, "Origin: null\r\n", ping, 403, "cors-origin");
    raw_close(&raw);
    stop_serving();
}

/* Returns the origin whose pages may read the answer to a message, or "". */
static const char *reader_of(const char *answer_head)
{
    static const char name[] = "\r\nAccess-Control-Allow-Origin: ";
    static char origin[100];
    const char *found = strstr(answer_head, name);
    snprintf(origin, sizeof origin, "%.*s", found ? (int)strcspn(found + sizeof name - 1, "\r") : 0,
             found ? found + sizeof name - 1 : "");
    return origin;
}

static void expect_reader(struct raw *raw, const char *origin, bool is_reader)
{
    char field[120];
    snprintf(field, sizeof field, "Origin: %s\r\n", origin);
    struct raw_answer answer = post(raw, field, ping);
    cr_expect_str_eq(reader_of(answer.head), is_reader ? origin : "");
    cr_expect(strstr(answer.head, "\r\nVary: Origin\r\n") ||
                  strstr(answer.head, "\r\nVary: Accept, Origin\r\n"),
              "%s", answer.head);
    raw_answer_finish(&answer);
}

Test(mcp_http, only_pages_that_may_ask_can_read_the_answer)
{
    struct raw raw;
    char own[100];
    serve_mcp("--cors-origin", "*");
    snprintf(own, sizeof own, "http://127.0.0.1:%d", served.port);
    raw_open(&raw, served.port);
    for (int i = 0; i < 4; i++) {
        expect_reader(&raw, "https://one.example", false);
        expect_reader(&raw, own, true);
    }
    struct raw_answer answer = post(&raw, "", ping);
    cr_expect_str_eq(reader_of(answer.head), "");
    raw_answer_finish(&answer);
    raw_close(&raw);
    stop_serving();
}

Test(mcp_http, star_is_not_a_listed_origin)
{
    struct raw raw;
    serve_mcp(NULL, NULL);
    raw_open(&raw, served.port);
    expect_answer(&raw, "Origin: https://one.example\r\n", ping, 403, "cors-origin");
    raw_close(&raw);
    static const char *const preflight[] = {"Origin: https://one.example",
                                            "Access-Control-Request-Method: POST", NULL};
    struct answer answer = client_send_with(&client, "OPTIONS", "/mcp", preflight);
    cr_expect_eq(answer.status, 204);
    cr_expect_null(answer_header(&answer, "Access-Control-Allow-Methods"));
    answer_finish(&answer);
    stop_serving();
}

/* Another name may have been let point here by an attacker. */
Test(mcp_http, a_name_of_the_dns_is_not_this_host)
{
    struct raw raw;
    char request[400];
    serve_mcp(NULL, NULL);
    raw_open(&raw, served.port);
    snprintf(request, sizeof request,
             "POST /mcp HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\n"
             "Content-Length: %zu\r\n\r\n%s",
             sizeof ping - 1, ping);
    raw_send_text(&raw, request);
    struct raw_answer answer = raw_receive(&raw, false);
    cr_expect_eq(answer.status, 403);
    raw_answer_finish(&answer);
    raw_close(&raw);
    stop_serving();
}

Test(mcp_http, answers_to_a_name_of_the_dns_have_relative_urls)
{
    static const char message[] = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/"
                                  "call\",\"params\":{\"name\":\"get_record\","
                                  "\"arguments\":{\"id\":\"energy-security\"}}}";
    struct raw raw;
    char request[400];
    serve_mcp(NULL, NULL);
    raw_open(&raw, served.port);
    snprintf(request, sizeof request,
             "POST /mcp HTTP/1.1\r\nHost: evil.example\r\nContent-Length: %zu\r\n\r\n%s",
             sizeof message - 1, message);
    raw_send_text(&raw, request);
    struct raw_answer answer = raw_receive(&raw, false);
    cr_expect(strstr(answer.body, "\"url\":\"/topics/energy-security\""));
    cr_expect_not(strstr(answer.body, "evil.example"));
    raw_answer_finish(&answer);
    raw_close(&raw);
    stop_serving();
}

Test(mcp_http, a_public_address_is_this_host)
{
    struct raw raw;
    serve_mcp("--url", "https://record.example.org");
    raw_open(&raw, served.port);
    expect_answer(&raw, "Origin: https://record.example.org\r\n", ping, 200, "result");
    raw_close(&raw);
    stop_serving();
}

/* Returns a message of `length` bytes that is padded with spaces. */
static char *padded(size_t length)
{
    char *message = malloc(length + 1);
    cr_assert(message);
    memset(message, ' ', length);
    memcpy(message, ping, sizeof ping - 1);
    message[length] = '\0';
    return message;
}

Test(mcp_http, a_message_has_at_most_64_kib)
{
    struct raw raw;
    char *longest = padded(65536);
    serve_mcp(NULL, NULL);
    raw_open(&raw, served.port);
    expect_answer(&raw, "", longest, 200, "result");
    raw_send_text(&raw, "POST /mcp HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n");
    struct raw_answer answer = raw_receive(&raw, false);
    cr_expect_eq(answer.status, 413);
    raw_answer_finish(&answer);
    raw_close(&raw);
    free(longest);
    stop_serving();
}

Test(mcp_http, chunks_are_put_together_and_end_at_64_kib)
{
    struct raw raw;
    char head[64], *much = padded(70000);
    serve_mcp(NULL, NULL);
    raw_open(&raw, served.port);
    raw_send_text(
        &raw, "POST /mcp HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
              "10\r\n{\"jsonrpc\":\"2.0\"\r\n1a\r\n,\"id\":1,\"method\":\"ping\"}  \r\n0\r\n\r\n");
    struct raw_answer answer = raw_receive(&raw, false);
    cr_expect_eq(answer.status, 200, "%ld %s", answer.status, answer.body);
    raw_answer_finish(&answer);
    snprintf(head, sizeof head, "%x\r\n", 70000);
    raw_send_text(&raw, "POST /mcp HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    raw_send_text(&raw, head);
    raw_send_text(&raw, much);
    raw_send_text(&raw, "\r\n0\r\n\r\n");
    answer = raw_receive(&raw, false);
    cr_expect_eq(answer.status, 413);
    raw_answer_finish(&answer);
    raw_close(&raw);
    free(much);
    stop_serving();
}

Test(mcp_http, a_long_argument_is_named)
{
    enum {
        TOPIC_BYTES = 60000
    };
    char topic[TOPIC_BYTES + 1], *message = malloc(REQUEST_BYTES);
    struct raw raw;
    cr_assert(message);
    memset(topic, 'x', TOPIC_BYTES);
    topic[TOPIC_BYTES] = '\0';
    snprintf(message, REQUEST_BYTES,
             "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":"
             "\"who_said_what\",\"arguments\":{\"person\":\"Shen\",\"topic\":\"%s\"}}}",
             topic);
    serve_mcp(NULL, NULL);
    raw_open(&raw, served.port);
    expect_answer(&raw, "", message, 200, "The argument \\\"topic\\\" is too long; shorten it.");
    raw_close(&raw);
    free(message);
    stop_serving();
}

static const char half[] = "POST /mcp HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{\"json";

Test(mcp_http, half_a_message_is_closed_in_time)
{
    struct raw raw;
    serve_mcp("--head-seconds", "1");
    raw_open(&raw, served.port);
    raw_send_text(&raw, half);
    struct raw_answer answer = raw_receive(&raw, false);
    cr_expect_eq(answer.status, 0, "closed without an answer");
    raw_answer_finish(&answer);
    raw_close(&raw);
    cr_expect(client_waits_for_text(
        &client, "/metrics", "\nrapporteur_connections_ended_total{reason=\"late_head\"} 1\n"));
    stop_serving();
}

Test(mcp_http, a_dripping_message_is_closed_in_time)
{
    struct raw raw;
    serve_mcp("--head-seconds", "1");
    raw_open(&raw, served.port);
    raw_send_text(&raw, half);
    for (int i = 0; i < 40; i++) {
        nanosleep(&(const struct timespec){.tv_nsec = 100000000}, NULL);
        raw_send_text(&raw, " ");
    }
    raw_close(&raw);
    cr_expect(client_waits_for_text(
        &client, "/metrics", "\nrapporteur_connections_ended_total{reason=\"late_head\"} 1\n"));
    stop_serving();
}

/* The bytes of a message do not count as those of a next head. */
Test(mcp_http, an_idle_connection_outlives_the_time_for_a_message)
{
    struct raw raw;
    serve_mcp("--head-seconds", "1");
    raw_open(&raw, served.port);
    for (int i = 0; i < 3; i++) {
        expect_answer(&raw, "", ping, 200, "result");
        nanosleep(&(const struct timespec){.tv_sec = 2}, NULL);
    }
    cr_expect_not(raw_is_closed(&raw));
    raw_close(&raw);
    stop_serving();
}

Test(mcp_http, header_fields_of_the_stateless_revision_are_checked)
{
    static const char message[] =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{" MCP_MODERN_META "}}";
    struct raw raw;
    serve_mcp(NULL, NULL);
    raw_open(&raw, served.port);
    for (int i = 0; i < 4; i++) {
        expect_answer(&raw, "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: tools/list\r\n",
                      message, 200, "\"resultType\":\"complete\"");
        expect_answer(&raw, "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: tools/call\r\n",
                      message, 400, "-32020");
        expect_answer(&raw, "", message, 400, "-32020");
    }
    raw_close(&raw);
    stop_serving();
}
