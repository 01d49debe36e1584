/* libmicrohttpd's HTTP server, with the callbacks and limits of rapporteur. */
#pragma once

#include "net/exchanges.h"
#include "options/options.h"

#include <microhttpd.h>

/* Accepts connections on a listening socket, which it takes, and answers them on the library's
 * threads: as many as the options say, or one for the admin listener. Returns NULL, with the reason
 * in errno, if it cannot; the library may then have closed the socket or not. */
struct MHD_Daemon *daemon_start(const struct options *options, int socket,
                                struct exchanges *exchanges);

/* Stops accepting connections, closes each after its answer from now on, and waits at most
 * `seconds` for the requests under way. Then ends the threads and closes the socket. */
void daemon_stop(struct MHD_Daemon *daemon, struct exchanges *exchanges, long seconds);
