/* A growing run of bytes with a ceiling.
 *
 * Appending never fails on the spot: what does not fit, for want of memory or above the ceiling,
 * sets `failed`, and from then on nothing but what fits is appended. So a writer checks once, at
 * its end.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct buffer {
    char *bytes; /* allocated with malloc; no NUL behind */
    size_t length;
    size_t capacity;
    size_t ceiling;
    bool failed;
};

void buffer_init(struct buffer *buffer, size_t ceiling);
void buffer_finish(struct buffer *buffer);

/* What buffer_append does where there is no room left; nobody else calls it. */
void buffer_append_growing(struct buffer *buffer, const char *bytes, size_t length);

/* In the header, as an answer is made of thousands of short pieces. */
static inline void buffer_append(struct buffer *buffer, const char *bytes, size_t length)
{
    if (length > buffer->capacity - buffer->length) {
        buffer_append_growing(buffer, bytes, length);
        return;
    }
    if (length)
        memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
}

static inline void buffer_append_byte(struct buffer *buffer, char byte)
{
    if (buffer->length < buffer->capacity)
        buffer->bytes[buffer->length++] = byte;
    else
        buffer_append_growing(buffer, &byte, 1);
}

static inline void buffer_append_text(struct buffer *buffer, const char *text)
{
    buffer_append(buffer, text, strlen(text));
}

void buffer_append_integer(struct buffer *buffer, int64_t integer);

/* Gives back the memory that it has beyond its length. */
void buffer_fit(struct buffer *buffer);

/* The bytes with a NUL behind, which the ceiling does not count; they are the caller's, to be
 * freed, and the buffer is empty again. NULL where it had failed, or there is no memory. */
char *buffer_steal_text(struct buffer *buffer);
