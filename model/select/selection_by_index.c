/* Selection by index, for long lists: the filters, the list and the search become sets of records,
 * which are intersected; the orders of the keys give the page. */
#include "select/filter_set.h"
#include "select/order_cache.h"
#include "select/selection.h"
#include "select/value_indexes.h"
#include "work/work.h"

#include <stdlib.h>
#include <string.h>

/* Returns all records of the type, by ordinal. */
static const struct record *const *all_of_type(const struct selection_request *request,
                                               size_t *ret_count)
{
    return archive_all(selector_archive(request->selector), request->type, ret_count);
}

static size_t size_of_type(const struct selection_request *request)
{
    size_t count;
    all_of_type(request, &count);
    return count;
}

static const struct value_index *index_of(const struct selection_request *request,
                                          const struct field_path *path)
{
    return value_indexes_get(selector_indexes(request->selector), request->type, path,
                             request->work);
}

/* Adds the list to the set. Returns false if the order of the list is needed and is not that of the
 * ordinals, in which a set has its records. */
static bool add_list(const struct selection_request *request, struct record_set *set)
{
    bool ordered = true;
    for (size_t i = 0; i < request->count; i++) {
        const uint32_t ordinal = request->records[i]->ordinal;
        ordered &= i == 0 || request->records[i - 1]->ordinal < ordinal;
        record_set_add(set, ordinal);
    }
    return ordered || request->key_count > 0;
}

/* Intersects `set`, which without `words` has all records, with `other`, which it takes. */
static void narrow_set(struct record_set *set, struct record_set *other)
{
    if (!set->words) {
        *set = *other;
        return;
    }
    record_set_intersect(set, other);
    record_set_finish(other);
}

static bool narrow_to_list(const struct selection_request *request, struct record_set *set)
{
    size_t size;
    struct record_set list;
    if (request->records == all_of_type(request, &size))
        return true;
    if (!record_set_init(&list, size))
        return false;
    if (request->members)
        record_set_unite(&list, request->members);
    else if (!add_list(request, &list)) {
        record_set_finish(&list);
        return false;
    }
    narrow_set(set, &list);
    return true;
}

static bool narrow_to_found(const struct selection_request *request, struct record_set *set)
{
    struct record_set found;
    if (!request->searched)
        return true;
    if (!record_set_init(&found, size_of_type(request)))
        return false;
    for (size_t i = 0; i < request->found_count; i++)
        record_set_add(&found, request->found[i]);
    narrow_set(set, &found);
    return true;
}

static bool narrow_by_filter(const struct selection_request *request, const struct filter *filter,
                             struct record_set *set)
{
    struct record_set matching;
    const struct value_index *index = index_of(request, &filter->path);
    work_set_filter(request->work, filter->parameter);
    if (!index || !record_set_init(&matching, size_of_type(request)))
        return false;
    const bool matched = value_index_match(index, filter, request->work, &matching);
    narrow_set(set, &matching);
    return matched;
}

/* Removes the records that meet filters on the same objects with different objects. Returns false
 * if out of memory. */
static bool narrow_to_same_objects(const struct selection_request *request, struct record_set *set)
{
    size_t count;
    struct filter_keys keys;
    const struct record *const *all = all_of_type(request, &count);
    filter_keys_init(&keys);
    for (uint32_t i = 0; i < count && !work_is_used_up(request->work); i++)
        if (record_set_has(set, i) && !filter_set_matches(request->filters, request->filter_count,
                                                          all[i], &keys, request->work))
            record_set_remove(set, i);
    return filter_keys_finish(&keys);
}

/* Narrows the set by the index of each filter. A negative filter that asks about the same object as
 * others has no set of its own. */
static bool narrow_by_filters(const struct selection_request *request, bool *ret_combined,
                              struct record_set *set)
{
    for (size_t i = 0; i < request->filter_count; i++) {
        const struct filter *filter = &request->filters[i];
        const bool combined = filter_set_combines(request->filters, request->filter_count, filter);
        *ret_combined |= combined;
        if (combined && filter_is_negative(filter))
            continue;
        if (!narrow_by_filter(request, filter, set))
            return false;
    }
    return true;
}

static bool narrow_by_all(const struct selection_request *request, struct record_set *set)
{
    bool combined = false;
    if (!narrow_by_filters(request, &combined, set) || !narrow_to_list(request, set) ||
        !narrow_to_found(request, set))
        return false;
    if (combined && set->words && !narrow_to_same_objects(request, set))
        return false;
    return !work_is_used_up(request->work);
}

