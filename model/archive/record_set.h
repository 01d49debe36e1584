/* A set of records of one type: a bit for each, by its ordinal.
 *
 * Why not CRoaring, or sorted lists of ordinals: sorted lists lose to both where conditions leave
 * many records. CRoaring's bitmaps, made beforehand for every value, meet two conditions in a third
 * to a tenth of the time (tests/tools/bench/sets.c), but do not survive a failed allocation (its
 * issue 630), and what there is to win is small beside the rendering of a page: the largest type of
 * a million records takes 50 KB, of which value_index.h keeps the unions.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct record_set {
    uint64_t *words;
    size_t size; /* ordinals that may be in it: 0 to size - 1 */
};

/* An empty set. False when out of memory. */
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

/* Changes a set by another of the same size. */
void record_set_unite(struct record_set *set, const struct record_set *other);
void record_set_intersect(struct record_set *set, const struct record_set *other);

/* Of sets of the same size. */
bool record_set_equal(const struct record_set *left, const struct record_set *right);

/* What was not in it. */
void record_set_complement(struct record_set *set);

size_t record_set_count(const struct record_set *set);

/* Stores the ordinals from the one that `skip` others precede on, at most `max`, in ascending
 * order; returns how many. */
size_t record_set_list(const struct record_set *set, size_t skip, uint32_t *ret_ordinals,
                       size_t max);
