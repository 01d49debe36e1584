/* The parameters of a request, checked against the tables of types, fields and relations: filters,
 * order, page, fields, facets and words to search for. The folder reads them and lists the choices;
 * it writes no answers but faults.
 *
 * May include: http.
 */
#pragma once

#include "archive/archive.h"
#include "http/problem.h"
#include "http/target.h"
#include "query/parameter_choices.h"
#include "query/parameters.h"
#include "query/record_view.h"
#include "select/facet.h"
#include "select/selection.h"

enum {
    QUERY_LIMIT_DEFAULT = 100,
    QUERY_LIMIT_MAX = 1000,
    QUERY_FILTERS_MAX = 16,
    QUERY_FACETS_MAX = 8
};
#define QUERY_OFFSET_MAX (INT64_C(1) << 53) /* every JSON reader can hold it */

/* The records that the parameters apply to. */
struct query_subject {
    const struct archive *archive;
    const struct record_type *type; /* of the records; NULL in QUERY_SEARCH */
    enum query_scope scope;
    const char *const *unsupported; /* parameters that the format refuses, then NULL; or NULL */
    bool file; /* true if the answer is a file, which holds all records without `limit` */
};

struct query {
    const struct target *target; /* the source of the parameters */
    int64_t limit;               /* records on a page */
    int64_t limit_default;       /* its value if the parameter is not given */
    int64_t offset;              /* records before the page */
    struct filter filters[QUERY_FILTERS_MAX];
    size_t filter_count;
    struct sort_key keys[SORT_KEYS_MAX];
    size_t key_count;
    struct field_path facets[QUERY_FACETS_MAX];
    const char *facet_names[QUERY_FACETS_MAX]; /* as given */
    size_t facet_count;
    struct record_view view;
    bool pretty;                     /* true if JSON is to be indented */
    const char *q;                   /* the words to search for, or NULL */
    unsigned types;                  /* to search: a set of TARGET(type) */
    char text[TARGET_BYTES_MAX * 2]; /* holds the names and operands */
    size_t text_used;                /* bytes of `text` */
};

/* Reads the parameters of a target. Returns false, with every fault added, if a parameter is
 * unknown, given twice, of the wrong kind or too long a list. *ret_query borrows from `target`. */
bool query_parse(const struct query_subject *subject, const struct target *target,
                 struct query *ret_query, struct parameter_faults *faults);

/* Returns true if a target has no parameters; adds a fault for each that it has. */
bool query_refuse(const struct target *target, struct parameter_faults *faults);
