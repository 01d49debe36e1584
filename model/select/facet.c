/* From the FACET_VALUES_MAX-th value on, `counts` is a binary heap whose root is the least frequent
 * count in it: a more frequent value that is offered replaces the root, and sinks to its place.
 */
#include "select/facet.h"

#include "base/array.h"

#include <stdlib.h>

bool facet_applies(const struct field *field)
{
    return field->kind != FIELD_OBJECT;
}

void facet_init(struct facet *facet)
{
    *facet = (struct facet){.counts = NULL};
}

void facet_finish(struct facet *facet)
{
    free(facet->counts);
    facet_init(facet);
}

/* Returns true if `left` is sorted before `right`. */
static bool facet_count_precedes(const struct facet_count *left, const struct facet_count *right)
{
    return left->count > right->count ||
           (left->count == right->count && left->position < right->position);
}

/* Restores the heap below `place`: moves the count there below all counts that it precedes. */
static void facet_sink(struct facet *facet, size_t place)
{
    struct facet_count *counts = facet->counts;
    for (size_t least = place;; place = least) {
        for (size_t child = 2 * place + 1; child <= 2 * place + 2 && child < facet->count; child++)
            if (facet_count_precedes(&counts[least], &counts[child]))
                least = child;
        if (least == place)
            return;
        const struct facet_count sunk = counts[place];
        counts[place] = counts[least];
        counts[least] = sunk;
    }
}

bool facet_offer(struct facet *facet, const struct value *value, size_t count)
{
    const struct facet_count counted = {value, count, facet->offered++};
    if (facet->count == FACET_VALUES_MAX) {
        if (facet_count_precedes(&counted, &facet->counts[0])) {
            facet->counts[0] = counted;
            facet_sink(facet, 0);
        }
        return true;
    }
    struct facet_count *counts =
        array_reserve(facet->counts, &facet->capacity, facet->count + 1, sizeof *counts);
    if (!counts)
        return false;
    facet->counts = counts;
    counts[facet->count++] = counted;
    if (facet->count == FACET_VALUES_MAX)
        for (size_t place = facet->count / 2; place-- > 0;)
            facet_sink(facet, place);
    return true;
}

static int facet_compare_counts(const void *left, const void *right)
{
    return facet_count_precedes(left, right) ? -1 : 1;
}

void facet_sort(struct facet *facet)
{
    if (facet->count)
        qsort(facet->counts, facet->count, sizeof *facet->counts, facet_compare_counts);
}
