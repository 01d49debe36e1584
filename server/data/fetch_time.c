#include "data/fetch_time.h"

int64_t fetch_time_after_answer(int64_t now, long refresh_seconds, uint32_t random)
{
    const int64_t wait = (int64_t)refresh_seconds * 1000;
    if (wait == 0)
        return FETCH_TIME_NEVER;
    return now + wait - wait / 10 + random % (wait / 5 + 1);
}

static int64_t back_off_milliseconds(unsigned failures)
{
    int64_t wait = FETCH_RETRY_MILLISECONDS;
    while (--failures > 0 && wait < FETCH_RETRY_MILLISECONDS_MAX)
        wait *= 2;
    return wait < FETCH_RETRY_MILLISECONDS_MAX ? wait : FETCH_RETRY_MILLISECONDS_MAX;
}

int64_t fetch_time_after_failure(int64_t now, unsigned failures, long retry_after, uint32_t random)
{
    const int64_t half = back_off_milliseconds(failures) / 2;
    const int64_t wait = half + random % (half + 1);
    const int64_t requested =
        retry_after < FETCH_RETRY_AFTER_SECONDS_MAX ? retry_after : FETCH_RETRY_AFTER_SECONDS_MAX;
    return now + (wait < requested * 1000 ? requested * 1000 : wait);
}
