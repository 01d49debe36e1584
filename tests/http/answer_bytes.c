/* Limits of memory: of all unsent answers, of one answer, and of one connection in the kernel. */
#include "raw.h"
#include "served.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    TOPICS = 200,
    DESCRIPTION_BYTES = 60000, /* so that 100 topics are 6 MB and all are 12 MB */
    /* Without a bound of its own, the kernel holds up to 4 MB for a client that does not read. With
     * the server's, it holds about 200 kB, and on a busy machine somewhat more. */
    KERNEL_BYTES_MAX = 512 * 1024
};

static char folder[] = "/tmp/rapporteur-bytes-XXXXXX";

static void write_record(void)
{
    FILE *file = fopen("record.json", "w");
    cr_assert(file);
    fputs("{\"documents\": [{\"id\": \"minutes\", \"title\": \"Minutes\", \"sources\": "
          "[{\"document\": "
          "\"minutes\", \"lines\": \"1\"}]}], \"topics\": [",
          file);
    for (int i = 0; i < TOPICS; i++)
        fprintf(file,
                "%s{\"id\": \"t%d\", \"label\": \"Topic %d\", \"description\": \"%0*d\", "
                "\"sources\": [{\"document\": \"minutes\", \"lines\": \"1\"}]}",
                i ? ",\n" : "", i, i, DESCRIPTION_BYTES, i);
    fputs("]}\n", file);
    cr_assert_eq(fclose(file), 0);
}

static void start(void)
{
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    write_record();
}

static void stop(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
}

TestSuite(answer_bytes, .init = start, .fini = stop);

static void start_server_with(const char *answer_bytes, const char *least_rate)
{
    const char *const arguments[] = {
        "--data", "record.json", "--answer-bytes", answer_bytes, "--least-rate", least_rate, NULL};
    server_start(&served, arguments);
    client_init(&client, served.url);
}

static void start_server(const char *answer_bytes)
{
    start_server_with(answer_bytes, "1024");
}

/* Requests `target` on a connection of its own, and waits until the answer begins. */
static void begin_reading(struct raw *raw, const char *target)
{
    char request[200], first;
    raw_open(raw, served.port);
    snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: a\r\n\r\n", target);
    raw_send_text(raw, request);
    cr_assert_eq(read(raw->socket, &first, 1), 1);
}

/* Requests topics on a connection of its own, waits until the answer begins, and returns the
 * socket.
 */
static int begin_reading_from(int limit, int offset)
{
    char request[200], first;
    const int reader = raw_connect(served.port, 240);
    const int length =
        snprintf(request, sizeof request,
                 "GET /topics?limit=%d&offset=%d HTTP/1.1\r\nHost: a\r\n\r\n", limit, offset);
    cr_assert_eq(send(reader, request, (size_t)length, MSG_NOSIGNAL), length);
    cr_assert_eq(read(reader, &first, 1), 1);
    return reader;
}

static struct answer send_with(const char *method, const char *path, const char *field)
{
    const char *const fields[] = {field, NULL};
    return client_send_with(&client, method, path, fields);
}

static long status_of(const char *path)
{
    struct answer answer = client_get(&client, path);
    const long status = answer.status;
    answer_finish(&answer);
    return status;
}

static bool eventually_has_status(const char *path, long status)
{
    bool has = false;
    for (int i = 0; i < MOMENTS && !has; i++) {
        has = status_of(path) == status;
        if (!has)
            pause_a_moment();
    }
    return has;
}

static void expect_metric(const char *line)
{
    struct answer answer = client_get(&client, "/metrics");
    cr_expect(strstr(answer.body, line), "/metrics has no line \"%s\"", line);
    answer_finish(&answer);
}

Test(answer_bytes, unsent_answers_beyond_the_limit_are_503_before_their_first_byte)
{
    struct raw first, second;
    start_server_with("16777216", "0"); /* so that no time ends them */
    begin_reading(&first, "/topics?limit=100");
    begin_reading(&second, "/topics?limit=99");
    struct answer answer = client_get(&client, "/topics?limit=98");
    cr_expect_eq(answer.status, 503);
    char *type = header_of(&answer, "Content-Type"), *retry = header_of(&answer, "Retry-After");
    cr_expect_str_eq(type, "application/problem+json");
    cr_expect_str_eq(retry, "5");
    cr_expect(strstr(answer.body, "unsent answers"), "%s", answer.body);
    answer_finish(&answer);
    free(type);
    free(retry);
    expect_metric("\nrapporteur_refusals_total{reason=\"memory\"} 1\n");
    expect_metric("\nrapporteur_unsent_limit_bytes 16777216\n");
    cr_expect_eq(status_of("/topics?fields=label"), 200, "small answers are refused too");
    raw_close(&first);
    raw_close(&second);
    cr_expect(eventually_has_status("/topics?limit=98", 200), "the memory is not free again");
    stop_serving();
}

