#define _GNU_SOURCE /* accept4 */
#include "listen/acceptor.h"

#include "base/event.h"
#include "base/monotonic_clock.h"

#include <errno.h>
#include <microhttpd.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    FULL_MILLISECONDS = 10,    /* pause while all connections are in use */
    FAILURE_MILLISECONDS = 100 /* pause after a failure, such as EMFILE */
};

/* Reports whether all connections are in use. Those that wait to be accepted stay in the kernel. */
static bool acceptor_is_full(const struct acceptor *acceptor)
{
    const uint64_t closed = counter_read(&acceptor->connections->closed);
    return counter_read(&acceptor->connections->opened) - closed >=
           acceptor->connections->limits.connections;
}

/* Accepts a connection. Returns false if none waits, or if it cannot. */
static bool acceptor_accept(struct acceptor *acceptor)
{
    struct sockaddr_storage peer;
    socklen_t size = sizeof peer;
    const int connection =
        accept4(acceptor->socket, (struct sockaddr *)&peer, &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (connection < 0)
        return errno == ECONNABORTED || errno == EINTR;
    /* The library closes the connection if it does not take it. */
    if (MHD_add_connection(acceptor->daemon, connection, (struct sockaddr *)&peer, size) ==
        MHD_YES) {
        acceptor->given++;
        acceptor->last = monotonic_milliseconds();
    }
    return true;
}

/* Accepts the connections that wait. Returns how long to pause before the next, in milliseconds. */
static int acceptor_accept_all(struct acceptor *acceptor)
{
    do
        if (acceptor_is_full(acceptor))
            return FULL_MILLISECONDS;
    while (acceptor_accept(acceptor));
    return errno == EAGAIN ? 0 : FAILURE_MILLISECONDS;
}

static void *acceptor_run(void *context)
{
    struct acceptor *acceptor = context;
    struct pollfd events[] = {{acceptor->wake, POLLIN, 0}, {acceptor->socket, POLLIN, 0}};
    int pause = 0;
    for (;;) {
        poll(events, pause ? 1 : 2, pause ? pause : -1);
        if (events[0].revents)
            return NULL;
        pause = acceptor_accept_all(acceptor);
    }
}

bool acceptor_start(struct acceptor *acceptor, int socket, struct MHD_Daemon *daemon,
                    const struct connections *connections)
{
    *acceptor = (struct acceptor){.socket = socket,
                                  .wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK),
                                  .daemon = daemon,
                                  .connections = connections};
    int reason = acceptor->wake < 0 ? errno : 0;
    if (reason == 0)
        reason = pthread_create(&acceptor->thread, NULL, acceptor_run, acceptor);
    acceptor->running = reason == 0;
    if (acceptor->running)
        return true;
    if (acceptor->wake >= 0)
        close(acceptor->wake);
    close(socket);
    errno = reason;
    return false;
}

void acceptor_stop(struct acceptor *acceptor)
{
    if (!acceptor->running)
        return;
    event_signal(acceptor->wake);
    pthread_join(acceptor->thread, NULL);
    acceptor->running = false;
    close(acceptor->wake);
    close(acceptor->socket);
}

bool acceptor_is_ahead(const struct acceptor *acceptor)
{
    return acceptor->given > 0 && counter_read(&acceptor->connections->opened) < acceptor->given &&
           monotonic_milliseconds() - acceptor->last < CONNECTIONS_RECENT_MILLISECONDS;
}
