/* The network side of the server: TLS, libmicrohttpd's daemon and its callbacks, and the admin
 * listener.
 *
 * May include: base, options, connections, answer, access_log, listen, content.
 */
#pragma once

#include "net/admin.h"
#include "net/daemon.h"
#include "net/exchanges.h"
#include "net/tls.h"
