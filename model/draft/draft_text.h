/* A draft as the text of a data file. */
#pragma once

#include "schema/record_type.h"

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct draft;

/* The text of a data file that was made from another file. */
struct draft_text {
    char *text; /* allocated with malloc, ended by a NUL */
    size_t length;
    uint32_t *lines; /* for each line of the text the line of the source, 0 if unknown */
    size_t line_count;
    uint32_t *record_lines; /* for each record the line of the source, 0 if unknown */
    size_t record_count;
    size_t first_records[TYPE_COUNT]; /* by type: the number of the first record, from 1; or 0 */
};

/* Writes a draft with a record on each line, or copies the text that draft_take_text() gave it.
 * Returns false, and leaves *ret_text unchanged, if out
 * of memory. */
bool draft_write(const struct draft *draft, struct draft_text *ret_text);

/* Makes the draft consist of a text that is ready, which the draft then owns; `text` is empty
 * afterwards. A reader whose format has the fields of a data file writes such a text
 * (line_writer.h) and adds no records. */
void draft_take_text(struct draft *draft, struct draft_text *text);

/* Frees the text and the lines. */
void draft_text_finish(struct draft_text *text);

/* Returns the line of the source from which a line of the text, from 1, was made; 0 if unknown. */
unsigned draft_text_line(const struct draft_text *text, unsigned line);

/* Returns the line of the source from which a record was made, by its position among the records of
 * its type; 0 if unknown. Needs no text. */
unsigned draft_text_record_line(const struct draft_text *text, const struct record_type *type,
                                size_t position);

/* Returns the draft as an object of the JSON library, with the collections in the order of
 * record_type.h, for `convert`. The caller releases it. Returns NULL if out of memory. */
json_t *draft_json(const struct draft *draft);
