/* Loads an archive from its sources, and writes their faults to standard error. */
#pragma once

#include "answer/snapshot_data.h"
#include "base/exit_status.h"
#include "data/remotes.h"
#include "saved/record_counts.h"

enum {
    LOAD_FAULT_MAX = 512
};

/* A summary of the faults of a load. */
struct load_report {
    size_t faults;
    size_t warnings;
    char first_fault[LOAD_FAULT_MAX]; /* "FILE:LINE: POINTER: MESSAGE", or "out of memory", or "" */
    int64_t nanoseconds;              /* from the beginning of the load to its end */
    bool remotes_only;                /* true if all faults are in data from remotes */
    bool exhausted;                   /* true if descriptors for a file were missing */
    struct record_counts counts;      /* of the archive, if the load succeeded */
};

/* Loads sources, with a progress bar on a terminal.
 * Returns EXIT_DONE if it succeeds, and the caller finishes *ret_data. Otherwise writes the faults
 * to *ret_report and to standard error. If `ret_data` is NULL, only checks the sources, and writes
 * the warnings to standard error, too. */
enum exit_status load_sources(const struct load_source *sources, size_t count,
                              struct load_report *ret_report, struct snapshot_data *ret_data);

/* Like load_sources, for a command that loads only once. Fetches the remotes first. If it only
 * checks, also warns of data that a server with the same --state would refuse (shrinkage.h), and
 * with `options->strict` returns EXIT_WRONG_DATA for data with warnings. */
enum exit_status load_once(const struct options *options, const char *const *data,
                           size_t data_count, struct snapshot_data *ret_data);
