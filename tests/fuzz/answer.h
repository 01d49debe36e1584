/* Puts requests to the routes, and holds every answer to what all of them promise. */
#pragma once

#include "archive/archive.h"
#include "http/request.h"
#include "search/searcher.h"

/* Answers as the server does, conditions and content coding and all; returns the status. What is
 * wrong with the answer ends the program. */
unsigned answer(const struct archive *archive, struct searcher *searcher,
                const struct request *request);
