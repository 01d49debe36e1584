/* The sockets on which the server listens, its own and those of the service manager, and how it
 * stops accepting connections on either kind.
 *
 * May include: base, connections.
 */
#pragma once

#include "listen/acceptor.h"
#include "listen/listener.h"
#include "listen/passed_sockets.h"
#include "listen/stop_accepting.h"
