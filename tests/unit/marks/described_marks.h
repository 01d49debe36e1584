/* The marks of a sentence as a line of text. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Writes all marks of a sentence, which is spoken or written. */
void describe_marks(const char *text, bool spoken, char *found, size_t size);
