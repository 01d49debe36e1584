/* A random archive with lists that are long enough for value indexes, and a random generator.
 * The same seed gives the same archive and the same numbers. */
#pragma once

#include "archive/archive.h"

#include <jansson.h>

struct random {
    uint64_t state;
};

/* Returns a number that is at least 0 and below `bound`. */
size_t random_below(struct random *random, size_t bound);

/* Returns one of a list of texts that ends with NULL. */
const char *random_of(struct random *random, const char *const *texts);

/* The values of the records; the lists end with NULL. */
extern const char *const random_texts[], *const random_dates[], *const random_countries[],
                                                                    *const random_results[],
                                                                        *const random_methods[],
                                                                            *const random_options[];

/* Loads the archive, or fails the test. The caller destroys it. */
struct archive *load_random_archive(struct random *random);
