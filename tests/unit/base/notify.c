/* Messages to the service manager: NOTIFY_SOCKET is a path, or "@" and an abstract name. */
#include "base/notify.h"

#include <criterion/criterion.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* Binds a socket to a name as in NOTIFY_SOCKET. */
static int bind_to(const char *name)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    const int bound = socket(AF_UNIX, SOCK_DGRAM, 0);
    memcpy(address.sun_path, name, strlen(name));
    if (*name == '@')
        address.sun_path[0] = '\0';
    cr_assert_eq(bind(bound, (const struct sockaddr *)&address,
                      (socklen_t)(offsetof(struct sockaddr_un, sun_path) + strlen(name))),
                 0);
    return bound;
}

/* Returns the next message, or "" if there is none. */
static const char *received(int bound)
{
    static char message[100];
    const ssize_t length = recv(bound, message, sizeof message - 1, MSG_DONTWAIT);
    message[length < 0 ? 0 : length] = '\0';
    return message;
}

/* Checks that messages reach a socket of this name. */
static void check_name(const char *name)
{
    const int bound = bind_to(name);
    setenv("NOTIFY_SOCKET", name, 1);
    notify_send("READY=1");
    notify_send("STOPPING=1");
    cr_expect_str_eq(received(bound), "READY=1", "%s", name);
    cr_expect_str_eq(received(bound), "STOPPING=1");
    cr_expect_str_empty(received(bound));
    close(bound);
}

Test(notify, messages_reach_a_socket_with_a_path_or_an_abstract_name)
{
    char path[200];
    snprintf(path, sizeof path, "/tmp/rapporteur-notify-%d", (int)getpid());
    check_name(path);
    cr_expect_str_eq(notify_path(), path);
    unlink(path);
    path[0] = '@';
    check_name(path);
    cr_expect_null(notify_path(), "an abstract name is not a path");
}

/* A name fills the address if it is one byte shorter than that, and must not be longer. */
Test(notify, a_name_may_be_as_long_as_an_address)
{
    char name[sizeof((struct sockaddr_un *)0)->sun_path + 2];
    memset(name, 'n', sizeof name);
    name[0] = '@';
    name[sizeof name - 3] = '\0';
    check_name(name);
    name[sizeof name - 3] = 'n';
    name[sizeof name - 2] = '\0';
    setenv("NOTIFY_SOCKET", name, 1);
    notify_send("READY=1"); /* must not overflow the address */
}

Test(notify, nothing_is_sent_without_a_usable_name)
{
    static const char *const names[] = {"", "/", "@", "relative", "x/y"};
    unsetenv("NOTIFY_SOCKET");
    cr_expect_null(notify_path());
    notify_send("READY=1");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        setenv("NOTIFY_SOCKET", names[i], 1);
        cr_expect_eq(notify_path() != NULL, *names[i] == '/', "%s", names[i]);
        notify_send("READY=1");
    }
}
