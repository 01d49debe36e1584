/* Names: whether one is meant, and which one was probably meant by a mistyped one. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Whether `length` bytes are the known name. */
bool name_is(const char *known, const char *name, size_t length);

/* "a" or "an", as the noun wants. */
const char *article_of(const char *noun);

/* Names are offered one after the other; the best so far is kept. Open: no memory of its own. */
struct nearest {
    const char *wanted;
    size_t wanted_length;
    const char *best; /* NULL while nothing offered is near enough */
    size_t best_distance;
    size_t offers_left; /* beyond this many offers it stops looking, so that a hint stays cheap */
};

/* Looks for names near `wanted`, which must stay alive. At most a third of its letters (and at
 * least one) may be wrong: inserted, left out, replaced, or swapped with their neighbour. */
void nearest_init(struct nearest *nearest, const char *wanted, size_t length);

/* Offers a known name, which must stay alive. */
void nearest_offer(struct nearest *nearest, const char *known);
