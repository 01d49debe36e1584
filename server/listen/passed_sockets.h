/* Listening sockets that the service manager has opened and passes to the program (socket
 * activation), as sd_listen_fds(3) describes it: LISTEN_PID is this process, LISTEN_FDS the number
 * of sockets, which are the descriptors from 3, and LISTEN_FDNAMES their names, separated by
 * colons.
 *
 * The socket that is named "admin" is that of the admin listener. Any other name, or none, means
 * the listener of the record.
 */
#pragma once

#include <stdbool.h>
#include <stdio.h>

struct passed_sockets {
    int record, admin; /* descriptors, or -1 for none */
};

/* Finds the sockets, if any are passed to this process. Returns false, with the reason written to
 * `errors`, if a listener would have more than one, or if one is not a listening TCP socket. The
 * caller owns the sockets. */
bool passed_sockets_find(struct passed_sockets *ret_sockets, FILE *errors);
