/* Some of a list's records, in some order. */
#pragma once

#include "filter.h"

enum {
    SORT_KEYS_MAX = 8
};

/* A field by which records are ordered: numbers and dates as such, texts by their bytes. Records
 * without a value come last in either direction. */
struct sort_key {
    struct field_path
        path; /* one step, to a field that is neither a list nor a reference or object */
    bool descending;
};

struct selection {
    const struct record **records; /* allocated with malloc, to be freed by the caller */
    size_t count;
};

/* Whether records can be ordered by a field. */
bool sort_key_applies(const struct field *field);

/* Selects the records that match every filter, ordered by the keys and then by id; without keys in
 * the order of the list. False when out of memory. */
bool selection_make(const struct record *const *records, size_t count, const struct filter *filters,
                    size_t filter_count, const struct sort_key *keys, size_t key_count,
                    struct selection *ret_selection);
