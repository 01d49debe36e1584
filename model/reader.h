/* The reading of one data file: what load_file.c, load_values.c and load_hints.c share. */
#pragma once

#include "archive_parts.h"

#include <jansson.h>

/* The file, and what is being read of it. */
struct reader {
    struct loading *loading;
    uint32_t file;
    const struct record_type *type;
};

/* How many bytes of a text from the file a fault quotes, and of a hint it holds. */
enum {
    QUOTED_MAX = 80,
    HINT_MAX = 400
};

#define FAULT(reader, place, ...) faults_add((reader)->loading->faults, (place), __VA_ARGS__)

/* The members of a record, or of an object within one, into `values`; `name` is what faults call
 * the object. */
void read_members(struct reader *reader, struct field_list fields, const char *name, json_t *object,
                  const struct place *place, struct value *values);

/* What a JSON value is, with its article. */
const char *json_kind(const json_t *json);

/* The end of a fault about a name that is not known: the nearest that is, or else all of them.
 * Returns `hint`, which is cut where `size` bytes do not hold it. */
const char *hint_choices(const char *const *choices, const char *name, size_t length, char *hint,
                         size_t size);
const char *hint_fields(struct field_list fields, const char *name, size_t length, char *hint,
                        size_t size);
