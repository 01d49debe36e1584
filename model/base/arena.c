#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Takes aligned memory from the front of a block and texts from its end, so that alignment wastes
 * no bytes between them. */
struct arena_block {
    struct arena_block *next;
    size_t front; /* bytes that are taken from the front */
    size_t end;   /* the beginning of the bytes that are taken from the end */
    uint64_t bytes[];
};

/* If 0, each piece has its own block, so that AddressSanitizer detects reads and writes past it. */
#ifndef ARENA_BLOCK_SIZE
#define ARENA_BLOCK_SIZE ((size_t)256 * 1024)
#endif

void arena_init(struct arena *arena, size_t ceiling)
{
    *arena = (struct arena){.ceiling = ceiling};
}

void arena_init_raw(struct arena *arena, size_t ceiling)
{
    *arena = (struct arena){.ceiling = ceiling, .raw = true};
}

static void arena_free_blocks(struct arena_block *block)
{
    while (block) {
        struct arena_block *next = block->next;
        free(block);
        block = next;
    }
}

void arena_finish(struct arena *arena)
{
    arena_free_blocks(arena->blocks);
    arena->blocks = NULL;
    arena->used = 0;
}

/* Inserts a block after the first one, whose remaining bytes are still used. */
static void arena_insert_block(struct arena *arena, struct arena_block *block)
{
    struct arena_block **place = arena->blocks ? &arena->blocks->next : &arena->blocks;
    block->next = *place;
    *place = block;
}

void arena_absorb(struct arena *arena, struct arena *other)
{
    arena->used += other->used;
    for (struct arena_block *block = other->blocks, *next; block; block = next) {
        next = block->next;
        arena_insert_block(arena, block);
    }
    other->blocks = NULL;
    other->used = 0;
}

/* Returns a block that has room for `size` bytes, the first or a new one; NULL if out of memory or
 * above the ceiling. */
static struct arena_block *arena_block_for(struct arena *arena, size_t size)
{
    struct arena_block *block = arena->blocks;
    if (block && block->end - block->front >= size)
        return block;
    const size_t room = size > ARENA_BLOCK_SIZE ? size : ARENA_BLOCK_SIZE;
    if (room > arena->ceiling || arena->used > arena->ceiling - room)
        return NULL;
    block = arena->raw ? malloc(sizeof *block + room) : calloc(1, sizeof *block + room);
    if (!block)
        return NULL;
    block->front = 0;
    block->end = room;
    arena->used += room;
    if (size > ARENA_BLOCK_SIZE) {
        arena_insert_block(arena, block);
    } else {
        block->next = arena->blocks;
        arena->blocks = block;
    }
    return block;
}

void *arena_take(struct arena *arena, size_t size)
{
    const size_t alignment = sizeof(uint64_t);
    if (size > SIZE_MAX / 2)
        return NULL;
    size = (size + alignment - 1) / alignment * alignment;
    struct arena_block *block = arena_block_for(arena, size);
    if (!block)
        return NULL;
    void *memory = (unsigned char *)block->bytes + block->front;
    block->front += size;
    return memory;
}

void *arena_take_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        return NULL;
    return arena_take(arena, count * size);
}

char *arena_copy_text(struct arena *arena, const char *text, size_t length)
{
    struct arena_block *block = length < SIZE_MAX / 2 ? arena_block_for(arena, length + 1) : NULL;
    if (!block)
        return NULL;
    block->end -= length + 1;
    char *copy = (char *)block->bytes + block->end;
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}
