/* Citations as text: the authors, the title, the meeting, its place and its date, and the address
 * of the record if it is public. Each text of the record is isolated, so that it does not change
 * the direction of the citation. */
#pragma once

#include "citation/citation.h"
#include "layout/page.h"

/* Append the citation of page->record in the style of the American Psychological Association, or in
 * that of the Chicago Manual of Style. */
void citation_text_write_apa(struct page *page);
void citation_text_write_chicago(struct page *page);

/* The parts of a citation that its styles share. */

/* Returns the citation of page->record. */
struct citation citation_of_page(const struct page *page);

/* Writes the title. Returns its last byte, for citation_end_sentence. */
char citation_write_title(const struct citation *citation, struct markup *markup);

/* Writes a full stop, unless the text before ends with a mark after which none is set. */
void citation_end_sentence(struct markup *markup, char last);

/* Writes a value after a comma, if there is one. */
void citation_write_part(struct markup *markup, const struct value *value);

/* Writes the address after a space, if there is one. */
void citation_write_address(const struct citation *citation, struct markup *markup);

size_t citation_count_authors(const struct citation *citation);

/* Reports whether the first author is named with the family name first. No comma separates two
 * authors if not. */
bool citation_begins_inverted(const struct citation *citation);

/* Returns the last byte of a text, for citation_end_sentence. */
char citation_last_byte(const struct value *value);
