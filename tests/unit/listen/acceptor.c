/* The thread that accepts connections on a socket of the service manager. */
#define _GNU_SOURCE /* accept4 */
#include "listen/acceptor.h"
#include "failing_calls.h"
#include "test_clock.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    NOW = 1000000 /* milliseconds */
};

static struct connections connections = {.limits.connections = 100};
static struct acceptor acceptor;
static struct MHD_Daemon *library;
static struct sockaddr_in address = {.sin_family = AF_INET};
static int listening;

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **of_request)
{
    static char body[] = "here";
    (void)context, (void)url, (void)method, (void)version, (void)upload, (void)upload_size,
        (void)of_request;
    struct MHD_Response *response =
        MHD_create_response_from_buffer(4, body, MHD_RESPMEM_PERSISTENT);
    const enum MHD_Result queued = MHD_queue_response(connection, 200, response);
    MHD_destroy_response(response);
    return queued;
}

static void start(void)
{
    socklen_t size = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    listening = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    cr_assert_eq(bind(listening, (struct sockaddr *)&address, sizeof address), 0);
    cr_assert_eq(listen(listening, 10), 0);
    cr_assert_eq(getsockname(listening, (struct sockaddr *)&address, &size), 0);
    library =
        MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | MHD_USE_NO_LISTEN_SOCKET, 0,
                         NULL, NULL, answer, NULL, MHD_OPTION_END);
    cr_assert(library);
}

static void stop(void)
{
    acceptor_stop(&acceptor);
    MHD_stop_daemon(library);
}

TestSuite(acceptor, .init = start, .fini = stop);

/* Sends a request on a connection of its own, and expects its answer. */
static void expect_answer(void)
{
    char text[1000];
    size_t length = 0;
    static const char request[] = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    const int client = socket(AF_INET, SOCK_STREAM, 0);
    cr_assert_eq(connect(client, (struct sockaddr *)&address, sizeof address), 0);
    cr_assert_eq(send(client, request, strlen(request), 0), (ssize_t)strlen(request));
    for (ssize_t count; length + 1 < sizeof text &&
                        (count = read(client, text + length, sizeof text - 1 - length)) > 0;)
        length += (size_t)count;
    text[length] = '\0';
    close(client);
    cr_expect(strstr(text, "\r\n\r\nhere"), "%s", text);
}

static bool start_acceptor(void)
{
    return acceptor_start(&acceptor, listening, library, &connections);
}

Test(acceptor, every_connection_is_given_to_the_library)
{
    cr_assert(start_acceptor());
    for (size_t i = 0; i < 3; i++)
        expect_answer();
    acceptor_stop(&acceptor);
    cr_expect_eq(acceptor.given, 3);
    cr_expect_lt(fcntl(listening, F_GETFD), 0, "the socket is not closed");
    cr_expect_lt(fcntl(acceptor.wake, F_GETFD), 0, "the event is not closed");
    cr_expect_not(acceptor.running);
}

Test(acceptor, goes_on_after_a_connection_that_cannot_be_accepted)
{
    static const int errors[] = {ECONNABORTED, EINTR, EMFILE, ENOMEM};
    cr_assert(start_acceptor());
    for (size_t i = 0; i < 4; i++) {
        failing_call_set(CALL_ACCEPT4, 0, errors[i]);
        expect_answer();
    }
}

Test(acceptor, accepts_nothing_while_all_connections_are_in_use)
{
    static const char request[] = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    char first;
    connections.limits.connections = 2;
    counter_add(&connections.opened, 3);
    counter_add(&connections.closed, 1);
    cr_assert(start_acceptor());
    const int client = socket(AF_INET, SOCK_STREAM, 0);
    cr_assert_eq(connect(client, (struct sockaddr *)&address, sizeof address), 0);
    cr_assert_eq(send(client, request, strlen(request), 0), (ssize_t)strlen(request));
    usleep(50000); /* the test also passes if the thread has not looked in this time */
    cr_expect_eq(recv(client, &first, 1, MSG_DONTWAIT), -1);
    cr_expect_eq(failing_call_count(CALL_ACCEPT4), 0);
    counter_add(&connections.closed, 1);
    cr_expect_eq(recv(client, &first, 1, 0), 1, "a connection that waits is not accepted later");
    cr_expect_eq(first, 'H');
    close(client);
}

static void expect_failure(int reason)
{
    errno = 0;
    cr_expect_not(start_acceptor());
    cr_expect_eq(errno, reason);
    cr_expect_not(acceptor.running);
    cr_expect_lt(fcntl(listening, F_GETFD), 0, "the socket is not closed");
    cr_expect(acceptor.wake < 0 || fcntl(acceptor.wake, F_GETFD) < 0, "the event is not closed");
}

Test(acceptor, without_an_event_it_does_not_start)
{
    failing_call_set(CALL_EVENTFD, 0, EMFILE);
    expect_failure(EMFILE);
}

Test(acceptor, without_a_thread_it_does_not_start)
{
    failing_call_set(CALL_PTHREAD_CREATE, 0, EAGAIN);
    expect_failure(EAGAIN);
}

Test(acceptor, is_ahead_for_a_second_of_connections_that_no_thread_has_opened)
{
    acceptor = (struct acceptor){.connections = &connections, .last = NOW};
    test_clock_set(NOW);
    cr_expect_not(acceptor_is_ahead(&acceptor), "none was given");
    acceptor.given = 2;
    counter_add(&connections.opened, 1);
    cr_expect(acceptor_is_ahead(&acceptor));
    test_clock_set(NOW + CONNECTIONS_RECENT_MILLISECONDS - 1);
    cr_expect(acceptor_is_ahead(&acceptor));
    test_clock_set(NOW + CONNECTIONS_RECENT_MILLISECONDS);
    cr_expect_not(acceptor_is_ahead(&acceptor));
    test_clock_set(NOW);
    counter_add(&connections.opened, 1);
    cr_expect_not(acceptor_is_ahead(&acceptor), "all are open");
}
