/* Arrays that grow: allocated with malloc, doubled when they are full. */
#pragma once

#include <stddef.h>

/* Makes room for `needed` elements of `size` bytes each in the array `at`, which has room for
 * *capacity (NULL and 0 at first). Returns the array, which may have moved, and updates *capacity.
 * Returns NULL if out of memory or if the size overflows; the array and *capacity are then
 * unchanged, and `at` is still the caller's to free. */
void *array_reserve(void *at, size_t *capacity, size_t needed, size_t size);
