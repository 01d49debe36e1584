/* The line of a request in the access log. */
#pragma once

#include "net/exchange.h"

/* Logs a request that has been answered and took so many nanoseconds; to be called when the library
 * reports it as completed, while the library still has the texts of its head. The client is the
 * peer of the connection or, if that is a trusted proxy, the client that the proxy names
 * (forwarded.h). */
void exchange_log_add(const struct exchanges *exchanges, const struct exchange *exchange,
                      struct MHD_Connection *connection, uint64_t took);
