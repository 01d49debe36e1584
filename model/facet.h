/* How often each value of a field occurs among some records. */
#pragma once

#include "field_path.h"

struct facet_count {
    const struct value *value; /* a value of the path's end */
    size_t count;              /* of the records that have it, each counted once */
};

struct facet {
    struct facet_count
        *counts; /* the most frequent first, then by value; to be freed by the caller */
    size_t count;
};

/* Whether values of a field can be counted. */
bool facet_applies(const struct field *field);

/* The text by which values of a field are told apart: of a reference the id, of an integer its
 * digits (written to `digits`). */
const char *facet_value_text(const struct field *field, const struct value *value, char digits[24]);

/* Counts; false when out of memory. */
bool facet_make(const struct field_path *path, const struct record *const *records, size_t count,
                struct facet *ret_facet);
