/* Adds requests to the access log. */
#pragma once

#include "net/exchange.h"

/* Logs an answered request, which took `took` nanoseconds. Call it when the library reports the
 * request as completed and still has the texts of its head. The client is the peer of the
 * connection or, if that is a trusted proxy, the client that the proxy names (forwarded.h). */
void exchange_log_add(const struct exchanges *exchanges, const struct exchange *exchange,
                      struct MHD_Connection *connection, uint64_t took);

/* Logs a head that the library has refused by itself. It does not tell what it has answered, so the
 * status is 400; the target is known if the request line was valid. The client is the peer. Call it
 * when the connection is closed. */
void exchange_log_add_refused(const struct exchanges *exchanges, const struct exchange *exchange,
                              struct MHD_Connection *connection);
