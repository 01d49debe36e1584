/* The table of routes: every path of the service, in the order in which patterns are tried. A new
 * endpoint is a new row in routes.c. */
#pragma once

#include "http/route.h"

extern const struct route_table routes;
