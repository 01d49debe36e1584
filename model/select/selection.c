#include "select/selection.h"
#include "select/value_indexes.h"
#include "work/work.h"

#include <stdlib.h>

/* The most records of a list that is scanned, because that takes less time than making sets. */
enum {
    SCANNED_MAX = 256
};

static bool select_records(const struct selection_request *request, struct selection *selection)
{
    if (request->count > SCANNED_MAX && selection_by_index(request, selection))
        return true;
    return !work_is_used_up(request->work) && selection_by_scan(request, selection);
}

bool selection_make(const struct selection_request *request, struct selection *ret_selection)
{
    struct selection selection = {
        .selector = request->selector, .type = request->type, .work = request->work};
    if (!select_records(request, &selection)) {
        selection_finish(&selection);
        return false;
    }
    *ret_selection = selection;
    return true;
}

void selection_finish(struct selection *selection)
{
    free(selection->page);
    free(selection->matching);
    record_set_finish(&selection->set);
}

static size_t count_entries(const struct selection *selection, const struct value_index *index,
                            uint32_t group)
{
    size_t count = 0;
    if (!selection->set.words)
        return value_index_size(index, group);
    for (uint32_t i = index->groups[group].first; i < index->groups[group + 1].first; i++)
        count += record_set_has(&selection->set, index->entries[i]);
    return count;
}

/* Counts the selected records of neighbouring groups, each once. `seen` is empty, before and after.
 */
static size_t count_different(const struct selection *selection, const struct value_index *index,
                              uint32_t first, uint32_t end, struct record_set *seen)
{
    size_t count = 0;
    const uint32_t *entries = index->entries;
    for (uint32_t i = index->groups[first].first; i < index->groups[end].first; i++)
        if ((!selection->set.words || record_set_has(&selection->set, entries[i])) &&
            !record_set_has(seen, entries[i])) {
            record_set_add(seen, entries[i]);
            count++;
        }
    for (uint32_t i = index->groups[first].first; i < index->groups[end].first; i++)
        record_set_remove(seen, entries[i]);
    return count;
}

/* Offers the spellings of one text as its most frequent spelling; of equal ones the first. */
static bool offer_spellings(const struct selection *selection, const struct value_index *index,
                            uint32_t first, uint32_t end, struct record_set *seen,
                            struct facet *facet)
{
    uint32_t best = first;
    size_t best_count = 0;
    for (uint32_t group = first; group < end; group++) {
        const size_t count = count_entries(selection, index, group);
        best = count > best_count ? group : best;
        best_count = count > best_count ? count : best_count;
    }
    if (end > first + 1 && best_count)
        best_count = count_different(selection, index, first, end, seen);
    return !best_count || facet_offer(facet, index->groups[best].value, best_count);
}

static bool offer_groups(const struct selection *selection, const struct value_index *index,
                         struct facet *facet)
{
    struct record_set seen;
    if (!record_set_init(&seen, index->record_count))
        return false;
    bool offered = true;
    for (uint32_t group = 0, end; offered && group < index->group_count; group = end) {
        for (end = group + 1; end < index->group_count && index->groups[end].same_text;)
            end++;
        offered = offer_spellings(selection, index, group, end, &seen, facet);
    }
    record_set_finish(&seen);
    return offered;
}

static bool count_groups(const struct selection *selection, const struct value_index *index,
                         struct facet *facet)
{
    const uint64_t entries = index->groups[index->group_count].first;
    if (!work_spend(selection->work, WORK_FACETS,
                    entries * WORK_ENTRY + index->group_count * (uint64_t)WORK_VALUE) ||
        !offer_groups(selection, index, facet))
        return false;
    facet_sort(facet);
    return true;
}

/* Creates an index for one facet: of the selected records if they are an array, else of all
 * records, because there is no room for a further shared index. Spends its work, as no other
 * request shares it. Returns NULL if the work is used up, or if out of memory. */
static struct value_index *create_temporary_index(const struct selection *selection,
                                                  const struct field_path *path)
{
    const struct record *const *records = selection->matching;
    size_t count = selection->total;
    if (!records)
        records = archive_all(selector_archive(selection->selector), selection->type, &count);
    return work_spend(selection->work, WORK_FACETS, value_index_work(path, records, count))
               ? value_index_create(path, records, count, NULL)
               : NULL;
}

bool selection_count_values(const struct selection *selection, const struct field_path *path,
                            struct facet *ret_facet)
{
    struct facet facet;
    struct value_index *own = NULL;
    const struct value_index *index =
        selection->matching ? NULL
                            : value_indexes_get(selector_indexes(selection->selector),
                                                selection->type, path, selection->work);
    if (!index && !work_is_used_up(selection->work))
        index = own = create_temporary_index(selection, path);
    facet_init(&facet);
    const bool counted = index && count_groups(selection, index, &facet);
    value_index_destroy(own);
    if (counted)
        *ret_facet = facet;
    else
        facet_finish(&facet);
    return counted;
}
