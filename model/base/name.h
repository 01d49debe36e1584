/* Names of fields, collections and parameters, and suggestions for mistyped names. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Reports whether `length` bytes are the known name. */
bool name_is(const char *known, const char *name, size_t length);

/* Returns the indefinite article for the noun: "a" or "an". */
const char *name_article(const char *noun);

/* The search for the known name that is nearest to a mistyped one. */
struct nearest_name {
    const char *wanted;
    size_t wanted_length;
    const char *best; /* the nearest name so far; NULL if none is near enough */
    size_t best_distance;
    size_t steps_left; /* a limit, so that the search stays cheap; later names are ignored */
};

/* Prepares to look for names near `wanted`, which is borrowed. At most a third of its letters (and
 * at least one) may be wrong: inserted, omitted, replaced, or swapped with their neighbour (optimal
 * string alignment distance). */
void name_nearest_init(struct nearest_name *nearest, const char *wanted, size_t length);

/* Offers a known name, which is borrowed. */
void name_nearest_offer(struct nearest_name *nearest, const char *known);
