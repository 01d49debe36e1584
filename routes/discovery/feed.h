/* The records of a feed. Private to the folder. */
#pragma once

#include "discovery/feed_date.h"
#include "discovery/origin.h"

enum {
    FEED_ENTRIES_MAX = 50
};

struct feed_entry {
    const struct record *record;
    struct feed_date date;
};

/* The entries of a feed, the latest first. */
struct feed {
    const struct call *call;
    const struct record *subject; /* of the feed; NULL for that of the archive or of a search */
    const struct query *search;   /* NULL unless it is the feed of a search */
    char origin[ORIGIN_BYTES_MAX];
    struct feed_entry entries[FEED_ENTRIES_MAX];
    size_t count;
};

/* Finds the latest records: the meetings, decisions and actions of the archive, or, if the feed has
 * a subject, the records that refer to it. A record without a date (feed_date.h) is omitted.
 * Returns false if the work is used up. */
bool feed_find(struct feed *feed);

/* Offers a record to a feed: it becomes an entry if it is among the latest. */
void feed_offer(struct feed *feed, const struct record *record);

/* Append complete addresses: of the page of a record; of the page that the feed is about; of the
 * feed itself. */
void feed_append_address(const struct feed *feed, const struct record *record, struct buffer *out);
void feed_append_home(const struct feed *feed, struct buffer *out);
void feed_append_self(const struct feed *feed, struct buffer *out);

/* Returns the time of the last change of the data, or the date of the latest entry if it is later.
 */
int64_t feed_updated(const struct feed *feed);

/* Write the feed in a format. */
void feed_atom_write(const struct feed *feed, struct buffer *out);
void feed_json_write(const struct feed *feed, struct buffer *out);
