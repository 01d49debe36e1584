/* The admin listener: /livez, /readyz and /metrics on a separate port.
 *
 * Its own thread answers from before the first load until the end of the program, even if all other
 * threads are busy. Requests to it are neither counted nor logged.
 */
#pragma once

#include "net/exchanges.h"
#include "net/listener.h"

struct MHD_Daemon;

struct admin {
    struct exchanges exchanges;
    struct MHD_Daemon *daemon; /* NULL before admin_start */
    int socket;                /* valid until admin_start */
    char url[LISTENER_URL_MAX];
};

/* Listens on the address of --admin-listen. Returns false, with the reason written to standard
 * error, if it cannot. */
bool admin_listen(struct admin *admin, const struct options *options);

/* Starts the thread. Returns false, with the reason written to standard error and the socket
 * closed, if it cannot. */
bool admin_start(struct admin *admin, struct snapshots *snapshots,
                 const struct server_status *status, const struct options *options);

/* Ends the thread. Call it before snapshots_finish. */
void admin_stop(struct admin *admin);

/* Frees the rest. Call it after snapshots_finish. */
void admin_finish(struct admin *admin);
