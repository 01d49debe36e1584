/* Reads the collation elements of a text, one character or contraction after the other. Private to
 * the folder. */
#pragma once

#include "base/buffer.h"

/* The code points of a text. */
struct collation_reader {
    uint32_t *codes; /* allocated with malloc */
    size_t count, at;
    const uint32_t *elements; /* of the last unit; NULL if `code` has no row */
    uint32_t code;            /* the first code point of the last unit */
};

/* Begins to read `length` bytes of UTF-8. Bytes that are not part of a valid character are read as
 * U+FFFD. Returns false if out of memory. */
bool collation_reader_init(struct collation_reader *reader, const char *text, size_t length);

void collation_reader_finish(struct collation_reader *reader);

/* Reads the next character or contraction. Returns false at the end. */
bool collation_reader_next(struct collation_reader *reader);
