/* Memory for what lives and dies together.
 *
 * An arena hands out zeroed memory that is never given back singly: finishing the arena frees all
 * of it. It is born with a ceiling, so that an input that asks for too much meets an ordinary
 * error. One thread at a time.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks;
    size_t used;    /* bytes taken from the system */
    size_t ceiling; /* bytes that may be taken */
};

void arena_init(struct arena *arena, size_t ceiling);

/* Frees everything that was taken from it. */
void arena_finish(struct arena *arena);

/* Moves all that was taken from `other` into `arena`, where it lives on; `other` is then empty. The
 * ceiling does not hold for what is moved. */
void arena_absorb(struct arena *arena, struct arena *other);

/* `size` zeroed bytes, aligned for pointers and 64-bit integers; NULL when out of memory or above
 * the ceiling. */
void *arena_take(struct arena *arena, size_t size);

/* `count` zeroed elements of `size` bytes; NULL also where the product overflows. */
void *arena_take_array(struct arena *arena, size_t count, size_t size);

/* A copy of `length` bytes with a NUL behind, not aligned; NULL as above. */
char *arena_copy_text(struct arena *arena, const char *text, size_t length);
