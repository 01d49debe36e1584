#include "subjects/facets.h"

#include "base/array.h"
#include "work/work.h"

#include <stdlib.h>

enum {
    NUMBER_MASK = SEARCH_NUMBER_NONE,
    NO_FACET = SEARCH_FACET_COUNT
};

bool facet_counters_begin(struct facet_counters *counters, const struct search_subjects *subjects)
{
    counters->failed = false;
    for (int facet = 0; facet < SEARCH_FACET_COUNT; facet++) {
        const size_t range = search_subjects_range(subjects, (enum search_facet)facet);
        if (!counters->counts[facet])
            counters->counts[facet] = calloc(range + 1, sizeof *counters->counts[facet]);
        if (!counters->counts[facet])
            return false;
    }
    return true;
}

static void count_subject(struct facet_counters *counters, search_subject subject)
{
    uint32_t *count = &counters->counts[subject >> SEARCH_SUBJECT_SHIFT][subject & NUMBER_MASK];
    if (*count) {
        ++*count;
        return;
    }
    search_subject *touched = array_reserve(counters->touched, &counters->touched_capacity,
                                            counters->touched_count + 1, sizeof *touched);
    counters->failed |= !touched;
    if (!touched)
        return;
    counters->touched = touched;
    touched[counters->touched_count++] = subject;
    *count = 1;
}

/* Reports whether one of the subjects is chosen in a facet. */
static bool meets(const struct search_choice *choice, int facet, const search_subject *subjects,
                  size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < choice->facets[facet].count; j++)
            if (subjects[i] ==
                ((search_subject)facet << SEARCH_SUBJECT_SHIFT | choice->facets[facet].numbers[j]))
                return true;
    return false;
}

bool facet_counters_add(struct facet_counters *counters, const struct search_choice *choice,
                        const struct search_subjects *subjects, size_t type, uint32_t ordinal,
                        struct work *work, bool *ret_counts_type)
{
    size_t count, missed_count = 0;
    int missed = NO_FACET;
    const search_subject *of = search_subjects_of(subjects, type, ordinal, &count);
    const bool typed = choice->types & TARGET(type);
    for (int facet = 0; facet < SEARCH_FACET_COUNT; facet++)
        if (choice->facets[facet].count && !meets(choice, facet, of, count)) {
            missed = facet;
            missed_count++;
        }
    *ret_counts_type = !missed_count;
    for (size_t i = 0; typed && missed_count < 2 && i < count; i++)
        if (!missed_count || (int)(of[i] >> SEARCH_SUBJECT_SHIFT) == missed)
            count_subject(counters, of[i]);
    work_spend(work, WORK_FACETS, count * WORK_ENTRY);
    return typed && !missed_count;
}

/* Inserts a value among the most frequent ones. */
static void offer(struct search_facets *facets, search_subject subject, uint32_t count)
{
    const int facet = (int)(subject >> SEARCH_SUBJECT_SHIFT);
    const struct search_counted counted = {subject & NUMBER_MASK, count};
    struct search_counted *at = facets->facets[facet].at;
    size_t place = facets->facets[facet].count;
    for (; place > 0 &&
           (at[place - 1].count < counted.count ||
            (at[place - 1].count == counted.count && at[place - 1].number > counted.number));
         place--)
        if (place < SEARCH_COUNTED_MAX)
            at[place] = at[place - 1];
    if (place == SEARCH_COUNTED_MAX)
        return;
    at[place] = counted;
    if (facets->facets[facet].count < SEARCH_COUNTED_MAX)
        facets->facets[facet].count++;
}

bool facet_counters_end(struct facet_counters *counters, struct search_facets *ret_facets)
{
    *ret_facets = (struct search_facets){0};
    for (size_t i = 0; i < counters->touched_count; i++) {
        const search_subject subject = counters->touched[i];
        uint32_t *count = &counters->counts[subject >> SEARCH_SUBJECT_SHIFT][subject & NUMBER_MASK];
        offer(ret_facets, subject, *count);
        *count = 0;
    }
    counters->touched_count = 0;
    return !counters->failed;
}

void facet_counters_finish(struct facet_counters *counters)
{
    for (int facet = 0; facet < SEARCH_FACET_COUNT; facet++)
        free(counters->counts[facet]);
    free(counters->touched);
}
