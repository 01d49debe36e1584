/* A record in memory, and the values of its fields.
 *
 * Records and values are in the arena of their archive, and immutable after it has been loaded.
 */
#pragma once

#include "schema/record_type.h"

struct record;

/* The value of a field, or an item of a list. `count` is 0 if the field is absent, null or an empty
 * list. */
struct value {
    uint32_t count; /* bytes of a text, items of a list, members of an object; else 1 */
    union {
        const char *text; /* UTF-8, ended by a NUL; for all kinds except those below */
        int64_t integer;
        const struct record *record; /* a resolved reference */
        struct value *items;         /* items of a list, or members of an object in table order */
    };
};

struct record {
    const struct record_type *type;
    uint32_t ordinal;      /* position among the records of its type, in the order of the files */
    uint32_t file;         /* number of the file that holds the record */
    uint32_t element;      /* position in the array of that file, for faults */
    uint32_t label;        /* position of the value that is the label */
    struct value values[]; /* one value per field of the type, in table order */
};

/* Returns the id of a record. */
const char *record_id(const struct record *record);

/* Returns the value of the field with a role. Returns a value whose `count` is 0 if `record` is
 * NULL or its type has no such field. */
const struct value *record_value(const struct record *record, enum field_role role);

/* Chooses the label of a record, whose values are set: ROLE_TITLE, else ROLE_DESCRIPTION, else the
 * id. */
void record_choose_label(struct record *record);

/* Returns the label, not shortened. */
const struct value *record_label(const struct record *record);