/* Nobody closes the two connections, so only the server can free their memory. */
Test(answer_bytes, clients_that_do_not_read_are_disconnected_if_memory_is_short)
{
    struct raw first, second;
    start_server("16777216");
    begin_reading(&first, "/topics?limit=100");
    begin_reading(&second, "/topics?limit=99");
    cr_expect(eventually_has_status("/topics?limit=98", 200), "the memory is not free again");
    cr_expect(client_waits_for_text(
        &client, "/metrics", "\nrapporteur_connections_ended_total{reason=\"slow_reader\"} 2\n"));
    raw_close(&first);
    raw_close(&second);
    stop_serving();
}

Test(answer_bytes, equal_answers_to_several_clients_count_once)
{
    struct raw raws[8];
    start_server_with("16777216", "0");
    for (size_t i = 0; i < 8; i++)
        begin_reading(&raws[i], "/topics?limit=100");
    expect_metric("\nrapporteur_bodies_shared_total 7\n");
    for (size_t i = 0; i < 8; i++)
        raw_close(&raws[i]);
    stop_serving();
}

Test(answer_bytes, answers_to_head_hold_no_body)
{
    start_server("1048576");
    struct answer answer = client_send(&client, "HEAD", "/topics?limit=10");
    cr_expect_eq(answer.status, 200);
    expect_metric("\nrapporteur_unsent_bytes 0\n");
    answer_finish(&answer);
    stop_serving();
}

static void expect_too_large(const char *path, const char *parameter)
{
    json_t *problem = client_get_json(&client, path, 400);
    json_t *error = json_array_get(json_object_get(problem, "errors"), 0);
    cr_expect_str_eq(json_string_value(json_object_get(error, "parameter")), parameter);
    cr_expect(strstr(json_string_value(json_object_get(error, "detail")), "8 MiB"));
    json_decref(problem);
}

Test(answer_bytes, json_of_more_than_8_mib_is_400_and_names_what_to_narrow)
{
    start_server("67108864");
    expect_too_large("/topics?limit=200", "limit");
    expect_too_large("/topics?limit=200&include=broader", "include");
    cr_expect_eq(status_of("/topics?limit=100"), 200);
    stop_serving();
}

/* Returns the resident memory of the server, or its peak: "VmRSS" or "VmHWM", in kB. */
static long memory_of_server(const char *name)
{
    char path[64], line[256];
    long kilobytes = -1;
    snprintf(path, sizeof path, "/proc/%d/status", (int)served.pid);
    FILE *file = fopen(path, "r");
    cr_assert(file);
    while (kilobytes < 0 && fgets(line, sizeof line, file))
        if (strncmp(line, name, strlen(name)) == 0)
            kilobytes = strtol(line + strlen(name) + 1, NULL, 10);
    fclose(file);
    return kilobytes;
}

/* Counts the lines of a file and checks their order. */
static void expect_whole(const struct answer *answer)
{
    size_t count = 0;
    cr_assert_eq(answer->status, 200);
    for (const char *line = answer->body; *line; line = strchr(line, '\n') + 1, count++) {
        char begin[40];
        const int length = snprintf(begin, sizeof begin, "{\"id\":\"t%zu\",", count);
        cr_assert_eq(strncmp(line, begin, (size_t)length), 0, "%.20s is not %s", line, begin);
    }
    cr_expect_eq(count, TOPICS);
}

Test(answer_bytes, large_files_are_streamed_whole)
{
    start_server("67108864");
    struct answer answer = client_get(&client, "/topics.ndjson");
    expect_whole(&answer);
    char *coding = header_of(&answer, "Transfer-Encoding");
    cr_expect_str_eq(coding, "chunked");
    cr_expect_null(strstr(answer.head, "rel=\"next\""));
    expect_metric("\nrapporteur_unsent_bytes 0\n");
    struct answer again = client_get(&client, "/topics.ndjson");
    cr_expect_eq(again.connections, 0, "the connection stays open after a stream");
    cr_expect_eq(again.length, answer.length);
    free(coding);
    answer_finish(&answer);
    answer_finish(&again);
    stop_serving();
}

