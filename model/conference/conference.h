/* The schedule of a conference in a form that is the same for all formats, and the records that it
 * becomes.
 *
 * The readers of model/schedules fill a struct schedule (schedule.h), and schedule_draft makes
 * records of it: a conference becomes a meeting (schedule_draft.c); a day a session
 * (schedule_days.c), and each room on that day a session in it (schedule_sessions.c); an event a
 * paper (schedule_papers.c); a speaker a person (schedule_people.c); a track a topic. So the same
 * schedule gives the same records from each format.
 *
 * May include: base, unicode, values, html, schema, draft.
 */
#pragma once

#include "conference/plain_text.h"
#include "conference/schedule.h"
#include "conference/schedule_time.h"
