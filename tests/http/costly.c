/* Costly requests wait for a thread, and others are answered meanwhile. */
#include "client.h"
#include "raw.h"
#include "server.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    TOPICS = 100,
    DESCRIPTION_BYTES = 30000, /* so that writing 60 topics takes more work than a trial has */
    COSTLY = 24,
    TOO_MANY = 240 /* more than may wait */
};

static char folder[] = "/tmp/rapporteur-costly-XXXXXX";
static struct test_server server;

static void write_record(void)
{
    FILE *file = fopen("record.json", "w");
    cr_assert(file);
    fputs("{\"documents\": [{\"id\": \"m\", \"title\": \"Minutes\", \"sources\": "
          "[{\"document\": \"m\", \"lines\": \"1\"}]}], \"topics\": [",
          file);
    for (int i = 0; i < TOPICS; i++)
        fprintf(file,
                "%s{\"id\": \"t%d\", \"label\": \"Topic %d\", \"description\": \"%0*d\", "
                "\"sources\": [{\"document\": \"m\", \"lines\": \"1\"}]}",
                i ? ",\n" : "", i, i, DESCRIPTION_BYTES, i);
    fputs("]}\n", file);
    cr_assert_eq(fclose(file), 0);
}

static void set_up(void)
{
    /* On a busy machine answers wait long, and many at a time, until the test reads them. */
    const char *const arguments[] = {"--data", "record.json",    "--threads",  "2", "--least-rate",
                                     "0",      "--answer-bytes", "1000000000", NULL};
    cr_assert(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    write_record();
    server_start(&server, arguments);
}

static void tear_down(void)
{
    unlink("record.json");
    rmdir(folder);
}

TestSuite(costly, .init = set_up, .fini = tear_down);

/* Sends a costly request on each connection; each has another target, so none is cached. */
static void send_costly(struct raw raws[COSTLY])
{
    for (int i = 0; i < COSTLY; i++) {
        char text[120];
        snprintf(text, sizeof text,
                 "GET /topics?limit=60&offset=%d HTTP/1.1\r\nHost: localhost\r\n\r\n", i);
        raw_open(&raws[i], server.port);
        raw_send_text(&raws[i], text);
    }
}

Test(costly, requests_that_wait_are_all_answered_and_so_are_others_meanwhile)
{
    struct raw raws[COSTLY];
    struct client client;
    client_init(&client, server.url);
    client_wait_for_answers(&client);
    send_costly(raws);
    for (int i = 0; i < COSTLY; i++) {
        struct answer light = client_get(&client, "/topics/t1?fields=label");
        cr_expect_eq(light.status, 200);
        answer_finish(&light);
        struct raw_answer answer = raw_receive(&raws[i], false);
        cr_expect_eq(answer.status, 200, "%ld", answer.status);
        cr_expect_gt(answer.length, 60 * DESCRIPTION_BYTES);
        raw_answer_finish(&answer);
        raw_close(&raws[i]);
    }
    client_finish(&client);
    cr_expect_eq(server_stop(&server), 0);
}

/* Returns the value of a metric. */
static unsigned long metric(struct client *client, const char *name)
{
    struct answer answer = client_get(client, "/metrics");
    const char *at = strstr(answer.body, name);
    cr_assert(at, "%s", name);
    const unsigned long value = strtoul(at + strlen(name), NULL, 10);
    answer_finish(&answer);
    return value;
}

/* Receives an answer, which is complete or refuses to let the request wait. Returns its status. */
static long receive_or_refused(struct raw *raw)
{
    struct raw_answer answer = raw_receive(raw, false);
    const long status = answer.status;
    cr_expect(status == 200 || status == 503, "%ld", status);
    if (status == 503) {
        cr_expect(strstr(answer.head, "\r\nRetry-After: 1\r\n"), "%s", answer.head);
        cr_expect(strstr(answer.body, "too many requests that take much work are waiting"), "%s",
                  answer.body);
    }
    raw_answer_finish(&answer);
    return status;
}

/* Sends requests that take little more work than a trial, each with another target. All connections
 * are open before, so that the requests come faster than they are answered. */
static void send_too_many(struct raw raws[TOO_MANY])
{
    for (int i = 0; i < TOO_MANY; i++)
        raw_open(&raws[i], server.port);
    for (int i = 0; i < TOO_MANY; i++) {
        char text[120];
        snprintf(text, sizeof text,
                 "GET /topics?limit=%d&offset=%d HTTP/1.1\r\nHost: localhost\r\n\r\n", 20 + i / 60,
                 i % 60);
        raw_send_text(&raws[i], text);
    }
}

Test(costly, requests_beyond_those_that_may_wait_get_503_but_not_those_of_another_address)
{
    static struct raw raws[TOO_MANY];
    struct raw other;
    struct client client;
    unsigned long refused = 0;
    client_init(&client, server.url);
    client_wait_for_answers(&client);
    send_too_many(raws);
    raw_open_from(&other, 9, server.port);
    raw_send_text(&other, "GET /topics?limit=50 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    cr_expect_eq(receive_or_refused(&other), 200);
    for (int i = 0; i < TOO_MANY; i++) {
        refused += receive_or_refused(&raws[i]) == 503;
        raw_close(&raws[i]);
    }
    raw_close(&other);
    cr_expect_gt(refused, 0);
    cr_expect_eq(metric(&client, "\nrapporteur_refusals_total{reason=\"queue\"} "), refused);
    cr_expect_eq(metric(&client, "\nrapporteur_costly_requests_waiting "), 0);
    cr_expect_gt(metric(&client, "\nrapporteur_costly_requests_limit "), 0);
    cr_expect_gt(metric(&client, "\nrapporteur_costly_threads "), 0);
    cr_expect_gt(metric(&client, "\nrapporteur_request_work_highest_units "), 2000000);
    client_finish(&client);
    cr_expect_eq(server_stop(&server), 0);
}

Test(costly, requests_of_clients_that_have_gone_leave_their_threads)
{
    struct raw raws[COSTLY];
    struct client client;
    client_init(&client, server.url);
    client_wait_for_answers(&client);
    for (int round = 0; round < 2; round++) { /* fewer in all than may wait */
        send_costly(raws);
        for (int i = 0; i < COSTLY; i++)
            raw_close(&raws[i]);
    }
    for (int i = 0; i < 4; i++) {
        struct answer answer = client_get(&client, "/topics?limit=70");
        cr_expect_eq(answer.status, 200);
        answer_finish(&answer);
    }
    client_finish(&client);
    cr_expect_eq(server_stop(&server), 0);
}

Test(costly, server_stops_while_requests_wait)
{
    struct raw raws[COSTLY];
    struct client client;
    client_init(&client, server.url);
    client_wait_for_answers(&client);
    send_costly(raws);
    cr_expect_eq(server_stop(&server), 0);
    for (int i = 0; i < COSTLY; i++)
        raw_close(&raws[i]);
    client_finish(&client);
}
