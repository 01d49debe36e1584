/* The HTTP server of libmicrohttpd, with the callbacks and limits of rapporteur. */
#pragma once

#include "net/exchanges.h"
#include "options/options.h"

#include <microhttpd.h>

/* Accepts connections on a listening socket and answers them on threads of the library: as many as
 * the options say, or one for the admin listener. Takes ownership of the socket. Returns NULL on
 * failure, with the reason in errno; the library may or may not have closed the socket then. */
struct MHD_Daemon *daemon_start(const struct options *options, int socket,
                                struct exchanges *exchanges);

/* Stops accepting connections, closes each connection after its answer, and waits at most `seconds`
 * for the requests under way. Then ends the threads and closes the socket. */
void daemon_stop(struct MHD_Daemon *daemon, struct exchanges *exchanges, long seconds);
