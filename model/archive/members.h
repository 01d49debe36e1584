/* The values of the members of a record or of an object in a record.
 *
 * Only values that are present are stored, so that a field that a record lacks takes no memory: a
 * bit set says which fields have a value, and the value of a field is found by counting the bits
 * before its own.
 *
 *     fields      id  number  title  kind
 *     present     1   0       1      0
 *     at          [0]         [1]
 */
#pragma once

#include "archive/bit_count.h"

#include <stddef.h>

struct record;
struct members;

/* The value of a field, or an item of a list. `count` is 0 if the field is absent, null or an empty
 * list. */
struct value {
    uint32_t count; /* bytes of a text, items of a list; else 1 */
    uint16_t zone;  /* the time zone of a date (values/time_zone.h) */
    union {
        const char *text; /* UTF-8, ended by a NUL; for all kinds except those below */
        int64_t integer;
        const struct record *record; /* a resolved reference */
        struct value *items;         /* items of a list */
        struct members *members;     /* an object */
    };
};

struct members {
    uint64_t present;  /* a set of 1 << position in the list of fields */
    struct value at[]; /* the values that are present, in the order of the fields */
};

/* The value of a field that is absent. */
extern const struct value value_absent;

/* Returns the value of the field at a position of the list of fields, or value_absent. */
static inline const struct value *members_value(const struct members *members, size_t position)
{
    const uint64_t bit = UINT64_C(1) << position;
    return members->present & bit ? &members->at[bit_count(members->present & (bit - 1))]
                                  : &value_absent;
}

/* Returns the value of a field for a change of it, or NULL if it is absent. */
static inline struct value *members_find(struct members *members, size_t position)
{
    const uint64_t bit = UINT64_C(1) << position;
    return members->present & bit ? &members->at[bit_count(members->present & (bit - 1))] : NULL;
}
