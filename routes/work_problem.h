/* The refusal of a request that takes too much work. */
#pragma once

#include "http/request.h"
#include "http/response.h"

/* Answers 400, with the parameter that took most of the request's work and how to narrow it. The
 * work of the request is used up. */
void work_problem_answer(const struct request *request, struct response *response);
