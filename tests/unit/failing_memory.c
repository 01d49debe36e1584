#include "failing_memory.h"

#include "base/arena.h"

#include <errno.h>
#include <string.h>

static _Thread_local bool counts, failed;
static _Thread_local size_t left;

void failing_memory_begin(size_t index)
{
    left = index;
    failed = false;
    counts = true;
}

bool failing_memory_end(void)
{
    counts = false;
    return failed;
}

static bool is_allowed(void)
{
    if (!counts || failed || left-- > 0)
        return true;
    failed = true;
    errno = ENOMEM;
    return false;
}

/* The names are those that the linker expects. */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
char *__real_strdup(const char *text);
void *__real_arena_take_array(struct arena *arena, size_t count, size_t size);
char *__real_arena_copy_text(struct arena *arena, const char *text, size_t length);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
char *__wrap_strdup(const char *text);
void *__wrap_arena_take_array(struct arena *arena, size_t count, size_t size);
char *__wrap_arena_copy_text(struct arena *arena, const char *text, size_t length);

void *__wrap_malloc(size_t size)
{
    return is_allowed() ? __real_malloc(size) : NULL;
}

void *__wrap_calloc(size_t count, size_t size)
{
    return is_allowed() ? __real_calloc(count, size) : NULL;
}

void *__wrap_realloc(void *memory, size_t size)
{
    return is_allowed() ? __real_realloc(memory, size) : NULL;
}

char *__wrap_strdup(const char *text)
{
    return is_allowed() ? __real_strdup(text) : NULL;
}

void *__wrap_arena_take_array(struct arena *arena, size_t count, size_t size)
{
    return is_allowed() ? __real_arena_take_array(arena, count, size) : NULL;
}

char *__wrap_arena_copy_text(struct arena *arena, const char *text, size_t length)
{
    return is_allowed() ? __real_arena_copy_text(arena, text, length) : NULL;
}
