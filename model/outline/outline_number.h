/* The number at the beginning of a title: "4.2.", "TOP 3:", "Item 4 –", "§ 3", "1.)", "1.-", "IV.",
 * "a)" (3.5). */
#pragma once

#include "phrases/text_span.h"

#define OUTLINE_SECTION_SIGN "\xc2\xa7" /* U+00A7 */

enum outline_number_form {
    NUMBER_PREFIXED, /* after a word of the table, such as "TOP", or a section sign */
    NUMBER_MARKED,   /* before a mark: "3.", "3)" */
    NUMBER_ORDINAL,  /* "PRIMERO.-", "First item:" */
    NUMBER_ROMAN,    /* "IV." */
    NUMBER_LETTER,   /* "a)" */
    NUMBER_CAPITAL,  /* "A." */
    NUMBER_BARE,     /* "3 Title" */
    NUMBER_FORM_COUNT
};

struct outline_number {
    enum outline_number_form form;
    struct text_span text; /* as printed, without the word and the marks; empty for a word alone */
    unsigned value;        /* of the last group: 2 for "4.2", 4 for "IV" and "d" */
    unsigned groups;       /* 2 for "4.2" */
    size_t end;            /* the offset after the number and its marks */
};

/* Reads the number of a title, which has at most three digits in a group: "2024 Budget" has none.
 * `bare` permits NUMBER_BARE. A word of the table with a colon and no number ("Topic: Title") has
 * an empty number. Returns false if the title has none. */
bool outline_number_read(struct text_span title, bool bare, struct outline_number *ret_number);
