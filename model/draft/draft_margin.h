/* The lines of a source beside the records that were made from them. */
#pragma once

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

struct draft;

/* Appends each line of the source of a draft with its number and, in a margin, what it became and
 * by which rule. The records and explanations with the fewest lines count. The document of the
 * source does not count. A line that became nothing has "-" in its margin, and an empty one
 * nothing. Returns false if out of memory. */
bool draft_write_margin(const struct draft *draft, struct buffer *out);

/* The lines of a source that became nothing, except empty ones. */
struct draft_lost_lines {
    size_t count;
    size_t of;      /* the number of lines that are not empty */
    unsigned first; /* the first lost line, or 0 */
};

/* Counts the lines that became nothing, from a line on. Returns false if out of memory. */
bool draft_count_lost_lines(const struct draft *draft, unsigned from,
                            struct draft_lost_lines *ret_lost);
