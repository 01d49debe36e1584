/* What the program does, by command; each returns the exit status. */
#pragma once

#include "base/exit_status.h"
#include "options/options.h"

/* Loads the data and answers requests until SIGTERM or SIGINT. */
int command_serve(const struct options *options);

/* Says all that is wrong with data files, on standard error. */
int command_check(const struct options *options);

/* Prints the schema of data files. */
int command_schema(const struct options *options);

/* Loads the data and prints the description of the service that a server would give of itself. */
int command_openapi(const struct options *options);

/* Loads the data and writes all that a server would answer without parameters into a folder. */
int command_export(const struct options *options);

/* Asks a server, by default the one that the options describe, whether it is ready. */
int command_ready(const struct options *options);
