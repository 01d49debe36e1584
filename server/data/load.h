/* Loading an archive from its sources, with all that is wrong with them on standard error. */
#pragma once

#include "answer/snapshot_data.h"
#include "base/exit_status.h"
#include "data/remotes.h"

enum {
    LOAD_FAULT_MAX = 512
};

/* What was wrong, in short. */
struct load_report {
    size_t faults;
    char first_fault[LOAD_FAULT_MAX]; /* "FILE:LINE: POINTER: MESSAGE", or "out of memory", or "" */
    bool remotes_only;                /* every fault is in what a remote sent */
};

/* Loads the sources of `remotes`, which must be complete, with a progress bar on a terminal.
 * Returns EXIT_DONE, and the caller finishes *ret_data; otherwise the reason is in *ret_report and
 * on standard error. If `ret_data` is NULL, the sources are only checked. */
enum exit_status load_sources(const struct remotes *remotes, struct load_report *ret_report,
                              struct snapshot_data *ret_data);

/* Like load_sources, for a command that loads only once: fetches what is remote first. */
enum exit_status load_once(const struct options *options, const char *const *data,
                           size_t data_count, struct snapshot_data *ret_data);
