/* The way from a record to the values of one of its fields, or of a field one step further: of the
 * record that a reference leads to ("presenters.country"), or of an object ("attendance.roles"). */
#pragma once

#include "archive/record.h"

struct field_path {
    struct {
        const struct field *field;
        size_t position; /* in its list of fields */
    } steps[2];
    size_t count;            /* of steps: 1 or 2 */
    const struct field *end; /* the last step's field, whose values are meant */
};

enum field_path_status {
    FIELD_PATH_OK,
    FIELD_PATH_UNKNOWN,   /* there is no such field; `ret_fields` has the known ones */
    FIELD_PATH_NO_FURTHER /* the first field has no further fields, or leads to several types */
};

/* Parses "field" or "field.field" (`length` bytes) of a type. With FIELD_PATH_UNKNOWN, stores the
 * list that lacks the name in *ret_fields and the name in *ret_name; otherwise they are untouched.
 */
enum field_path_status field_path_parse(const struct record_type *type, const char *text,
                                        size_t length, struct field_path *ret_path,
                                        struct field_list *ret_fields, const char **ret_name);

/* Returns the fields that a path can continue with after a field: the members of an object, or the
 * fields of the only type that a reference leads to. The list is empty for all other fields. */
struct field_list field_path_further(const struct field *field);

/* Is called with each value that a path leads to. Returns true to end the visit. */
typedef bool field_path_visitor(void *context, const struct field *field,
                                const struct value *value);

/* Visits the values of a record, and of a list each item. Returns true if the visitor ended it. */
bool field_path_visit(const struct field_path *path, const struct record *record,
                      field_path_visitor *visitor, void *context);
