/* Times of a day in the texts of minutes (rule D3). */
#pragma once

#include "phrases/date.h"

enum {
    PHRASE_TIME_BYTES = 40 /* a date with a time in EDTF, with its NUL */
};

/* A time zone as minutes name it. */
struct phrase_zone {
    const char *name; /* of the IANA database, such as "America/New_York", or NULL */
    bool has_offset;  /* true if the text gives the offset: UTC, EDT, +02:00 */
    int offset;       /* minutes east of UTC */
};

/* A time or a range of times. Minutes are counted from midnight. */
struct phrase_time {
    struct text_span span; /* with the zone */
    int start;
    int end; /* -1 if there is only one time; may be below `start` after midnight */
    struct phrase_zone zone;
    bool clock_of_12; /* true if it is written with am or pm */
    bool spoken;      /* true if it may be 12 hours later: "half past seven" */
};

/* Finds the first time of a text, from an offset on: "11:00am PT", "18h", "18 h 30", "19:42 Uhr",
 * "1:06 PM US EDT", "at 21.05", "half past seven", "19 Uhr 30", "14:00 UTC", "14:25Z", "de 19:00h a
 * 20:00h", "5pm-6pm UTC", "noon". A bare "10:30" is a time; "3:1", "1:2:3" and "10:30:15.5" are
 * not. Returns false if the text has no time. */
bool phrase_time_find(struct text_span text, size_t from, struct phrase_time *ret_time);

/* The meaning of a time in a sentence for the meeting. */
enum time_meaning {
    TIME_PLAIN,
    TIME_START, /* "called to order at", "eröffnet", "siendo las", "Beginn:" */
    TIME_END,   /* "adjourned at", "geschlossen", "se levanta", "levée", "Ende:" */
    TIME_BREAK  /* "re-convened", "recess", "Pause": not the start or the end */
};

/* Returns what a text says about the times in it. `ret_actual` is true if it reports an event
 * ("called to order", "se levanta") rather than a plan ("Time:", "Beginn:"). */
enum time_meaning phrase_time_meaning(struct text_span text, bool *ret_actual);

/* Finds a zone at the beginning of a text, such as "PT", "US EDT", "UTC+2", "Pacific Time", "MEZ",
 * "Europe/Berlin". Returns the number of bytes that it takes, or 0. */
size_t phrase_zone_read(struct text_span text, struct phrase_zone *ret_zone);

/* Writes a day and a time of it: with the offset if the zone or its name gives it, else without:
 * "2023-08-30T13:06:00-04:00", "2017-02-21T19:42:00". `date` must have a day; `minutes` of the day
 * are 0 to 2 * 1440, so that a meeting may end after midnight. */
bool phrase_time_write(const struct phrase_date *date, int minutes, const struct phrase_zone *zone,
                       char edtf[PHRASE_TIME_BYTES]);
