/* The manual page and the completions of shells, which the build writes from the tables behind
 * --help. Only the program print_manual, which is not installed, has this folder.
 *
 * May include: options.
 */
#pragma once

#include "manual/flag_text.h"

#include <stdio.h>

/* Writes the manual page in mdoc. `date` is that of the release, YYYY-MM-DD. Returns false if it is
 * not such a date. */
bool manual_page_write(const char *date, FILE *out);

/* Write the completions. Each offers all commands and flags, the words of flags that have a choice,
 * and files or folders if the argument is one. */
void bash_completion_write(FILE *out);
void zsh_completion_write(FILE *out);
void fish_completion_write(FILE *out);

/* Prints what the arguments after the name of the program ask for: "man YYYY-MM-DD", "bash", "zsh"
 * or "fish". Returns the exit status of the program: 2, with its usage written to `errors`, if they
 * are none of these, and 1 if `out` cannot be written. */
int manual_print(int argc, char **argv, FILE *out, FILE *errors);
