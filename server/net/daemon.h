/* The HTTP server of libmicrohttpd, with the callbacks and limits of rapporteur. */
#pragma once

#include "listen/listener.h"
#include "net/exchanges.h"
#include "options/options.h"

#include <microhttpd.h>

/* Accepts connections on the socket of a listener and answers them on threads of the library: as
 * many as the options say, or one for the admin listener. Takes ownership of the socket. Returns
 * NULL on failure, with the reason in errno; the socket may or may not have been closed then. */
struct MHD_Daemon *daemon_start(const struct options *options, const struct listener *listener,
                                struct exchanges *exchanges);

/* Stops accepting connections, closes each connection after its answer, and waits at most `seconds`
 * for the requests under way and those that may be on their way on new and recently used
 * connections. Then ends the threads and closes the socket. A socket of the service manager is not
 * shut down: connections that come later wait in the kernel for the next server. */
void daemon_stop(struct MHD_Daemon *daemon, struct exchanges *exchanges, long seconds);
