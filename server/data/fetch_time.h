/* Computes when to fetch a remote again, with pure functions.
 *
 * Times are milliseconds of the monotonic clock (base/monotonic_clock.h). `random` is a number of
 * 32 random bits; it spreads the requests of servers that run the same configuration.
 */
#pragma once

#include <stdint.h>

/* A time that never comes. */
#define FETCH_TIME_NEVER INT64_MAX

enum {
    FETCH_RETRY_MILLISECONDS = 1000,          /* the back-off after the first failure */
    FETCH_RETRY_MILLISECONDS_MAX = 60 * 1000, /* the longest back-off */
    FETCH_RETRY_AFTER_SECONDS_MAX = 3600      /* the longest Retry-After that counts */
};

/* Returns when to fetch again after a remote has answered: `refresh_seconds` from now, plus or
 * minus a tenth, or FETCH_TIME_NEVER if `refresh_seconds` is 0. */
int64_t fetch_time_after_answer(int64_t now, long refresh_seconds, uint32_t random);

/* Returns when to fetch again after `failures` failures in a row, at least 1: exponential back-off
 * with jitter. The wait is FETCH_RETRY_MILLISECONDS, doubled for each further failure up to
 * FETCH_RETRY_MILLISECONDS_MAX; its second half is random. It is at least `retry_after` seconds
 * (RFC 9110, section 10.2.3; 0 if the remote sent none), limited to FETCH_RETRY_AFTER_SECONDS_MAX.
 */
int64_t fetch_time_after_failure(int64_t now, unsigned failures, long retry_after, uint32_t random);
