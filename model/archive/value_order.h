/* The order of the values of a field: integers by value, false before true; dates by the earliest
 * instant that they may mean, then by the latest, then by their bytes; references by type and id;
 * all others by their bytes. */
#pragma once

#include "archive/record.h"

/* Compares two values of a field, which are present and not objects. Returns a number below, equal
 * to or above 0. Only equal values compare as equal. */
int value_order_compare(const struct field *field, const struct value *left,
                        const struct value *right);

/* Returns a key of a value, which is cheaper to compare. Keys have the same order as values, but
 * different values may have the same key. The key of a reference is its type only. */
uint64_t value_order_key(const struct field *field, const struct value *value);
