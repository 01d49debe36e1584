/* The sources of a statement, and references to them. Private to the folder. */
#pragma once

#include "record_parts/record_parts.h"

enum {
    CITATIONS_MAX = 12 /* passages of one statement */
};

/* Objects of source_fields, none of which is within one before it. */
struct citations {
    const struct value *at[CITATIONS_MAX];
    size_t count;
};

/* Adds the objects of a list, as far as there is room. */
void citations_add(struct citations *citations, const struct value *sources);

/* Reports whether the archive has the lines of a passage. */
bool passage_has_text(const struct page *page, const struct passage *passage);

/* Write the places as words, and as links. If `brief` is true, they do not name the first source of
 * the meeting. */
void citations_write_summary(struct page *page, const struct citations *citations, bool brief);
void citations_write_references(struct page *page, const struct citations *citations, bool brief);

/* Writes the source beside a row: the lines of the passages that have the most words of `claim`,
 * and references to the others. */
void citations_quote_beside_row(struct record_page *page, const struct citations *citations,
                                struct claim *claim);

/* Returns the words of a source that the record quotes, which may be absent. */
const struct value *quote_of(const struct value *source);

/* Reports whether the quoted words have a text as it is. */
bool quote_has(const struct value *source, const char *text, size_t length);

/* Writes the quoted words of a source, at most `bytes` of them, after a reference to their place.
 */
void quote_write(struct page *page, const struct value *source, size_t bytes, bool brief);