/* Finds the index of each key. Returns false if there is no memory for one. */
static bool find_ordering(const struct selection_request *request, struct ordering *ordering)
{
    const struct field *id = &request->type->fields.at[0];
    const struct field_path id_path = {.steps = {{id, 0}}, .count = 1, .end = id};
    const struct value_index *ids = index_of(request, &id_path);
    if (!ids)
        return false;
    ordering->id_ranks = ids->ranks;
    ordering->count = request->key_count;
    for (size_t i = 0; i < request->key_count; i++) {
        const struct sort_key *key = &request->keys[i];
        ordering->descending[i] = key->descending;
        ordering->indexes[i] = index_of(request, &key->path);
        if (!ordering->indexes[i])
            return false;
    }
    return true;
}

/* Stores a page in the order of the ordinals. */
static size_t list_page(const struct selection_request *request, const struct record_set *set,
                        size_t total, uint32_t *ordinals)
{
    const size_t left = request->offset < total ? total - (size_t)request->offset : 0;
    const size_t count = left < request->limit ? left : request->limit;
    if (set)
        return count ? record_set_list(set, (size_t)request->offset, ordinals, count) : 0;
    for (size_t i = 0; i < count; i++)
        ordinals[i] = (uint32_t)(request->offset + i);
    return count;
}

/* Orders all selected records, and adds that to the cache for the pages that are requested next. */
static bool cache_order(const struct selection_request *request, const struct ordering *ordering,
                        const struct record_set *set, size_t total)
{
    size_t count;
    uint32_t *ordinals = malloc((total + 1) * sizeof *ordinals);
    if (ordinals && ordering_page(ordering, set, total, 0, total, NULL, ordinals, &count)) {
        order_cache_add(selector_orders(request->selector), ordering, set, ordinals, total);
        return true;
    }
    free(ordinals);
    return false;
}

/* Stores a page in the order of the keys. Only deep pages use the cache; each counts the work of
 * ordering all records, whether or not the cache has their order. */
static bool order_page(const struct selection_request *request, const struct record_set *set,
                       size_t total, uint32_t *ordinals, size_t *ret_count)
{
    struct ordering ordering;
    struct order_cache *cache = selector_orders(request->selector);
    const size_t offset = request->offset < total ? (size_t)request->offset : total;
    if (!find_ordering(request, &ordering))
        return false;
    if (!ordering_is_deep(&ordering, set, total, offset))
        return ordering_page(&ordering, set, total, offset, request->limit, request->work, ordinals,
                             ret_count);
    if (!work_spend(request->work, WORK_ORDER, ordering_work(&ordering, total)))
        return false;
    if (order_cache_page(cache, &ordering, set, total, offset, request->limit, ordinals, ret_count))
        return true;
    if (cache_order(request, &ordering, set, total) &&
        order_cache_page(cache, &ordering, set, total, offset, request->limit, ordinals, ret_count))
        return true;
    return ordering_page(&ordering, set, total, offset, request->limit, NULL, ordinals, ret_count);
}

static bool find_page(const struct selection_request *request, const struct record_set *set,
                      size_t total, uint32_t *ordinals, size_t *ret_count)
{
    if (request->key_count)
        return order_page(request, set, total, ordinals, ret_count);
    *ret_count = list_page(request, set, total, ordinals);
    return true;
}

/* Finds the page and stores its records in the selection. */
static bool fill_page(const struct selection_request *request, const struct record_set *set,
                      struct selection *selection)
{
    size_t count;
    const struct record *const *all = all_of_type(request, &count);
    uint32_t *ordinals = malloc((request->limit + 1) * sizeof *ordinals);
    const struct record **page = malloc((request->limit + 1) * sizeof *page);
    const bool found = ordinals && page &&
                       find_page(request, set, selection->total, ordinals, &selection->page_count);
    for (size_t i = 0; found && i < selection->page_count; i++)
        page[i] = all[ordinals[i]];
    free(ordinals);
    if (found)
        selection->page = page;
    else
        free(page);
    return found;
}

bool selection_by_index(const struct selection_request *request, struct selection *selection)
{
    struct record_set set = {NULL, 0};
    if (!narrow_by_all(request, &set)) {
        record_set_finish(&set);
        return false;
    }
    selection->total = set.words ? record_set_count(&set) : request->count;
    if (!fill_page(request, set.words ? &set : NULL, selection)) {
        record_set_finish(&set);
        return false;
    }
    selection->set = set;
    return true;
}
