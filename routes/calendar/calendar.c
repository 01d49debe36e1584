#include "calendar/calendar.h"

#include "calendar/calendar_dates.h"
#include "calendar/calendar_line.h"
#include "calendar/calendar_links.h"
#include "calendar/calendar_place.h"
#include "calendar/calendar_status.h"
#include "values/calendar_day.h"

#include <stdio.h>
#include <string.h>

enum {
    DATE_WORDS_MAX = 300,
    WORDS_MAX = 1024 * 1024
};

/* Writes a line with the text in `words`, unless it is empty. Takes ownership of the text. */
static void calendar_append_words(struct buffer *out, const char *name, struct buffer *words)
{
    if (words->length)
        calendar_line_append_text(out, name, words->bytes, words->length);
    out->failed |= words->failed;
    buffer_finish(words);
}

/* Writes the properties that tell entries and their versions apart. */
static void calendar_append_identity(struct buffer *out, const struct record *record,
                                     const struct calendar_origin *origin)
{
    char uid[CALENDAR_UID_MAX];
    calendar_links_write_uid(record, origin->host, uid);
    calendar_line_append(out, "UID", uid, strlen(uid));
    calendar_zone_append_time(out, "DTSTAMP", TIME_ZONE_UTC, origin->stamp);
}

/* Writes the recorded dates as the data file has them. */
static void append_recorded(struct buffer *out, const struct calendar_dates *dates)
{
    buffer_append(out, dates->from->text, dates->from->count);
    if (dates->to->count) {
        buffer_append_text(out, " to ");
        buffer_append(out, dates->to->text, dates->to->count);
    }
}

static void append_inexactness(struct buffer *words, const struct calendar_dates *dates)
{
    buffer_append_text(words, words->length ? "\n\n" : "");
    buffer_append_text(words, "The date is recorded as ");
    append_recorded(words, dates);
    buffer_append_text(words, dates->task ? "; this entry is due on the last day that it may mean."
                                          : "; this entry covers all days that it may mean.");
}

/* Writes the title, else the first words of the record, and the description unless the first words
 * are all of it. */
static void calendar_append_texts(struct buffer *out, const struct record *record,
                                  const struct calendar_dates *dates)
{
    const struct value *title = record_value(record, ROLE_TITLE);
    const struct value *text = record_value(record, ROLE_DESCRIPTION);
    char label[RECORD_LABEL_MAX];
    const size_t length = record_write_label(record, label);
    const bool repeated = !title->count && length == text->count;
    struct buffer words;
    buffer_init(&words, WORDS_MAX);
    if (title->count)
        calendar_line_append_text(out, "SUMMARY", title->text, title->count);
    else
        calendar_line_append_text(out, "SUMMARY", label, length);
    if (!repeated)
        buffer_append(&words, text->text, text->count);
    if (dates->placed && !dates->exact)
        append_inexactness(&words, dates);
    calendar_append_words(out, "DESCRIPTION", &words);
}

/* Writes the kind of record and its subject headings. */
static void calendar_append_categories(struct buffer *out, const struct record *record)
{
    const struct value *kind = record_value(record, ROLE_KIND);
    const struct value *subjects = record_value(record, ROLE_SUBJECT);
    if (kind->count)
        calendar_line_append_text(out, "CATEGORIES", kind->text, kind->count);
    for (size_t i = 0; i < subjects->count; i++) {
        const struct value *label = record_label(subjects->items[i].record);
        calendar_line_append_text(out, "CATEGORIES", label->text, label->count);
    }
}

static void calendar_append_recorded_date(struct buffer *out, const struct calendar_dates *dates)
{
    struct buffer words;
    if (!dates->from->count || dates->exact)
        return;
    buffer_init(&words, DATE_WORDS_MAX);
    append_recorded(&words, dates);
    calendar_append_words(out, "X-RAPPORTEUR-DATE", &words);
}

/* Returns the STATUS for the status of a record, or NULL. */
static const char *status_of(const struct record *record)
{
    const struct value *recorded = record_value(record, ROLE_EVENT_STATUS);
    return recorded->count ? calendar_status(recorded->text) : NULL;
}

/* Returns the STATUS that the record of an event, or what it is a part of, states; or NULL. That of
 * a schedule, which does not say whether the meeting is certain, is inferred. */
static const char *stated_status(const struct record *record)
{
    const struct record *owner = calendar_place_owner(record, ROLE_EVENT_STATUS);
    const struct field *field =
        owner ? field_list_with_role(owner->type->fields, ROLE_EVENT_STATUS) : NULL;
    return field && !record_infers(owner, field) ? status_of(owner) : NULL;
}

static void append_status(struct buffer *out, const char *status)
{
    if (status)
        calendar_line_append(out, "STATUS", status, strlen(status));
}

static void calendar_append_event(struct buffer *out, const struct record *record,
                                  const struct calendar_dates *dates)
{
    struct buffer place;
    calendar_dates_append_period(out, dates);
    buffer_init(&place, WORDS_MAX);
    calendar_place_append(&place, record);
    calendar_append_words(out, "LOCATION", &place);
    append_status(out, stated_status(record));
    calendar_line_append(out, "TRANSP", "TRANSPARENT", strlen("TRANSPARENT"));
}

static void calendar_append_task(struct buffer *out, const struct record *record,
                                 const struct calendar_dates *dates)
{
    if (dates->placed)
        calendar_dates_append_due(out, dates);
    calendar_dates_append_completed(out, record_value(record, ROLE_COMPLETED));
    append_status(out, status_of(record));
}

/* Says that an entry without dates is cancelled: of the recorded states, a VJOURNAL can have no
 * other (RFC 5545, section 3.8.1.11). */
static void calendar_append_cancelled(struct buffer *out, const char *status)
{
    if (status && strcmp(status, "CANCELLED") == 0)
        append_status(out, status);
}

/* Says why an entry has no dates. */
static void calendar_append_comment(struct buffer *out, const struct calendar_dates *dates)
{
    static const char undated[] = "The record gives no date.";
    static const char open[] = "The recorded date has no first or no last day.";
    if (dates->from->count)
        calendar_line_append_text(out, "COMMENT", open, strlen(open));
    else if (!dates->task)
        calendar_line_append_text(out, "COMMENT", undated, strlen(undated));
}

void calendar_append_entry(struct buffer *out, const struct record *record,
                           const struct calendar_origin *origin)
{
    const struct calendar_dates dates = calendar_dates_of(record);
    const char *component = dates.task ? "VTODO" : dates.placed ? "VEVENT" : "VJOURNAL";
    calendar_line_append(out, "BEGIN", component, strlen(component));
    calendar_append_identity(out, record, origin);
    calendar_append_texts(out, record, &dates);
    calendar_append_categories(out, record);
    calendar_links_append(out, record, origin->host);
    calendar_append_recorded_date(out, &dates);
    if (!dates.placed)
        calendar_append_comment(out, &dates);
    if (dates.task)
        calendar_append_task(out, record, &dates);
    else if (dates.placed)
        calendar_append_event(out, record, &dates);
    else
        calendar_append_cancelled(out, stated_status(record));
    calendar_line_append(out, "END", component, strlen(component));
}
