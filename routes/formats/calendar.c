/* iCalendar (RFC 5545): records with dates for calendar programs. calendar/calendar.h says what an
 * entry holds. */
#include "calendar/calendar.h"

#include "formats/format.h"
#include "layout/say.h"
#include "schema/types/every_record.h"
#include "values/edtf.h"

#include <stdio.h>
#include <string.h>

enum {
    CALENDAR_NAME_MAX = RECORD_LABEL_MAX + SAY_BYTES + 2
};

/* Writes the host of the public address, or a name that is the same for all services without one.
 */
static void calendar_write_host(const struct publication *publication, char host[CALENDAR_HOST_MAX])
{
    const char *url = publication ? publication->url : NULL;
    const char *begin = url ? strstr(url, "://") : NULL;
    begin = begin ? begin + strlen("://") : "rapporteur";
    snprintf(host, CALENDAR_HOST_MAX, "%.*s", (int)strcspn(begin, ":/"), begin);
}

/* Returns the first second of the date of the newest source, or 0. */
static int64_t calendar_newest_source(const struct archive *archive)
{
    const char *name = document_type.collection;
    const struct collection *sources = archive_collection(archive, name, strlen(name));
    int64_t newest = 0;
    for (size_t i = 0; sources && i < sources->count; i++) {
        const struct value *date = record_value(sources->records[i], ROLE_ISSUED);
        struct edtf_bounds bounds;
        if (date->count && edtf_parse(date->text, date->count, &bounds) && bounds.earliest > newest)
            newest = bounds.earliest;
    }
    return newest;
}

/* Appends the name of a list, under which programs show a calendar that is subscribed to: the
 * service or the record that the list belongs to, and its records. */
static void calendar_append_name(struct format_writer *writer)
{
    const struct url *url = &writer->paged->url;
    const struct collection *owners =
        url->count == 3
            ? archive_collection(writer->archive, url->segments[0], strlen(url->segments[0]))
            : NULL;
    const struct record *owner =
        owners ? archive_find(writer->archive, owners, url->segments[1], strlen(url->segments[1]))
               : NULL;
    char label[RECORD_LABEL_MAX], records[SAY_BYTES], name[CALENDAR_NAME_MAX];
    if (owner)
        record_write_label(owner, label);
    say_collection(writer->archive, url->segments[url->count - 1], false, records);
    snprintf(name, sizeof name, "%.*s: %s", RECORD_LABEL_MAX - 1,
             owner ? label : publication_title(writer->publication), records);
    calendar_line_append_text(writer->out, "NAME", name, strlen(name));
    calendar_line_append_text(writer->out, "X-WR-CALNAME", name, strlen(name));
}

static void calendar_begin(struct format_writer *writer)
{
    buffer_append_text(writer->out, "BEGIN:VCALENDAR\r\n"
                                    "VERSION:2.0\r\n"
                                    "PRODID:-//rapporteur//EN\r\n"
                                    "CALSCALE:GREGORIAN\r\n");
    writer->calendar_stamp = calendar_newest_source(writer->archive);
    if (writer->paged)
        calendar_append_name(writer);
    if (!writer->count)
        calendar_zone_append_utc(writer->out);
    calendar_zone_append_all(writer->out, writer->records, writer->count);
}

static void calendar_write(struct format_writer *writer, const struct record *record)
{
    char host[CALENDAR_HOST_MAX];
    const struct calendar_origin origin = {host, writer->calendar_stamp};
    calendar_write_host(writer->publication, host);
    calendar_append_entry(writer->out, record, &origin);
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
