/* The end of a fold that is being written. A character that is not inert is combined with it, by
 * the canonical composition of Unicode 3.11. The writer appends to a buffer, to which others may
 * append inert characters at the same time. Private to the folder.
 */
#pragma once

#include "base/buffer.h"

#include <stdint.h>

/* The character of class 0 at the end of the fold and the marks on it. */
struct fold_cluster {
    size_t end; /* the length of the buffer of which the other members are true */
    bool has_base;
    uint32_t base, composed; /* without the marks that compose with it, and with them */
    size_t count;            /* of the marks after it */
    int last_class;          /* of these; 0 if there are none */
};

struct fold_writer {
    struct buffer *out;
    size_t start;      /* where the fold begins in it */
    bool keeps_spaces; /* true if white space is not collapsed */
    struct fold_cluster cluster;
};

/* Begins to write a fold at the end of `out`, after its first `start` bytes. If bytes follow these,
 * they are the end of the same fold. */
void fold_writer_init(struct fold_writer *writer, struct buffer *out, size_t start);

/* Returns true if a space would be appended, not dropped: white space is kept, or the fold has a
 * character that is not a space at its end. */
static inline bool fold_writer_takes_space(const struct fold_writer *writer)
{
    const struct buffer *out = writer->out;
    return writer->keeps_spaces ||
           (out->length > writer->start && out->bytes[out->length - 1] != ' ');
}

/* Appends a space, or drops it. */
void fold_writer_append_space(struct fold_writer *writer);

/* Removes the space at the end of the fold, if white space is not kept. */
void fold_writer_end(struct fold_writer *writer);

/* Appends a folded character of any kind. */
void fold_writer_append(struct fold_writer *writer, uint32_t character);

/* Appends a mark of a class that is not 0, or drops it: an accent, or a mark beyond
 * FOLD_MARKS_MAX. */
void fold_writer_append_mark(struct fold_writer *writer, uint32_t mark);

/* Appends a character of class 0 that may compose with the one before it. */
void fold_writer_append_following(struct fold_writer *writer, uint32_t character);

/* Returns the length of the beginning of the fold in the buffer that no later character changes:
 * without the last character of class 0 and the marks on it. */
size_t fold_writer_settled_length(const struct buffer *out);

/* Returns true if the folded character is dropped, whatever is before it. */
bool fold_mark_is_dropped(uint32_t character);
