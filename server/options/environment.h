/* The variables of the environment that set options. */
#pragma once

#include "options/options.h"

#include <stdio.h>

/* Reads HOST, PORT and the variables of all flags but lists; to be called before the command line
 * is read, which wins. An empty variable counts as unset. Returns false, with the reason written to
 * `errors`, if a value is wrong. */
bool environment_read(struct options *options, FILE *errors);

/* Reads the variables of the lists that the command line has left empty, cut at their commas.
 * Returns false, with the reason written to `errors`, if a value is wrong. */
bool environment_read_lists(struct options *options, FILE *errors);
