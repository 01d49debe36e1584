#include "base/memory.h"

#include <malloc.h>

enum {
    /* Blocks of this size or larger are pages of their own, which free(3) returns at once.
     * Otherwise glibc would raise the threshold to 32 MiB after the first large body. */
    PAGES_BYTES_MIN = 128 * 1024,
    /* Without a limit, each thread has an arena of its own up to eight per processor, whose free
     * memory the others cannot use. */
    ARENAS_MAX = 8
};

void memory_configure(void)
{
    /* NOLINTBEGIN(concurrency-mt-unsafe): no thread has been started yet. */
    mallopt(M_MMAP_THRESHOLD, PAGES_BYTES_MIN);
    mallopt(M_ARENA_MAX, ARENAS_MAX);
    /* NOLINTEND(concurrency-mt-unsafe) */
}

void memory_return(void)
{
    malloc_trim(0);
}
