/* A path from a record to the values of a field: one of its own, a member of an object
 * ("attendance.roles", "votes.ballots.option"), or a field of the record to which a reference leads
 * ("presenters.country", "votes.ballots.person.country"). A path follows one reference at most.
 * Fields have their old names, too. A path to an object for which a text may stand in data files
 * leads to that text. */
#pragma once

#include "archive/record.h"

enum {
    FIELD_PATH_STEPS_MAX = 5
};

struct field_path {
    struct {
        const struct field *field;
        size_t position; /* in the list of fields */
    } steps[FIELD_PATH_STEPS_MAX];
    size_t count;            /* number of steps: 1 or more */
    const struct field *end; /* the field of the last step */
    bool first_only;         /* true if only the first value counts, as for sorting by a list */
};

enum field_path_status {
    FIELD_PATH_OK,
    FIELD_PATH_UNKNOWN,   /* a name is not a field of its list of fields */
    FIELD_PATH_NO_FURTHER /* the path has more steps than its fields allow */
};

/* Parses a path, such as "field" or "field.field" (`length` bytes), of a type. For
 * FIELD_PATH_UNKNOWN, stores the unknown name in *ret_name and the list of fields that lacks it in
 * *ret_fields; otherwise they are unchanged. */
enum field_path_status field_path_parse(const struct record_type *type, const char *text,
                                        size_t length, struct field_path *ret_path,
                                        struct field_list *ret_fields, const char **ret_name);

/* Returns the fields with which a path can continue after a field: the members of an object, or the
 * fields of the target of a reference to a single type. The list is empty for all other fields. */
struct field_list field_path_further(const struct field *field);

/* Returns true if the path leads to one value at most. */
bool field_path_is_single(const struct field_path *path);

/* Receives one value at the end of a path. Returns true to end the visit. */
typedef bool field_path_visitor(void *context, const struct field *field,
                                const struct value *value);

/* Visits the values of a record at the end of a path; visits each item of a list, whether or not
 * only the first value counts. Returns true if the visitor ended the visit. */
bool field_path_visit(const struct field_path *path, const struct record *record,
                      field_path_visitor *visitor, void *context);

/* Does the same from a step on, of which `members` has the field. */
bool field_path_visit_members(const struct field_path *path, size_t step,
                              const struct members *members, field_path_visitor *visitor,
                              void *context);
