/* The facets of a search: how many of its results have each meeting, year, topic and person, and
 * the choice among them. Only for the thread of one searcher.
 *
 * The counts of a facet ignore what is chosen in this facet, but not what is chosen in others. So
 * the count of a value is the number of results when it is chosen instead.
 */
#pragma once

#include "subjects/record_subjects.h"

struct work;

enum {
    SEARCH_CHOSEN_MAX = 8,  /* values chosen in one facet */
    SEARCH_COUNTED_MAX = 20 /* values of one facet */
};

/* The number of a value that no record has. */
#define SEARCH_NUMBER_NONE ((UINT32_C(1) << SEARCH_SUBJECT_SHIFT) - 1)

/* The values by which a search is narrowed: a result has one of those of each facet that has any.
 */
struct search_choice {
    unsigned types; /* a set of TARGET(type) */
    struct {
        uint32_t numbers[SEARCH_CHOSEN_MAX]; /* ordinals, or years */
        size_t count;
    } facets[SEARCH_FACET_COUNT];
};

/* The most frequent values of the facets, the most frequent first; equal ones by their numbers. */
struct search_facets {
    struct {
        struct search_counted {
            uint32_t number;
            uint32_t count;
        } at[SEARCH_COUNTED_MAX];
        size_t count;
    } facets[SEARCH_FACET_COUNT];
};

/* The counters of a searcher; all zeros before the first search. */
struct facet_counters {
    uint32_t *counts[SEARCH_FACET_COUNT]; /* by number */
    search_subject *touched;              /* whose counts are not 0 */
    size_t touched_count, touched_capacity;
    bool failed; /* out of memory */
};

/* Prepares to count. Returns false if out of memory. */
bool facet_counters_begin(struct facet_counters *counters, const struct search_subjects *subjects);

/* Counts a hit: in all facets if it meets the choice, in one if it meets all but that. Sets
 * *ret_counts_type to true if it meets the choice of the facets, whatever its type. Returns true if
 * it is a result. */
bool facet_counters_add(struct facet_counters *counters, const struct search_choice *choice,
                        const struct search_subjects *subjects, size_t type, uint32_t ordinal,
                        struct work *work, bool *ret_counts_type);

/* Ends counting: stores the most frequent values, and resets the counters. Returns false if out of
 * memory. */
bool facet_counters_end(struct facet_counters *counters, struct search_facets *ret_facets);

void facet_counters_finish(struct facet_counters *counters);
