/* Puts requests to the routes, and holds every answer to what all of them promise. */
#pragma once

#include "http/request.h"
#include "http/snapshot_view.h"

/* Answers as the server does, conditions and content coding and all; returns the status. What is
 * wrong with the answer ends the program. */
unsigned answer(const struct snapshot_view *view, const struct request *request);
