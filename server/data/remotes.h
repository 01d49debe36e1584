/* What --data names, paths and URLs in their order, and when each URL is asked again.
 *
 * An origin is asked when it is due: once at the start; then every --refresh seconds, a tenth more
 * or less, so that many servers do not ask at once; after a failure in a second, and in twice as
 * long after each further one up to a ceiling, half of it left to chance; and not before the time
 * that the origin itself names.
 *
 * Of each the newest copy that came whole is kept in memory. It is not written to the state folder
 * before a load with it has ended well, so what is there can always be served. Where the folder has
 * a copy at the start, it is served at once, and the origin asked right after.
 *
 * One thread does it all; origins_write_checks may be called by any.
 */
#pragma once

#include "archive/archive.h"
#include "base/buffer.h"
#include "data/remote.h"

#include <pthread.h>

struct origin {
    const char *url;
    struct archive_source *source;
    struct origin_copy copy; /* no body before the first is there */
    bool proven; /* a load with it has ended well, and it is in the state folder if there is one */
    int64_t due; /* in milliseconds of CLOCK_MONOTONIC; INT64_MAX is never */
    unsigned failures; /* since it last answered */
    /* For people, under the lock: */
    char trouble[ORIGIN_REASON_MAX]; /* why it did not answer last time, or "" */
    size_t asked, renewed;
    bool from_state; /* the copy is of before the start, and the origin has not answered since */
    bool there;      /* there is a copy */
};

struct origins {
    const struct options *options;
    CURL *curl;
    bool once;                      /* nothing is asked again */
    struct archive_source *sources; /* all data, in their order */
    size_t source_count;
    struct origin *at;
    size_t count;
    pthread_mutex_t lock;
};

/* Takes the data apart, which stay the caller's, and reads the state folder. False, with what is
 * wrong on standard error, where it cannot; origins_finish in either case. */
bool origins_init(struct origins *origins, const struct options *options, const char *const *data,
                  size_t data_count);
void origins_finish(struct origins *origins);

/* Asks those that are due; at the start, before the first load, only those of which there is no
 * copy. Whether any has sent a new one. Writes a line to standard error for each that fails. */
bool origins_fetch(struct origins *origins, bool without_copy_only);

/* Whether there is a copy of each. */
bool origins_complete(const struct origins *origins);

/* What to load, valid until the next fetch. */
const struct archive_source *origins_sources(const struct origins *origins, size_t *ret_count);

/* To be told how a load of all that ended: what is proven by it goes into the state folder. */
void origins_settle(struct origins *origins, bool well);

/* Makes all due. */
void origins_make_due(struct origins *origins);

/* How long until one is due, for poll(2): -1 is for ever. */
int origins_wait_milliseconds(const struct origins *origins);

/* A line for each origin, as struct server_status wants them. */
void origins_write_checks(struct origins *origins, struct buffer *out);
