/* The sockets that a service manager passes. They have descriptors from 3 on, so that each case has
 * a process of its own. */
#define _GNU_SOURCE
#include "listen/passed_sockets.h"
#include "listen/listener.h"

#include <criterion/criterion.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    FIRST = 3,
    FOUND = 100, /* exit status of a child that found sockets: with those of both listeners */
    WRONG = 99
};

static char errors[1000];

static int listening(int family, int type)
{
    const int opened = socket(family, type, 0);
    const struct sockaddr_in address = {.sin_family = AF_INET,
                                        .sin_addr.s_addr = htonl(0x7f000001)};
    const struct sockaddr unnamed = {.sa_family = AF_UNIX};
    if (family == AF_UNIX && bind(opened, &unnamed, sizeof unnamed.sa_family) != 0)
        _exit(WRONG);
    if (family == AF_INET && bind(opened, (const struct sockaddr *)&address, sizeof address) != 0)
        _exit(WRONG);
    if (type == SOCK_STREAM && listen(opened, 1) != 0)
        _exit(WRONG);
    return opened;
}

/* Makes the descriptors for letters: t listens, c is only bound, u is UDP, x is of AF_UNIX, - is
 * closed. */
static void make_sockets(const char *kinds)
{
    for (int i = 0; kinds[i]; i++) {
        const int made = kinds[i] == 't'   ? listening(AF_INET, SOCK_STREAM)
                         : kinds[i] == 'c' ? socket(AF_INET, SOCK_STREAM, 0)
                         : kinds[i] == '6' ? listening(AF_INET6, SOCK_STREAM)
                         : kinds[i] == 'u' ? listening(AF_INET, SOCK_DGRAM)
                         : kinds[i] == 'x' ? listening(AF_UNIX, SOCK_STREAM)
                                           : -1;
        if (made < 0)
            close(FIRST + i);
        else if (made != FIRST + i && dup2(made, FIRST + i) < 0)
            _exit(WRONG);
    }
}

static void find(const char *kinds, const char *count, const char *names, int out)
{
    char process[20], text[1000] = "";
    struct passed_sockets sockets;
    FILE *lines = fmemopen(text, sizeof text, "w");
    snprintf(process, sizeof process, "%d", (int)getpid());
    setenv("LISTEN_PID", process, 1);
    setenv("LISTEN_FDS", count, 1);
    if (names)
        setenv("LISTEN_FDNAMES", names, 1);
    make_sockets(kinds);
    const bool found = passed_sockets_find(&sockets, lines);
    fflush(lines);
    if (write(out, text, strlen(text)) != (ssize_t)strlen(text))
        _exit(WRONG);
    _exit(found ? FOUND + 10 * (sockets.record + 1) + sockets.admin + 1 : 1);
}

/* Returns 0, with the reason in `errors`, if the sockets are refused; else 10 times the descriptor
 * of the record and that of the admin listener, both 0 for none and else one more. */
static int outcome(const char *kinds, const char *count, const char *names)
{
    int ends[2], status = 0;
    cr_assert_eq(pipe(ends), 0);
    const pid_t child = fork();
    cr_assert_geq(child, 0);
    if (child == 0) {
        dup2(ends[1], 50);
        find(kinds, count, names, 50);
    }
    close(ends[1]);
    const ssize_t length = read(ends[0], errors, sizeof errors - 1);
    errors[length < 0 ? 0 : length] = '\0';
    close(ends[0]);
    cr_assert(waitpid(child, &status, 0) == child && WIFEXITED(status));
    cr_assert_neq(WEXITSTATUS(status), WRONG);
    return WEXITSTATUS(status) == 1 ? 0 : WEXITSTATUS(status) - FOUND;
}

Test(passed_sockets, each_listener_has_the_socket_of_its_name)
{
    cr_expect_eq(outcome("t", "1", NULL), 40);
    cr_expect_eq(outcome("6", "1", NULL), 40);
    cr_expect_eq(outcome("t", "1", ""), 40);
    cr_expect_eq(outcome("t", "1", "admin"), 4);
    cr_expect_eq(outcome("t", "1", "admi"), 40);
    cr_expect_eq(outcome("t", "1", "admins"), 40);
    cr_expect_eq(outcome("t", "1", "ADMIN"), 40);
    cr_expect_eq(outcome("tt", "2", "record:admin"), 45);
    cr_expect_eq(outcome("tt", "2", ":admin"), 45);
    cr_expect_eq(outcome("t6", "2", "admin:http"), 54);
    cr_expect_eq(outcome("tt", "2", "admin"), 54);
    cr_expect_eq(outcome("tt", "1", "record:admin"), 40);
    cr_expect_eq(outcome("", "0", "admin"), 0 + 0);
    cr_expect_str_eq(errors, "");
}

Test(passed_sockets, a_socket_that_does_not_listen_for_tcp_is_refused)
{
    static const char *const kinds[] = {"c", "u", "x", "-"};
    for (size_t i = 0; i < 4; i++) {
        errors[0] = '\0';
        cr_expect_eq(outcome(kinds[i], "1", NULL), 0, "%s", kinds[i]);
        cr_expect_str_eq(errors,
                         "rapporteur: cannot listen on socket 3 of the service manager: it is not "
                         "a listening TCP socket; use ListenStream=ADDRESS:PORT\n",
                         "%s", kinds[i]);
    }
}

Test(passed_sockets, a_second_one_for_a_listener_is_refused)
{
    cr_expect_eq(outcome("tt", "2", NULL), 0);
    cr_expect_str_eq(errors, "rapporteur: cannot listen on socket 4 of the service manager: there "
                             "is another one for the record; use one ListenStream=, and "
                             "FileDescriptorName=admin for the admin port\n");
    cr_expect_eq(outcome("ttt", "3", "admin:x:admin"), 0);
    cr_expect_str_eq(errors,
                     "rapporteur: cannot listen on socket 5 of the service manager: there is "
                     "another one for /livez, /readyz and /metrics; use one ListenStream=, and "
                     "FileDescriptorName=admin for the admin port\n");
}

/* With the most, the second is the one that is refused; with one more, the number is. */
Test(passed_sockets, there_are_at_most_64)
{
    cr_expect_eq(outcome("tt", "64", NULL), 0);
    cr_expect(strstr(errors, "socket 4 of the service manager: there is another one"), "%s",
              errors);
    cr_expect_eq(outcome("tt", "65", NULL), 0);
    cr_expect(strstr(errors, "LISTEN_FDS takes a number from 0 to 64, not \"65\""), "%s", errors);
}

Test(passed_sockets, those_of_another_process_are_not_used)
{
    struct passed_sockets sockets = {5, 6};
    setenv("LISTEN_PID", "1", 1);
    setenv("LISTEN_FDS", "65", 1);
    cr_expect(passed_sockets_find(&sockets, stderr));
    cr_expect(sockets.record == -1 && sockets.admin == -1);
    unsetenv("LISTEN_PID");
    cr_expect(passed_sockets_find(&sockets, stderr));
    cr_expect(sockets.record == -1 && sockets.admin == -1);
}
