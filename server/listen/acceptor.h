/* The thread that accepts connections on a socket of the service manager (passed_sockets.h) and
 * gives them to libmicrohttpd.
 *
 * The library must not have such a socket itself: when it stops, it shuts the socket down, and so
 * ends it for the service manager and for the next server, too. This thread only stops to accept.
 * Connections that come later wait in the kernel until the next server accepts them.
 */
#pragma once

#include "connections/connections.h"

#include <pthread.h>
#include <stdbool.h>

struct MHD_Daemon;

struct acceptor {
    int socket; /* owned */
    int wake;   /* eventfd: the thread must stop */
    struct MHD_Daemon *daemon;
    const struct connections *connections; /* of the daemon */
    uint64_t given;                        /* connections so far that the library has taken */
    int64_t last; /* when it took the last, in milliseconds of the monotonic clock */
    pthread_t thread;
    bool running;
};

/* Starts the thread. The daemon must have no listening socket. Borrows all but the socket, of which
 * it takes ownership, also on failure. Returns false, with the reason in errno, if it cannot. */
bool acceptor_start(struct acceptor *acceptor, int socket, struct MHD_Daemon *daemon,
                    const struct connections *connections);

/* Ends the thread, if it runs, and closes its descriptor of the socket, which lives on. */
void acceptor_stop(struct acceptor *acceptor);

/* Reports, after acceptor_stop, whether threads of the library have not come to all connections
 * yet that they were given less than CONNECTIONS_RECENT_MILLISECONDS ago. */
bool acceptor_is_ahead(const struct acceptor *acceptor);
