/* The dates of a feed's entries. Private to the folder. */
#pragma once

#include "archive/record.h"

enum {
    FEED_TIME_BYTES = 40
};

struct feed_date {
    int64_t earliest; /* the first second that the date may mean, by which entries are sorted */
    int64_t second;   /* the second that is published; both count from 1970 */
    int32_t offset;   /* from UTC, of the clocks there, in seconds */
};

/* Finds the date of a record: the first of these that it has: its start, its completion, its
 * publication, the start of its session or its meeting. A date without a time of day is published
 * as noon there, or in UTC if the time zone is not known, so that readers in most time zones show
 * the same day. Returns false if the record has no date in the years 1 to 9999. */
bool feed_date_find(const struct record *record, struct feed_date *ret_date);

/* Writes a time in the form of RFC 3339: "2006-04-28T09:30:00+08:00". */
void feed_date_write(int64_t second, int32_t offset, char text[FEED_TIME_BYTES]);
