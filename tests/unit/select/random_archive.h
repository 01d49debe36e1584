/* A random archive whose lists are long enough for the value indexes, and random numbers for it.
 * The same seed gives the same archive and the same numbers. */
#pragma once

#include "archive/archive.h"

#include <jansson.h>

struct random {
    uint64_t state;
};

/* A number from 0 to below `bound`. */
size_t random_below(struct random *random, size_t bound);

/* One of a list of texts that ends with NULL. */
const char *random_of(struct random *random, const char *const *texts);

/* Texts and dates that the archive's records are made of; lists that end with NULL. */
extern const char *const random_texts[], *const random_dates[], *const random_countries[];

/* Loads it, or fails the test. The caller destroys it. */
struct archive *load_random_archive(struct random *random);
