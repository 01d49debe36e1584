/* A slow but obvious implementation of queries, for comparison. It works on the JSON of all
 * records, and uses no code of the program except for reading dates and for the order of texts. */
#pragma once

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* The kinds of values, by which they are compared. */
enum naive_kind {
    NAIVE_TEXT,
    NAIVE_NUMBER,
    NAIVE_DATE,
    NAIVE_REFERENCE
};

enum {
    NAIVE_VALUES_MAX = 32,
    NAIVE_FILTERS_MAX = 16
};

struct naive_filter {
    const char *path; /* names of fields, separated by dots */
    enum naive_kind kind;
    const char *comparison;                   /* "", or the operator after "__" */
    const char *values[NAIVE_VALUES_MAX + 1]; /* ends with NULL */
};

struct naive_key {
    const char *path;
    enum naive_kind kind;
    bool descending;
};

/* Returns a new array of the records in a list that meet all filters, in the order of the keys.
 * `world` has a member for each type: an object with the whole records by id. */
json_t *naive_select(json_t *world, json_t *list, const struct naive_filter *filters,
                     size_t filter_count, const struct naive_key *keys, size_t key_count);

/* Returns a new array of the values at the end of a path from the records, with their counts, like
 * meta.facets but without labels. */
json_t *naive_facet(json_t *world, json_t *records, const char *path, enum naive_kind kind);
