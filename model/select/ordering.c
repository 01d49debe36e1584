#include "select/ordering.h"

#include <stdlib.h>
#include <string.h>

/* qsort passes no context, so each element knows its ordering. */
struct ordered {
    uint32_t ordinal;
    uint32_t first_key;
    const struct ordering *ordering;
};

/* Groups are numbered in the order of their values; the last is of the records without one. */
static int compare_groups(const struct value_index *index, bool descending, uint32_t left,
                          uint32_t right)
{
    const uint32_t a = index->ranks[left], b = index->ranks[right];
    const bool a_missing = a == index->group_count, b_missing = b == index->group_count;
    if (a_missing || b_missing)
        return a_missing - b_missing;
    const int order = (a > b) - (a < b);
    return descending ? -order : order;
}

static int compare_ordered(const void *left, const void *right)
{
    const struct ordered *a = left, *b = right;
    const struct ordering *ordering = a->ordering;
    for (size_t i = a->first_key; i < ordering->count; i++) {
        const int order =
            compare_groups(ordering->indexes[i], ordering->descending[i], a->ordinal, b->ordinal);
        if (order)
            return order;
    }
    const uint32_t a_rank = ordering->id_ranks[a->ordinal], b_rank = ordering->id_ranks[b->ordinal];
    return (a_rank > b_rank) - (a_rank < b_rank);
}

/* Sorts by the keys from `first_key` on, and then by id. */
static bool sort(const struct ordering *ordering, uint32_t first_key, uint32_t *ordinals,
                 size_t count)
{
    struct ordered *ordered = malloc((count + 1) * sizeof *ordered);
    if (!ordered)
        return false;
    for (size_t i = 0; i < count; i++)
        ordered[i] = (struct ordered){ordinals[i], first_key, ordering};
    qsort(ordered, count, sizeof *ordered, compare_ordered);
    for (size_t i = 0; i < count; i++)
        ordinals[i] = ordered[i].ordinal;
    free(ordered);
    return true;
}

/* A page while it is filled, group after group. */
struct filling {
    const struct ordering *ordering;
    const struct record_set *set;
    size_t skip; /* records still to come before the page */
    size_t limit;
    uint32_t *ordinals;
    size_t count;
    bool out_of_memory;
};

static size_t count_members(const struct filling *filling, const uint32_t *entries, size_t size)
{
    size_t count = 0;
    if (!filling->set)
        return size;
    for (size_t i = 0; i < size; i++)
        count += record_set_has(filling->set, entries[i]);
    return count;
}

/* Appends the members of a group from `skip` on, in the order in which they stand. */
static void append(struct filling *filling, const uint32_t *entries, size_t size,
                   const struct record_set *set)
{
    size_t i = 0;
    if (!set) {
        i = filling->skip;
        filling->skip = 0;
    }
    for (; i < size && filling->count < filling->limit; i++) {
        if (set && !record_set_has(set, entries[i]))
            continue;
        if (filling->skip)
            filling->skip--;
        else
            filling->ordinals[filling->count++] = entries[i];
    }
}

/* The same for members that further keys order. */
static void append_sorted(struct filling *filling, const uint32_t *entries, size_t size,
                          size_t members)
{
    uint32_t *group = malloc((members + 1) * sizeof *group);
    size_t count = 0;
    for (size_t i = 0; group && i < size; i++)
        if (!filling->set || record_set_has(filling->set, entries[i]))
            group[count++] = entries[i];
    if (group && sort(filling->ordering, 1, group, count))
        append(filling, group, count, NULL);
    else
        filling->out_of_memory = true;
    free(group);
}

static void fill_from(struct filling *filling, uint32_t group)
{
    const struct value_index *index = filling->ordering->indexes[0];
    const uint32_t *entries = index->entries + index->groups[group].first;
    const size_t size = value_index_size(index, group);
    if (filling->ordering->count == 1 && filling->skip < size) {
        append(filling, entries, size, filling->set);
        return;
    }
    const size_t members = count_members(filling, entries, size);
    if (filling->skip >= members)
        filling->skip -= members;
    else
        append_sorted(filling, entries, size, members);
}

/* The group that holds the entry at a place, among all entries with a value. */
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

/* Where every record is a member, the groups before the page need not be gone through: returns how
 * many of them, in the key's direction, and takes what they hold off `skip`. */
static uint32_t skip_groups(struct filling *filling)
{
    const struct value_index *index = filling->ordering->indexes[0];
    const size_t present = index->groups[index->group_count].first;
    const bool descending = filling->ordering->descending[0];
    if (filling->set || filling->skip == 0)
        return 0;
    if (filling->skip >= present) {
        filling->skip -= present;
        return index->group_count;
    }
    const uint32_t group =
        group_at(index, descending ? present - 1 - filling->skip : filling->skip);
    const uint32_t before = descending ? index->group_count - 1 - group : group;
    filling->skip -=
        descending ? present - index->groups[group + 1].first : index->groups[group].first;
    return before;
}

static void fill_by_groups(struct filling *filling)
{
    const struct value_index *index = filling->ordering->indexes[0];
    const bool descending = filling->ordering->descending[0];
    const uint32_t last = index->group_count;
    for (uint32_t i = skip_groups(filling); i <= last && filling->count < filling->limit; i++)
        fill_from(filling, descending && i < last ? last - 1 - i : i);
}

/* Few records among many are sorted by themselves. */
static bool fill_by_sorting(struct filling *filling, size_t total)
{
    uint32_t *members = malloc((total + 1) * sizeof *members);
    const bool sorted = members && record_set_list(filling->set, 0, members, total) == total &&
                        sort(filling->ordering, 0, members, total);
    if (sorted)
        append(filling, members, total, NULL);
    free(members);
    return sorted;
}

/* How many entries are seen until those of a page up to `wanted` members are found. */
static size_t entries_seen(const struct ordering *ordering, size_t total, size_t wanted)
{
    const size_t entries = ordering->indexes[0]->record_count;
    return wanted < total ? entries / (total + 1) * wanted : entries;
}

/* Whether to sort the members costs less than to look for those of the page among all entries: a
 * comparison is about ten times as dear as to see whether an entry is a member. */
static bool is_sorting_cheaper(const struct filling *filling, size_t total)
{
    const size_t seen = entries_seen(filling->ordering, total, filling->skip + filling->limit);
    size_t comparisons = total;
    for (size_t rest = total; rest > 1; rest /= 2)
        comparisons += total;
    return filling->set && comparisons * 10 < seen;
}

/* Without a set the places of groups are known, and pages are not walked to. */
bool ordering_is_deep(const struct ordering *ordering, const struct record_set *set, size_t total,
                      uint64_t offset)
{
    return set && offset > 0 && offset < total &&
           entries_seen(ordering, total, (size_t)offset) > ORDERING_DEEP;
}

bool ordering_page(const struct ordering *ordering, const struct record_set *set, size_t total,
                   uint64_t offset, size_t limit, uint32_t *ret_ordinals, size_t *ret_count)
{
    struct filling filling = {ordering, set, (size_t)offset, limit, ret_ordinals, 0, false};
    if (offset >= total) {
        *ret_count = 0;
        return true;
    }
    if (is_sorting_cheaper(&filling, total))
        filling.out_of_memory = !fill_by_sorting(&filling, total);
    else
        fill_by_groups(&filling);
    *ret_count = filling.count;
    return !filling.out_of_memory;
}
