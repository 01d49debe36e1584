/* Messages to the service manager, as sd_notify(3) sends them. */
#include "served.h"

#include <criterion/criterion.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

/* Binds a socket and names it in NOTIFY_SOCKET for servers that are started later. Receiving times
 * out after four minutes, which only ends a test that waits in vain. */
static int listen_as_manager(const char *name)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    const struct timeval timeout = {.tv_sec = 240};
    const int manager = socket(AF_UNIX, SOCK_DGRAM, 0);
    snprintf(address.sun_path, sizeof address.sun_path, "%s", name);
    if (*name == '@')
        address.sun_path[0] = '\0';
    const size_t size = offsetof(struct sockaddr_un, sun_path) + strlen(name);
    cr_assert_eq(bind(manager, (struct sockaddr *)&address, (socklen_t)size), 0);
    cr_assert_eq(setsockopt(manager, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout), 0);
    cr_assert_eq(setenv("NOTIFY_SOCKET", name, 1), 0);
    return manager;
}

static void expect_state(int manager, const char *state)
{
    char received[64] = "";
    cr_expect_geq(recv(manager, received, sizeof received - 1, 0), 0, "%s", state);
    cr_expect_str_eq(received, state);
}

static void expect_both_states(const char *name)
{
    const int manager = listen_as_manager(name);
    server_start(&served, NULL);
    expect_state(manager, "READY=1");
    cr_expect_eq(server_stop(&served), 0);
    expect_state(manager, "STOPPING=1");
    close(manager);
}

Test(service_manager, is_notified_of_readiness_and_of_the_stop)
{
    char name[64];
    snprintf(name, sizeof name, "/tmp/rapporteur-manager-%d", (int)getpid());
    expect_both_states(name);
    unlink(name);
    snprintf(name, sizeof name, "@rapporteur-manager-%d", (int)getpid());
    expect_both_states(name);
}

Test(service_manager, socket_that_cannot_be_reached_is_ignored)
{
    static const char *const names[] = {"/nowhere/at/all", "", "@", "relative"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        setenv("NOTIFY_SOCKET", names[i], 1);
        server_start(&served, NULL);
        cr_expect_eq(server_stop(&served), 0, "%s", names[i]);
    }
}
