/* Readers of formats of data as targets: what a draft promises after any input. */
#pragma once

#include "import/import.h"
#include "input.h"

/* Checks a draft: it is refused with a reason, or its records are valid JSON. */
void imported_check(const struct draft *draft);

/* Reads an input as a file of a format, and checks the draft. Returns 0. */
int imported_read(const char *format, const char *name, const uint8_t *data, size_t size);
