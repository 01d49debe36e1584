/* How many random values a test tries, and which. */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* So many; or a tenth of them in a build with a sanitizer, which finds what it looks for in few and
 * takes long for each; or, where the environment has RAPPORTEUR_TRIES, that many times as many. */
static inline size_t tries(size_t count)
{
    const char *times = getenv("RAPPORTEUR_TRIES");
    if (times)
        return count * strtoul(times, NULL, 10);
    return getenv("RAPPORTEUR_SANITIZED") ? count / 10 : count;
}

/* What random numbers begin with; RAPPORTEUR_SEED, where the environment has it. */
static inline uint64_t seed(void)
{
    const char *given = getenv("RAPPORTEUR_SEED");
    return given ? strtoull(given, NULL, 10) : 20060428;
}
