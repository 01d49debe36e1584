/* The keys by which records are sorted. */
#pragma once

#include "archive/field_path.h"

enum {
    SORT_KEYS_MAX = 8
};

/* Records without a value come last in both directions; records with the same value come in the
 * order of their ids. */
struct sort_key {
    struct field_path path; /* one step, to a field to which sort_key_applies */
    bool descending;
};

/* Returns true if records can be sorted by the field: it has one value, not a list, which is
 * neither a reference nor an object. */
bool sort_key_applies(const struct field *field);
