/* The port of those who watch the server: /livez, /readyz and /metrics, where they are not beside
 * the record.
 *
 * One thread of its own answers there from before the first load until the very end, however busy
 * the others are. What it answers is neither counted nor logged.
 */
#pragma once

#include "net/exchange.h"
#include "net/listener.h"

struct admin {
    struct exchanges exchanges;
    struct MHD_Daemon *daemon;
    int socket; /* until it answers */
    char url[LISTENER_URL_MAX];
};

/* Listens where the options say. False, with what is wrong written to standard error, where it
 * cannot. */
bool admin_listen(struct admin *admin, const struct options *options);

/* Answers there. False, with what is wrong written to standard error and the socket closed, where
 * it cannot. */
bool admin_start(struct admin *admin, struct snapshots *snapshots,
                 const struct server_status *status, const struct options *options);

/* Ends the thread; to be called before snapshots_finish. */
void admin_stop(struct admin *admin);

/* Frees what is left, after snapshots_finish. */
void admin_finish(struct admin *admin);
