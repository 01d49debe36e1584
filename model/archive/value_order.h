/* The order of the values of a field: numbers as such, dates by the days that they may mean (the
 * earliest, then the latest) and then as texts, references by type and id, all others by their
 * bytes. */
#pragma once

#include "archive/record.h"

/* Returns a number below, equal to or above 0. Both values are present and of that field, which
 * does not hold objects. Only the same value compares as equal. */
int value_order_compare(const struct field *field, const struct value *left,
                        const struct value *right);

/* Returns a number that is cheap to compare first: it orders values as value_order_compare does,
 * but values that differ may have the same. The key of a reference tells its type only. */
uint64_t value_order_key(const struct field *field, const struct value *value);
