/* The values that a parameter can have for records of a type: what the descriptions of the service
 * list, by the same tests by which query_parse accepts them. */
#pragma once

#include "query/query.h"

/* Longest value: two names and what joins them. */
enum {
    QUERY_VALUE_BYTES_MAX = 80
};

/* Whether the values are names that depend on the type of the records; then any of them may be
 * given, joined by commas. */
bool query_values_are_of_type(enum query_values values);

/* Calls `visit` with each value that there is for records of a type. */
typedef void query_value_visitor(void *context, const char *value);
void query_values_visit(enum query_values values, const struct archive *archive,
                        const struct record_type *type, query_value_visitor *visit, void *context);
