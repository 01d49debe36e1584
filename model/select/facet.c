#include "select/facet.h"

#include <stdlib.h>

/* While values are offered and there are as many as are kept, `counts` is a heap whose root is the
 * one that has to go first. */

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

static bool grow(struct facet *facet)
{
    const size_t capacity = facet->capacity ? facet->capacity * 2 : 32;
    struct facet_count *counts = realloc(facet->counts, capacity * sizeof *counts);
    if (!counts)
        return false;
    facet->counts = counts;
    facet->capacity = capacity;
    return true;
}

/* Whether one stands before another in the end. */
static bool precedes(const struct facet_count *left, const struct facet_count *right)
{
    return left->count > right->count ||
           (left->count == right->count && left->place < right->place);
}

/* Lets what is at a place sink below all that it precedes. */
static void sink(struct facet *facet, size_t place)
{
    struct facet_count *counts = facet->counts;
    for (size_t least = place;; place = least) {
        for (size_t child = 2 * place + 1; child <= 2 * place + 2 && child < facet->count; child++)
            if (precedes(&counts[least], &counts[child]))
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
        if (precedes(&counted, &facet->counts[0])) {
            facet->counts[0] = counted;
            sink(facet, 0);
        }
        return true;
    }
    if (facet->count == facet->capacity && !grow(facet))
        return false;
    facet->counts[facet->count++] = counted;
    if (facet->count == FACET_VALUES_MAX)
        for (size_t place = facet->count / 2; place-- > 0;)
            sink(facet, place);
    return true;
}

static int compare_counts(const void *left, const void *right)
{
    return precedes(left, right) ? -1 : 1;
}

void facet_sort(struct facet *facet)
{
    if (facet->count)
        qsort(facet->counts, facet->count, sizeof *facet->counts, compare_counts);
}
