/* Ids of records that are made from files of other formats.
 *
 * An id stays the same if other parts of the file change: it is made from what identifies the
 * record, and a number is added only if two records of a file would have the same id.
 */
#pragma once

#include "schema/field.h"
#include "schema/record_type.h"

#include <stddef.h>

struct draft;

enum {
    DRAFT_ID_BYTES = SLUG_BYTES_MAX + 1 /* with the NUL */
};

/* Writes a slug of a text: its folded letters and digits of ASCII, in words joined by "-". A text
 * with letters of which no such slug can be made is hashed instead: "x" and 8 hexadecimal digits of
 * its SHA-256. Returns `id`. The slug of an empty text is "x". If out of memory, says so to the
 * draft. */
const char *draft_slug(struct draft *draft, const char *text, size_t length,
                       char id[DRAFT_ID_BYTES]);

/* Writes the first 8 hexadecimal digits of the SHA-256 of a text. */
void draft_hash(const char *text, size_t length, char digits[9]);

/* Writes an id like draft_new_id, whether or not a record has it. Returns `id`. */
const char *draft_write_id(const char *prefix, const char *name, char id[DRAFT_ID_BYTES]);

/* Writes an id that no record of this type in the draft has: `prefix`, "-" and `name` (or only one
 * of them, if the other is empty), and "-2", "-3" ... if need be. An id that would be too long is
 * cut, and ends with 8 digits of its SHA-256. Returns `id`. */
const char *draft_new_id(const struct draft *draft, const struct record_type *type,
                         const char *prefix, const char *name, char id[DRAFT_ID_BYTES]);
