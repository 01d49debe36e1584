/* The sources in tests/cases/import, and their results. */
#pragma once

#include "import/import.h"

/* Returns the draft of a source, which the caller destroys. Fails the test if it has no format. */
struct draft *import_case_draft(const struct draft_source *source);

/* Reads a source, and returns the result as text: its warnings, its records, and its lines with the
 * records that they became; or why it has no format. The caller frees it. */
char *import_case_result(const char *name, const char *text);

/* Calls `check` with the name of each source in a folder of tests/cases/import, which is then the
 * working directory. */
void import_case_visit(const char *folder, void (*check)(const char *name));
