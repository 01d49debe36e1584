/* Loads an archive from its sources, and writes their faults to standard error. */
#pragma once

#include "answer/snapshot_data.h"
#include "base/exit_status.h"
#include "data/remotes.h"

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
};

/* Loads the sources of `remotes`, which must be complete, with a progress bar on a terminal.
 * Returns EXIT_DONE if it succeeds, and the caller finishes *ret_data. Otherwise writes the faults
 * to *ret_report and to standard error. If `ret_data` is NULL, only checks the sources, and writes
 * the warnings to standard error, too. */
enum exit_status load_sources(const struct remotes *remotes, struct load_report *ret_report,
                              struct snapshot_data *ret_data);

/* Like load_sources, for a command that loads only once. Fetches the remotes first. If it
 * only checks and `options->strict`, returns EXIT_WRONG_DATA for data with warnings. */
enum exit_status load_once(const struct options *options, const char *const *data,
                           size_t data_count, struct snapshot_data *ret_data);
