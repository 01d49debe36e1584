/* The headings of columns that people and other programs write in place of the names of fields, in
 * English, German, French and Spanish: "Vorname", "Email address", "Presenters", "Beschluss".
 *
 * One table (known_heading.c) has a row for each column, with its headings. A heading counts only
 * if it is not itself the name of a field and no map names it. A heading may have capital letters,
 * accents, "_" or capitals between its words, and a remark in brackets, which does not count.
 */
#pragma once

#include "schema/record_type.h"

#include <stdbool.h>

/* The tables that have a heading: those of the records of types, TARGET(type), or programmes. */
#define KNOWN_PROGRAMME (1u << TYPE_COUNT)

enum {
    KNOWN_HEADING_BYTES = 80 /* of a heading, with the NUL; a longer one is not known */
};

struct known_heading {
    unsigned tables;
    /* The path of a field, such as "memberships.post"; for programmes the name of a value of an
     * event; or a part of a record, which begins with "#" (known_row.h). */
    const char *column;
    const char *words; /* in small letters of ASCII, separated by "|" */
    const char *other; /* the same in German, French and Spanish */
};

/* Returns the row of a heading in tables of this set, or NULL. *ret_other is true if the heading is
 * not an English one. */
const struct known_heading *known_heading_find(unsigned tables, const char *heading,
                                               bool *ret_other);
