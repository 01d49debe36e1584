/* iCalendar (RFC 5545): meetings and events for calendar programs.
 *
 * A recorded date can be less exact than a day: a month, a year, an interval, or an approximate
 * date. The entry then covers all days that the date may mean, the description says so, and
 * X-RAPPORTEUR-DATE holds the date as recorded. A record without a date, or with a date that has no
 * first or last day, is a VJOURNAL with a COMMENT. A VJOURNAL needs no date, so calendars do not
 * show it on a wrong day.
 *
 * UID consists of type and id, and DTSTAMP is the last change of the data, so a second import
 * updates the entry. There is no URL, because it would have to be absolute, and answers do not
 * depend on the host name in the request.
 */
#include "archive/date_bounds.h"
#include "formats/calendar_line.h"
#include "formats/calendar_zone.h"
#include "formats/format.h"
#include "formats/plain_date.h"
#include "values/calendar_day.h"
#include "values/edtf.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum {
    DAY_TEXT_MAX = 40,
    STAMP_TEXT_MAX = 80,
    DATE_WORDS_MAX = 300,
    WORDS_MAX = 1024 * 1024
};

/* The recorded dates of a meeting or an event. */
struct calendar_dates {
    const struct value *from, *to; /* as recorded; either may have no value */
    struct edtf_bounds bounds;     /* what the dates may mean, as the clocks there show it */
    struct edtf_bounds instants;   /* the same as instants */
    bool placed;                   /* true if iCalendar can express both */
    bool exact;                    /* true if each date is a day or a time */
    bool timed;                    /* true if it begins at a time */
};

static bool is_time(const struct value *date)
{
    struct edtf_date read;
    return date->count && edtf_read(date->text, date->count, &read) && read.clock != EDTF_DAYS;
}

static bool is_exact(const struct value *date)
{
    struct plain_date plain;
    return is_time(date) || (plain_date_read(date, &plain) && plain.count == 3);
}

/* Reports whether iCalendar can express a time: years have four digits (RFC 5545, section 3.3.4).
 */
static bool can_be_written(int64_t second)
{
    return second >= calendar_day(1, 1, 1) * SECONDS_OF_DAY &&
           second < calendar_day(9999, 12, 31) * SECONDS_OF_DAY;
}

static struct calendar_dates calendar_dates_of(const struct record *record)
{
    struct calendar_dates dates = {.from = record_value(record, ROLE_START),
                                   .to = record_value(record, ROLE_END)};
    if (!dates.from->count)
        return dates;
    struct date_bounds bounds = date_bounds_of(dates.from);
    dates.exact = is_exact(dates.from);
    dates.timed = is_time(dates.from);
    if (dates.to->count) {
        const struct date_bounds last = date_bounds_of(dates.to);
        bounds.instants.latest = last.instants.latest;
        bounds.local.latest = last.local.latest;
        dates.exact &= is_exact(dates.to);
    }
    dates.bounds = bounds.local;
    dates.instants = bounds.instants;
    dates.placed = can_be_written(bounds.local.earliest) && can_be_written(bounds.local.latest);
    return dates;
}

static void calendar_append_dates(struct buffer *out, const struct calendar_dates *dates)
{
    buffer_append(out, dates->from->text, dates->from->count);
    if (dates->to->count) {
        buffer_append_text(out, " to ");
        buffer_append(out, dates->to->text, dates->to->count);
    }
}

static void calendar_write_day(struct format_writer *writer, const char *name, int64_t second)
{
    char text[DAY_TEXT_MAX];
    const struct calendar_date date = calendar_date_of(calendar_day_of_time(second));
    snprintf(text, sizeof text, "%04d%02d%02d", (int)date.year, date.month, date.day);
    calendar_line_append(writer->out, name, text, strlen(text));
}

static void calendar_write_stamp(struct format_writer *writer)
{
    const time_t modified = (time_t)archive_version(writer->archive).modified;
    struct tm date;
    char text[STAMP_TEXT_MAX];
    gmtime_r(&modified, &date);
    snprintf(text, sizeof text, "%04d%02d%02dT%02d%02d%02dZ", date.tm_year + 1900, date.tm_mon + 1,
             date.tm_mday, date.tm_hour, date.tm_min, date.tm_sec);
    calendar_line_append(writer->out, "DTSTAMP", text, strlen(text));
}

static void calendar_write_name(struct format_writer *writer, const struct record *record)
{
    char uid[SLUG_BYTES_MAX + 40];
    const struct value *label = record_label(record);
    snprintf(uid, sizeof uid, "%s-%s@rapporteur", record->type->name, record_id(record));
    calendar_line_append(writer->out, "UID", uid, strlen(uid));
    calendar_write_stamp(writer);
    calendar_line_append_text(writer->out, "SUMMARY", label->text, label->count);
}

/* Writes a line with the text in `words`, unless it is empty. Takes ownership of the text. */
static void calendar_write_words(struct format_writer *writer, const char *name,
                                 struct buffer *words)
{
    if (words->length)
        calendar_line_append_text(writer->out, name, words->bytes, words->length);
    writer->out->failed |= words->failed;
    buffer_finish(words);
}

static void calendar_write_description(struct format_writer *writer, const struct record *record,
                                       const struct calendar_dates *dates)
{
    const struct value *text = record_value(record, ROLE_DESCRIPTION);
    struct buffer words;
    buffer_init(&words, WORDS_MAX);
    buffer_append(&words, text->text, text->count);
    if (dates->placed && !dates->exact) {
        buffer_append_text(&words, text->count ? "\n\n" : "");
        buffer_append_text(&words, "The date is recorded as ");
        calendar_append_dates(&words, dates);
        buffer_append_text(&words, "; this entry covers all days that it may mean.");
    }
    calendar_write_words(writer, "DESCRIPTION", &words);
}

