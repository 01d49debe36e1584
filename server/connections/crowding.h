/* Chooses the connections that make room for a new one; see connections.h. */
#pragma once

#include "connections/connections.h"

/* Closes connections that wait if the new connection exceeds a limit, some more than needed, so
 * that the list is not searched for each new connection. Closes the new one if its address has too
 * many and none of them waits. If few connections are left in all and none waits, resets those of
 * addresses with over a sixteenth of all connections. Called with the lock. */
void crowding_make_room(struct connections *connections, struct connection *newest);

/* Returns the number of connections that are left when waiting ones begin to be closed. */
size_t crowding_reserve(size_t connections);
