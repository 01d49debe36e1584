/* Suggestions for mistyped names: the known name that is nearest. The case of letters and their
 * accents are ignored (fold.h). */
#pragma once

#include <stddef.h>

enum {
    NEAREST_NAME_BYTES_MAX = 64
};

/* The search for the known name that is nearest to a mistyped one. */
struct nearest_name {
    char wanted[NEAREST_NAME_BYTES_MAX]; /* folded */
    size_t wanted_length;
    const char *best; /* the nearest name so far; NULL if none is near enough */
    size_t best_distance;
    size_t steps_left; /* a limit, so that the search stays cheap; later names are ignored */
};

/* Prepares to look for names near `length` bytes of text. At most a third of its letters (and at
 * least one) may be wrong: inserted, omitted, replaced, or swapped with their neighbour (optimal
 * string alignment distance). A text whose fold has over NEAREST_NAME_BYTES_MAX bytes is near to
 * none. */
void nearest_name_init(struct nearest_name *nearest, const char *wanted, size_t length);

/* Offers a known name, which is borrowed. It is ASCII: other letters are compared as they are. */
void nearest_name_offer(struct nearest_name *nearest, const char *known);
