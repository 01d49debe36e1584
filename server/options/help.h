/* The text of --help. */
#pragma once

#include <stdio.h>

/* Writes the commands, and all flags with their variables. */
void help_write(FILE *out);
