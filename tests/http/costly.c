/* Costly requests wait for a place, and others are answered meanwhile. */
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
    COSTLY = 24
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
    const char *const arguments[] = {"--data", "record.json", "--threads", "2", NULL};
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

Test(costly, places_of_clients_that_have_gone_are_free_again)
{
    struct raw raws[COSTLY];
    struct client client;
    client_init(&client, server.url);
    client_wait_for_answers(&client);
    for (int round = 0; round < 3; round++) {
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
