/* The query parameters besides filters: one row each, with the documentation that the descriptions
 * of the service print. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* The kinds of request that take parameters. */
enum query_scope {
    QUERY_LIST = 1 << 0,   /* a collection or a relation */
    QUERY_RECORD = 1 << 1, /* one record */
    QUERY_SEARCH = 1 << 2, /* a search of all types */
};

/* What the value of a parameter looks like. */
enum parameter_values {
    PARAMETER_NUMBER, /* from `minimum` to `maximum` */
    PARAMETER_BOOLEAN,
    PARAMETER_WORDS,
    /* Names joined by commas; parameter_choices.h lists them. */
    PARAMETER_FIRST_OF_NAMES,
    PARAMETER_SORT_KEYS = PARAMETER_FIRST_OF_NAMES,
    PARAMETER_FIELDS,
    PARAMETER_RELATIONS,
    PARAMETER_FACETS,
    PARAMETER_TYPES,
    PARAMETER_VALUES_COUNT
};

struct query_parameter {
    const char *name;
    const char *documentation; /* one sentence for the reference */
    unsigned scopes;           /* in which it can be given: a set of enum query_scope */
    enum parameter_values values;
    int64_t minimum, maximum; /* of PARAMETER_NUMBER */
    unsigned required_in;     /* scopes in which it must be given */
    const char *example;      /* a request target that shows its effect */
};

/* Returns the parameter `index`, or NULL after the last. */
const struct query_parameter *parameters_at(size_t index);