Test(answer_bytes, streams_are_equal_to_the_pages_of_which_they_consist)
{
    start_server("67108864");
    static const char *const suffixes[] = {".ndjson", ".csv"};
    for (size_t i = 0; i < 2; i++) {
        char path[64];
        size_t compared = 0;
        snprintf(path, sizeof path, "/topics%s", suffixes[i]);
        struct answer whole = client_get(&client, path);
        for (int offset = 0; offset < TOPICS; offset += 10) {
            snprintf(path, sizeof path, "/topics%s?limit=10&offset=%d", suffixes[i], offset);
            struct answer page = client_get(&client, path);
            const size_t head =
                i == 1 && offset ? (size_t)(strchr(page.body, '\n') + 1 - page.body) : 0;
            cr_assert_leq(compared + page.length - head, whole.length);
            cr_expect_eq(memcmp(whole.body + compared, page.body + head, page.length - head), 0);
            compared += page.length - head;
            answer_finish(&page);
        }
        cr_expect_eq(compared, whole.length);
        answer_finish(&whole);
    }
    struct answer graph = client_get(&client, "/topics.jsonld");
    json_t *json = json_loadb(graph.body, graph.length, 0, NULL);
    cr_expect_eq(json_array_size(json_object_get(json, "@graph")), TOPICS);
    json_decref(json);
    answer_finish(&graph);
    stop_serving();
}

/* Starts the server again and expects the same tag, for a file of which only a part is read. */
Test(answer_bytes, a_stream_has_a_tag_that_is_the_same_on_all_servers)
{
    char field[100];
    start_server("67108864");
    struct answer answer = client_send(&client, "HEAD", "/topics.ndjson?sort=id&limit=150");
    cr_expect_eq(answer.status, 200);
    char *tag = header_of(&answer, "ETag");
    stop_serving();
    start_server("67108864");
    struct answer same = client_get(&client, "/topics.ndjson?limit=150&sort=id");
    char *same_tag = header_of(&same, "ETag");
    cr_expect_str_eq(same_tag, tag);
    struct answer other = client_get(&client, "/topics.ndjson?limit=151&sort=id");
    char *other_tag = header_of(&other, "ETag");
    cr_expect_str_neq(other_tag, tag);
    snprintf(field, sizeof field, "If-None-Match: %s", tag);
    struct answer current = send_with("GET", "/topics.ndjson?limit=150&sort=id", field);
    cr_expect_eq(current.status, 304);
    cr_expect_eq(current.length, 0);
    cr_expect_null(answer_header(&current, "Content-Length"));
    struct answer next = client_get(&client, "/topics?limit=1");
    cr_expect_eq(next.status, 200);
    answer_finish(&next);
    free(tag), free(same_tag), free(other_tag);
    answer_finish(&answer);
    answer_finish(&same);
    answer_finish(&other);
    answer_finish(&current);
    stop_serving();
}

Test(answer_bytes, a_file_that_must_be_compressed_is_cut_and_links_to_the_next)
{
    start_server("67108864");
    struct answer answer =
        send_with("GET", "/topics.ndjson", "Accept-Encoding: gzip, identity;q=0");
    cr_expect_eq(answer.status, 200);
    cr_expect(strstr(answer.head, "rel=\"next\""));
    cr_expect(strstr(answer.head, "Content-Encoding: gzip"));
    answer_finish(&answer);
    stop_serving();
}

/* Reads all bytes of a connection. Returns their number. */
static size_t read_to_the_end(int reader)
{
    static char bytes[1 << 20];
    size_t length = 0;
    ssize_t count;
    while ((count = recv(reader, bytes, sizeof bytes, 0)) > 0)
        length += (size_t)count;
    return length;
}

Test(answer_bytes, to_http_1_0_a_stream_has_its_length_so_that_a_part_does_not_look_complete)
{
    static const char request[] = "GET /topics.ndjson HTTP/1.0\r\nHost: a\r\n\r\n";
    struct raw raw;
    start_server("67108864");
    struct answer answer = client_get(&client, "/topics.ndjson");
    raw_open(&raw, served.port);
    raw_send_text(&raw, request);
    struct raw_answer whole = raw_receive(&raw, false);
    cr_expect(strstr(whole.head, "Content-Length: "), "%s", whole.head);
    cr_expect_null(strstr(whole.head, "chunked"));
    cr_assert_eq(whole.length, answer.length);
    cr_expect_eq(memcmp(whole.body, answer.body, answer.length), 0);
    raw_answer_finish(&whole);
    raw_close(&raw);
    answer_finish(&answer);
    stop_serving();
}

