/* What the program writes to standard error, caught in a pipe. */
#pragma once

/* Catches standard error from now on, until the process of the test ends. */
void caught_errors_begin(void);

/* Returns what was written since the last call, or since caught_errors_begin; it is valid until the
 * next call. */
const char *caught_errors(void);
