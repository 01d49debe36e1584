/* The identifiers of meetings, events, people and tracks in a schedule.
 *
 * These are the identifiers of the record, of the schemes "guid", "id" and "code", if they have the
 * form that the format prescribes. A guid or a number that is missing is made from the id of the
 * record, so it is the same in each file.
 */
#pragma once

#include "archive/record.h"

enum {
    PROGRAMME_GUID_BYTES = 37,     /* of a UUID, with the NUL */
    PROGRAMME_KEY_BYTES = 128,     /* of an acronym or a slug, with the NUL */
    PROGRAMME_NUMBER_MAX = 1 << 30 /* above the numbers that are made */
};

/* Writes the guid of a record in lower case. Returns false if the record has none. */
bool programme_guid_find(const struct record *record, char guid[PROGRAMME_GUID_BYTES]);

/* Writes a guid that is made from the type and the id of the record (a UUID of version 8). */
void programme_guid_make(const struct record *record, char guid[PROGRAMME_GUID_BYTES]);

/* Returns the number that a record has as its "id", or 0. */
int64_t programme_number_find(const struct record *record);

/* Returns a number from 1 to PROGRAMME_NUMBER_MAX that is made from the id of the record. */
int64_t programme_number_make(const struct record *record);

/* Returns the code of a record, or NULL. `length` is the number of its letters and digits, or 0 for
 * any. */
const char *programme_code(const struct record *record, size_t length);

/* Write the acronym of a meeting as XML has it, and as JSON has it. The latter holds no hyphens. */
void programme_acronym(const struct record *meeting, char acronym[PROGRAMME_KEY_BYTES]);
void programme_acronym_json(const struct record *meeting, char acronym[PROGRAMME_KEY_BYTES]);

/* Returns the acronym as people write it. */
const char *programme_acronym_printed(const struct record *meeting);

/* Writes the slug of an event: its id. */
void programme_slug(const struct record *paper, char slug[PROGRAMME_KEY_BYTES]);

/* Writes the slug of a person: the id without that of the meeting. */
void programme_person_slug(const struct record *meeting, const struct record *person,
                           char slug[PROGRAMME_KEY_BYTES]);

/* Writes the slug of a topic that is a track: its id without that of the meeting. Returns false if
 * it is not one in the format. */
bool programme_track_slug(const struct record *meeting, const struct record *topic,
                          char slug[PROGRAMME_KEY_BYTES]);
