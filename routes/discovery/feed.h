/* The records of a feed. Private to the folder. */
#pragma once

#include "discovery/origin.h"

enum {
    FEED_ENTRIES_MAX = 50,
    FEED_TIME_BYTES = 40
};

struct feed_entry {
    const struct record *record;
    int64_t second; /* its date, in seconds since 1970 */
};

/* The entries of a feed, the latest first. */
struct feed {
    const struct call *call;
    const struct record *subject; /* NULL for the feed of the archive */
    char origin[ORIGIN_BYTES_MAX];
    struct feed_entry entries[FEED_ENTRIES_MAX];
    size_t count;
};

/* Finds the latest records: the meetings, decisions and actions of the archive, or, if the feed has
 * a subject, the records that refer to it. The date of a record is the first of these that it has:
 * its start, its completion, its publication, the start of its meeting. A record without a date is
 * omitted. Returns false if the work is used up. */
bool feed_find(struct feed *feed);

/* Appends the complete address of a record, or of the path of the request if `record` is NULL. */
void feed_append_address(const struct feed *feed, const struct record *record, struct buffer *out);

/* Writes a time in the form of RFC 3339. */
void feed_write_time(int64_t second, char text[FEED_TIME_BYTES]);

/* Returns the time of the last change of the data, or the date of the latest entry if it is later.
 */
int64_t feed_updated(const struct feed *feed);

/* Write the feed in a format. */
void feed_atom_write(const struct feed *feed, struct buffer *out);
void feed_json_write(const struct feed *feed, struct buffer *out);
