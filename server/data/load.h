/* The data that the options name, loaded for a command that answers from them. */
#pragma once

#include "archive/archive.h"
#include "base/exit_status.h"
#include "data/remotes.h"

/* What was wrong with the data, in short. */
struct load_report {
    size_t faults;
    char first_fault[512]; /* "FILE:LINE: POINTER: MESSAGE", or why it could not be loaded, or "" */
    bool of_origins;       /* nothing is wrong but what origins have sent */
};

/* Loads what the origins, which are complete, have, showing on a terminal how far it has come, and
 * makes it searchable unless `ret_archive` is NULL. EXIT_DONE, and *ret_archive is the caller's;
 * else what is wrong has been written to standard error. */
enum exit_status load_sources(const struct origins *origins, struct load_report *ret_report,
                              struct archive **ret_archive);

/* The same, once, for data some of which may have to be fetched first; where `ret_archive` is NULL
 * they are only checked. */
enum exit_status load_data(const struct options *options, const char *const *data,
                           size_t data_count, struct archive **ret_archive);
