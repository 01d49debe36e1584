/* Finds clients that read an answer too slowly, or not at all.
 *
 * An answer that a client does not read holds memory of the server and of the kernel. A client must
 * acknowledge `least_rate` bytes per second on average over half a minute, as long as bytes wait
 * for it. While answers are refused because the memory is in use, five seconds decide. The
 * connection is reset, so that the kernel frees what it holds at once.
 */
#pragma once

#include "connections/connections.h"

enum {
    SLOW_READER_MILLISECONDS = 30000,
    SLOW_READER_MILLISECONDS_UNDER_PRESSURE = 5000
};

/* Closes the connection if its client reads too slowly. `now` is in milliseconds. Called with the
 * lock. */
void slow_reader_watch(struct connections *connections, struct connection *connection, int64_t now);
