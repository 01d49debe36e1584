/* A citation as text. */
#pragma once

#include "archive/record.h"
#include "base/buffer.h"

enum {
    CITATION_TEXT_MAX = 8192 /* bytes */
};

/* Writes a citation in the manner of the Chicago Manual of Style: the authors, the title, the
 * meeting, its place and its date. `meeting` may be NULL. Returns false if there is nothing to
 * write. */
bool citation_text_write(const struct record *record, const struct record *meeting,
                         struct buffer *out);
