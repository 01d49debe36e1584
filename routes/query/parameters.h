/* The query parameters other than filters. Each has one row, with its documentation for the API
 * description. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* The kinds of request that take parameters. */
enum query_scope {
    QUERY_LIST = 1 << 0,       /* a collection or a relation */
    QUERY_RECORD = 1 << 1,     /* one record */
    QUERY_SEARCH = 1 << 2,     /* a search of all types */
    QUERY_COMPARISON = 1 << 3, /* a comparison of people */
};

/* The kinds of parameter value. */
enum parameter_values {
    PARAMETER_NUMBER, /* from `minimum` to `maximum` */
    PARAMETER_BOOLEAN,
    PARAMETER_WORDS,
    /* Names separated by commas; parameter_choices.h lists them. */
    PARAMETER_FIRST_OF_NAMES,
    PARAMETER_SORT_KEYS = PARAMETER_FIRST_OF_NAMES,
    PARAMETER_FIELDS,
    PARAMETER_RELATIONS,
    PARAMETER_FACETS,
    PARAMETER_TYPES,
    PARAMETER_IDS,     /* ids, separated by commas */
    PARAMETER_NUMBERS, /* from `minimum` to `maximum`, separated by commas */
    PARAMETER_VALUES_COUNT
};

struct query_parameter {
    const char *name;
    const char *documentation; /* one sentence for the reference */
    unsigned scopes;           /* that accept the parameter: a set of enum query_scope */
    enum parameter_values values;
    int64_t minimum, maximum; /* for PARAMETER_NUMBER and PARAMETER_NUMBERS */
    unsigned required_in;     /* scopes that require the parameter */
    const char *example;      /* a request target that shows the effect, or NULL */
};

/* Returns the parameter `index`, or NULL after the last. */
const struct query_parameter *parameters_at(size_t index);
