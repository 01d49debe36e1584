/* Selection record by record, for short lists, and for others if there is no memory for indexes. */
#include "select/selection_strategies.h"

#include "archive/value_order.h"
#include "select/filter_set.h"
#include "work/work.h"

#include <stdlib.h>
#include <string.h>

/* A record that is sorted. qsort passes no context, so each element refers to the keys. */
struct sorted_record {
    const struct record *record;
    const struct selection_request *request;
};

static int compare_by_key(const struct sort_key *key, const struct record *left,
                          const struct record *right)
{
    const size_t index = key->path.steps[0].position;
    const struct value *a = record_field(left, index), *b = record_field(right, index);
    if (!a->count || !b->count)
        return (a->count == 0) - (b->count == 0);
    const int order = value_order_compare(key->path.end, a, b);
    return key->descending ? -order : order;
}

static int compare_sorted_records(const void *left, const void *right)
{
    const struct sorted_record *a = left, *b = right;
    for (size_t i = 0; i < a->request->key_count; i++) {
        const int order = compare_by_key(&a->request->keys[i], a->record, b->record);
        if (order)
            return order;
    }
    return strcmp(record_id(a->record), record_id(b->record));
}

static bool sort_matching(const struct selection_request *request, struct selection *selection)
{
    if (!work_spend(request->work, WORK_ORDER,
                    work_of_sorting(selection->total, request->key_count)))
        return false;
    struct sorted_record *sorted = malloc((selection->total + 1) * sizeof *sorted);
    if (!sorted)
        return false;
    for (size_t i = 0; i < selection->total; i++)
        sorted[i] = (struct sorted_record){selection->matching[i], request};
    qsort(sorted, selection->total, sizeof *sorted, compare_sorted_records);
    for (size_t i = 0; i < selection->total; i++)
        selection->matching[i] = sorted[i].record;
    free(sorted);
    return true;
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

bool selection_by_scan(const struct selection_request *request, struct selection *selection)
{
    selection->matching = malloc((request->count + 1) * sizeof *selection->matching);
    if (!selection->matching)
        return false;
    selection->total = 0;
    for (size_t i = 0; i < request->count && !work_is_used_up(request->work); i++)
        if (is_found(request, request->records[i]) &&
            filter_set_matches(request->filters, request->filter_count, request->records[i],
                               request->work))
            selection->matching[selection->total++] = request->records[i];
    return !work_is_used_up(request->work) &&
           (request->key_count == 0 || sort_matching(request, selection)) &&
           copy_page(request, selection);
}
