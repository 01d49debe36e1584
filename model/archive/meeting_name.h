/* The short names of meetings, such as "Beijing 2006", and what must be added to them so that no
 * two meetings of an archive have the same one. */
#pragma once

#include "archive/record.h"

struct archive;

enum {
    /* Bytes of a text that is added to a short name. Texts that differ only after them are not told
     * apart. */
    MEETING_DATE_MAX = 16,
    MEETING_BODY_MAX = 40,
    MEETING_TITLE_MAX = 60
};

/* The parts that are added to a short name, as bits. */
enum meeting_name_part {
    MEETING_NAME_DATE = 1, /* its first day or its time, instead of the year */
    MEETING_NAME_BODY = 2, /* the label of the organization that meets */
    MEETING_NAME_TITLE = 4,
    MEETING_NAME_ID = 8 /* if the others are not enough */
};

/* Reports whether an abbreviation is a code for programs, such as "harbour-days-2031", and not one
 * for readers. */
bool meeting_name_is_code(const struct value *abbreviation);

/* Writes the short name without additions: the abbreviation, or the label if that is a code; else
 * the city, else the label. Stores
 * in *ret_year the year of a name that consists of the city and the year, and otherwise 0. Returns
 * the length of the text, which does not include the year. */
size_t meeting_name_write(const struct record *meeting, char name[RECORD_LABEL_MAX],
                          int64_t *ret_year);

/* Returns the parts that tell the meeting apart from those with the same short name; 0 if there are
 * none. */
unsigned meeting_name_parts(const struct archive *archive, const struct record *meeting);

/* Finds these parts for all meetings, for model/load: after the relations are joined. Returns false
 * if out of memory. */
bool archive_tell_meetings_apart(struct archive *archive);
