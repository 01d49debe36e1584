/* A record in memory, and the values of its fields.
 *
 * Everything here lives in the arena of the archive that it belongs to, and is immutable once the
 * archive is loaded.
 */
#pragma once

#include "schema/record_type.h"

struct record;

/* The value of a field, or one item of a list. `count` is 0 if there is no value: an absent field,
 * a null or an empty list. */
struct value {
    uint32_t count; /* bytes of a text; items of a list; members of an object; else 1 */
    union {
        const char *text; /* UTF-8 with a NUL after it: every kind but the three below */
        int64_t integer;
        const struct record *record; /* a reference, once resolved */
        struct value *items;         /* a list's items, or an object's members in table order */
    };
};

struct record {
    const struct record_type *type;
    uint32_t ordinal;      /* position among the records of its type, in the order of the files */
    uint32_t file;         /* number of the loaded file that it is from */
    uint32_t element;      /* position in that file's array, which a fault names */
    uint32_t label;        /* position of the value that record_label returns */
    struct value values[]; /* one for each of type->fields, in the same order */
};

/* Returns the record's id. */
const char *record_id(const struct record *record);

/* Returns the value of the field with a role: one without a value (its `count` is 0) if `record` is
 * NULL or its type has no such field. */
const struct value *record_value(const struct record *record, enum field_role role);

/* Chooses the record's label: the value of ROLE_TITLE, else that of ROLE_DESCRIPTION, else its id.
 * The record's values must be set. */
void record_choose_label(struct record *record);

/* Returns the chosen label, not shortened. */
const struct value *record_label(const struct record *record);
