/* Stops accepting connections, while the requests under way are answered.
 *
 * The listening socket drops every packet that is not sent with the highest hop limit (IP_MINTTL
 * 255, RFC 5082), as those of ordinary clients are not. A new client gets no reply; its kernel
 * retries the SYN a second later, and is then refused, or accepted by the next server. The
 * library's own function for this, MHD_quiesce_daemon, aborts the program if one of the library's
 * threads notices at the same time that it is to stop listening.
 */
#pragma once

#include <stdbool.h>

/* Returns false, with the reason in errno, if the socket still accepts connections. */
bool stop_accepting(int listener);

/* Lets a connection receive packets whose handshake was under way when listening stopped: it has
 * inherited the limit. Packets that it has dropped are sent again. */
void stop_accepting_exempt(int connection);
