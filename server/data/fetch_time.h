/* When a remote is fetched again: pure functions of the time, what happened, and chance.
 *
 * Times are milliseconds of the monotonic clock (base/monotonic_clock.h). `random` is any number
 * of 32 random bits; it spreads the requests of many servers that run the same configuration.
 */
#pragma once

#include <stdint.h>

/* A time that never comes. */
#define FETCH_TIME_NEVER INT64_MAX

enum {
    FETCH_RETRY_MILLISECONDS = 1000,          /* the back-off after the first failure */
    FETCH_RETRY_MILLISECONDS_MAX = 60 * 1000, /* and at most */
    FETCH_RETRY_AFTER_SECONDS_MAX = 3600      /* of the remote's own wishes */
};

/* Returns when to fetch again after a remote has answered: `refresh_seconds` from now, a tenth
 * more or less, or FETCH_TIME_NEVER if `refresh_seconds` is 0. */
int64_t fetch_time_after_answer(int64_t now, long refresh_seconds, uint32_t random);

/* Returns when to fetch again after `failures` failures in a row, at least 1: exponential back-off
 * with jitter. The wait is FETCH_RETRY_MILLISECONDS, doubled for each further failure up to
 * FETCH_RETRY_MILLISECONDS_MAX, of which the second half is random. It is never shorter than
 * `retry_after` seconds (RFC 9110, section 10.2.3; 0 if the remote sent none), of which at most
 * FETCH_RETRY_AFTER_SECONDS_MAX count. */
int64_t fetch_time_after_failure(int64_t now, unsigned failures, long retry_after, uint32_t random);
