/* The admin listener: /livez, /readyz and /metrics on a separate port.
 *
 * Its own thread answers from before the first load until the end of the program, even if all other
 * threads are busy. Requests to it are neither counted nor logged.
 */
#pragma once

#include "listen/listener.h"
#include "net/exchanges.h"

struct MHD_Daemon;

struct admin {
    struct exchanges exchanges;
    struct MHD_Daemon *daemon; /* NULL before admin_start */
    struct listener listener;  /* its socket is valid until admin_start */
};

/* Listens on `passed`, a socket of the service manager, or if that is negative on the address of
 * --admin-listen. Returns false, with the reason written to standard error, if it cannot. */
bool admin_listen(struct admin *admin, const struct options *options, int passed);

/* Starts the thread. Returns false, with the reason written to standard error and the socket
 * closed, if it cannot. */
bool admin_start(struct admin *admin, struct snapshots *snapshots,
                 const struct server_status *status, const struct options *options);

/* Ends the thread. Call it before snapshots_finish. */
void admin_stop(struct admin *admin);

/* Frees the rest. Call it after snapshots_finish. */
void admin_finish(struct admin *admin);
