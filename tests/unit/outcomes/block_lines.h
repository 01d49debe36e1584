/* Lets a test write one block on each line, with marks that say how the block is read. */
#pragma once

#include <stddef.h>

/* Reads blocks, and writes the decisions as list_decisions() does. A line may begin with marks of
 * its block, in this order: "!" struck out, "~" narrative, "%" taken, "^" listed, "&" joined, "="
 * its first line is a bold title; then "# " a heading, "- ", "-- " or "--- " an entry, "| " a row
 * with its cells between " | ", "**" bold, "[N] " the speaker. "---" is a rule. "\v" divides the
 * first line of a paragraph from the others. Rows that follow each other are one table. */
void describe_blocks(const char *lines, char *found, size_t size);
