/* Looks at one connection now and then: is a head late, has the client closed its side? */
#pragma once

#include "connections/connections.h"

/* Closes the connection if it has exceeded a limit. `now` is in milliseconds. Called with the lock.
 */
void connection_watch(struct connections *connections, struct connection *connection, int64_t now);

/* Reports whether the server has sent something although no head was complete. */
bool connection_watch_has_refused(const struct connection *connection);
