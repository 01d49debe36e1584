/* Suggests known names in a fault about an unknown name. */
#pragma once

#include "http/problem.h"
#include "query/parameters.h"
#include "unicode/nearest_name.h"

/* The fault that lists the known names, and the nearest of them, which it suggests. */
struct suggestion {
    struct parameter_fault *fault; /* or NULL */
    struct nearest_name nearest;
};

/* To be called in this order: suggestion_begin with the unknown name, suggestion_offer with each
 * known name, which must outlive the fault, and suggestion_end, which adds the nearest name to the
 * fault. `fault` may be NULL. */
void suggestion_begin(struct suggestion *suggestion, struct parameter_fault *fault,
                      const char *wanted, size_t length);
void suggestion_offer(struct suggestion *suggestion, const char *name);
void suggestion_end(struct suggestion *suggestion);

/* Offers the names of the parameters that a scope accepts. */
void suggestion_offer_parameters(struct suggestion *suggestion, enum query_scope scope);
