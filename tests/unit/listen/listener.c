/* Sockets to listen on, and their URLs. */
#define _GNU_SOURCE /* SO_PROTOCOL */
#include "listen/listener.h"
#include "failing_calls.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

static char url[LISTENER_URL_MAX];
static char errors[500];

/* Listens, and keeps what is written to standard error. */
static int listen_on(const char *address, const char *scheme)
{
    memset(errors, 0, sizeof errors);
    FILE *out = fmemopen(errors, sizeof errors - 1, "w");
    cr_assert(out);
    const int listener = listener_open(address, scheme, url, out);
    fclose(out);
    return listener;
}

static int int_option(int listener, int level, int option)
{
    int value = -1;
    socklen_t size = sizeof value;
    cr_assert_eq(getsockopt(listener, level, option, &value, &size), 0);
    return value;
}

static int port_of(int listener)
{
    struct sockaddr_storage address;
    socklen_t size = sizeof address;
    cr_assert_eq(getsockname(listener, (struct sockaddr *)&address, &size), 0);
    return ntohs(address.ss_family == AF_INET6 ? ((struct sockaddr_in6 *)&address)->sin6_port
                                               : ((struct sockaddr_in *)&address)->sin_port);
}

static void expect_url(int listener, const char *start)
{
    char expected[LISTENER_URL_MAX];
    cr_assert_geq(listener, 0, "%s", errors);
    snprintf(expected, sizeof expected, "%s%d", start, port_of(listener));
    cr_expect_str_eq(url, expected);
    cr_expect_str_empty(errors);
}

Test(listener, its_url_has_the_actual_port)
{
    const int listener = listen_on("127.0.0.1:0", "http");
    expect_url(listener, "http://127.0.0.1:");
    close(listener);
}

/* The kernel doubles the sizes. */
Test(listener, its_connections_hold_little_in_the_kernel)
{
    const int listener = listen_on("127.0.0.1:0", "http");
    cr_expect_leq(int_option(listener, SOL_SOCKET, SO_SNDBUF), 128 * 1024);
    cr_expect_leq(int_option(listener, SOL_SOCKET, SO_RCVBUF), 64 * 1024);
    close(listener);
}

Test(listener, listens_without_blocking_and_is_closed_on_exec)
{
    const int listener = listen_on("127.0.0.1:0", "https");
    expect_url(listener, "https://127.0.0.1:");
    cr_expect_eq(int_option(listener, SOL_SOCKET, SO_ACCEPTCONN), 1);
    cr_expect_eq(int_option(listener, SOL_SOCKET, SO_TYPE), SOCK_STREAM);
    cr_expect_eq(int_option(listener, SOL_SOCKET, SO_REUSEADDR), 1);
    cr_expect(fcntl(listener, F_GETFL) & O_NONBLOCK);
    cr_expect_eq(fcntl(listener, F_GETFD), FD_CLOEXEC);
    close(listener);
}

Test(listener, an_ipv6_address_is_in_brackets)
{
    const int listener = listen_on("[::1]:0", "http");
    if (listener < 0)
        cr_skip_test("this machine has no IPv6");
    expect_url(listener, "http://[::1]:");
    close(listener);
}

Test(listener, an_empty_host_is_every_address_of_both_families)
{
    const int listener = listen_on(":0", "http");
    cr_assert_geq(listener, 0, "%s", errors);
    if (strncmp(url, "http://[::]:", 12) == 0)
        cr_expect_eq(int_option(listener, IPPROTO_IPV6, IPV6_V6ONLY), 0);
    else
        cr_expect_eq(strncmp(url, "http://0.0.0.0:", 15), 0, "%s", url);
    close(listener);
}

Test(listener, a_port_in_use_is_reported_with_a_hint)
{
    char address[40], expected[200];
    const int first = listen_on("127.0.0.1:0", "http");
    snprintf(address, sizeof address, "127.0.0.1:%d", port_of(first));
    cr_expect_eq(listen_on(address, "http"), -1);
    snprintf(expected, sizeof expected,
             "rapporteur: cannot listen on %s: Address already in use; stop the program that "
             "listens there, or choose another port\n",
             address);
    cr_expect_str_eq(errors, expected);
    close(first);
}

