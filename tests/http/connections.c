/* Connections: kept, shared by many clients, limited. */
#include "raw.h"
#include "served.h"

#include <criterion/criterion.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

Test(connections, a_hundred_requests_go_over_one)
{
    static const char *const methods[] = {"GET", "HEAD", "OPTIONS", "GET"};
    static const char *const paths[] = {"/papers", "/sessions/3", "/nothing", "/people?limit=0",
                                        "/papers/"};
    long opened = 0;
    serve();
    for (int i = 0; i < 100; i++) {
        struct answer answer = client_send(&client, methods[i % 4], paths[i % 5]);
        opened += answer.connections;
        answer_finish(&answer);
    }
    cr_expect_eq(opened, 1);
    stop_serving();
}

enum {
    CLIENTS = 64,
    REQUESTS = 20
};

/* Asks for papers one by one and expects the right one each time; the argument counts. */
static void *ask_for_papers(void *argument)
{
    int *right = argument;
    struct client own;
    client_init(&own, served.url);
    for (int i = 0; i < REQUESTS; i++) {
        char path[32], number[32];
        snprintf(path, sizeof path, "/papers/%d", i % 15 + 1);
        snprintf(number, sizeof number, "\"number\":%d,", i % 15 + 1);
        struct answer answer = client_get(&own, path);
        *right += answer.status == 200 && strstr(answer.body, number) != NULL;
        answer_finish(&answer);
    }
    client_finish(&own);
    return NULL;
}

Test(connections, sixty_four_clients_at_once_get_what_they_asked_for)
{
    pthread_t threads[CLIENTS];
    int right[CLIENTS] = {0};
    serve();
    for (int i = 0; i < CLIENTS; i++)
        cr_assert_eq(pthread_create(&threads[i], NULL, ask_for_papers, &right[i]), 0);
    for (int i = 0; i < CLIENTS; i++) {
        pthread_join(threads[i], NULL);
        cr_expect_eq(right[i], REQUESTS, "client %d", i);
    }
    stop_serving();
}

/* Whether a new connection is answered. */
static bool is_answered(void)
{
    struct raw raw;
    raw_open(&raw, served.port);
    const bool answered = !raw_is_closed(&raw);
    raw_close(&raw);
    return answered;
}

static void fill_and_free(const char *const *arguments, int most)
{
    struct raw raws[8];
    server_start(&served, arguments);
    for (int i = 0; i < most; i++) {
        raw_open(&raws[i], served.port);
        cr_expect_not(raw_is_closed(&raws[i]), "connection %d is refused", i);
    }
    cr_expect_not(is_answered(), "there is one too many");
    raw_close(&raws[0]);
    bool answered = false;
    for (int i = 0; i < 50 && !answered; i++) {
        const struct timespec pause = {.tv_nsec = 20 * 1000 * 1000};
        nanosleep(&pause, NULL);
        answered = is_answered();
    }
    cr_expect(answered, "what was given back cannot be had again");
    for (int i = 1; i < most; i++)
        raw_close(&raws[i]);
    cr_expect_eq(server_stop(&served), 0);
}

Test(connections, one_address_has_no_more_than_its_share)
{
    static const char *const arguments[] = {"--per-address", "4", "--threads", "1", NULL};
    fill_and_free(arguments, 4);
}

Test(connections, a_silent_one_is_closed)
{
    static const char *const arguments[] = {"--idle-seconds", "1", NULL};
    struct raw raw;
    struct timespec before, after;
    server_start(&served, arguments);
    raw_open(&raw, served.port);
    clock_gettime(CLOCK_MONOTONIC, &before);
    struct raw_answer answer = raw_receive(&raw, false);
    clock_gettime(CLOCK_MONOTONIC, &after);
    cr_expect_eq(answer.status, 0);
    cr_expect_lt(after.tv_sec - before.tv_sec, 5);
    raw_close(&raw);
    cr_expect_eq(server_stop(&served), 0);
}
