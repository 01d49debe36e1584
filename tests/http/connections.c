/* Connections: reuse, many clients, limits, time-out. */
#include "raw.h"
#include "served.h"

#include <criterion/criterion.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

Test(connections, one_connection_carries_a_hundred_requests)
{
    static const char *const methods[] = {"GET", "HEAD", "OPTIONS", "GET"};
    static const char *const paths[] = {"/papers", "/sessions/3", "/nothing", "/people?limit=-1",
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

/* Requests papers one by one; adds the number of right answers to the int at `argument`. */
static void *request_papers(void *argument)
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

Test(connections, sixty_four_concurrent_clients_get_right_answers)
{
    pthread_t threads[CLIENTS];
    int right[CLIENTS] = {0};
    serve();
    for (int i = 0; i < CLIENTS; i++)
        cr_assert_eq(pthread_create(&threads[i], NULL, request_papers, &right[i]), 0);
    for (int i = 0; i < CLIENTS; i++) {
        pthread_join(threads[i], NULL);
        cr_expect_eq(right[i], REQUESTS, "client %d", i);
    }
    stop_serving();
}

/* Returns the soft limit of the server's open descriptors, as the kernel has it. */
static unsigned long descriptor_limit(void)
{
    unsigned long soft = 0;
    char path[64], line[200];
    snprintf(path, sizeof path, "/proc/%d/limits", served.pid);
    FILE *limits = fopen(path, "r");
    cr_assert(limits);
    while (fgets(line, sizeof line, limits))
        if (strncmp(line, "Max open files", 14) == 0)
            soft = strtoul(line + 14, NULL, 10);
    fclose(limits);
    return soft;
}

/* Lowers the limits of open descriptors for this process and the server that it starts. */
static void limit_descriptors(rlim_t soft, rlim_t hard)
{
    const struct rlimit limit = {.rlim_cur = soft, .rlim_max = hard};
    cr_assert_eq(setrlimit(RLIMIT_NOFILE, &limit), 0);
}

/* The server reserves 96 descriptors for files, the admin listener and its own use. */
Test(connections, descriptors_are_reserved_besides_those_of_connections)
{
    static const char *const arguments[] = {"--connections", "300", NULL};
    limit_descriptors(100, 1000);
    server_start(&served, arguments);
    cr_expect_eq(descriptor_limit(), 300 + 96);
    cr_expect_eq(server_stop(&served), 0);
}

Test(connections, a_sufficient_limit_of_descriptors_is_left_as_it_is)
{
    static const char *const arguments[] = {"--connections", "300", NULL};
    limit_descriptors(396, 1000);
    server_start(&served, arguments);
    cr_expect_eq(descriptor_limit(), 396);
    cr_expect_eq(server_stop(&served), 0);
}

/* Starts the server with a hard limit, and expects that it logs how many connections fit. */
static void expect_room(rlim_t hard, const char *message)
{
    static const char *const arguments[] = {"--connections", "300", "--listen", "127.0.0.1:0",
                                            NULL};
    char line[300];
    limit_descriptors(hard, hard);
    server_start_at(&served, 0, arguments);
    FILE *log = fdopen(dup(served.errors), "r");
    bool found = false;
    while (!found && fgets(line, sizeof line, log) && !strstr(line, " on http"))
        found = strstr(line, message) != NULL;
    cr_expect(found, "%s", line);
    cr_expect_eq(server_stop(&served), 0);
    fclose(log);
}

Test(connections, too_few_descriptors_mean_fewer_connections)
{
    expect_room(395, "the limit of 395 open descriptors allows only 299 connections, not 300;");
    expect_room(193, "the limit of 193 open descriptors allows only 97 connections, not 300;");
    expect_room(192, "the limit of 192 open descriptors allows only 96 connections, not 300;");
    expect_room(150, "the limit of 150 open descriptors allows only 75 connections, not 300;");
    expect_room(40, "the limit of 40 open descriptors allows only 20 connections, not 300;");
}

/* A second server waits longer, so that --idle-seconds decides when the first one closes. */
Test(connections, silent_connection_is_closed_after_idle_seconds)
{
    struct test_server patient;
    struct raw raw, other;
    server_start(&patient, NULL);
    raw_open(&other, patient.port);
    server_start(&served, (const char *const[]){"--idle-seconds", "1", NULL});
    raw_open(&raw, served.port);
    struct raw_answer answer = raw_receive(&raw, false);
    cr_expect_eq(answer.status, 0);
    cr_expect_not(raw_is_closed(&other), "the other server did not wait");
    raw_close(&raw);
    raw_close(&other);
    cr_expect_eq(server_stop(&served), 0);
    cr_expect_eq(server_stop(&patient), 0);
}
