/* Finds the groups whose values meet a filter, and the records that have these values.
 *
 * If equal and neighbouring values meet the filter together, as numbers and texts do, binary search
 * finds the range of groups. Otherwise (dates, which overlap; parts of texts; references to several
 * types or by number) each group's value is compared, and neighbouring groups are added as one
 * range.
 */
#include "archive/value_order.h"
#include "schema/kind.h"
#include "schema/targets.h"
#include "select/value_index.h"
#include "unicode/collation.h"
#include "work/work.h"

#include <string.h>

/* Adds the entries from `first` to before `end`: whole chunks by their sets, others singly. */
static void add_entries(const struct value_index *index, struct record_set *set, size_t first,
                        size_t end)
{
    const size_t size = index->chunk_size;
    while (first < end) {
        const size_t chunk = first / size;
        if (first % size == 0 && first + size <= end && chunk < index->chunk_count) {
            record_set_unite(set, &index->chunks[chunk]);
            first += size;
            continue;
        }
        const size_t stop = (chunk + 1) * size < end ? (chunk + 1) * size : end;
        for (; first < stop; first++)
            record_set_add(set, index->entries[first]);
    }
}

static void add_groups(const struct value_index *index, struct record_set *set, size_t first,
                       size_t end)
{
    add_entries(index, set, index->groups[first].first, index->groups[end].first);
}

/* An operand that is searched among the groups. */
struct group_search {
    const struct value_index *index;
    const struct filter_operand *operand;
    struct value_order order;
    struct buffer
        fold; /* the beginning of the keys of the operand's fold, if the field is folded */
};

/* Returns false if out of memory. */
static bool group_search_init(struct group_search *search, const struct value_index *index,
                              const struct filter_operand *operand)
{
    *search = (struct group_search){.index = index, .operand = operand};
    value_order_init(&search->order, index->path.end);
    buffer_init(&search->fold, SIZE_MAX);
    return !kind_is_folded(index->path.end->kind) ||
           collation_key_append_fold(operand->text, operand->length, &search->fold);
}

/* Returns false if a comparison was out of memory. */
static bool group_search_finish(struct group_search *search)
{
    const bool made = !search->order.failed && !search->fold.failed;
    value_order_finish(&search->order);
    buffer_finish(&search->fold);
    return made;
}

static int compare_group(struct group_search *search, const struct value_group *group)
{
    const struct field *field = search->index->path.end;
    return kind_is_folded(field->kind)
               ? value_order_compare_fold(&search->order, group->key, group->value, &search->fold)
               : filter_operand_compare(field, group->value, search->operand, NULL);
}

/* Returns the first group whose value is not below the operand, or with `above` is above it. */
static size_t find_group_bound(struct group_search *search, bool above)
{
    size_t low = 0, count = search->index->group_count;
    while (count > 0) {
        const size_t half = count / 2;
        const int order = compare_group(search, &search->index->groups[low + half]);
        if (order < 0 || (above && order == 0)) {
            low += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return low;
}

static void match_range(struct group_search *search, enum filter_comparison comparison,
                        struct record_set *set)
{
    const struct value_index *index = search->index;
    const bool above = comparison == FILTER_GREATER || comparison == FILTER_LESS_OR_EQUAL;
    const size_t bound = find_group_bound(search, above);
    switch (comparison) {
    case FILTER_GREATER:
    case FILTER_GREATER_OR_EQUAL:
        add_groups(index, set, bound, index->group_count);
        break;
    case FILTER_LESS:
    case FILTER_LESS_OR_EQUAL:
        add_groups(index, set, 0, bound);
        break;
    default:
        add_groups(index, set, bound, find_group_bound(search, true));
    }
}

/* Returns false if out of memory. */
static bool match_one_range(const struct value_index *index, enum filter_comparison comparison,
                            const struct filter_operand *operand, struct record_set *set)
{
    struct group_search search;
    const bool begun = group_search_init(&search, index, operand);
    if (begun)
        match_range(&search, comparison, set);
    return group_search_finish(&search) && begun;
}

/* If the work is used up, the result is not used. */
static bool group_matches(const struct value_index *index, const struct filter *filter,
                          size_t group, struct work *work)
{
    const struct value *value = index->groups[group].value;
    if (!index->bounds || filter->comparison >= FILTER_CONTAINS)
        return filter_accepts(filter, index->path.end, value, NULL, work);
    filter_spend(filter, value, work);
    for (size_t i = 0; i < filter->operand_count; i++)
        if (filter_compare_dates(filter->comparison, &index->bounds[group],
                                 &filter->operands[i].date))
            return true;
    return false;
}

/* Adds each run of groups whose values meet the filter. */
static void match_each_group(const struct value_index *index, const struct filter *filter,
                             struct work *work, struct record_set *set)
{
    size_t first = 0;
    for (size_t group = 0; group < index->group_count && !work_is_used_up(work); group++) {
        if (group_matches(index, filter, group, work))
            continue;
        add_groups(index, set, first, group);
        first = group + 1;
    }
    add_groups(index, set, first, index->group_count);
}

/* Returns true if the values that meet the filter with one operand are neighbours in the order of
 * values. */
static bool matches_range(const struct value_index *index, const struct filter *filter)
{
    const struct field *field = index->path.end;
    if (filter->comparison >= FILTER_CONTAINS || field->kind == FIELD_DATE)
        return false;
    for (size_t i = 0; i < filter->operand_count; i++)
        if (filter->operands[i].by_number)
            return false;
    return field->kind != FIELD_REFERENCE || !targets_are_several(field->targets);
}

/* Returns false if out of memory. */
static bool match_operands(const struct value_index *index, const struct filter *filter,
                           struct work *work, struct record_set *set)
{
    const bool by_range = matches_range(index, filter);
    bool made = true;
    if (!by_range)
        match_each_group(index, filter, work, set);
    for (size_t i = 0; made && by_range && i < filter->operand_count; i++)
        made = match_one_range(index, filter->comparison, &filter->operands[i], set);
    if (filter->comparison == FILTER_NOT)
        record_set_complement(set);
    return made;
}

/* Counts an entry for each record of the type, because a set of it is made and searched, and it has
 * about as many entries. */
bool value_index_match(const struct value_index *index, const struct filter *filter,
                       struct work *work, struct record_set *set)
{
    if (!work_spend(work, WORK_FILTERS,
                    index->record_count * WORK_ENTRY + filter->operand_count * WORK_TEST))
        return false;
    if (filter->comparison == FILTER_IS_NULL) {
        add_groups(index, set, 0, index->group_count);
        if (filter->operands[0].integer)
            record_set_complement(set);
        return true;
    }
    return match_operands(index, filter, work, set) && !work_is_used_up(work);
}
