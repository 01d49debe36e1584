/* The references of an entry: its identifier, web links and people, and the entry that contains it.
 */
#pragma once

#include "archive/record.h"
#include "base/buffer.h"

enum {
    CALENDAR_HOST_MAX = 255,
    CALENDAR_UID_MAX = SLUG_BYTES_MAX + 40 + CALENDAR_HOST_MAX
};

/* Writes the UID of the entry of a record: its type and id, which never change, and the host. */
void calendar_links_write_uid(const struct record *record, const char *host,
                              char uid[CALENDAR_UID_MAX]);

/* Appends URL (the first link to a page), ATTACH (other links), CONTACT (authors, presenters and
 * owners) and RELATED-TO (the record of which this one is a part). */
void calendar_links_append(struct buffer *out, const struct record *record, const char *host);
