/* Compressed forms of an answer's body. */
#pragma once

#include "base/buffer.h"
#include "http/negotiation.h"

/* Below this size the head outweighs what compression saves. */
enum {
    COMPRESSION_BYTES_MIN = 1000
};

/* Replaces a body by its compressed form; the same bytes always give the same. With CODING_IDENTITY
 * nothing is done. Out of memory sets body->failed. */
void compress_body(struct buffer *body, enum coding coding);
