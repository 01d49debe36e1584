/* The table of routes: every path of the service, in the order in which patterns are tried. A new
 * endpoint is a new row in routes.c. */
#pragma once

#include "http/route.h"

extern const struct route_table routes;

/* Reports whether `pattern`, which is one of the table, is a path for monitoring. */
bool routes_is_monitoring(const char *pattern);
