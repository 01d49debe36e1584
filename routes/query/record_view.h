/* The part of a record that an answer shows: fields, and relations shown as whole records. */
#pragma once

#include "archive/relation.h"
#include "schema/targets.h"

#include <assert.h>
#include <stdint.h>

enum {
    INCLUDES_MAX = 8
};

/* A relation whose members are shown as whole records; or a reference field that leads to several
 * types, and so is not a relation, whose targets are. */
struct include_step {
    const char *name;                /* of the relation or the field */
    const struct relation *relation; /* NULL for such a field */
};

/* A step from the record, and optionally one further step from the members of the relation. */
struct include {
    struct include_step step;
    struct include_step further; /* the name is NULL if there is no further step */
};

/* Reports whether a field can be included although it is not a relation. */
static inline bool include_applies(const struct field *field)
{
    return field->kind == FIELD_REFERENCE && targets_are_several(field->targets);
}

static_assert(FIELDS_MAX <= 64, "a set of fields is 64 bits wide");

/* {0} shows all fields and includes no relation. */
struct record_view {
    uint64_t fields; /* a set of 1 << index in the type's table; 0 means all */
    struct include includes[INCLUDES_MAX];
    size_t include_count;
};
