/* The data that the options name, loaded for a command that answers from them. */
#pragma once

#include "archive.h"
#include "commands.h"

/* Loads the data and makes them searchable, showing on a terminal how far it has come. EXIT_DONE,
 * and *ret_archive is the caller's; else what is wrong has been written to standard error. */
enum exit_status load_data(const struct options *options, struct archive **ret_archive);
