/* Writes the text of a data file line by line, with the line of the source of each line. */
#pragma once

#include "base/buffer.h"
#include "draft/draft_text.h"

struct line_writer {
    struct buffer text;             /* the writer appends to it */
    struct draft_text made;         /* except its text */
    const struct record_type *type; /* of the records that follow; NULL if they have none */
    size_t line_capacity;
    size_t record_capacity;
    bool failed; /* true if out of memory */
};

/* Initialises a writer of an empty text. */
void line_writer_init(struct line_writer *writer);

/* Ends a line, which was made from a line of the source; 0 if that is unknown. */
void line_writer_end_line(struct line_writer *writer, unsigned line);

/* Notes that the records of a type follow, or entries that are not records if `type` is NULL. Call
 * it once for a type. */
void line_writer_begin_records(struct line_writer *writer, const struct record_type *type);

/* Notes that a record, or another entry, follows, which was made from a line of the source. */
void line_writer_add_record(struct line_writer *writer, unsigned line);

/* Moves the text to *ret_text, which the caller finishes. Returns false, with *ret_text unchanged,
 * if out of memory. The writer holds nothing afterwards. */
bool line_writer_finish(struct line_writer *writer, struct draft_text *ret_text);
