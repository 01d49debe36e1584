/* Limits of connections: in all and for each address, the time of a head, half-closed ones. */
#include "large_record.h"
#include "served.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static const char request[] = "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n";

/* Waits until the server has closed the connection, without sending anything. */
static void expect_end(struct raw *raw, const char *name)
{
    struct raw_answer answer = raw_receive(raw, false);
    cr_expect_eq(answer.status, 0, "%s is answered", name);
    raw_answer_finish(&answer);
}

Test(connection_limits, new_one_replaces_the_longest_idle_of_its_address_beyond_the_limit)
{
    /* One thread has ended an answer before it begins the next. */
    static const char *const arguments[] = {"--per-address",  "4",    "--threads", "1",
                                            "--idle-seconds", "3600", NULL};
    struct raw raws[5], other;
    server_start(&served, arguments);
    raw_open_from(&other, 2, served.port);
    cr_expect_not(raw_is_closed(&other));
    for (int i = 0; i < 4; i++) {
        raw_open(&raws[i], served.port);
        cr_expect_not(raw_is_closed(&raws[i]), "connection %d is refused", i);
    }
    cr_expect_not(raw_is_closed(&raws[0]), "the limit is too low");
    raw_open(&raws[4], served.port);
    cr_expect_not(raw_is_closed(&raws[4]), "the new connection is refused");
    expect_end(&raws[1], "the longest idle one");
    for (int i = 0; i < 5; i++) {
        cr_expect_eq(raw_is_closed(&raws[i]), i == 1, "connection %d", i);
        raw_close(&raws[i]);
    }
    cr_expect_not(raw_is_closed(&other), "a connection of another address is closed");
    raw_close(&other);
    cr_expect_eq(server_stop(&served), 0);
}

Test(connection_limits, those_of_one_address_that_are_answered_keep_others_of_it_out)
{
    const char *path = large_record_write();
    struct raw raws[3];
    server_start(&served,
                 (const char *const[]){"--data", path, "--per-address", "2", "--least-rate", "0",
                                       "--idle-seconds", "3600", NULL});
    unlink(path);
    for (int i = 0; i < 2; i++) {
        raw_open(&raws[i], served.port);
        large_record_request(&raws[i]);
    }
    raw_open(&raws[2], served.port);
    cr_expect(raw_is_closed(&raws[2]));
    raw_close(&raws[2]);
    raw_open_from(&raws[2], 2, served.port);
    cr_expect_not(raw_is_closed(&raws[2]), "another address is refused");
    for (int i = 0; i < 3; i++)
        raw_close(&raws[i]);
    cr_expect_eq(server_stop(&served), 0);
}

enum {
    ADDRESSES = 4,
    HELD = 12
};

Test(connection_limits, four_addresses_cannot_hold_all_of_them)
{
    static const char *const arguments[] = {"--connections", "48", NULL};
    struct raw held[ADDRESSES][HELD], others[6];
    server_start(&served, arguments);
    raw_open_from(&others[0], 100, served.port);
    cr_expect_not(raw_is_closed(&others[0]));
    for (int i = 0; i < HELD; i++) {
        for (int from = 0; from < ADDRESSES; from++) {
            raw_open_from(&held[from][i], 2 + from, served.port);
            /* The first ones are open before the others begin, whenever the server accepts those.
             */
            cr_expect(i > 0 || !raw_is_closed(&held[from][i]));
            raw_send_text(&held[from][i], "G");
        }
        if (i == 0)
            pause_a_moment(); /* the server compares milliseconds */
    }
    for (int i = 1; i < 6; i++) {
        raw_open_from(&others[i], 100 + i, served.port);
        cr_expect_not(raw_is_closed(&others[i]), "newcomer %d is not answered", i);
    }
    for (int i = 0; i < 6; i++) {
        cr_expect_not(raw_is_closed(&others[i]), "newcomer %d is closed", i);
        raw_close(&others[i]);
    }
    expect_end(&held[0][0], "the oldest that was held");
    for (int i = 0; i < HELD; i++)
        for (int from = 0; from < ADDRESSES; from++)
            raw_close(&held[from][i]);
    cr_expect_eq(server_stop(&served), 0);
}

enum {
    UNREAD = 4
};

