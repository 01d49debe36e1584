/* A growing array of bytes with a ceiling.
 *
 * Appending reports no error at once. If the bytes exceed the ceiling or the memory, the buffer
 * sets `failed` and does not grow any more. So a writer checks `failed` once, at its end.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct buffer {
    char *bytes; /* allocated with malloc; not terminated by a NUL */
    size_t length;
    size_t capacity;
    size_t ceiling;
    bool failed;
    bool exceeded; /* true if it failed because of the ceiling */
};

/* Initialises an empty buffer that holds at most `ceiling` bytes; it allocates nothing. */
void buffer_init(struct buffer *buffer, size_t ceiling);

/* Frees the bytes; the buffer is empty again, with the same ceiling. */
void buffer_finish(struct buffer *buffer);

/* Empties the buffer and resets `failed`; the memory stays for the next contents. */
static inline void buffer_clear(struct buffer *buffer)
{
    buffer->length = 0;
    buffer->failed = buffer->exceeded = false;
}

/* The slow paths of buffer_room and buffer_append, which alone call them: grow the buffer. */
bool buffer_make_room(struct buffer *buffer, size_t length);
void buffer_append_growing(struct buffer *buffer, const char *bytes, size_t length);

/* Returns the place for `length` bytes that the caller writes there and then adds to `length`.
 * Returns NULL if the buffer has failed. */
static inline char *buffer_room(struct buffer *buffer, size_t length)
{
    if (length > buffer->capacity - buffer->length && !buffer_make_room(buffer, length))
        return NULL;
    return buffer->bytes + buffer->length;
}

/* Appends `length` bytes. It is inline because a response consists of thousands of short pieces. */
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

/* Appends one byte. */
static inline void buffer_append_byte(struct buffer *buffer, char byte)
{
    if (buffer->length < buffer->capacity)
        buffer->bytes[buffer->length++] = byte;
    else
        buffer_append_growing(buffer, &byte, 1);
}

/* Appends a text without its NUL. */
static inline void buffer_append_text(struct buffer *buffer, const char *text)
{
    buffer_append(buffer, text, strlen(text));
}

/* Appends a number in decimal. */
void buffer_append_integer(struct buffer *buffer, int64_t integer);

/* Returns the memory beyond the length to the system. */
void buffer_fit(struct buffer *buffer);

/* Returns the bytes, terminated by a NUL that the ceiling does not count, and empties the buffer.
 * The caller frees them. Returns NULL if the buffer has failed, or if out of memory. */
char *buffer_steal_text(struct buffer *buffer);
