/* An arena: memory for objects that are freed together.
 *
 * An arena returns memory that is never freed singly; finishing the arena frees all of it. The
 * memory is zeroed, except that of an arena that arena_init_raw has initialised.
 * It has a ceiling, so that an input that needs too much memory is an ordinary error. One thread at
 * a time may use an arena.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks;
    size_t used;    /* bytes taken from the system */
    size_t ceiling; /* the most bytes that may be taken */
    bool raw;       /* true if the memory is not zeroed */
};

/* Initialises an empty arena; it allocates nothing. */
void arena_init(struct arena *arena, size_t ceiling);

/* Like arena_init, for memory that its users set completely. */
void arena_init_raw(struct arena *arena, size_t ceiling);

/* Frees everything that was taken from the arena. */
void arena_finish(struct arena *arena);

/* Moves everything that was taken from `other` into `arena`; `other` is empty afterwards. The
 * ceiling does not apply to the moved memory. */
void arena_absorb(struct arena *arena, struct arena *other);

/* Returns `size` bytes, aligned for pointers and 64-bit integers; NULL if out of memory or
 * above the ceiling. */
void *arena_take(struct arena *arena, size_t size);

/* Returns `count` elements of `size` bytes; NULL as above, or if the product overflows. */
void *arena_take_array(struct arena *arena, size_t count, size_t size);

/* Returns a copy of `length` bytes, terminated by a NUL and not aligned; NULL as above. */
char *arena_copy_text(struct arena *arena, const char *text, size_t length);
