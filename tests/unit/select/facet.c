#include "select/facet.h"

#include "tries.h"

#include <criterion/criterion.h>
#include <stdlib.h>

enum {
    OFFERED_MAX = 3 * FACET_VALUES_MAX
};

struct offer {
    size_t count, position;
};

static int compare_offers(const void *left, const void *right)
{
    const struct offer *a = left, *b = right;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return (a->position > b->position) - (a->position < b->position);
}

/* Offers values with the given counts, and compares the facet with a sorted list of all offers. */
static void check_offers(size_t (*count_of)(size_t position), size_t offered)
{
    static struct value values[OFFERED_MAX];
    static struct offer offers[OFFERED_MAX];
    struct facet facet;
    facet_init(&facet);
    for (size_t i = 0; i < offered; i++) {
        offers[i] = (struct offer){count_of(i), i};
        cr_assert(facet_offer(&facet, &values[i], offers[i].count));
    }
    facet_sort(&facet);
    qsort(offers, offered, sizeof *offers, compare_offers);
    cr_expect_eq(facet.offered, offered);
    cr_assert_eq(facet.count, offered < FACET_VALUES_MAX ? offered : FACET_VALUES_MAX);
    for (size_t i = 0; i < facet.count; i++) {
        cr_assert_eq(facet.counts[i].value, &values[offers[i].position], "%zu of %zu", i, offered);
        cr_assert_eq(facet.counts[i].count, offers[i].count);
    }
    facet_finish(&facet);
}

static size_t ascending(size_t position)
{
    return position + 1;
}

static size_t descending(size_t position)
{
    return OFFERED_MAX - position;
}

static size_t equal(size_t position)
{
    (void)position;
    return 1;
}

static size_t any(size_t position)
{
    (void)position;
    return (size_t)rand() % 50 + 1;
}

Test(facet, has_the_most_frequent_values_and_the_first_of_equal_ones)
{
    static const size_t offered[] = {
        0, 1, FACET_VALUES_MAX - 1, FACET_VALUES_MAX, FACET_VALUES_MAX + 1, OFFERED_MAX};
    srand((unsigned)seed());
    for (size_t i = 0; i < sizeof offered / sizeof *offered; i++) {
        check_offers(ascending, offered[i]);
        check_offers(descending, offered[i]);
        check_offers(equal, offered[i]);
        check_offers(any, offered[i]);
    }
}
