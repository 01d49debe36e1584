/* The number of random values that a test tries, and their seed. */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* Returns `count`, multiplied by RAPPORTEUR_TRIES if the environment has it. Otherwise returns a
 * tenth of it in a build with a sanitizer, which is slow and needs fewer values. */
static inline size_t tries(size_t count)
{
    const char *times = getenv("RAPPORTEUR_TRIES");
    if (times)
        return count * strtoul(times, NULL, 10);
    return getenv("RAPPORTEUR_SANITIZED") ? count / 10 : count;
}

/* Returns the seed of random numbers: RAPPORTEUR_SEED if the environment has it. */
static inline uint64_t seed(void)
{
    const char *given = getenv("RAPPORTEUR_SEED");
    return given ? strtoull(given, NULL, 10) : 20060428;
}
