/* A record in memory, and the values of its fields.
 *
 * Records and values are in the arena of their archive, and immutable after it has been loaded.
 */
#pragma once

#include "archive/members.h"
#include "schema/record_type.h"

struct record {
    const struct record_type *type;
    uint32_t ordinal;        /* position among the records of its type, in the order of the files */
    uint32_t file;           /* number of the file that holds the record */
    uint32_t element;        /* position in the array of that file, for faults */
    uint32_t label;          /* position of the field that is the label */
    bool distinct;           /* true if it is not a slip that another record has the same name */
    struct members *members; /* of the fields of the type; the id is always present */
};

/* Returns the id of a record. */
const char *record_id(const struct record *record);

/* Returns the value of the field at a position of the type's table. */
static inline const struct value *record_field(const struct record *record, size_t position)
{
    return members_value(record->members, position);
}

/* Returns the items of the value of a field: those of a list, or the value itself, of which
 * `count` may be 0. Stores their number in *ret_count. */
static inline const struct value *record_items(const struct field *field, const struct value *value,
                                               size_t *ret_count)
{
    *ret_count = field->list ? value->count : 1;
    return field->list ? value->items : value;
}

/* Returns the value of the field with a role. Returns value_absent if `record` is NULL or its
 * type has no such field. */
const struct value *record_value(const struct record *record, enum field_role role);

/* Reports whether a record says that a field of its type is inferred: that no source states it. */
bool record_infers(const struct record *record, const struct field *field);

/* Chooses the label of a record, whose members are set: ROLE_TITLE, else ROLE_DESCRIPTION, else the
 * id. */
void record_choose_label(struct record *record);

/* Returns the label, not shortened. */
const struct value *record_label(const struct record *record);

enum {
    RECORD_LABEL_MAX = 104 /* bytes of a shortened label, with its NUL */
};

/* Writes the label to `label`. If it is longer than 100 bytes, it is cut between words if
 * possible, else between characters, and ends with an ellipsis. Returns its length. */
size_t record_write_label(const struct record *record, char label[RECORD_LABEL_MAX]);
