/* Environment variables that set options. */
#pragma once

#include "options/options.h"

#include <stdio.h>

/* Reads HOST, PORT and the variables of all flags except lists. Call it before the command line is
 * parsed, which overrides them. An empty variable counts as unset. Returns false, with the reason
 * written to `errors`, if a value is wrong. */
bool environment_read(struct options *options, FILE *errors);

/* Reads the variables of the list flags that the command line does not set: values separated by
 * commas. Returns false, with the reason written to `errors`, if a value is wrong. */
bool environment_read_lists(struct options *options, FILE *errors);

/* Logs a warning for each variable whose name is nearly that of a flag: a mistyped one would
 * otherwise have no effect without a word. Other names that begin with RAPPORTEUR_ may be those of
 * container platforms. */
void environment_warn_of_mistyped(void);
