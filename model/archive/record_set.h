/* A set of records of one type: a bit for each, by its ordinal.
 *
 * Sorted lists of ordinals lose to bits if filters leave many records. CRoaring's bitmaps, prepared
 * for every value, intersect two filters in a third to a tenth of the time
 * (tests/tools/bench/sets.c), but they do not survive a failed allocation (its issue 630), and the
 * gain is small beside the rendering of a page: the set of the largest type of a million records
 * takes 50 KB, and value_index.h keeps the unions.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct record_set {
    uint64_t *words;
    size_t size; /* the ordinals may be 0 to size - 1 */
};

/* Initialises an empty set. Returns false if out of memory. */
bool record_set_init(struct record_set *set, size_t size);
void record_set_finish(struct record_set *set);

static inline void record_set_add(struct record_set *set, uint32_t ordinal)
{
    set->words[ordinal / 64] |= UINT64_C(1) << ordinal % 64;
}

static inline bool record_set_has(const struct record_set *set, uint32_t ordinal)
{
    return set->words[ordinal / 64] >> ordinal % 64 & 1;
}

/* Change a set by another of the same size. */
void record_set_unite(struct record_set *set, const struct record_set *other);
void record_set_intersect(struct record_set *set, const struct record_set *other);

/* Reports whether two sets of the same size are equal. */
bool record_set_equal(const struct record_set *left, const struct record_set *right);

/* Replaces the set by the ordinals that it did not hold. */
void record_set_complement(struct record_set *set);

size_t record_set_count(const struct record_set *set);

/* Stores the ordinals of the set in ascending order, without the first `skip`, at most `max`.
 * Returns how many. */
size_t record_set_list(const struct record_set *set, size_t skip, uint32_t *ret_ordinals,
                       size_t max);