/* The server must not reset the connection at the end of a stream: the kernel then drops what it
 * still has to send. */
Test(answer_bytes, the_end_of_a_stream_reaches_an_http_1_0_client_that_pauses)
{
    static const char request[] = "GET /topics.ndjson HTTP/1.0\r\nHost: a\r\n\r\n";
    const struct timespec pause = {.tv_nsec = 500L * 1000 * 1000};
    const int small = 32 * 1024;
    start_server("67108864");
    struct answer answer = client_get(&client, "/topics.ndjson");
    char *most = malloc(answer.length);
    const size_t most_length = answer.length - DESCRIPTION_BYTES * 3 / 2;
    const int reader = raw_connect(served.port, 240);
    cr_assert(most);
    setsockopt(reader, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    cr_assert_eq(send(reader, request, sizeof request - 1, 0), (ssize_t)sizeof request - 1);
    cr_assert_eq(recv(reader, most, most_length, MSG_WAITALL), (ssize_t)most_length);
    nanosleep(&pause, NULL); /* The server has handed all to the kernel, and closes. */
    const size_t length = most_length + read_to_the_end(reader);
    most[most_length] = '\0';
    const char *body = strstr(most, "\r\n\r\n");
    cr_assert(body);
    cr_expect_eq(length, (size_t)(body + 4 - most) + answer.length);
    close(reader);
    free(most);
    answer_finish(&answer);
    stop_serving();
}

static void start_server_with_work(const char *request_work)
{
    const char *const arguments[] = {"--data", "record.json", "--request-work", request_work, NULL};
    server_start(&served, arguments);
    client_init(&client, served.url);
}

Test(answer_bytes, head_of_a_stream_has_its_length_and_the_connection_stays_open)
{
    char length[60];
    struct raw raw;
    start_server("67108864");
    struct answer answer = client_get(&client, "/topics.ndjson");
    snprintf(length, sizeof length, "\r\nContent-Length: %zu\r\n", answer.length);
    raw_open(&raw, served.port);
    raw_send_text(&raw, "HEAD /topics.ndjson HTTP/1.1\r\nHost: a\r\n\r\n");
    struct raw_answer head = raw_receive(&raw, true);
    cr_expect_eq(head.status, 200);
    cr_expect(strstr(head.head, length), "%s", head.head);
    cr_expect_not(raw_is_closed(&raw));
    raw_answer_finish(&head);
    raw_close(&raw);
    answer_finish(&answer);
    stop_serving();
}

/* The bytes of a stream are not limited, but to count them before is work. */
Test(answer_bytes, counting_a_stream_is_limited_like_other_work)
{
    struct raw raw;
    start_server_with_work("20");
    struct answer answer = client_get(&client, "/topics.ndjson");
    cr_expect_eq(answer.status, 200);
    expect_whole(&answer);
    answer_finish(&answer);
    answer = client_send(&client, "HEAD", "/topics.ndjson");
    cr_expect_eq(answer.status, 200);
    cr_expect_null(answer_header(&answer, "Content-Length"));
    answer_finish(&answer);
    raw_open(&raw, served.port);
    raw_send_text(&raw, "GET /topics.ndjson HTTP/1.0\r\nHost: a\r\n\r\n");
    struct raw_answer refused = raw_receive(&raw, false);
    cr_expect_eq(refused.status, 400);
    cr_expect(strstr(refused.body, "limit"), "%s", refused.body);
    raw_answer_finish(&refused);
    raw_close(&raw);
    stop_serving();
}

Test(answer_bytes, unread_streams_hold_little_memory)
{
    if (getenv("RAPPORTEUR_SANITIZED"))
        cr_skip_test("AddressSanitizer delays the reuse of freed memory");
    int readers[200];
    static const char request[] = "GET /topics.ndjson HTTP/1.1\r\nHost: a\r\n\r\n";
    start_server("67108864");
    const long before = memory_of_server("VmRSS");
    for (size_t i = 0; i < 200; i++) {
        char first;
        readers[i] = raw_connect(served.port, 240);
        send(readers[i], request, sizeof request - 1, 0);
        cr_assert_eq(read(readers[i], &first, 1), 1);
    }
    const long peak = memory_of_server("VmRSS");
    cr_expect_lt(peak - before, 200 * 200, "%ld kB for a stream", (peak - before) / 200);
    for (size_t i = 0; i < 200; i++)
        close(readers[i]);
    stop_serving();
}

static bool eventually_has_metric(const char *line)
{
    return client_waits_for_text(&client, "/metrics", line);
}

/* Changes the record, lets the server read it for the time number `load`, and waits for that. */
static void reload(int load)
{
    char line[80];
    FILE *file = fopen("record.json", "a");
    cr_assert(file);
    fputs("\n", file);
    fclose(file);
    kill(served.pid, SIGHUP);
    snprintf(line, sizeof line, "\nrapporteur_loads_total{result=\"success\"} %d\n", load);
    cr_assert(eventually_has_metric(line));
}

Test(answer_bytes, a_stream_outlives_two_reloads_but_not_a_third)
{
    static const char request[] = "GET /topics.ndjson HTTP/1.0\r\nHost: a\r\n\r\n";
    int readers[3];
    start_server_with("67108864", "0"); /* however long the reloads take */
    for (size_t i = 0; i < 3; i++) {
        char first;
        readers[i] = raw_connect(served.port, 240);
        send(readers[i], request, sizeof request - 1, 0);
        cr_assert_eq(read(readers[i], &first, 1), 1);
        reload((int)i + 2);
    }
    cr_expect(
        eventually_has_metric("\nrapporteur_connections_ended_total{reason=\"old_record\"} 1\n"));
    cr_expect_lt(read_to_the_end(readers[0]), TOPICS * DESCRIPTION_BYTES);
    for (size_t i = 1; i < 3; i++)
        cr_expect_gt(read_to_the_end(readers[i]), TOPICS * DESCRIPTION_BYTES);
    for (size_t i = 0; i < 3; i++)
        close(readers[i]);
    stop_serving();
}

/* The answers differ, so that they are not shared. Without a limit they would hold 300 MB: each is
 * of 60 to 100 topics.
 */
Test(answer_bytes, memory_of_unread_answers_has_a_limit_and_is_returned)
{
    if (getenv("RAPPORTEUR_SANITIZED"))
        cr_skip_test("AddressSanitizer delays the reuse of freed memory");
    enum {
        READERS = 60,
        BESIDES_KB = 48 * 1024 /* answers that are being written, connections, heaps */
    };
    int readers[READERS];
    start_server("33554432");
    cr_expect_eq(status_of("/topics?limit=100"), 200);
    const long before = memory_of_server("VmRSS");
    for (size_t i = 0; i < READERS; i++)
        readers[i] = begin_reading_from((int)(60 + i % 41), (int)(i % 100));
    const long peak = memory_of_server("VmHWM");
    cr_expect_lt(peak, before + 33554432 / 1024 + BESIDES_KB, "%ld kB, from %ld", peak, before);
    for (size_t i = 0; i < READERS; i++)
        close(readers[i]);
    long after = memory_of_server("VmRSS");
    for (int i = 0; i < MOMENTS && after > before + before / 5; i++) {
        pause_a_moment();
        after = memory_of_server("VmRSS");
    }
    cr_expect_leq(after, before + before / 5, "%ld kB stay, from %ld", after, before);
    stop_serving();
}

/* Returns the bytes that wait in the kernel for the clients of the server. */
static unsigned long kernel_bytes(void)
{
    char line[256];
    unsigned long total = 0;
    FILE *file = fopen("/proc/net/tcp", "r");
    cr_assert(file);
    while (fgets(line, sizeof line, file)) {
        unsigned port, state;
        unsigned long waiting;
        if (sscanf(line, "%*d: %*8x:%4x %*8x:%*4x %2x %8lx:", &port, &state, &waiting) == 3 &&
            (int)port == served.port && state == 1)
            total += waiting;
    }
    fclose(file);
    return total;
}

Test(answer_bytes, the_kernel_holds_little_of_an_answer_that_is_not_read)
{
    struct raw raw;
    start_server_with("67108864", "0");
    begin_reading(&raw, "/topics?limit=100");
    unsigned long held = 0, most = 0;
    for (int i = 0; i < MOMENTS && (i < 15 || most == 0); i++) {
        pause_a_moment();
        held = kernel_bytes();
        most = held > most ? held : most;
    }
    cr_expect(most > 0 && most < KERNEL_BYTES_MAX, "%lu bytes", most);
    raw_close(&raw);
    stop_serving();
}
