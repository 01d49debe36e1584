/* The parameters of a collection: what of it is asked for. */
#pragma once

#include "problem.h"
#include "target.h"

struct query {
    int64_t limit;  /* records on a page, 1 to 1000 */
    int64_t offset; /* records before the page */
};

enum {
    QUERY_LIMIT_DEFAULT = 100,
    QUERY_LIMIT_MAX = 1000
};

/* Reads a target's parameters. False, with every fault among them added, where one is unknown,
 * given twice or of the wrong kind. */
bool query_parse(const struct target *target, struct query *ret_query,
                 struct parameter_faults *faults);

/* The same for what has no parameters: any is a fault. */
bool query_refuse(const struct target *target, struct parameter_faults *faults);
