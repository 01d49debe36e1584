/* Loading an archive from its sources, with all that is wrong with them on standard error. */
#pragma once

#include "archive/archive.h"
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

/* Loads the sources of `remotes`, which must be complete, with a progress bar on a terminal, and
 * makes the archive searchable. Returns EXIT_DONE, and *ret_archive is the caller's; otherwise the
 * reason is in *ret_report and on standard error. If `ret_archive` is NULL, the sources are only
 * checked. */
enum exit_status load_archive(const struct remotes *remotes, struct load_report *ret_report,
                              struct archive **ret_archive);

/* Like load_archive, for a command that loads only once: fetches what is remote first. */
enum exit_status load_once(const struct options *options, const char *const *data,
                           size_t data_count, struct archive **ret_archive);
