#include "meeting/minutes_reading.h"

#include <string.h>

struct text_span minutes_join(struct minutes *minutes, struct text_span first,
                              struct text_span between, struct text_span second)
{
    const size_t middle = between.length, length = first.length + middle + second.length;
    char *text = arena_take(&minutes->roster.arena, length + 1);
    if (!text) {
        minutes->roster.out_of_memory = true;
        return (struct text_span){NULL, 0};
    }
    if (first.length)
        memcpy(text, first.text, first.length);
    memcpy(text + first.length, between.text, middle);
    memcpy(text + first.length + middle, second.text, second.length);
    return (struct text_span){text, length};
}
