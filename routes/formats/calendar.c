/* iCalendar (RFC 5545): records with dates for calendar programs. calendar/calendar.h says what an
 * entry holds. */
#include "calendar/calendar.h"

#include "formats/format.h"

static void calendar_begin(struct format_writer *writer)
{
    buffer_append_text(writer->out, "BEGIN:VCALENDAR\r\n"
                                    "VERSION:2.0\r\n"
                                    "PRODID:-//rapporteur//EN\r\n"
                                    "CALSCALE:GREGORIAN\r\n");
    calendar_zone_append_all(writer->out, writer->records, writer->count);
}

static void calendar_write(struct format_writer *writer, const struct record *record)
{
    calendar_append_entry(writer->out, record, archive_version(writer->archive).modified);
}

static void calendar_end(struct format_writer *writer)
{
    buffer_append_text(writer->out, "END:VCALENDAR\r\n");
}

static const char *const unsupported[] = {"facet", "fields", "include", "pretty", NULL};

const struct format format_calendar = {
    .suffix = ".ics",
    .name = "iCalendar",
    .media_type = "text/calendar; charset=utf-8",
    .documentation =
        "iCalendar, for calendar programs. An entry with an inexact date covers all days "
        "that it may mean; a record without a date is a VJOURNAL, an action a VTODO.",
    .roles = CALENDAR_ROLES,
    .file = true,
    .unsupported = unsupported,
    .begin = calendar_begin,
    .write = calendar_write,
    .end = calendar_end,
};
