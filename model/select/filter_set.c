#include "select/filter_set.h"

#include "work/work.h"

#include <assert.h>

/* The filters of a set that are still to be met: bit i stands for filters[i]. */
struct filter_set {
    const struct filter *filters;
    size_t count;
    uint64_t wanted;
    struct filter_keys *keys;
    struct work *work; /* or NULL */
};

static bool has_filter(const struct filter_set *set, size_t i)
{
    return set->wanted >> i & 1;
}

static bool leads_through(const struct filter *filter, size_t step)
{
    return filter->path.count > step + 1 && filter->path.steps[step].field->kind == FIELD_OBJECT;
}

/* Returns the wanted filters that lead through the same objects as filters[first] at a step. All
 * wanted filters have the same steps before. */
static struct filter_set same_objects(const struct filter_set *set, size_t first, size_t step)
{
    struct filter_set same = {set->filters, set->count, UINT64_C(1) << first, set->keys, set->work};
    const struct field *field = set->filters[first].path.steps[step].field;
    if (!leads_through(&set->filters[first], step))
        return same;
    for (size_t i = first + 1; i < set->count; i++)
        if (has_filter(set, i) && leads_through(&set->filters[i], step) &&
            set->filters[i].path.steps[step].field == field)
            same.wanted |= UINT64_C(1) << i;
    return same;
}

/* Reports whether there are several filters, and one of them needs an object. */
static bool is_combined(const struct filter_set *set)
{
    size_t filters = 0, positive = 0;
    for (size_t i = 0; i < set->count; i++) {
        filters += has_filter(set, i);
        positive += has_filter(set, i) && !filter_is_negative(&set->filters[i]);
    }
    return filters > 1 && positive > 0;
}

static bool filter_set_match_members(const struct filter_set *set, size_t step,
                                     const struct members *members);

static bool match_same_object(const struct filter_set *set, size_t first, size_t step,
                              const struct members *members)
{
    const struct field_path *path = &set->filters[first].path;
    const struct value *value = members_value(members, path->steps[step].position);
    size_t count;
    const struct value *items = record_items(path->steps[step].field, value, &count);
    for (size_t i = 0; i < count; i++)
        if (items[i].count && filter_set_match_members(set, step + 1, items[i].members))
            return true;
    return false;
}

static bool match_each(const struct filter_set *set, size_t step, const struct members *members)
{
    for (size_t i = 0; i < set->count; i++) {
        if (!has_filter(set, i))
            continue;
        work_set_filter(set->work, set->filters[i].parameter);
        if (!filter_matches_members(&set->filters[i], step, members, set->keys, set->work))
            return false;
    }
    return true;
}

/* Matches the wanted filters from a step on, of which `members` has the fields. */
static bool filter_set_match_members(const struct filter_set *set, size_t step,
                                     const struct members *members)
{
    struct filter_set rest = *set;
    for (size_t i = 0; i < set->count; i++) {
        if (!has_filter(&rest, i))
            continue;
        const struct filter_set same = same_objects(&rest, i, step);
        rest.wanted &= ~same.wanted;
        if (!(is_combined(&same) ? match_same_object(&same, i, step, members)
                                 : match_each(&same, step, members)))
            return false;
    }
    return true;
}

static struct filter_set filter_set_of(const struct filter *filters, size_t count,
                                       struct filter_keys *keys, struct work *work)
{
    assert(count <= FILTER_SET_MAX);
    return (struct filter_set){filters, count,
                               count == FILTER_SET_MAX ? UINT64_MAX : (UINT64_C(1) << count) - 1,
                               keys, work};
}

bool filter_set_matches(const struct filter *filters, size_t count, const struct record *record,
                        struct filter_keys *keys, struct work *work)
{
    const struct filter_set set = filter_set_of(filters, count, keys, work);
    return filter_set_match_members(&set, 0, record->members);
}

bool filter_set_combines(const struct filter *filters, size_t count, const struct filter *filter)
{
    const struct filter_set set = filter_set_of(filters, count, NULL, NULL);
    const size_t place = (size_t)(filter - filters);
    for (size_t i = 0; i <= place; i++) {
        const struct filter_set same = same_objects(&set, i, 0);
        if (has_filter(&same, place))
            return is_combined(&same);
    }
    return false;
}
