/* The sections of the page of a meeting. Private to the folder. */
#pragma once

#include "record_parts/record_parts.h"

/* Writes the proposals of a meeting with the records that they take up. Returns false, and writes
 * nothing, if they take up none or are too many for a picture. */
bool flow_write(struct record_page *page, const struct record *const *proposals, size_t count);

/* Writes the actions of a meeting as rows: the open ones first, by the dates on which they are due.
 */
void actions_write(struct record_page *page, const struct relation *relation,
                   const struct record *const *actions, size_t count);

/* Reports whether nothing more is to be done for an action. */
bool action_is_closed(const struct record *action);

/* Reports whether a record says that something came out of the meeting: it is not a decision that
 * has the result "none". */
bool meeting_is_outcome(const struct record *record);

/* Writes the programme of a meeting: a timetable, or a list of its sessions, agenda items or
 * papers. */
void programme_write(struct record_page *page);

/* Writes the people of a meeting, grouped by whether they came. */
void people_write(struct record_page *page);

/* Writes a person as an item of a list. `attendance` says how the person took part; it may be NULL.
 */
void attendee_write(struct record_page *page, const struct record *person,
                    const struct members *attendance);

/* Returns the field of a person that names the represented organization; NULL if it has no value.
 */
const struct field *person_find_representing(const struct record *person);

/* Writes what speakers said on the subjects of the meeting, side by side. Writes nothing if there
 * is no subject on which several spoke. */
void positions_write(struct record_page *page);

/* Writes what the meeting left open: deferred decisions and those without a result, the number of
 * proposals on which nothing was decided, actions that are not done, and questions without an
 * answer. Writes nothing if there is nothing. */
void open_write(struct record_page *page);

/* Writes a question as an item of a list: its words, its place and speaker, and its source. */
void question_write(struct record_page *page, const struct record *question);
