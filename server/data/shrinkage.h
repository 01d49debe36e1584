/* Data that hold far fewer records than before, as an incomplete export does. They are published
 * only if the operator says that this is meant: with --allow-shrink, with a file beside the data,
 * or with SIGHUP twice within a minute. Data without any record need this even at the start. */
#pragma once

#include "options/options.h"
#include "saved/record_counts.h"

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    SHRINKAGE_LEAST = 10, /* a collection with fewer records may lose any number of them */
    SHRINKAGE_SIGNALS_MILLISECONDS = 60 * 1000, /* between the two SIGHUP */
    SHRINKAGE_TEXT_MAX = 512
};

/* What shrank. `collection` is NULL if there is no record at all. */
struct shrinkage {
    const char *collection;
    size_t before, after;
};

/* Finds a collection of SHRINKAGE_LEAST or more records that has fewer than half of them now.
 * Reports one for each archive without records. Returns false if there is none. */
bool shrinkage_find(const struct record_counts *before, const struct record_counts *now,
                    struct shrinkage *ret_shrinkage);

/* The last refusal after SIGHUP, which a second one overrules. All zeros at first. */
struct shrinkage_guard {
    char refused[SHA256_TEXT_BYTES]; /* version of the data */
    int64_t refused_at;              /* in milliseconds of the monotonic clock */
};

/* A load that is to be published. */
struct shrinkage_load {
    const struct options *options;
    const char *version; /* SHA-256 of the data */
    size_t signals;      /* SIGHUP that caused the load */
    int64_t now;         /* in milliseconds of the monotonic clock */
    bool is_first;       /* true if nothing is served yet */
    struct shrinkage shrinkage;
};

/* Reports whether shrunken data may be published; logs why. If not, writes the reason to
 * `reason`, too. */
bool shrinkage_guard_permits(struct shrinkage_guard *guard, const struct shrinkage_load *load,
                             char reason[SHRINKAGE_TEXT_MAX]);

/* Finds the file that permits the data of a file or folder to shrink: PATH.allow-shrink beside a
 * file, .allow-shrink or any NAME.allow-shrink in a folder. Returns false if there is none. */
bool shrinkage_find_permission(const char *path, char ret_permission[PATH_MAX]);

/* Reports whether a file permits that the data of these paths shrink, and writes its path. URLs
 * have none. */
bool shrinkage_is_permitted(const char *const *data, size_t count, char ret_permission[PATH_MAX]);
