/* The target of a request: its path and parameters, or the answer that it has none. */
#pragma once

#include "http/request.h"
#include "http/response.h"
#include "http/target.h"

/* Parses the target (http/target.h), or that of a page that is a file. Returns false if it is
 * answered: 308 to the path without a slash at its end, 400, 404 or 414. */
bool read_target(const struct request *request, struct target *target, struct response *response);

/* Answers 404 to a path that nothing has. */
void answer_unknown_path(const struct request *request, struct response *response);
