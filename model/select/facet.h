/* How often each value of a field occurs among some records: of the most frequent ones. */
#pragma once

#include "archive/field_path.h"

enum {
    FACET_VALUES_MAX = 1000
};

struct facet_count {
    const struct value *value; /* a value of the path's end */
    size_t count;              /* of the records that have it, each counted once */
    size_t place;              /* of the value among all that were offered */
};

struct facet {
    struct facet_count *counts; /* the most frequent first, then in the order offered */
    size_t count, capacity;
    size_t offered; /* values there were, with those left out */
};

/* Whether values of a field can be counted. */
bool facet_applies(const struct field *field);

void facet_init(struct facet *facet);
void facet_finish(struct facet *facet);

/* Offers a value with its count; of all those offered, the most frequent are kept. False when out
 * of memory. */
bool facet_offer(struct facet *facet, const struct value *value, size_t count);

/* To be called behind the last offer. */
void facet_sort(struct facet *facet);
