/* Who sent a request: the peer of the connection or, if that is a trusted proxy, the client that
 * the proxy names. If Forwarded and X-Forwarded-For name different clients, it is the peer: a proxy
 * that sets one of them may pass on the other as a client has sent it. */
#pragma once

#include "base/address.h"
#include "options/options.h"

struct MHD_Connection;

/* Reports whether the peer of a connection, which may be NULL, is a trusted proxy. */
bool client_is_proxy(const struct options *options, const struct sockaddr *peer);

/* Returns the client of the request under way on a connection (forwarded.h). Call it while the
 * library has the head. */
struct address client_of_request(struct MHD_Connection *connection, const struct options *options);
