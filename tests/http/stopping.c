/* SIGTERM and SIGINT: started answers are completed, and nothing else delays the exit. */
#include "../unit/tries.h"
#include "raw.h"
#include "served.h"

#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

Test(stopping, sigterm_and_sigint_exit_with_0)
{
    static const int signals[] = {SIGTERM, SIGINT};
    for (size_t i = 0; i < 2; i++) {
        server_start(&served, NULL);
        kill(served.pid, signals[i]);
        cr_expect_eq(server_wait(&served), 0);
    }
}

Test(stopping, exits_with_0_while_connections_come_and_go)
{
    for (size_t round = 0; round < tries(50); round++) {
        struct raw raws[8];
        server_start(&served, (const char *const[]){"--threads", "4", NULL});
        for (size_t i = 0; i < 8; i++)
            raw_open(&raws[i], served.port);
        for (size_t i = 0; i < 8; i++)
            raw_close(&raws[i]);
        kill(served.pid, SIGTERM);
        const int status = server_wait(&served);
        cr_assert_eq(status, 0, "round %zu: %d", round, status);
    }
}

Test(stopping, idle_connections_do_not_delay_the_exit)
{
    struct raw raws[8];
    server_start(&served, NULL);
    for (size_t i = 0; i < 8; i++) {
        raw_open(&raws[i], served.port);
        cr_expect_not(raw_is_closed(&raws[i]));
    }
    const double before = seconds();
    cr_expect_eq(server_stop(&served), 0);
    cr_expect_lt(seconds() - before, 2.0);
    for (size_t i = 0; i < 8; i++)
        raw_close(&raws[i]);
}

enum {
    MUCH = 12 * 1024 * 1024
};

/* Writes a record whose only topic is larger than the buffers of sockets, and returns its path. */
static const char *write_large_record(void)
{
    static char path[] = "/tmp/rapporteur-large-XXXXXX";
    FILE *out = fdopen(mkstemp(path), "w");
    cr_assert(out);
    fputs("{\"documents\": [{\"id\": \"d\", \"title\": \"D\", \"sources\": [{\"document\": "
          "\"d\"}]}], \"topics\": [{\"id\": \"t\", \"label\": \"T\", \"sources\": "
          "[{\"document\": \"d\"}], \"description\": \"",
          out);
    for (size_t i = 0; i < MUCH; i++)
        fputc('a', out);
    fputs("\"}]}", out);
    fclose(out);
    return path;
}

/* Starts a server and requests an answer so large that sending it blocks. Returns when the first
 * bytes have arrived. */
static void request_large_answer(struct raw *raw, const char *stop_seconds)
{
    const char *path = write_large_record();
    const char *const arguments[] = {"--data", path, "--stop-seconds", stop_seconds, NULL};
    server_start(&served, arguments);
    unlink(path);
    raw_open(raw, served.port);
    raw_send_text(raw, "GET /topics/t HTTP/1.1\r\nHost: localhost\r\n\r\n");
    struct pollfd begun = {.fd = raw->socket, .events = POLLIN};
    cr_assert_eq(poll(&begun, 1, 60 * 1000), 1, "the server is silent");
}

Test(stopping, started_answer_is_completed)
{
    const struct timespec pause = {.tv_nsec = 200 * 1000 * 1000};
    struct raw raw;
    request_large_answer(&raw, "20");
    kill(served.pid, SIGTERM);
    nanosleep(&pause, NULL);
    cr_assert_eq(waitpid(served.pid, NULL, WNOHANG), 0, "the server did not wait");
    struct raw_answer answer = raw_receive(&raw, false);
    cr_expect_eq(answer.status, 200);
    cr_expect_gt(answer.length, MUCH);
    cr_expect_eq(answer.body[answer.length - 1], '\n', "the answer is incomplete");
    cr_expect_eq(server_wait(&served), 0);
    raw_answer_finish(&answer);
    raw_close(&raw);
}

Test(stopping, each_answer_closes_its_connection)
{
    static const char request[] = "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n";
    const struct timespec pause = {.tv_nsec = 200 * 1000 * 1000};
    struct raw busy, idle;
    request_large_answer(&busy, "20");
    raw_open(&idle, served.port);
    raw_send_text(&idle, request);
    struct raw_answer before = raw_receive(&idle, false);
    cr_expect_null(strstr(before.head, "Connection: "), "%s", before.head);
    kill(served.pid, SIGTERM);
    nanosleep(&pause, NULL);
    raw_send_text(&idle, request);
    struct raw_answer after = raw_receive(&idle, false);
    cr_expect_eq(after.status, 200);
    cr_expect(strstr(after.head, "\r\nConnection: close\r\n"), "%s", after.head);
    cr_expect(raw_is_closed(&idle));
    raw_answer_finish(&before);
    raw_answer_finish(&after);
    raw_close(&idle);
    raw_close(&busy);
    cr_expect_eq(server_wait(&served), 0);
}

Test(stopping, client_that_never_reads_is_disconnected)
{
    struct raw raw;
    request_large_answer(&raw, "1");
    const double before = seconds();
    cr_expect_eq(server_stop(&served), 0);
    cr_expect_lt(seconds() - before, 10.0);
    raw_close(&raw);
}

/* A client with the highest hop limit stands for one whose handshake began before the signal: such
 * packets still reach the listening socket. */
Test(stopping, connection_whose_handshake_had_begun_is_answered)
{
    static const int highest = 255, usual = 64;
    static const char request[] = "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n";
    const struct timespec pause = {.tv_nsec = 300 * 1000 * 1000};
    char answer[16] = "";
    struct raw raw;
    request_large_answer(&raw, "20");
    kill(served.pid, SIGTERM);
    nanosleep(&pause, NULL);
    const int late = socket(AF_INET, SOCK_STREAM, 0);
    cr_assert_eq(setsockopt(late, IPPROTO_IP, IP_TTL, &highest, sizeof highest), 0);
    const struct sockaddr_in address = {.sin_family = AF_INET,
                                        .sin_port = htons((uint16_t)served.port),
                                        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    cr_assert_eq(connect(late, (const struct sockaddr *)&address, sizeof address), 0);
    cr_assert_eq(setsockopt(late, IPPROTO_IP, IP_TTL, &usual, sizeof usual), 0);
    cr_assert_eq(send(late, request, sizeof request - 1, MSG_NOSIGNAL), sizeof request - 1);
    cr_expect_eq(recv(late, answer, sizeof answer - 1, MSG_WAITALL), sizeof answer - 1);
    cr_expect_eq(memcmp(answer, "HTTP/1.1 200", 12), 0, "%s", answer);
    close(late);
    raw_close(&raw);
    cr_expect_eq(server_wait(&served), 0);
}

Test(stopping, new_connections_are_not_accepted)
{
    const struct timespec pause = {.tv_nsec = 300 * 1000 * 1000};
    struct raw raw;
    request_large_answer(&raw, "2");
    kill(served.pid, SIGTERM);
    nanosleep(&pause, NULL);
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, served.url);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 1L);
    cr_expect_eq(curl_easy_perform(curl), CURLE_COULDNT_CONNECT);
    curl_easy_cleanup(curl);
    cr_expect_eq(server_wait(&served), 0);
    raw_close(&raw);
}
