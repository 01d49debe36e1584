/* What the parser of schedules in JSON does besides reading members by their names. Private to
 * model/schedules. */
#pragma once

#include "conference/schedule.h"

/* Gives the events of a schedule that Sessionize wrote what `top`, the whole export, has in lists
 * of their own. */
void sessionize_finish(struct schedule *schedule, const json_t *top);
