/* Some of a list's records, in some order: which of them meet the conditions, a page of those, and
 * how often each value of a field occurs among them.
 *
 * Short lists are gone through record by record. For long ones the value indexes of the archive
 * (value_indexes.h) give a set of records for each condition and the order for each key, so that
 * a page costs what the page costs, not what the archive does.
 */
#pragma once

#include "select/facet.h"
#include "select/ordering.h"
#include "select/selector.h"

enum {
    SELECTION_PAGE_MAX = 100000 /* records */
};

/* A field by which records are ordered. Records without a value come last in either direction;
 * those that have the same come in the order of their ids. */
struct sort_key {
    struct field_path path; /* one step, to a field of which sort_key_applies */
    bool descending;
};

/* Whether records can be ordered by a field: one value that is no reference and no object. */
bool sort_key_applies(const struct field *field);

/* What is to be selected. All is borrowed for the call; `records` for the selection's life. */
struct selection_request {
    struct selector *selector;
    const struct record_type *type;
    const struct record *const *records; /* of the type, each once */
    size_t count;
    const struct record_set *members; /* the same as a set, where there is one; or NULL */
    const struct filter *filters;     /* all of which must be met */
    size_t filter_count;
    const struct sort_key *keys; /* without any, the order of the list */
    size_t key_count;
    /* Where `searched`, only these records are meant: ordinals in ascending order. */
    bool searched;
    const uint32_t *found;
    size_t found_count;
    uint64_t offset; /* of the page */
    size_t limit;    /* at most SELECTION_PAGE_MAX */
};

struct selection {
    size_t total;
    const struct record **page; /* allocated with malloc */
    size_t page_count;
    /* For facets; one of the two. */
    const struct record **matching; /* allocated with malloc: all of them */
    struct record_set set;
    struct selector *selector;
    const struct record_type *type;
};

/* Selects. False when out of memory; else the caller finishes the selection. */
bool selection_make(const struct selection_request *request, struct selection *ret_selection);
void selection_finish(struct selection *selection);

/* Counts the values of a path, of which facet_applies, among all that was selected. False when out
 * of memory; else the caller finishes the facet. */
bool selection_count_values(const struct selection *selection, const struct field_path *path,
                            struct facet *ret_facet);
