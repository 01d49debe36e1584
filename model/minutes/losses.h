/* Warnings of minutes that were read only in part. */
#pragma once

#include "minutes/minutes_private.h"

/* Warns if a meeting has no item of the agenda, or if its text has a label of an attendance of
 * which nothing was read. */
void losses_warn_meeting(struct minutes *minutes);

/* Warns if a large share of the lines of a file became nothing. */
void losses_warn_lines(const struct minutes *file);
