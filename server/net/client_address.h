/* Whose request it is, for the log. */
#pragma once

#include "base/address.h"
#include "options/options.h"

#include <microhttpd.h>

/* The address of the connection's peer or, where that is a proxy which the options trust, of the
 * client that it names (forwarded.h). */
struct address client_address(struct MHD_Connection *connection, const struct options *options);
