#define _DEFAULT_SOURCE /* SO_DOMAIN */
#include "listen/passed_sockets.h"

#include "base/decimal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    FIRST_DESCRIPTOR = 3,
    PASSED_MAX = 64
};

#define ADMIN_NAME "admin"

/* Returns the number in a variable of the environment, or -1. */
static int64_t environment_number(const char *name)
{
    int64_t number;
    const char *text = getenv(name);
    return text && decimal_parse(text, strlen(text), &number) ? number : -1;
}

static int socket_option(int socket, int option)
{
    int value = -1;
    socklen_t size = sizeof value;
    return getsockopt(socket, SOL_SOCKET, option, &value, &size) == 0 ? value : -1;
}

static bool is_listening_tcp(int socket)
{
    const int family = socket_option(socket, SO_DOMAIN);
    return (family == AF_INET || family == AF_INET6) &&
           socket_option(socket, SO_TYPE) == SOCK_STREAM &&
           socket_option(socket, SO_ACCEPTCONN) == 1;
}

/* Reports whether the next of the names is that of the admin listener; moves on to the name after
 * it. */
static bool take_admin_name(const char **names)
{
    const size_t length = strcspn(*names, ":");
    const bool admin = length == sizeof ADMIN_NAME - 1 && memcmp(*names, ADMIN_NAME, length) == 0;
    *names += length + ((*names)[length] == ':');
    return admin;
}

static bool passed_sockets_add(struct passed_sockets *sockets, int socket, bool admin, FILE *errors)
{
    int *place = admin ? &sockets->admin : &sockets->record;
    if (!is_listening_tcp(socket))
        fprintf(errors,
                "rapporteur: cannot listen on socket %d of the service manager: it is not a "
                "listening TCP socket; use ListenStream=ADDRESS:PORT\n",
                socket);
    else if (*place >= 0)
        fprintf(errors,
                "rapporteur: cannot listen on socket %d of the service manager: there is another "
                "one for %s; use one ListenStream=, and FileDescriptorName=admin for the admin "
                "port\n",
                socket, admin ? "/livez, /readyz and /metrics" : "the record");
    else {
        *place = socket;
        return true;
    }
    return false;
}

bool passed_sockets_find(struct passed_sockets *ret_sockets, FILE *errors)
{
    const char *names = getenv("LISTEN_FDNAMES");
    *ret_sockets = (struct passed_sockets){-1, -1};
    if (environment_number("LISTEN_PID") != getpid())
        return true;
    const int64_t count = environment_number("LISTEN_FDS");
    if (count < 0 || count > PASSED_MAX) {
        fprintf(errors,
                "rapporteur: cannot use the sockets of the service manager: LISTEN_FDS takes a "
                "number from 0 to %d, not \"%s\"\n",
                PASSED_MAX, getenv("LISTEN_FDS") ? getenv("LISTEN_FDS") : "");
        return false;
    }
    if (!names)
        names = "";
    for (int i = 0; i < (int)count; i++)
        if (!passed_sockets_add(ret_sockets, FIRST_DESCRIPTOR + i, take_admin_name(&names), errors))
            return false;
    return true;
}
