/* Reads the parameters of a request: filters, order, page, fields, facets and search terms. The
 * folder checks them against the tables of types, fields and relations, reports faults, and lists
 * the names that a parameter accepts. It does not write answers.
 *
 * May include: http.
 */
#pragma once

#include "archive/archive.h"
#include "http/problem.h"
#include "http/target.h"
#include "query/operand.h"
#include "query/parameter_choices.h"
#include "query/parameters.h"
#include "query/record_view.h"
#include "search/search.h"
#include "select/facet.h"
#include "select/selection.h"

enum {
    QUERY_LIMIT_DEFAULT = 100,
    QUERY_LIMIT_MAX = 1000,
    QUERY_FILTERS_MAX = 16,
    QUERY_FACETS_MAX = 8
};
#define QUERY_OFFSET_MAX (INT64_C(1) << 53) /* exact in every JSON parser */

/* The records that the parameters apply to. */
struct query_subject {
    const struct archive *archive;
    const struct record_type *type; /* type of the records; NULL for searches and comparisons */
    enum query_scope scope;
    const char *const *unsupported; /* parameters that the format refuses, then NULL; may be NULL */
    bool file; /* true if the answer is a file, which holds query_limit_max records by default */
    bool page; /* true if it is a page: an empty value, as forms send it, counts as absent */
    bool bom;  /* true if a CSV file begins with a byte order mark unless the request forbids it */
};

/* Returns the largest number of records in one answer. */
static inline int64_t query_limit_max(const struct query_subject *subject)
{
    return subject->file && subject->scope != QUERY_SEARCH ? SELECTION_PAGE_MAX : QUERY_LIMIT_MAX;
}

struct query {
    const struct target *target; /* the source of the parameters */
    int64_t limit;               /* records on a page */
    int64_t limit_default;       /* the limit without that parameter */
    int64_t offset;              /* records before the page */
    struct filter filters[QUERY_FILTERS_MAX];
    size_t filter_count;
    struct sort_key keys[SORT_KEYS_MAX];
    size_t key_count;
    struct field_path facets[QUERY_FACETS_MAX];
    const char *facet_names[QUERY_FACETS_MAX]; /* as in the request */
    size_t facet_count;
    struct record_view view;
    bool pretty;                     /* true if JSON is to be indented */
    bool bom;                        /* true if a CSV file begins with a byte order mark */
    const char *q;                   /* the search terms, or NULL */
    struct search_choice choice;     /* the types to search, and the values chosen in facets */
    char text[TARGET_BYTES_MAX * 2]; /* copies of names and operands */
    size_t text_used;                /* bytes of `text` in use */
    struct filter_folds folds;       /* of operands */
};

/* Reads the parameters of a target. Adds a fault for each parameter that is unknown, repeated, of
 * the wrong kind or too long a list. Returns false if there is any. *ret_query borrows from
 * `target`. */
bool query_parse(const struct query_subject *subject, const struct target *target,
                 struct query *ret_query, struct parameter_faults *faults);

/* Adds a fault for each parameter of a target; returns true if it has none. */
bool query_refuse(const struct target *target, struct parameter_faults *faults);
