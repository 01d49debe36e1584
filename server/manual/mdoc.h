/* Text as mdoc, the macros of manual pages. */
#pragma once

#include <stddef.h>
#include <stdio.h>

/* Writes `size` bytes, such that mdoc reads nothing in them as a macro or an escape. */
void mdoc_escape(const char *text, size_t size, FILE *out);

/* Writes a text as lines. A new one begins after each sentence, as mdoc wants it, and before a word
 * that would make a line too long. Line breaks of the text are spaces. */
void mdoc_text(const char *text, FILE *out);

/* Writes the operands of a usage, such as "[serve] [FLAGS]", as macros: the first word is a
 * command. */
void mdoc_usage(const char *usage, FILE *out);
