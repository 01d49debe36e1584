/* The most frequent values of a field, with the number of records that have each. */
#pragma once

#include "archive/field_path.h"

enum {
    FACET_VALUES_MAX = 1000
};

struct facet_count {
    const struct value *value; /* at the end of the path */
    size_t count;              /* of the records that have the value */
    size_t position;           /* of the value among all that were offered */
};

struct facet {
    struct facet_count
        *counts; /* sorted by facet_sort: the most frequent first, equal ones as offered */
    size_t count, capacity;
    size_t offered; /* the number of all values, including those that are not stored */
};

/* Returns true if the values of the field can be counted. */
bool facet_applies(const struct field *field);

/* Initialises an empty facet; it allocates nothing. */
void facet_init(struct facet *facet);

/* Frees the counts; the facet is empty again. */
void facet_finish(struct facet *facet);

/* Offers a value with its count. The facet stores the FACET_VALUES_MAX most frequent values, and of
 * equally frequent ones those offered first. Returns false if out of memory. */
bool facet_offer(struct facet *facet, const struct value *value, size_t count);

/* Sorts the counts; to be called after the last offer. */
void facet_sort(struct facet *facet);
