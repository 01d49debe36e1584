/* A query answered the slow and obvious way, from the JSON of all records, without any code of the
 * program's but that which reads a date. What the program answers must be the same. */
#pragma once

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* How values of a field compare. */
enum naive_kind {
    NAIVE_TEXT,
    NAIVE_NUMBER,
    NAIVE_DATE,
    NAIVE_REFERENCE
};

struct naive_filter {
    const char *path; /* "field" or "field.field" */
    enum naive_kind kind;
    const char *comparison; /* "" or as behind "__" */
    const char *values[4];  /* up to a NULL */
};

struct naive_key {
    const char *path;
    enum naive_kind kind;
    bool descending;
};

/* The records of a list that meet all filters, in order: a new array of borrowed records. `world`
 * has for each type's name an object of the whole records by id. */
json_t *naive_select(json_t *world, json_t *list, const struct naive_filter *filters,
                     size_t filter_count, const struct naive_key *keys, size_t key_count);

/* The values of a path among records, each with how many have it, as meta.facets has them but for
 * labels: a new array. */
json_t *naive_facet(json_t *world, json_t *records, const char *path, enum naive_kind kind);