static void calendar_write_location(struct format_writer *writer, const struct record *record)
{
    static const enum field_role parts[] = {ROLE_VENUE, ROLE_CITY, ROLE_COUNTRY};
    struct buffer words;
    buffer_init(&words, WORDS_MAX);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const struct value *part = record_value(record, parts[i]);
        buffer_append_text(&words, part->count && words.length ? ", " : "");
        buffer_append(&words, part->text, part->count);
    }
    calendar_write_words(writer, "LOCATION", &words);
}

/* Writes the status: held or certain is confirmed, planned or probable is tentative. */
static void calendar_write_status(struct format_writer *writer, const struct record *record)
{
    const struct value *status = record_value(record, ROLE_EVENT_STATUS);
    const char *text = "TENTATIVE";
    if (!status->count)
        return;
    if (strcmp(status->text, "held") == 0 || strcmp(status->text, "certain") == 0)
        text = "CONFIRMED";
    if (strcmp(status->text, "cancelled") == 0)
        text = "CANCELLED";
    calendar_line_append(writer->out, "STATUS", text, strlen(text));
}

static void calendar_write_recorded_date(struct format_writer *writer,
                                         const struct calendar_dates *dates)
{
    struct buffer words;
    if (!dates->from->count || dates->exact)
        return;
    buffer_init(&words, DATE_WORDS_MAX);
    calendar_append_dates(&words, dates);
    calendar_write_words(writer, "X-RAPPORTEUR-DATE", &words);
}

static void calendar_write_category(struct format_writer *writer, const struct record *record)
{
    const struct value *kind = record_value(record, ROLE_KIND);
    if (kind->count)
        calendar_line_append_text(writer->out, "CATEGORIES", kind->text, kind->count);
}

/* Writes the times of an entry that begins at a time, which ends at the end of a last day. */
static void calendar_write_times(struct format_writer *writer, const struct calendar_dates *dates)
{
    const bool ends_at_a_time = is_time(dates->to);
    calendar_zone_append_time(writer->out, "DTSTART", dates->from->zone, dates->instants.earliest);
    if (!dates->to->count)
        return;
    const int64_t end =
        ends_at_a_time ? date_bounds_of(dates->to).instants.earliest : dates->instants.latest + 1;
    if (end > dates->instants.earliest)
        calendar_zone_append_time(writer->out, "DTEND", dates->from->zone, end);
}

static void calendar_write_period(struct format_writer *writer, const struct calendar_dates *dates)
{
    if (dates->timed) {
        calendar_write_times(writer, dates);
        return;
    }
    calendar_write_day(writer, "DTSTART;VALUE=DATE", dates->bounds.earliest);
    if (dates->bounds.latest >= dates->bounds.earliest)
        calendar_write_day(writer, "DTEND;VALUE=DATE", dates->bounds.latest + SECONDS_OF_DAY);
}

static void calendar_write_placed(struct format_writer *writer, const struct record *record,
                                  const struct calendar_dates *dates)
{
    calendar_write_period(writer, dates);
    calendar_write_location(writer, record);
    calendar_write_status(writer, record);
    calendar_line_append(writer->out, "TRANSP", "TRANSPARENT", strlen("TRANSPARENT"));
}

static void calendar_write_record(struct format_writer *writer, const struct record *record)
{
    static const char undated[] = "The record gives no date.";
    static const char open[] = "The recorded date has no first or no last day.";
    const struct calendar_dates dates = calendar_dates_of(record);
    const char *component = dates.placed ? "VEVENT" : "VJOURNAL";
    if (!writer->selection)
        calendar_zone_append_all(writer->out, &record, 1);
    calendar_line_append(writer->out, "BEGIN", component, strlen(component));
    calendar_write_name(writer, record);
    calendar_write_description(writer, record, &dates);
    calendar_write_category(writer, record);
    calendar_write_recorded_date(writer, &dates);
    if (dates.placed)
        calendar_write_placed(writer, record, &dates);
    else if (dates.from->count)
        calendar_line_append_text(writer->out, "COMMENT", open, strlen(open));
    else
        calendar_line_append_text(writer->out, "COMMENT", undated, strlen(undated));
    calendar_line_append(writer->out, "END", component, strlen(component));
}

static void calendar_begin(struct format_writer *writer)
{
    buffer_append_text(writer->out, "BEGIN:VCALENDAR\r\n"
                                    "VERSION:2.0\r\n"
                                    "PRODID:-//rapporteur//EN\r\n"
                                    "CALSCALE:GREGORIAN\r\n");
    if (writer->selection)
        calendar_zone_append_all(writer->out, writer->selection->page,
                                 writer->selection->page_count);
}

static void calendar_end(struct format_writer *writer)
{
    buffer_append_text(writer->out, "END:VCALENDAR\r\n");
}

static const char *const unsupported[] = {"facet", "fields", "include", "pretty", NULL};

const struct format format_calendar = {
    .suffix = ".ics",
    .media_type = "text/calendar; charset=utf-8",
    .documentation =
        "iCalendar, for calendar programs. An entry with an inexact date covers all days "
        "that it may mean; a record without a date is a VJOURNAL.",
    .types = TARGET(TYPE_MEETING) | TARGET(TYPE_EVENT),
    .file = true,
    .unsupported = unsupported,
    .begin = calendar_begin,
    .write = calendar_write_record,
    .end = calendar_end,
};
