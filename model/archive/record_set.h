/* A set of records of one type: a bitmap indexed by ordinal.
 *
 * Bitmaps are faster than sorted lists of ordinals if filters select many records. CRoaring's
 * bitmaps, prepared for every value, intersect two filters in a third to a tenth of the time
 * (tests/tools/bench/sets.c), but crash if an allocation fails (CRoaring issue 630). The gain would
 * be small compared with the time to write a page: in an archive of a million records the set of
 * the largest type takes 50 KB, and value_index.h caches the unions.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct record_set {
    uint64_t *words;
    size_t size; /* ordinals are 0 to size - 1 */
};

/* Initialises an empty set. Returns false if out of memory. */
bool record_set_init(struct record_set *set, size_t size);

/* Frees the set; it is empty again. */
void record_set_finish(struct record_set *set);

static inline void record_set_add(struct record_set *set, uint32_t ordinal)
{
    set->words[ordinal / 64] |= UINT64_C(1) << ordinal % 64;
}

static inline void record_set_remove(struct record_set *set, uint32_t ordinal)
{
    set->words[ordinal / 64] &= ~(UINT64_C(1) << ordinal % 64);
}

static inline bool record_set_has(const struct record_set *set, uint32_t ordinal)
{
    return set->words[ordinal / 64] >> ordinal % 64 & 1;
}

/* Replace the set by its union or intersection with another set of the same size. */
void record_set_unite(struct record_set *set, const struct record_set *other);
void record_set_intersect(struct record_set *set, const struct record_set *other);

/* Reports whether two sets of the same size are equal. */
bool record_set_equal(const struct record_set *left, const struct record_set *right);

/* Replaces the set by its complement. */
void record_set_complement(struct record_set *set);

/* Returns the number of ordinals in the set. */
size_t record_set_count(const struct record_set *set);

/* Skips the first `skip` ordinals of the set and stores the next ones in ascending order, at most
 * `max`. Returns the number of stored ordinals. */
size_t record_set_list(const struct record_set *set, size_t skip, uint32_t *ret_ordinals,
                       size_t max);
