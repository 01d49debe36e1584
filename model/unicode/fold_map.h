/* The fold of a text that keeps spaces (unicode/fold.h), with a map from its bytes back to the
 * text.
 *
 * The text is divided into parts that are folded one by one with the same result as the whole: a
 * character with all that may combine with it. A byte of the fold comes from a part, not from a
 * single character of it:
 *
 *     text     É  №  e+U+0301  U+FDFA
 *     fold     e  no e         18 letters of 4 words
 */
#pragma once

#include "unicode/fold.h"

#include <stdint.h>

/* The parts of a text follow one another, and so do their folds: one begins where the part before
 * it ends. */
struct fold_part {
    uint32_t folded_end; /* in `folded` */
    uint32_t text_end;   /* in the text */
};

struct fold_map {
    struct buffer folded;
    struct fold_part *parts;
    size_t count, capacity; /* of parts */
    bool failed;            /* out of memory */
};

void fold_map_init(struct fold_map *map);

/* Frees the memory. */
void fold_map_finish(struct fold_map *map);

/* Removes all parts. */
void fold_map_clear(struct fold_map *map);

/* Appends the fold of the bytes of a text from `begin` to before `end`, which is below 64 MiB. The
 * first part begins at `begin`. Returns false if out of memory. */
bool fold_map_append(struct fold_map *map, const char *text, size_t begin, size_t end);
