/* The text of --help, and those of its parts that are not in the tables of commands and flags. */
#pragma once

#include <stddef.h>
#include <stdio.h>

struct help_line {
    const char *term, *meaning;
};

extern const char help_purpose[];            /* of the program, as a noun phrase */
extern const struct help_line help_asking[]; /* --version and --help */
extern const size_t help_asking_count;
extern const struct help_line help_examples[]; /* command lines */
extern const size_t help_example_count;
extern const struct help_line help_statuses[]; /* exit statuses */
extern const size_t help_status_count;

/* Writes all commands, and all flags with their environment variables. */
void help_write(FILE *out);
