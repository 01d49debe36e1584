#include "base/buffer.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    BUFFER_CAPACITY_MIN = 4096
};

void buffer_init(struct buffer *buffer, size_t ceiling)
{
    *buffer = (struct buffer){.ceiling = ceiling};
}

void buffer_finish(struct buffer *buffer)
{
    free(buffer->bytes);
    buffer_init(buffer, buffer->ceiling);
}

static bool buffer_grow(struct buffer *buffer, size_t needed)
{
    size_t capacity = buffer->capacity ? buffer->capacity : BUFFER_CAPACITY_MIN;
    while (capacity < needed)
        capacity *= 2;
    if (capacity > buffer->ceiling)
        capacity = buffer->ceiling;
    char *bytes = realloc(buffer->bytes, capacity);
    if (!bytes)
        return false;
    buffer->bytes = bytes;
    buffer->capacity = capacity;
    return true;
}

void buffer_append_growing(struct buffer *buffer, const char *bytes, size_t length)
{
    if (buffer->failed)
        return;
    buffer->exceeded = length > buffer->ceiling - buffer->length;
    buffer->failed = buffer->exceeded || !buffer_grow(buffer, buffer->length + length);
    if (buffer->failed)
        return;
    memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
}

void buffer_append_integer(struct buffer *buffer, int64_t integer)
{
    char digits[24];
    const int length = snprintf(digits, sizeof digits, "%" PRId64, integer);
    buffer_append(buffer, digits, (size_t)length);
}

void buffer_fit(struct buffer *buffer)
{
    char *fitted = buffer->length ? realloc(buffer->bytes, buffer->length) : NULL;
    if (!fitted)
        return;
    buffer->bytes = fitted;
    buffer->capacity = buffer->length;
}

char *buffer_steal_text(struct buffer *buffer)
{
    char *text = buffer->failed ? NULL : realloc(buffer->bytes, buffer->length + 1);
    if (!text) {
        buffer_finish(buffer);
        return NULL;
    }
    text[buffer->length] = '\0';
    buffer_init(buffer, buffer->ceiling);
    return text;
}