Test(listener, an_unusable_address_is_reported_without_that_hint)
{
    cr_expect_eq(listen_on("192.0.2.1:0", "http"), -1);
    cr_expect_str_eq(errors, "rapporteur: cannot listen on 192.0.2.1:0: Cannot assign requested "
                             "address\n");
    cr_expect_eq(listen_on("256.0.0.1:0", "http"), -1);
    cr_expect_eq(strncmp(errors, "rapporteur: cannot listen on 256.0.0.1:0: ", 42), 0, "%s",
                 errors);
    cr_expect_not(strstr(errors, "stop the program"));
    cr_expect_eq(listen_on("8080", "http"), -1);
    cr_expect(strstr(errors, "cannot listen on \"8080\"; expected ADDRESS:PORT"), "%s", errors);
}

/* Listens once before, since the first time may read files of the C library. */
Test(listener, a_lack_of_descriptors_is_reported)
{
    const struct rlimit none = {.rlim_cur = 3, .rlim_max = 3};
    int first = listen_on("127.0.0.1:0", "http");
    cr_assert_geq(first, 0, "%s", errors);
    close(first);
    FILE *out = fmemopen(errors, sizeof errors - 1, "w");
    cr_assert(out);
    memset(errors, 0, sizeof errors);
    while ((first = dup(STDERR_FILENO)) >= 0 && first < 3)
        continue;
    cr_assert_eq(setrlimit(RLIMIT_NOFILE, &none), 0);
    cr_expect_eq(listener_open("127.0.0.1:0", "http", url, out), -1);
    fclose(out);
    cr_expect_str_eq(errors, "rapporteur: cannot listen on 127.0.0.1:0: Too many open files\n");
}

static void expect_not_adopted(int passed)
{
    char expected[200];
    struct listener listener;
    memset(errors, 0, sizeof errors);
    FILE *out = fmemopen(errors, sizeof errors - 1, "w");
    cr_assert(out);
    cr_expect_not(listener_start(&listener, NULL, passed, "http", out));
    fclose(out);
    snprintf(expected, sizeof expected,
             "rapporteur: cannot listen on socket %d of the service manager: Input/output error\n",
             passed);
    cr_expect_str_eq(errors, expected);
    cr_expect_eq(listener.socket, -1);
    cr_expect(listener.passed);
    cr_expect_eq(fcntl(passed, F_GETFD), -1, "the socket is not closed");
}

Test(listener, a_socket_of_the_service_manager_that_it_cannot_use_is_closed)
{
    static const struct {
        enum failing_call call;
        int index;
    } failures[] = {{CALL_FCNTL, 0}, {CALL_FCNTL, 1}, {CALL_GETSOCKNAME, 0}};
    for (size_t i = 0; i < 3; i++) {
        const int passed = listen_on("127.0.0.1:0", "http");
        cr_assert_geq(passed, 0);
        failing_call_set(failures[i].call, failures[i].index, EIO);
        expect_not_adopted(passed);
    }
}

Test(listener, a_socket_whose_address_is_unknown_is_closed)
{
    const int next = dup(STDERR_FILENO);
    close(next);
    failing_call_set(CALL_GETSOCKNAME, 0, EIO);
    cr_expect_eq(listen_on("127.0.0.1:0", "http"), -1);
    cr_expect_str_eq(errors, "rapporteur: cannot listen on 127.0.0.1:0: Input/output error\n");
    cr_expect_eq(dup(STDERR_FILENO), next, "the socket is not closed");
}

Test(listener, standard_input_may_be_closed)
{
    close(STDIN_FILENO);
    cr_expect_eq(dup(STDERR_FILENO), STDIN_FILENO);
    close(STDIN_FILENO);
    struct listener listener;
    cr_expect(listener_start(&listener, "127.0.0.1:0", -1, "http", stderr));
    cr_expect_not(listener.passed);
    cr_expect_geq(listener.socket, 0);
}
