/* Records as components of iCalendar (RFC 5545): records with dates are events, tasks with a due
 * date are to-dos. The folder writes components, their time zones and their lines; the file around
 * them, its URL and its filters belong to formats/calendar.c.
 *
 * A recorded date can be less exact than a day: a month, a year, an interval, or an approximate
 * date. The entry then covers all days that the date may mean, or is due on the last of them. The
 * description says so, and X-RAPPORTEUR-DATE holds the date as recorded. A record without a date,
 * or with a date that has no first or last day, is a VJOURNAL with a COMMENT. A VJOURNAL needs no
 * date, so calendars do not show it on a wrong day. A task without a date is a VTODO without DUE.
 *
 * UID consists of type, id and the host of the service, so the entries of two services do not
 * replace each other, and a second import updates the entry. DTSTAMP is the date of the newest
 * source: it depends on the record alone, so copies of a record on several servers, whose files
 * have different times, have the same answers. No property holds a URL of this service, because it
 * would have to be absolute, and answers do not depend on the host name in the request. There is no
 * ATTENDEE, which a published calendar must not have (section 3.8.4.1); people are named in
 * CONTACT.
 *
 * May include: nothing.
 */
#pragma once

#include "archive/record.h"
#include "base/buffer.h"
#include "calendar/calendar_line.h"
#include "calendar/calendar_links.h"
#include "calendar/calendar_zone.h"

/* The roles of fields that make the records of a type entries of a calendar: a set of ROLE_SET. */
#define CALENDAR_ROLES (ROLE_SET(ROLE_START) | ROLE_SET(ROLE_DUE))

/* What the service gives to all entries of a file. */
struct calendar_origin {
    const char *host; /* after the "@" of each UID */
    int64_t stamp;    /* DTSTAMP, in seconds since 1970 */
};

/* Appends a record, whose type has a field with one of CALENDAR_ROLES. */
void calendar_append_entry(struct buffer *out, const struct record *record,
                           const struct calendar_origin *origin);
