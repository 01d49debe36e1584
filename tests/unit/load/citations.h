/* Counts the cited lines of a record, for tests of whole records. */
#pragma once

#include <jansson.h>

/* Adds 1 to counts[line] for each line that a citation in `json` contains. Fails the test if a
 * citation is not a range of lines, is longer than `range_max` or ends after line `lines`. `counts`
 * has `lines` + 1 members. */
void citations_count(json_t *json, int lines, int range_max, int *counts);
