/* Clients behind a trusted proxy are counted by the address that it names. */
#include "large_record.h"
#include "raw.h"
#include "served.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

enum {
    CLIENTS = 2500,
    DESCRIPTORS = CLIENTS + 200
};

/* Sends a request of a client, as a proxy does. */
static void request_for(struct raw *raw, const char *path, const char *of)
{
    char text[200];
    snprintf(text, sizeof text, "GET %s HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: %s\r\n\r\n",
             path, of);
    raw_send_text(raw, text);
}

/* Receives an answer, and returns its status. */
static long status_of(struct raw *raw)
{
    struct raw_answer answer = raw_receive(raw, false);
    const long status = answer.status;
    raw_answer_finish(&answer);
    return status;
}

Test(proxies, clients_behind_one_lose_nothing)
{
    static struct raw raws[CLIENTS];
    struct rlimit limit;
    cr_assert_eq(getrlimit(RLIMIT_NOFILE, &limit), 0);
    if (limit.rlim_max < DESCRIPTORS)
        cr_skip_test("this machine permits too few descriptors");
    if (limit.rlim_cur < DESCRIPTORS)
        limit.rlim_cur = DESCRIPTORS;
    cr_assert_eq(setrlimit(RLIMIT_NOFILE, &limit), 0);
    server_start(&served, (const char *const[]){"--trust-proxy", "127.0.0.1", NULL});
    for (int i = 0; i < CLIENTS; i++)
        raw_open(&raws[i], served.port);
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < CLIENTS; i++) {
            char of[20];
            snprintf(of, sizeof of, "192.0.%d.%d", i / 250, i % 250);
            request_for(&raws[i], "/sessions/3", of);
        }
        for (int i = 0; i < CLIENTS; i++)
            cr_assert_eq(status_of(&raws[i]), 200, "client %d of round %d", i, round);
    }
    for (int i = 0; i < CLIENTS; i++)
        raw_close(&raws[i]);
    cr_expect_eq(server_stop(&served), 0);
}

static void start_with_large_record(void)
{
    const char *path = large_record_write();
    server_start(&served,
                 (const char *const[]){"--data", path, "--per-address", "2", "--least-rate", "0",
                                       "--trust-proxy", "127.0.0.1", NULL});
    unlink(path);
}

Test(proxies, client_with_too_many_requests_under_way_is_refused_alone)
{
    struct raw held[2], raw;
    start_with_large_record();
    for (int i = 0; i < 2; i++) {
        raw_open(&held[i], served.port);
        request_for(&held[i], "/topics/t", "192.0.2.1");
        large_record_await(&held[i]);
    }
    raw_open(&raw, served.port);
    request_for(&raw, "/livez", "192.0.2.1");
    struct raw_answer refusal = raw_receive(&raw, false);
    cr_expect_eq(refusal.status, 429);
    cr_expect(strstr(refusal.head, "\r\nRetry-After: 1\r\n"), "%s", refusal.head);
    raw_answer_finish(&refusal);
    request_for(&raw, "/livez", "192.0.2.2");
    cr_expect_eq(status_of(&raw), 200, "another client on the same connection");
    cr_expect_eq(status_of(&held[0]), 200);
    request_for(&raw, "/livez", "192.0.2.1");
    cr_expect_eq(status_of(&raw), 200, "the first client after an answer has ended");
    raw_close(&raw);
    for (int i = 0; i < 2; i++)
        raw_close(&held[i]);
    cr_expect_eq(server_stop(&served), 0);
}

Test(proxies, without_a_name_the_client_is_the_proxy)
{
    struct raw held[2], raw;
    start_with_large_record();
    for (int i = 0; i < 2; i++) {
        raw_open(&held[i], served.port);
        large_record_request(&held[i]);
    }
    raw_open(&raw, served.port);
    request_for(&raw, "/livez", "unknown");
    cr_expect_eq(status_of(&raw), 429);
    raw_close(&raw);
    for (int i = 0; i < 2; i++)
        raw_close(&held[i]);
    cr_expect_eq(server_stop(&served), 0);
}
