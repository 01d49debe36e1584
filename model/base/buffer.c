#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>

enum {
    CAPACITY_MIN = 8 * 1024,
    CAPACITY_QUICK = 32 * 1024 /* so far it grows fourfold: most answers are copied once at most */
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
    size_t capacity = buffer->capacity ? buffer->capacity : CAPACITY_MIN;
    while (capacity < needed)
        capacity *= capacity < CAPACITY_QUICK ? 4 : 2;
    if (capacity > buffer->ceiling)
        capacity = buffer->ceiling;
    char *bytes = realloc(buffer->bytes, capacity);
    if (!bytes)
        return false;
    buffer->bytes = bytes;
    buffer->capacity = capacity;
    return true;
}

bool buffer_make_room(struct buffer *buffer, size_t length)
{
    if (buffer->failed)
        return false;
    buffer->exceeded = length > buffer->ceiling - buffer->length;
    buffer->failed = buffer->exceeded || !buffer_grow(buffer, buffer->length + length);
    return !buffer->failed;
}

void buffer_append_growing(struct buffer *buffer, const char *bytes, size_t length)
{
    if (!buffer_make_room(buffer, length))
        return;
    memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
}

/* Without snprintf(3), which takes some hundred instructions for a number. */
void buffer_append_integer(struct buffer *buffer, int64_t integer)
{
    char digits[sizeof "-9223372036854775808"];
    char *const end = digits + sizeof digits, *first = end;
    uint64_t left = integer < 0 ? -(uint64_t)integer : (uint64_t)integer;
    do {
        *--first = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    if (integer < 0)
        *--first = '-';
    buffer_append(buffer, first, (size_t)(end - first));
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
