/* A running server: its parts, and its run from the first load to the end. */
#pragma once

#include "access_log/access_log.h"
#include "answer/snapshot.h"
#include "base/exit_status.h"
#include "data/reloader.h"
#include "http/server_status.h"
#include "listen/listener.h"
#include "listen/passed_sockets.h"
#include "net/admin.h"
#include "net/exchanges.h"
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
    struct admin admin;    /* in use if has_admin */
    bool has_admin;        /* true if --admin-listen is given, or its socket passed */
    struct server_status status;
    struct timespec started; /* time since 1970 */
    struct MHD_Daemon *daemon;
    struct passed_sockets passed; /* of the service manager; -1 once a listener has them */
    struct listener listener;     /* of the record; its socket is -1 once the daemon has it */
    int signals;                  /* see base/signals.h */
    char transport_security[40];  /* "max-age=SECONDS", or "" */
};

/* Prepares a service without threads. Takes ownership of the sockets that the service manager has
 * passed. The caller then starts `listener`, opens `signals` and, if `has_admin`, starts the admin
 * listener. */
void service_init(struct service *service, const struct options *options,
                  struct passed_sockets passed);

/* Loads the data, answers until SIGTERM or SIGINT, drains and stops all threads. Returns the exit
 * status of the program. Calls _exit(2) if a thread cannot be stopped in time. */
enum exit_status service_run(struct service *service);

/* Frees and closes all parts, even if the service has not run. */
void service_finish(struct service *service);

/* Returns the callbacks of /readyz and /metrics, which borrow `service`. */
struct server_status service_status(struct service *service);
