/* The keys by which records are sorted. */
#pragma once

#include "archive/field_path.h"

enum {
    SORT_KEYS_MAX = 8
};

/* Records without a value come last in both directions; records with the same value come in the
 * order of their ids. */
struct sort_key {
    struct field_path path; /* leads to one value at most */
    bool descending;
};

/* Returns true if records can be sorted by the field: it has one value, not a list, which is
 * neither a reference nor an object. */
bool sort_key_applies(const struct field *field);

/* Returns true if records can be sorted by a field of the records to which the field refers. */
bool sort_key_follows(const struct field *field);

/* Makes a key of a path: to a field to which sort_key_applies, of the record itself or after one
 * reference. Of a list of references, the first value that there is counts. Returns false, with the
 * key unchanged, if records cannot be sorted by the path. */
bool sort_key_set_path(struct sort_key *key, const struct field_path *path);
