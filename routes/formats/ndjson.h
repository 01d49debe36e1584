/* A line of newline-delimited JSON. */
#pragma once

#include "base/buffer.h"

/* Ends the line that begins at `from`, and escapes what readers may take for the end of a line. */
void ndjson_end_line(struct buffer *out, size_t from);
