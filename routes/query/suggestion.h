/* Suggesting known names in the fault about an unknown one. */
#pragma once

#include "base/name.h"
#include "http/problem.h"
#include "query/parameters.h"

/* The known names that a fault lists, and the nearest of them, which it suggests. */
struct suggestion {
    struct parameter_fault *fault; /* or NULL */
    struct nearest_name nearest;
};

/* Begins with the unknown name; offers each known name, which must outlive the fault; writes the
 * nearest into the fault. */
void suggestion_begin(struct suggestion *suggestion, struct parameter_fault *fault,
                      const char *wanted, size_t length);
void suggestion_offer(struct suggestion *suggestion, const char *name);
void suggestion_end(struct suggestion *suggestion);

/* Offers the names of the parameters in a scope. */
void suggestion_offer_parameters(struct suggestion *suggestion, enum query_scope scope);
