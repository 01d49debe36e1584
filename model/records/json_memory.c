#include "records/json_memory.h"

#include <jansson.h>
#include <pthread.h>
#include <stdlib.h>

static _Thread_local struct arena *current;
static _Thread_local bool lacking;

static void *json_memory_take(size_t size)
{
    void *memory = current ? arena_take(current, size) : malloc(size);
    lacking |= !memory;
    return memory;
}

static void json_memory_give(void *memory)
{
    if (!current)
        free(memory);
}

static void json_memory_set_functions(void)
{
    json_set_alloc_funcs(json_memory_take, json_memory_give);
}

void json_memory_init(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, json_memory_set_functions);
}

void json_memory_begin(struct arena *arena)
{
    json_memory_init();
    current = arena;
    lacking = false;
}

bool json_memory_end(void)
{
    current = NULL;
    return !lacking;
}
