/* Descriptions of flags and commands for the manual page and for shells. */
#pragma once

#include "options/options.h"

#include <stdbool.h>
#include <stdio.h>

enum argument_kind {
    ARGUMENT_NONE,
    ARGUMENT_TEXT, /* a shell cannot complete it */
    ARGUMENT_FILE,
    ARGUMENT_FOLDER,
    ARGUMENT_WORD /* one of the words that argument_words_write writes */
};

enum argument_kind argument_kind(const struct flag *flag);
enum argument_kind operand_kind(const struct command_entry *entry);

/* Writes the words that the argument of a flag can be, separated by spaces. */
void argument_words_write(const struct flag *flag, FILE *out);

enum {
    SUMMARY_BYTES = 128
};

/* Writes the beginning of a flag's documentation, in one line and without what is in parentheses:
 * up to the first semicolon or colon. */
void flag_summary(const struct flag *flag, char summary[SUMMARY_BYTES]);

/* Writes the names of the commands whose operands are of a kind, separated by `separator`. Returns
 * their number. */
size_t commands_write(enum argument_kind kind, const char *separator, FILE *out);
