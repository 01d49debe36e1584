/* The text of --help. */
#pragma once

#include <stdio.h>

/* Writes all commands, and all flags with their environment variables. */
void help_write(FILE *out);
