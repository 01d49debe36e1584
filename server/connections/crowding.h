/* Chooses the connections that make room for a new one; see connections.h. */
#pragma once

#include "connections/connections.h"

/* Closes connections that wait if the new connection exceeds a limit, some more than needed, so
 * that the list is not searched for each new connection. Closes the new one if its address has too
 * many and none of them waits.
 *
 * If few connections are left in all, closes those that wait, but spares those with a request in
 * the last second of an address that has up to a sixteenth of all connections. If only such ones
 * wait, resets connections of addresses that have more; without such addresses, closes them too.
 * Called with the lock. */
void crowding_make_room(struct connections *connections, struct connection *newest);

/* Returns the number of connections that are left when waiting ones begin to be closed. */
size_t crowding_reserve(size_t connections);

/* Returns the number of connections beyond which a client has many. */
size_t crowding_large_share(size_t connections);
