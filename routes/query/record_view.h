/* The part of a record that an answer shows: fields, and relations shown as whole records. */
#pragma once

#include "archive/relation.h"

#include <assert.h>
#include <stdint.h>

enum {
    INCLUDES_MAX = 8
};

/* A relation whose members are shown as whole records, and optionally one further relation of those
 * members. */
struct include {
    const struct relation *relation;
    const struct relation *further; /* or NULL */
};

static_assert(FIELDS_MAX <= 64, "a set of fields is 64 bits wide");

/* {0} shows all fields and includes no relation. */
struct record_view {
    uint64_t fields; /* a set of 1 << index in the type's table; 0 means all */
    struct include includes[INCLUDES_MAX];
    size_t include_count;
};
