#include "base/array.h"

#include <stdint.h>
#include <stdlib.h>

enum {
    ARRAY_CAPACITY_MIN = 16
};

void *array_reserve(void *at, size_t *capacity, size_t needed, size_t size)
{
    if (needed <= *capacity && at)
        return at;
    size_t grown = *capacity ? *capacity : ARRAY_CAPACITY_MIN;
    while (grown < needed && grown <= SIZE_MAX / 2)
        grown *= 2;
    if (grown < needed || grown > SIZE_MAX / size)
        return NULL;
    void *moved = realloc(at, grown * size);
    if (moved)
        *capacity = grown;
    return moved;
}
