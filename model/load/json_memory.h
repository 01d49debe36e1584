/* Memory of the JSON library while it reads a data file.
 *
 * A file's tree of values is made of many small parts that all go at once. So they are taken from
 * an arena, which costs a tenth of what the heap does, and none is freed singly. jansson passes its
 * allocator no context: the arena is the calling thread's own between begin and end. Outside of
 * these jansson uses the heap, as ever.
 */
#pragma once

#include "base/arena.h"

#include <stdbool.h>

/* From here on what the calling thread's use of jansson allocates is taken from `arena`, and what
 * it frees stays there. */
void json_memory_begin(struct arena *arena);

/* Ends that. Values that were made in between go with the arena, without json_decref. False where
 * there was not memory for all, which jansson may have taken for a mistake in the text. */
bool json_memory_end(void);
