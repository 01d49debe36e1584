#include "select/ordering.h"

#include "work/work.h"

#include <stdlib.h>
#include <string.h>

/* A record that is sorted. qsort passes no context, so each element refers to it. */
struct sorted_ordinal {
    uint32_t ordinal;
    uint32_t first_key;
    const struct ordering *ordering;
};

/* Compares two records by their ranks: groups are in the order of their values, and the last group
 * has the records without a value. */
static int compare_by_rank(const struct value_index *index, bool descending, uint32_t left,
                           uint32_t right)
{
    const uint32_t a = index->ranks[left], b = index->ranks[right];
    const bool a_missing = a == index->group_count, b_missing = b == index->group_count;
    if (a_missing || b_missing)
        return a_missing - b_missing;
    const int order = (a > b) - (a < b);
    return descending ? -order : order;
}

static int compare_sorted_ordinals(const void *left, const void *right)
{
    const struct sorted_ordinal *a = left, *b = right;
    const struct ordering *ordering = a->ordering;
    for (size_t i = a->first_key; i < ordering->count; i++) {
        const int order =
            compare_by_rank(ordering->indexes[i], ordering->descending[i], a->ordinal, b->ordinal);
        if (order)
            return order;
    }
    const uint32_t a_rank = ordering->id_ranks[a->ordinal], b_rank = ordering->id_ranks[b->ordinal];
    return (a_rank > b_rank) - (a_rank < b_rank);
}

/* Sorts by the keys from `first_key` on, and then by id. Returns false if out of memory. */
static bool ordering_sort(const struct ordering *ordering, uint32_t first_key, uint32_t *ordinals,
                          size_t count)
{
    struct sorted_ordinal *sorted = malloc((count + 1) * sizeof *sorted);
    if (!sorted)
        return false;
    for (size_t i = 0; i < count; i++)
        sorted[i] = (struct sorted_ordinal){ordinals[i], first_key, ordering};
    qsort(sorted, count, sizeof *sorted, compare_sorted_ordinals);
    for (size_t i = 0; i < count; i++)
        ordinals[i] = sorted[i].ordinal;
    free(sorted);
    return true;
}

/* A page while it is filled, group after group. */
struct page_fill {
    const struct ordering *ordering;
    const struct record_set *set;
    size_t skip; /* members that are still to be skipped before the page */
    size_t limit;
    uint32_t *ordinals;
    size_t count;
    struct work *work;
    bool failed; /* true if out of memory, or if the work is used up */
};

static size_t count_members(const struct page_fill *fill, const uint32_t *entries, size_t size)
{
    size_t count = 0;
    if (!fill->set || !work_spend(fill->work, WORK_ORDER, size * WORK_ENTRY))
        return size;
    for (size_t i = 0; i < size; i++)
        count += record_set_has(fill->set, entries[i]);
    return count;
}

/* Appends members in the order of the entries, without the first `skip`; `set` has the members,
 * NULL if all entries are members. */
static void page_fill_append(struct page_fill *fill, const uint32_t *entries, size_t size,
                             const struct record_set *set)
{
    size_t i = 0;
    if (!set) {
        i = fill->skip;
        fill->skip = 0;
    }
    for (; i < size && fill->count < fill->limit; i++) {
        if (set && !record_set_has(set, entries[i]))
            continue;
        if (fill->skip)
            fill->skip--;
        else
            fill->ordinals[fill->count++] = entries[i];
    }
    work_spend(fill->work, WORK_ORDER, i * WORK_ENTRY);
}

/* Does the same for the members of a group that further keys sort. */
static void page_fill_append_sorted(struct page_fill *fill, const uint32_t *entries, size_t size,
                                    size_t members)
{
    const size_t keys = fill->ordering->count;
    if (!work_spend(fill->work, WORK_ORDER, work_of_sorting(members, keys)))
        return;
    uint32_t *group = malloc((members + 1) * sizeof *group);
    size_t count = 0;
    for (size_t i = 0; group && i < size; i++)
        if (!fill->set || record_set_has(fill->set, entries[i]))
            group[count++] = entries[i];
    if (group && ordering_sort(fill->ordering, 1, group, count))
        page_fill_append(fill, group, count, NULL);
    else
        fill->failed = true;
    free(group);
}

static void page_fill_append_group(struct page_fill *fill, uint32_t group)
{
    const struct value_index *index = fill->ordering->indexes[0];
    const uint32_t *entries = index->entries + index->groups[group].first;
    const size_t size = value_index_size(index, group);
    if (fill->ordering->count == 1 && fill->skip < size) {
        page_fill_append(fill, entries, size, fill->set);
        return;
    }
    const size_t members = count_members(fill, entries, size);
    if (fill->skip >= members)
        fill->skip -= members;
    else
        page_fill_append_sorted(fill, entries, size, members);
}

