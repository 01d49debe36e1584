/* HTTP as far as the routes need it: requests and responses as plain values, targets and URLs,
 * content negotiation, representations with their validators, preconditions, problems, and the
 * definition of a route. The folder knows records only to write their URLs, and knows no server.
 *
 * May include: nothing.
 */
#pragma once

#include "http/html.h"
#include "http/http_date.h"
#include "http/negotiation.h"
#include "http/preconditions.h"
#include "http/problem.h"
#include "http/publication.h"
#include "http/representation.h"
#include "http/request.h"
#include "http/response.h"
#include "http/route.h"
#include "http/server_status.h"
#include "http/snapshot_view.h"
#include "http/target.h"
#include "http/url.h"
