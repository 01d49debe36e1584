/* --admin-listen: /livez, /readyz and /metrics on a port of their own. */
#include "raw.h"
#include "served.h"

#include <criterion/criterion.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const paths[] = {"/livez", "/readyz", "/metrics"};

static struct client admin;
static char admin_url[64];

/* The server writes the URL of the admin listener on the line after that of the main listener. */
static void start(const char *more, const char *value)
{
    const char *const arguments[] = {
        "--admin-listen", "127.0.0.1:0", "--threads", "1", more, value, NULL};
    char line[256];
    size_t length = 0;
    server_start(&served, arguments);
    while (length + 1 < sizeof line && read(served.errors, line + length, 1) == 1 &&
           line[length] != '\n')
        length++;
    line[length] = '\0';
    const char *url = strstr(line, "http://");
    cr_assert(url, "%s", line);
    snprintf(admin_url, sizeof admin_url, "%s", url);
    client_init(&client, served.url);
    client_init(&admin, admin_url);
}

static void stop(void)
{
    client_finish(&admin);
    stop_serving();
}

static long status_of(struct client *of, const char *path)
{
    struct answer answer = client_get(of, path);
    const long status = answer.status;
    answer_finish(&answer);
    return status;
}

Test(admin, has_the_monitoring_paths_and_the_main_listener_has_not)
{
    start(NULL, NULL);
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        cr_expect_eq(status_of(&admin, paths[i]), 200, "%s", paths[i]);
        cr_expect_eq(status_of(&client, paths[i]), 404, "%s", paths[i]);
    }
    cr_expect_eq(status_of(&admin, "/readyz?verbose"), 200);
    cr_expect_eq(status_of(&admin, "/"), 404);
    cr_expect_eq(status_of(&admin, "/papers"), 404);
    cr_expect_eq(status_of(&admin, "/openapi.json"), 404);
    cr_expect_eq(status_of(&client, "/papers"), 200);
    stop();
}

/* docker/haproxy.cfg looks for these words. */
Test(admin, the_main_listener_says_where_readyz_is)
{
    start(NULL, NULL);
    struct answer answer = client_get(&client, "/readyz");
    cr_expect(answer.status == 404 && strstr(answer.body, "on the admin port"), "%s", answer.body);
    answer_finish(&answer);
    stop();
}

Test(admin, has_no_cors)
{
    static const char *const preflight[] = {"Origin: https://example.org",
                                            "Access-Control-Request-Method: GET", NULL};
    static const char *const methods[] = {"GET", "OPTIONS"};
    start(NULL, NULL);
    for (size_t i = 0; i < 2; i++) {
        struct answer answer = client_send_with(&admin, methods[i], "/livez", preflight);
        cr_expect(!strstr(answer.head, "Access-Control-"), "%s", answer.head);
        answer_finish(&answer);
        answer = client_send_with(&client, methods[i], "/papers", preflight);
        cr_expect(strstr(answer.head, "Access-Control-Allow-Origin: *"), "%s", answer.head);
        answer_finish(&answer);
    }
    stop();
}

Test(admin, half_sent_heads_do_not_block_probes)
{
    struct raw held[40];
    start(NULL, NULL);
    for (size_t i = 0; i < 40; i++) {
        raw_open(&held[i], atoi(strrchr(admin_url, ':') + 1));
        raw_send_text(&held[i], "G");
        cr_expect_eq(status_of(&admin, "/livez"), 200, "with %zu half-sent heads", i + 1);
    }
    for (size_t i = 0; i < 40; i++) {
        struct raw_answer answer = raw_receive(&held[i], false); /* at most ten seconds */
        cr_expect_eq(answer.status, 0);
        raw_answer_finish(&answer);
        raw_close(&held[i]);
    }
    stop();
}

enum {
    UNREAD = 40,
    UNREAD_REQUESTS = 200 /* whose answers do not fit into the buffers of a connection */
};

