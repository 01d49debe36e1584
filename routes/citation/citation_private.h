/* The parts of citations. Private to citation*.c.
 *
 * citation.c finds the kind, the title, the authors and the meeting of a record, citation_date.c
 * its dates. citation_text.c writes a citation as text. */
#pragma once

#include "citation/citation.h"

/* Returns the record that a field refers to, or NULL. */
const struct record *citation_find_referred(const struct record *record, enum field_role role);

/* Returns the date of a record, which is that of its meeting if it has one, which may be NULL: else
 * of a document its own date, or that of the meeting whose minutes or recording it is. */
struct citation_date citation_date_of(const struct record *record, const struct record *meeting);
