/* The programme of a meeting as a schedule: the XML that pentabarf began and that frab, pretalx and
 * others write, and its JSON of version 1 (https://c3voc.de/wiki/schedule). Programs for
 * conferences read them: apps for visitors, recording teams, displays in rooms.
 *
 * A paper with a time becomes an event. It is on the day of the session that contains it, if this
 * session has a day and no room, else on its own day; and in the room of its session, else its own.
 * What model/schedules reads of a file that is written here are the same records again, as far as
 * the format can hold them; docs/schedules.md says what it cannot.
 *
 * May include: http, markup.
 */
#pragma once

#include "archive/archive.h"
#include "base/json_writer.h"

struct work;

struct programme_output {
    struct buffer *out;
    struct json_writer *json; /* writes to `out` */
    const struct archive *archive;
    struct work *work; /* that the events spend; or NULL */
};

/* Reports whether a meeting has a programme: a paper that can be an event, and no more papers than
 * PROGRAMME_PAPERS_MAX. */
bool programme_is_available(const struct archive *archive, const struct record *meeting);

/* Write the programme of a meeting, which has one. Set out->failed if out of memory, and end early
 * if the work is used up. */
void programme_write_xml(const struct programme_output *output, const struct record *meeting);
void programme_write_json(const struct programme_output *output, const struct record *meeting);

enum {
    PROGRAMME_PAPERS_MAX = 10000 /* of a meeting, so that the file fits in an answer */
};
