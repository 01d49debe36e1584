/* Memory of the JSON library while it reads a data file.
 *
 * A file's tree of values consists of many small parts that are freed together. So they are taken
 * from an arena, at a tenth of the heap's cost, and none is freed singly. jansson passes no context
 * to its allocator, so the arena is the calling thread's between begin and end. Otherwise jansson
 * uses the heap.
 */
#pragma once

#include "base/arena.h"

#include <stdbool.h>

/* From now on, the calling thread's use of jansson allocates from `arena` and frees nothing. */
void json_memory_begin(struct arena *arena);

/* Ends that. The values made in between are freed with the arena, without json_decref. Returns
 * false if memory ran out, which jansson may have reported as a mistake in the text. */
bool json_memory_end(void);