/* Returns the group of the entry at `place`; the entry has a value. */
static uint32_t group_at(const struct value_index *index, size_t place)
{
    uint32_t low = 0, count = index->group_count;
    while (count > 1) {
        const uint32_t half = count / 2;
        if (index->groups[low + half].first <= place)
            low += half;
        count -= half;
    }
    return low;
}

/* If every record is a member, skips the groups before the page: returns how many of them there are
 * in the key's direction, and takes their entries off `skip`. */
static uint32_t page_fill_skip_groups(struct page_fill *fill)
{
    const struct value_index *index = fill->ordering->indexes[0];
    const size_t present = index->groups[index->group_count].first;
    const bool descending = fill->ordering->descending[0];
    if (fill->set || fill->skip == 0)
        return 0;
    if (fill->skip >= present) {
        fill->skip -= present;
        return index->group_count;
    }
    const uint32_t group = group_at(index, descending ? present - 1 - fill->skip : fill->skip);
    const uint32_t before = descending ? index->group_count - 1 - group : group;
    fill->skip -=
        descending ? present - index->groups[group + 1].first : index->groups[group].first;
    return before;
}

static void page_fill_by_walking(struct page_fill *fill)
{
    const struct value_index *index = fill->ordering->indexes[0];
    const bool descending = fill->ordering->descending[0];
    const uint32_t last = index->group_count;
    for (uint32_t i = page_fill_skip_groups(fill);
         i <= last && fill->count < fill->limit && !work_is_used_up(fill->work); i++)
        page_fill_append_group(fill, descending && i < last ? last - 1 - i : i);
}

/* Sorts all members and cuts the page. Returns false if out of memory. */
static bool page_fill_by_sorting(struct page_fill *fill, size_t total)
{
    if (!work_spend(fill->work, WORK_ORDER, work_of_sorting(total, fill->ordering->count)))
        return false;
    uint32_t *members = malloc((total + 1) * sizeof *members);
    const bool sorted = members && record_set_list(fill->set, 0, members, total) == total &&
                        ordering_sort(fill->ordering, 0, members, total);
    if (sorted)
        page_fill_append(fill, members, total, NULL);
    free(members);
    return sorted;
}

/* Returns how many entries a walk visits until it has found `wanted` members, if the members are
 * spread evenly. */
static size_t estimate_walk(const struct ordering *ordering, size_t total, size_t wanted)
{
    const size_t entries = ordering->indexes[0]->record_count;
    return wanted < total ? entries / (total + 1) * wanted : entries;
}

/* Returns true if sorting the members costs less than walking to the end of the page: a comparison
 * takes about ten times as long as testing whether an entry is a member. */
static bool is_sorting_cheaper(const struct page_fill *fill, size_t total)
{
    const size_t visited = estimate_walk(fill->ordering, total, fill->skip + fill->limit);
    size_t comparisons = total;
    for (size_t rest = total; rest > 1; rest /= 2)
        comparisons += total;
    return fill->set && comparisons * 10 < visited;
}

/* Without a set page_fill_skip_groups finds the page. */
bool ordering_is_deep(const struct ordering *ordering, const struct record_set *set, size_t total,
                      uint64_t offset)
{
    return set && offset > 0 && offset < total &&
           estimate_walk(ordering, total, (size_t)offset) > ORDERING_DEEP;
}

uint64_t ordering_work(const struct ordering *ordering, size_t total)
{
    const struct value_index *index = ordering->indexes[0];
    const uint64_t sorting = work_of_sorting(total, ordering->count);
    uint64_t walking = index->record_count * (uint64_t)(2 * WORK_ENTRY);
    for (uint32_t group = 0; ordering->count > 1 && group <= index->group_count; group++)
        walking += work_of_sorting(value_index_size(index, group), ordering->count);
    return sorting < walking ? sorting : walking;
}

bool ordering_page(const struct ordering *ordering, const struct record_set *set, size_t total,
                   uint64_t offset, size_t limit, struct work *work, uint32_t *ret_ordinals,
                   size_t *ret_count)
{
    struct page_fill fill = {ordering, set, (size_t)offset, limit, ret_ordinals, 0, work, false};
    if (offset >= total) {
        *ret_count = 0;
        return true;
    }
    if (is_sorting_cheaper(&fill, total))
        fill.failed = !page_fill_by_sorting(&fill, total);
    else
        page_fill_by_walking(&fill);
    *ret_count = fill.count;
    return !fill.failed && !work_is_used_up(work);
}
