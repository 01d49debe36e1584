/* Lets one allocation fail: malloc, calloc, realloc or strdup, called by the program or a test, but
 * not inside another library; and arena_take_array or arena_copy_text, which seldom need a new
 * block. The linker replaces these functions in unit_tests (--wrap).
 *
 * arena_take does not fail by itself: the JSON library has its memory from it, and writes past the
 * end of a text that it could not extend. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Lets allocation number `index` of this thread fail, counted from 0. */
void failing_memory_begin(size_t index);

/* Lets every allocation succeed again. Returns true if one has failed. */
bool failing_memory_end(void);
