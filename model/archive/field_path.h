/* The way from a record to the values of one of its fields, or of a field one step further: behind
 * a reference ("presenters.country") or within an object ("attendance.roles"). */
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
    FIELD_PATH_UNKNOWN,   /* there is no such field: see `ret_fields` for what there is */
    FIELD_PATH_NO_FURTHER /* the first field leads nowhere, or to records of several types */
};

/* Reads "field" or "field.field" (`length` bytes) of a type. With FIELD_PATH_UNKNOWN *ret_fields is
 * the list in which the name was looked for and *ret_name what was looked for; else untouched. */
enum field_path_status field_path_parse(const struct record_type *type, const char *text,
                                        size_t length, struct field_path *ret_path,
                                        struct field_list *ret_fields, const char **ret_name);

/* Returns the fields that a path can continue with after a field: the members of an object, or the
 * fields of the only type that a reference leads to. The list is empty for all other fields. */
struct field_list field_path_further(const struct field *field);

/* Called with each value that a path leads to; true ends the visit. */
typedef bool field_path_visitor(void *context, const struct field *field,
                                const struct value *value);

/* Visits the values of a record, item by item where they are lists; true where the visitor ended
 * it. */
bool field_path_visit(const struct field_path *path, const struct record *record,
                      field_path_visitor *visitor, void *context);
