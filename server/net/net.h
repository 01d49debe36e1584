/* The network side of the server: listening sockets, TLS, libmicrohttpd's daemon and its callbacks,
 * the admin listener and the access log.
 *
 * May include: base, options, answer.
 */
#pragma once

#include "net/access_log.h"
#include "net/admin.h"
#include "net/daemon.h"
#include "net/exchanges.h"
#include "net/listener.h"
#include "net/tls.h"
