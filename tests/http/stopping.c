/* SIGTERM and SIGINT: started answers are completed, and nothing else delays the exit. */
#include "../unit/tries.h"
#include "large_record.h"
#include "raw.h"
#include "served.h"

#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

Test(stopping, sigterm_and_sigint_exit_with_0)
{
    static const int signals[] = {SIGTERM, SIGINT};
    for (size_t i = 0; i < 2; i++) {
        server_start(&served, NULL);
        kill(served.pid, signals[i]);
        cr_expect_eq(server_wait(&served), 0);
    }
}

/* Sends a signal, and returns what the server logs of it. */
static void send_signal(int number, char *said, size_t size)
{
    size_t length = 0;
    kill(served.pid, number);
    while (length + 1 < size && read(served.errors, said + length, 1) == 1 && said[length] != '\n')
        length++;
    said[length] = '\0';
}

/* A second SIGTERM that is sent before the first is handled would be the same one. */
static void wait_for_draining(void)
{
    long status;
    client_init(&client, served.url);
    do {
        struct answer answer = client_get(&client, "/readyz");
        status = answer.status;
        answer_finish(&answer);
    } while (status == 200);
    client_finish(&client);
}

/* Programs that rotate logs send SIGUSR1 to other servers. */
Test(stopping, sigusr1_and_sigusr2_do_nothing_and_the_log_says_so)
{
    char said[400];
    server_start(&served, (const char *const[]){"--drain-seconds", "3600", NULL});
    send_signal(SIGUSR1, said, sizeof said);
    cr_expect(strstr(said, " warning rapporteur: ignored SIGUSR1: SIGHUP reloads"), "%s", said);
    send_signal(SIGUSR2, said, sizeof said);
    cr_expect(strstr(said, "ignored SIGUSR2: "), "%s", said);
    kill(served.pid, SIGTERM);
    wait_for_draining();
    send_signal(SIGUSR1, said, sizeof said);
    cr_expect(strstr(said, "ignored SIGUSR1: "), "while it drains: %s", said);
    cr_expect_eq(server_stop(&served), 0);
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
    server_start(&served, (const char *const[]){"--stop-seconds", "3600", NULL});
    for (size_t i = 0; i < 8; i++) {
        raw_open(&raws[i], served.port);
        cr_expect_not(raw_is_closed(&raws[i]));
    }
    cr_expect_eq(server_stop(&served), 0);
    for (size_t i = 0; i < 8; i++)
        raw_close(&raws[i]);
}

/* Starts a server and requests an answer so large that sending it blocks. Returns when the first
 * bytes have arrived. */
static void request_large_answer(struct raw *raw, const char *stop_seconds)
{
    const char *path = large_record_write();
    const char *const arguments[] = {"--data", path, "--stop-seconds", stop_seconds, "--least-rate",
                                     "0",      NULL};
    server_start(&served, arguments);
    unlink(path);
    raw_open(raw, served.port);
    large_record_request(raw);
}

/* Reports whether the server accepts a connection within half a second. */
static bool is_accepting(void)
{
    const struct sockaddr_in address = {.sin_family = AF_INET,
                                        .sin_port = htons((uint16_t)served.port),
                                        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    const int tried = socket(AF_INET, SOCK_STREAM, 0);
    struct pollfd connected = {.fd = tried, .events = POLLOUT};
    cr_assert(tried >= 0 && fcntl(tried, F_SETFL, O_NONBLOCK) == 0);
    const bool at_once = connect(tried, (const struct sockaddr *)&address, sizeof address) == 0;
    const bool accepted =
        at_once || (poll(&connected, 1, 500) == 1 && !(connected.revents & (POLLERR | POLLHUP)));
    close(tried);
    return accepted;
}

/* Sends SIGTERM and waits until the server accepts no more connections. */
static void begin_to_stop(void)
{
    bool accepting = true;
    kill(served.pid, SIGTERM);
    for (int i = 0; i < MOMENTS && accepting; i++) {
        pause_a_moment();
        accepting = is_accepting();
    }
    cr_assert_not(accepting, "the server still accepts connections");
}

Test(stopping, started_answer_is_completed)
{
    struct raw raw;
    request_large_answer(&raw, "3600");
    begin_to_stop();
    cr_assert_eq(waitpid(served.pid, NULL, WNOHANG), 0, "the server did not wait");
    struct raw_answer answer = raw_receive(&raw, false);
    cr_expect_eq(answer.status, 200);
    cr_expect_gt(answer.length, LARGE_RECORD_BYTES);
    cr_expect_eq(answer.body[answer.length - 1], '\n', "the answer is incomplete");
    cr_expect_eq(server_wait(&served), 0);
    raw_answer_finish(&answer);
    raw_close(&raw);
}

Test(stopping, each_answer_closes_its_connection)
{
    static const char request[] = "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n";
    struct raw busy, idle;
    request_large_answer(&busy, "3600");
    raw_open(&idle, served.port);
    raw_send_text(&idle, request);
    struct raw_answer before = raw_receive(&idle, false);
    cr_expect_null(strstr(before.head, "Connection: "), "%s", before.head);
    begin_to_stop();
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

/* A second server waits longer, so that --stop-seconds decides when the first one ends. */
Test(stopping, client_that_never_reads_is_disconnected_after_stop_seconds)
{
    struct raw raw, other;
    request_large_answer(&other, "3600");
    begin_to_stop();
    struct test_server patient = served;
    request_large_answer(&raw, "1");
    cr_expect_eq(server_stop(&served), 0);
    cr_expect_eq(waitpid(patient.pid, NULL, WNOHANG), 0, "the other server did not wait");
    kill(patient.pid, SIGKILL);
    server_wait(&patient);
    raw_close(&raw);
    raw_close(&other);
}

/* A client with the highest hop limit stands for one whose handshake began before the signal: such
 * packets still reach the listening socket. */
Test(stopping, connection_whose_handshake_had_begun_is_answered)
{
    static const int highest = 255, usual = 64;
    static const char request[] = "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n";
    char answer[16] = "";
    struct raw raw;
    request_large_answer(&raw, "3600");
    begin_to_stop();
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
    struct raw raw;
    request_large_answer(&raw, "3600");
    begin_to_stop();
    raw_close(&raw);
    cr_expect_eq(server_wait(&served), 0);
}
