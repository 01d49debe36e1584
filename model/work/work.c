#include "work/work.h"

#include <time.h>

/* The units between two readings of the clock: about a millisecond, so that reading it costs
 * little. */
#define WORK_BETWEEN_LOOKS WORK_MILLION

int64_t work_clock(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

void work_begin(struct work *work, uint64_t allowed, uint64_t trial)
{
    *work = (struct work){.limit = trial && trial < allowed ? trial : allowed,
                          .allowed = allowed,
                          .deadline = work_clock() + WORK_SECONDS_MAX * INT64_C(1000000000)};
    work->next_look = work->limit < WORK_BETWEEN_LOOKS ? work->limit + 1 : WORK_BETWEEN_LOOKS;
}

bool work_look(struct work *work)
{
    if (work->spent > work->limit || work_clock() > work->deadline)
        work->used_up = true;
    if (work->used_up) {
        work->next_look = 0;
        return false;
    }
    work->next_look = work->limit - work->spent < WORK_BETWEEN_LOOKS
                          ? work->limit + 1
                          : work->spent + WORK_BETWEEN_LOOKS;
    return true;
}

uint64_t work_of_sorting(size_t records, size_t keys)
{
    uint64_t comparisons = records;
    for (size_t rest = records; rest > 1; rest /= 2)
        comparisons += records;
    return comparisons * keys * WORK_COMPARISON;
}

void work_set_filter(struct work *work, const char *parameter)
{
    if (!work)
        return;
    const uint64_t now = work->by_purpose[WORK_FILTERS];
    if (work->filter && now - work->filter_began > work->chief_filter_units) {
        work->chief_filter = work->filter;
        work->chief_filter_units = now - work->filter_began;
    }
    work->filter = parameter;
    work->filter_began = now;
}

bool work_affords(const struct work *work, uint64_t units)
{
    return !work || (work->spent <= work->allowed && units <= work->allowed - work->spent);
}

bool work_is_costly(const struct work *work)
{
    return work_is_used_up(work) && work->limit < work->allowed;
}

bool work_begin_shared(struct work *work, uint64_t units)
{
    if (!work)
        return true;
    work->shared += units;
    if (work->limit == work->allowed || work->shared <= work->limit)
        return true;
    work->used_up = true;
    work->next_look = 0;
    return false;
}

void work_end_shared(struct work *work, int64_t began)
{
    if (work)
        work->deadline += work_clock() - began;
}

enum work_purpose work_chief_purpose(const struct work *work)
{
    enum work_purpose chief = WORK_SEARCH;
    for (int i = WORK_SEARCH + 1; i < WORK_PURPOSE_COUNT; i++)
        if (work->by_purpose[i] > work->by_purpose[chief])
            chief = (enum work_purpose)i;
    return chief;
}
