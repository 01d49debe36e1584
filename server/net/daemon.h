/* The HTTP server of the library, started as rapporteur wants it. */
#pragma once

#include "net/exchange.h"
#include "options/options.h"

/* Starts to accept connections on a listening socket, which it takes, and to answer them on threads
 * of its own: as many as the options say, or one for those who watch. NULL, with the reason in
 * errno, where it cannot; the socket may then be closed or not, as the library does either. */
struct MHD_Daemon *daemon_start(const struct options *options, int socket,
                                struct exchanges *exchanges);

/* Lets nobody in any more, from now on closes each connection behind its answer, and waits for the
 * requests under way, at most so many seconds; then ends, and closes the socket. */
void daemon_stop(struct MHD_Daemon *daemon, struct exchanges *exchanges, long seconds);
