/* Selection record by record, for short lists, and for others if there is no memory for indexes. */
#include "select/selection.h"

#include "archive/value_order.h"
#include "schema/kind.h"
#include "select/filter_set.h"
#include "work/work.h"

#include <stdlib.h>
#include <string.h>

/* The orders of the sort keys. */
struct scan_sort {
    const struct selection_request *request;
    struct value_order orders[SORT_KEYS_MAX];
    struct value_key *keys; /* of each record, `key_count`; without a value if it has none */
};

/* A record that is sorted. qsort passes no context, so each element refers to it. */
struct sorted_record {
    const struct record *record;
    struct scan_sort *sort;
    const struct value_key *keys;
};

static int compare_by_key(struct value_order *order, bool descending, const struct value_key *left,
                          const struct value_key *right)
{
    if (!left->value || !right->value)
        return !left->value - !right->value;
    const int compared = value_order_compare(order, left, right);
    return descending ? -compared : compared;
}

static int compare_sorted_records(const void *left, const void *right)
{
    const struct sorted_record *a = left, *b = right;
    struct scan_sort *sort = a->sort;
    for (size_t i = 0; i < sort->request->key_count; i++) {
        const int order = compare_by_key(&sort->orders[i], sort->request->keys[i].descending,
                                         &a->keys[i], &b->keys[i]);
        if (order)
            return order;
    }
    return strcmp(record_id(a->record), record_id(b->record));
}

/* The context of a visitor. */
struct first_key {
    struct value_order *order;
    struct value_key *key;
    struct work *work;
};

static bool make_first_key(void *context, const struct field *field, const struct value *value)
{
    const struct first_key *first = context;
    const bool is_text = kind_is_folded(field->kind);
    if (work_spend(first->work, WORK_ORDER, is_text ? work_of_text_key(value->count) : 0))
        *first->key = value_order_key(first->order, value);
    return true;
}

/* Makes the keys of a record by the first value of each path, unless the work is used up. */
static void make_keys(struct scan_sort *sort, const struct record *record, struct value_key *keys)
{
    for (size_t i = 0; i < sort->request->key_count; i++) {
        struct first_key first = {&sort->orders[i], &keys[i], sort->request->work};
        field_path_visit(&sort->request->keys[i].path, record, make_first_key, &first);
    }
}

/* Returns true if no order failed. */
static bool scan_sort_finish(struct scan_sort *sort)
{
    bool made = true;
    for (size_t i = 0; i < sort->request->key_count; i++) {
        made &= !sort->orders[i].failed;
        value_order_finish(&sort->orders[i]);
    }
    free(sort->keys);
    return made;
}

/* Returns false if out of memory, or if the work is used up. */
static bool scan_sort_run(struct scan_sort *sort, struct selection *selection)
{
    const size_t count = selection->total, key_count = sort->request->key_count;
    struct sorted_record *sorted = malloc((count + 1) * sizeof *sorted);
    sort->keys = calloc(count + 1, key_count * sizeof *sort->keys);
    if (!sorted || !sort->keys) {
        free(sorted);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct value_key *keys = &sort->keys[i * key_count];
        make_keys(sort, selection->matching[i], keys);
        sorted[i] = (struct sorted_record){selection->matching[i], sort, keys};
    }
    const bool made = !work_is_used_up(sort->request->work);
    if (made)
        qsort(sorted, count, sizeof *sorted, compare_sorted_records);
    for (size_t i = 0; i < count; i++)
        selection->matching[i] = sorted[i].record;
    free(sorted);
    return made;
}

static bool sort_matching(const struct selection_request *request, struct selection *selection)
{
    struct scan_sort sort = {.request = request};
    if (!work_spend(request->work, WORK_ORDER,
                    work_of_sorting(selection->total, request->key_count)))
        return false;
    for (size_t i = 0; i < request->key_count; i++)
        value_order_init(&sort.orders[i], request->keys[i].path.end);
    const bool sorted = scan_sort_run(&sort, selection);
    return scan_sort_finish(&sort) && sorted;
}

static int compare_ordinals(const void *left, const void *right)
{
    const uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static bool is_found(const struct selection_request *request, const struct record *record)
{
    return !request->searched ||
           (request->found_count && bsearch(&record->ordinal, request->found, request->found_count,
                                            sizeof *request->found, compare_ordinals));
}

static bool copy_page(const struct selection_request *request, struct selection *selection)
{
    const size_t total = selection->total;
    const size_t left = request->offset < total ? total - (size_t)request->offset : 0;
    selection->page_count = left < request->limit ? left : request->limit;
    selection->page = malloc((selection->page_count + 1) * sizeof *selection->page);
    if (!selection->page)
        return false;
    if (selection->page_count)
        memcpy(selection->page, selection->matching + request->offset,
               selection->page_count * sizeof *selection->page);
    return true;
}

/* Stores the records that meet all filters. Returns false if out of memory, or if the work is used
 * up. */
static bool match_records(const struct selection_request *request, struct selection *selection)
{
    struct filter_keys keys;
    filter_keys_init(&keys);
    selection->total = 0;
    for (size_t i = 0; i < request->count && !work_is_used_up(request->work); i++)
        if (is_found(request, request->records[i]) &&
            filter_set_matches(request->filters, request->filter_count, request->records[i], &keys,
                               request->work))
            selection->matching[selection->total++] = request->records[i];
    return filter_keys_finish(&keys) && !work_is_used_up(request->work);
}

bool selection_by_scan(const struct selection_request *request, struct selection *selection)
{
    selection->matching = malloc((request->count + 1) * sizeof *selection->matching);
    return selection->matching && match_records(request, selection) &&
           (request->key_count == 0 || sort_matching(request, selection)) &&
           copy_page(request, selection);
}
