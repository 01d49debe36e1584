/* Selections: the records of a list that meet filters, in the order of sort keys; a page of them,
 * and how many of them have each value of a field.
 *
 * A short list is scanned record by record (selection_by_scan.c). For a long one the value indexes
 * of the archive give a set of records for each filter and an order for each key
 * (selection_by_index.c), so that the cost of a page does not depend on the size of the archive.
 * Both ways give the same result.
 */
#pragma once

#include "archive/record_set.h"
#include "select/facet.h"
#include "select/filter.h"
#include "select/selector.h"
#include "select/sort_key.h"

enum {
    SELECTION_PAGE_MAX = 100000 /* records */
};

/* The request for a selection. The selection borrows `records` and `selector` as long as it lives;
 * everything else is borrowed for the call. */
struct selection_request {
    struct selector *selector;
    const struct record_type *type;
    const struct record *const *records; /* the list: records of the type, each once */
    size_t count;
    const struct record_set *members; /* the list as a set; NULL if there is no such set */
    const struct filter *filters;     /* a record must meet all of them (filter_set.h) */
    size_t filter_count;              /* at most FILTER_SET_MAX */
    const struct sort_key *keys;      /* without keys, the order is that of the list */
    size_t key_count;
    bool searched;         /* true if the records must be among `found` */
    const uint32_t *found; /* ordinals in ascending order */
    size_t found_count;
    uint64_t offset;   /* of the page */
    size_t limit;      /* at most SELECTION_PAGE_MAX */
    struct work *work; /* that the selection and its facets spend; or NULL */
};

struct selection {
    size_t total;               /* selected records */
    const struct record **page; /* allocated with malloc */
    size_t page_count;
    /* All selected records, for facets: an array, allocated with malloc, or if that is NULL a set,
     * which has no `words` if all records of the type are selected. */
    const struct record **matching;
    struct record_set set;
    struct selector *selector;
    const struct record_type *type;
    struct work *work;
};

/* Makes a selection, which the caller finishes. Returns false if out of memory, or if the work is
 * used up. */
bool selection_make(const struct selection_request *request, struct selection *ret_selection);

/* The two ways to make a selection, between which selection_make chooses. Both return false with
 * the selection unfinished if out of memory, or if the work is used up; selection_by_index also if
 * the order of the list is needed and is not that of the ordinals. */
bool selection_by_scan(const struct selection_request *request, struct selection *selection);
bool selection_by_index(const struct selection_request *request, struct selection *selection);

/* Frees the memory that the selection owns. */
void selection_finish(struct selection *selection);

/* Counts the values of a path, to whose end facet_applies, among all selected records; the caller
 * finishes the facet. Human-readable texts with the same fold (unicode/fold.h) count as one value,
 * their most frequent spelling. Returns false if out of memory, or if the work is used up. */
bool selection_count_values(const struct selection *selection, const struct field_path *path,
                            struct facet *ret_facet);
