/* Stops accepting connections while the requests under way are answered.
 *
 * The listening socket drops every packet that is not sent with the highest hop limit (IP_MINTTL
 * 255, RFC 5082), so it drops those of ordinary clients. A new client gets no reply; its kernel
 * retries the SYN a second later, and is then refused, or accepted by the next server. The
 * library's own function for this, MHD_quiesce_daemon, aborts the program if one of the library's
 * threads stops listening at the same time.
 */
#pragma once

#include <stdbool.h>

/* Returns false on failure, with the reason in errno; the socket then still accepts connections. */
bool stop_accepting(int listener);

/* Removes the limit from a connection, which inherits it if its handshake was under way when
 * listening stopped. The client sends dropped packets again. */
void stop_accepting_exempt(int connection);
