/* A running server: its parts, and its life from the first load to the end. */
#pragma once

#include "answer/snapshot.h"
#include "base/exit_status.h"
#include "data/reloader.h"
#include "http/server_status.h"
#include "net/access_log.h"
#include "net/admin.h"
#include "net/exchanges.h"
#include "net/listener.h"
#include "options/options.h"

#include <time.h>

struct MHD_Daemon;

struct service {
    const struct options *options;
    struct snapshots snapshots;
    struct exchanges exchanges;
    struct reloader reloader;
    bool reloads;          /* true once the reloader has been started */
    struct access_log log; /* in use if exchanges.log points to it */
    struct admin admin;    /* in use if --admin-listen is given */
    struct server_status status;
    struct timespec started; /* in seconds since 1970 */
    struct MHD_Daemon *daemon;
    int socket;  /* of the main listener; -1 once the daemon has it */
    int signals; /* see base/signals.h */
    char url[LISTENER_URL_MAX];
};

/* Makes a service that runs nothing yet. The caller then opens `socket`, `signals` and, if the
 * options name it, the admin listener. */
void service_init(struct service *service, const struct options *options);

/* Loads the data, answers until SIGTERM or SIGINT, drains and stops all threads. Returns the exit
 * status of the program. Ends the program itself if a thread cannot be stopped in time. */
enum exit_status service_run(struct service *service);

/* Frees and closes all of it, whether it has run or not. */
void service_finish(struct service *service);

/* Returns what /readyz and /metrics report of the service, which must stay in place. */
struct server_status service_status(struct service *service);
