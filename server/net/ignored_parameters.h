/* The parameters that third parties add to links, such as `utm_source`, and that browsers' scripts
 * add against caches, such as `_`.
 *
 * They say nothing about the record, so they are removed from the request target before it is
 * routed, before an answer is looked up in the cache, and so from the links of the answer. The
 * access log has the target as it came.
 */
#pragma once

#include <stddef.h>

/* The names of --ignore-parameter, in addition to those that are always ignored. */
struct ignored_parameters {
    const char *const *names;
    size_t count;
};

/* Returns the first ignored parameter in the query of a target, or NULL. Names are compared as they
 * are written, without decoding them. */
const char *ignored_parameters_find(const struct ignored_parameters *ignored, const char *target);

/* Writes a target without its ignored parameters to `out`, which has room for the whole target with
 * its NUL. The other parameters keep their order. */
void ignored_parameters_remove(const struct ignored_parameters *ignored, const char *target,
                               char *out);