Test(connection_limits, answers_to_four_addresses_that_are_not_read_cannot_hold_all_of_them)
{
    const char *path = large_record_write();
    struct raw held[ADDRESSES][UNREAD], others[3];
    server_start(&served,
                 (const char *const[]){"--data", path, "--connections", "16", "--least-rate", "0",
                                       "--idle-seconds", "3600", NULL});
    unlink(path);
    raw_open_from(&others[0], 100, served.port);
    large_record_request(&others[0]);
    for (int i = 0; i < UNREAD; i++)
        for (int from = 0; from < ADDRESSES; from++) {
            raw_open_from(&held[from][i], 2 + from, served.port);
            large_record_request(&held[from][i]);
        }
    for (int i = 1; i < 3; i++) {
        raw_open_from(&others[i], 100 + i, served.port);
        cr_expect_not(raw_is_closed(&others[i]), "newcomer %d is not answered", i);
    }
    struct raw_answer whole = raw_receive(&others[0], false);
    cr_expect_eq(whole.status, 200);
    cr_expect_geq(whole.length, LARGE_RECORD_BYTES, "the only answer to an address is lost");
    raw_answer_finish(&whole);
    for (int i = 0; i < 3; i++)
        raw_close(&others[i]);
    for (int i = 0; i < UNREAD; i++)
        for (int from = 0; from < ADDRESSES; from++)
            raw_close(&held[from][i]);
    cr_expect_eq(server_stop(&served), 0);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Sends a byte of a field's value now and then until the connection is closed. */
static void drip(struct raw *raw)
{
    char byte;
    ssize_t count = -1;
    for (int i = 0; i < MOMENTS && count < 0; i++) {
        pause_a_moment();
        raw_send_text(raw, "x");
        count = recv(raw->socket, &byte, 1, MSG_DONTWAIT);
        if (count < 0 && errno != EAGAIN)
            return;
    }
    cr_expect_eq(count, 0, "the connection is not closed");
}

static void expect_late_head_is_closed(const char *before, const char *begin)
{
    static const char *const arguments[] = {"--head-seconds", "1", NULL};
    struct raw raw;
    server_start(&served, arguments);
    double began = now();
    raw_open(&raw, served.port);
    raw_send_text(&raw, before);
    if (*before) {
        struct raw_answer answer = raw_receive(&raw, false);
        cr_expect_eq(answer.status, 200);
        raw_answer_finish(&answer);
        began = now();
    }
    raw_send_text(&raw, begin);
    drip(&raw);
    cr_expect(now() - began > 0.5, "closed too early");
    raw_close(&raw);
    client_init(&client, served.url);
    cr_expect(client_waits_for_text(
        &client, "/metrics", "\nrapporteur_connections_ended_total{reason=\"late_head\"} 1\n"));
    stop_serving();
}

Test(connection_limits, dripping_head_is_closed_in_time)
{
    expect_late_head_is_closed("", "GET / HTTP/1.1\r\nHost: a\r\nX: ");
}

Test(connection_limits, dripping_request_line_is_closed_in_time)
{
    expect_late_head_is_closed("", "");
}

Test(connection_limits, dripping_head_of_a_later_request_is_closed_in_time)
{
    expect_late_head_is_closed(request, "GET / HTTP/1.1\r\nHost: a\r\nX: ");
}

/* The beginning of the second head comes with the first, and then nothing. */
static void send_silent_head(struct raw *raw, const struct test_server *server)
{
    raw_open(raw, server->port);
    raw_send_text(raw,
                  "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n");
    struct raw_answer answer = raw_receive(raw, false);
    cr_expect_eq(answer.status, 200);
    raw_answer_finish(&answer);
}

/* A second server waits longer, so that --head-seconds decides when the first one closes. */
Test(connection_limits, silent_head_after_a_request_is_closed_after_head_seconds)
{
    struct test_server patient;
    struct raw raw, other;
    server_start(&patient, NULL);
    send_silent_head(&other, &patient);
    server_start(&served, (const char *const[]){"--head-seconds", "1", NULL});
    send_silent_head(&raw, &served);
    expect_end(&raw, "the second head");
    raw_send_text(&other, "\r\n");
    struct raw_answer answer = raw_receive(&other, false);
    cr_expect_eq(answer.status, 200, "the other server did not wait");
    raw_answer_finish(&answer);
    raw_close(&raw);
    raw_close(&other);
    cr_expect_eq(server_stop(&served), 0);
    cr_expect_eq(server_stop(&patient), 0);
}

Test(connection_limits, idle_one_outlives_the_time_for_a_head)
{
    static const char *const arguments[] = {"--head-seconds", "1", NULL};
    struct raw raw;
    server_start(&served, arguments);
    raw_open(&raw, served.port);
    for (int i = 0; i < 3; i++) {
        cr_expect_not(raw_is_closed(&raw), "closed before request %d", i);
        nanosleep(&(const struct timespec){.tv_sec = 2}, NULL);
    }
    raw_close(&raw);
    cr_expect_eq(server_stop(&served), 0);
}

Test(connection_limits, half_closed_one_is_closed_after_its_answer)
{
    const int on = 1;
    struct raw raw;
    serve();
    raw_open(&raw, served.port);
    setsockopt(raw.socket, IPPROTO_TCP, TCP_CORK, &on, sizeof on); /* one segment with the FIN */
    raw_send_text(&raw, request);
    shutdown(raw.socket, SHUT_WR);
    struct raw_answer answer = raw_receive(&raw, false);
    cr_expect_eq(answer.status, 200);
    raw_answer_finish(&answer);
    expect_end(&raw, "nothing"); /* an idle connection would be closed after an hour */
    raw_close(&raw);
    stop_serving();
}
