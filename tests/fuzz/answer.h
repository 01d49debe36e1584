/* Sends requests to the router and checks the rules for every answer. */
#pragma once

#include "http/request.h"
#include "http/snapshot_view.h"

/* Answers a request as the server does, with preconditions and content coding. Returns the status;
 * aborts the program if the answer is wrong. */
unsigned answer(const struct snapshot_view *view, const struct request *request);
