/* The order of the values of a field: numbers as such, dates by the days they may mean (the
 * earliest first, then the latest) and then as texts, references by type and id, all else by its
 * bytes. */
#pragma once

#include "archive/record.h"

/* Below, equal to or above 0. Both values are present and of that field, which holds no objects.
 * Only the same value compares as equal. */
int value_order_compare(const struct field *field, const struct value *left,
                        const struct value *right);

/* A number that orders values as value_order_compare does, but for some that differ and have the
 * same: what is cheap to compare first. Of references it tells the type only. */
uint64_t value_order_key(const struct field *field, const struct value *value);
