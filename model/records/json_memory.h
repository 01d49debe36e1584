/* Memory for the JSON library while it reads a data file, or a message and the answers to it.
 *
 * A tree of values consists of many small parts that are freed together. An arena
 * allocates them at a tenth of the cost of the heap, and frees them all at once. jansson passes no
 * context to its allocator, so the arena is a variable of the thread, set between json_memory_begin
 * and json_memory_end. Outside, jansson uses the heap.
 */
#pragma once

#include "base/arena.h"

#include <stdbool.h>

/* Lets the JSON library take its memory from these functions. Call it before threads use the
 * library. */
void json_memory_init(void);

/* Lets jansson allocate from `arena` in the calling thread. */
void json_memory_begin(struct arena *arena);

/* Lets jansson use the heap again. The values from the arena are freed with it, without
 * json_decref. Returns false if jansson ran out of memory, which it may have reported as an error
 * in the text. */
bool json_memory_end(void);