/* Sends many requests, and returns when the first bytes of the answers have arrived, unread. */
static void request_without_reading(struct raw *raw)
{
    struct pollfd begun = {.fd = raw->socket, .events = POLLIN};
    for (int i = 0; i < UNREAD_REQUESTS; i++)
        raw_send_text(raw, "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
    cr_assert_eq(poll(&begun, 1, 240 * 1000), 1, "the server is silent");
}

Test(admin, answers_that_are_not_read_do_not_block_probes)
{
    struct raw held[UNREAD], probe;
    start("--least-rate", "0");
    const int port = atoi(strrchr(admin_url, ':') + 1);
    for (int i = 0; i < UNREAD; i++) {
        raw_open_from(&held[i], 2 + i % 3, port);
        request_without_reading(&held[i]);
        raw_open_from(&probe, 100, port);
        cr_expect_not(raw_is_closed(&probe), "a probe is refused beside %d clients", i + 1);
        raw_close(&probe);
    }
    for (int i = 0; i < UNREAD; i++)
        raw_close(&held[i]);
    stop();
}

Test(admin, main_listener_does_not_mention_the_monitoring_paths)
{
    static const char *const describing[] = {"/", "/openapi.json", "/docs",
                                             "/.well-known/api-catalog"};
    start(NULL, NULL);
    for (size_t i = 0; i < sizeof describing / sizeof *describing; i++) {
        struct answer answer = client_get(&client, describing[i]);
        cr_assert_eq(answer.status, 200);
        for (size_t n = 0; n < sizeof paths / sizeof *paths; n++)
            cr_expect_not(strstr(answer.body, paths[n]), "%s in %s", paths[n], describing[i]);
        answer_finish(&answer);
    }
    stop();
}

Test(admin, metrics_and_log_cover_only_the_main_listener)
{
    start("--access-log", "--threads=1");
    for (int i = 0; i < 3; i++)
        status_of(&client, "/papers");
    for (int i = 0; i < 5; i++)
        status_of(&admin, "/livez");
    static const char counted[] =
        "\nrapporteur_http_request_duration_seconds_count{route=\"/{collection}\"} 3\n";
    cr_expect(client_waits_for_text(&admin, "/metrics", counted)); /* counted after it is sent */
    struct answer answer = client_get(&admin, "/metrics");
    cr_expect(strstr(answer.body, "\nrapporteur_connections_open 1\n"));
    cr_expect(strstr(answer.body, "\nrapporteur_cache_limit_bytes 33554432\n"));
    answer_finish(&answer);
    client_finish(&admin);
    client_finish(&client);
    kill(served.pid, SIGTERM);
    char log[2048];
    size_t used = 0;
    ssize_t count;
    while ((count = read(served.output, log + used, sizeof log - 1 - used)) > 0)
        used += (size_t)count;
    log[used] = '\0';
    cr_expect(strstr(log, "/papers") && !strstr(log, "/livez"), "%s", log);
    cr_expect_eq(server_stop(&served), 0);
}

Test(admin, answers_while_the_server_drains)
{
    start("--drain-seconds", "3600");
    kill(served.pid, SIGTERM);
    for (int i = 0; i < MOMENTS && status_of(&admin, "/readyz") == 200; i++)
        pause_a_moment();
    cr_expect_eq(status_of(&admin, "/readyz"), 503);
    cr_expect_eq(status_of(&admin, "/livez"), 200);
    struct answer answer = client_get(&admin, "/metrics");
    cr_expect(strstr(answer.body, "\nrapporteur_ready 0\n"));
    answer_finish(&answer);
    cr_expect_eq(status_of(&client, "/papers"), 200);
    cr_expect_eq(status_of(&client, "/readyz"), 503, "docker/haproxy.cfg looks for this, too");
    stop();
}

/* No process listens on the port of the data URL, so the record is never loaded. */
Test(admin, answers_before_the_record_is_loaded)
{
    char listen[32], admin_listen[32], data[64];
    const int port = free_port(), admin_port = free_port();
    snprintf(listen, sizeof listen, "127.0.0.1:%d", port);
    snprintf(admin_listen, sizeof admin_listen, "127.0.0.1:%d", admin_port);
    snprintf(data, sizeof data, "http://127.0.0.1:%d/", free_port());
    const char *const arguments[] = {"--listen", listen, "--admin-listen", admin_listen, "--data",
                                     data,       NULL};
    const char *const ready[] = {"ready", "--admin-listen", admin_listen, NULL};
    char output[1024] = "";
    server_start_at(&served, port, arguments);
    for (int i = 0; i < MOMENTS && !strstr(output, "503"); i++) {
        pause_a_moment();
        cr_expect_eq(program_run_ready(ready, output, sizeof output), 1);
    }
    cr_expect(strstr(output, "503"), "%s", output);
    snprintf(admin_url, sizeof admin_url, "http://%s", admin_listen);
    client_init(&admin, admin_url);
    client_init(&client, served.url);
    cr_expect_eq(status_of(&admin, "/livez"), 200);
    cr_expect_eq(status_of(&admin, "/metrics"), 200);
    /* docker/haproxy.cfg takes the 404 of the main port, which comes later, for ready. */
    cr_expect_eq(status_of(&client, "/readyz"), 503);
    client_finish(&client);
    client_finish(&admin);
    cr_expect_eq(server_stop(&served), 0);
}

Test(admin, ready_at_the_main_listener_says_where_to_ask)
{
    char output[1024];
    start(NULL, NULL);
    const char *const ready[] = {"ready", served.url, NULL};
    cr_expect_eq(program_run_ready(ready, output, sizeof output), 1);
    cr_expect(strstr(output, "status 404; if the server has --admin-listen, ask at that address"),
              "%s", output);
    stop();
}

Test(admin, ready_asks_the_admin_listener)
{
    char output[1024];
    start(NULL, NULL);
    const char *const ready[] = {"ready", "--admin-listen", admin_url + strlen("http://"), NULL};
    cr_expect_eq(program_run_ready(ready, output, sizeof output), 0, "%s", output);
    stop();
}

Test(admin, address_in_use_is_reported)
{
    char output[1024];
    start(NULL, NULL);
    const char *const arguments[] = {"--listen", "127.0.0.1:0", "--admin-listen",
                                     admin_url + strlen("http://"), NULL};
    cr_expect_eq(program_run(arguments, output, sizeof output), 1);
    cr_expect(strstr(output, "Address already in use"), "%s", output);
    stop();
}

static void reload(void)
{
    kill(served.pid, SIGHUP);
    for (int i = 0; i < 20; i++)
        cr_assert_eq(status_of(&admin, "/metrics"), 200);
}

Test(admin, metrics_and_reloads_do_not_block_each_other)
{
    start(NULL, NULL);
    for (int i = 0; i < 10; i++)
        reload();
    cr_expect_eq(status_of(&client, "/papers"), 200);
    stop();
}
