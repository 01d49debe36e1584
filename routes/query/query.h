/* What is asked of a collection, a relation or a record: the parameters of a request, checked
 * against the tables that say what there is to ask for. */
#pragma once

#include "archive/archive.h"
#include "formats/record_json.h"
#include "http/problem.h"
#include "http/target.h"
#include "select/facet.h"
#include "select/selection.h"

enum {
    QUERY_LIMIT_DEFAULT = 100,
    QUERY_LIMIT_MAX = 1000,
    QUERY_FILTERS_MAX = 16,
    QUERY_FACETS_MAX = 8
};
#define QUERY_OFFSET_MAX (INT64_C(1) << 53) /* what every JSON reader can hold */

/* What is asked: many records; one, of which only what is shown of it can be asked; or for those of
 * any type that a search finds. */
enum query_of {
    QUERY_OF_LIST = 1 << 0,
    QUERY_OF_ONE = 1 << 1,
    QUERY_OF_SEARCH = 1 << 2,
};

/* Who is asked. */
struct query_subject {
    const struct archive *archive;
    const struct record_type *type; /* of which the records are; NULL with QUERY_OF_SEARCH */
    enum query_of of;
    const char *const
        *lacks; /* parameters that the answer has no place for, up to a NULL; or NULL */
    bool file;  /* the answer is a file, which without `limit` holds everything */
};

struct query {
    const struct target *target; /* whose parameters these are */
    int64_t limit;               /* records on a page */
    int64_t limit_default;       /* what it is where it is left out */
    int64_t offset;              /* records before the page */
    struct filter filters[QUERY_FILTERS_MAX];
    size_t filter_count;
    struct sort_key keys[SORT_KEYS_MAX];
    size_t key_count;
    struct field_path facets[QUERY_FACETS_MAX];
    const char *facet_names[QUERY_FACETS_MAX]; /* as asked for */
    size_t facet_count;
    struct record_view view;
    bool pretty;                     /* indented, for people */
    const char *q;                   /* what to search for, or NULL */
    unsigned types;                  /* in which types: a set of TARGET(type) */
    char text[TARGET_BYTES_MAX * 2]; /* what names and operands point into */
    size_t text_length;
};

/* Reads a target's parameters. False, with every fault among them added, where one is unknown,
 * given twice, of the wrong kind or more than can be taken. */
bool query_parse(const struct query_subject *subject, const struct target *target,
                 struct query *ret_query, struct parameter_faults *faults);

/* For what has no parameters: any is a fault. */
bool query_refuse(const struct target *target, struct parameter_faults *faults);

/* What values a parameter has. */
enum query_values {
    QUERY_VALUES_NUMBER, /* from `minimum` to `maximum` */
    QUERY_VALUES_TRUTH,
    QUERY_VALUES_WORDS,
    /* Names joined by commas; query_values.h lists them. */
    QUERY_VALUES_FIRST_OF_NAMES,
    QUERY_VALUES_SORT_KEYS = QUERY_VALUES_FIRST_OF_NAMES,
    QUERY_VALUES_FIELDS,
    QUERY_VALUES_RELATIONS,
    QUERY_VALUES_FACETS,
    QUERY_VALUES_TYPES,
    QUERY_VALUES_COUNT
};

/* A parameter besides filters. */
struct query_parameter {
    const char *name;
    const char *documentation; /* one sentence for the reference */
    unsigned of;               /* a set of enum query_of: where it can be given */
    enum query_values values;
    int64_t minimum, maximum;
    unsigned required_of; /* where it must be given */
    const char *example;  /* a target that shows what it does */
};

/* The parameter `index`, or NULL behind the last. */
const struct query_parameter *query_parameter(size_t index);
