#include "discovery/feed.h"

#include "discovery/discovery.h"
#include "endpoints/named_record.h"
#include "values/calendar_day.h"
#include "values/edtf.h"
#include "work/work.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Reads the first second of a date. Returns false unless it is in the years 1 to 9999. */
static bool read_date(const struct value *date, int64_t *ret_second)
{
    struct edtf_bounds bounds;
    if (!date->count || !edtf_parse(date->text, date->count, &bounds) ||
        bounds.earliest < calendar_day(1, 1, 1) * SECONDS_OF_DAY ||
        bounds.earliest >= calendar_day(10000, 1, 1) * SECONDS_OF_DAY)
        return false;
    *ret_second = bounds.earliest;
    return true;
}

static bool find_date(const struct record *record, int64_t *ret_second)
{
    static const enum field_role roles[] = {ROLE_START, ROLE_COMPLETED, ROLE_ISSUED};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (read_date(record_value(record, roles[i]), ret_second))
            return true;
    const struct value *session = record_value(record, ROLE_SESSION);
    const struct value *meeting = record_value(record, ROLE_MEETING);
    if (!meeting->count && session->count)
        meeting = record_value(session->record, ROLE_MEETING);
    return meeting->count && read_date(record_value(meeting->record, ROLE_START), ret_second);
}

static bool has_record(const struct feed *feed, const struct record *record)
{
    for (size_t i = 0; i < feed->count; i++)
        if (feed->entries[i].record == record)
            return true;
    return false;
}

/* Inserts a record at its date, if it is among the latest. Records with the same date stay in the
 * order in which they are offered. */
static void offer(struct feed *feed, const struct record *record)
{
    int64_t second;
    const bool full = feed->count == FEED_ENTRIES_MAX;
    if (!find_date(record, &second) || (full && feed->entries[feed->count - 1].second >= second) ||
        has_record(feed, record))
        return;
    size_t at = full ? feed->count - 1 : feed->count++;
    for (; at > 0 && feed->entries[at - 1].second < second; at--)
        feed->entries[at] = feed->entries[at - 1];
    feed->entries[at] = (struct feed_entry){record, second};
}

static bool offer_all(struct feed *feed, const struct record *const *records, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!work_spend(feed->call->request->work, WORK_ORDER, WORK_RECORD))
            return false;
        offer(feed, records[i]);
    }
    return true;
}

bool feed_find(struct feed *feed)
{
    static const struct record_type *const types[] = {&meeting_type, &decision_type, &action_type};
    const struct archive *archive = feed->call->snapshot->archive;
    size_t count, members;
    for (size_t i = 0; !feed->subject && i < sizeof types / sizeof *types; i++) {
        const struct record *const *records = archive_all(archive, types[i], &members);
        if (!offer_all(feed, records, members))
            return false;
    }
    if (!feed->subject)
        return true;
    const struct relation *relations = archive_relations(archive, feed->subject->type, &count);
    for (size_t i = 0; i < count; i++) {
        const struct record *const *records =
            relation_members(&relations[i], feed->subject, &members);
        if (relations[i].inverse && !offer_all(feed, records, members))
            return false;
    }
    return true;
}

void feed_append_address(const struct feed *feed, const struct record *record, struct buffer *out)
{
    const struct request *request = feed->call->request;
    struct url url = record ? url_of_record(request->base_path, record) : (struct url){0};
    buffer_append_text(out, feed->origin);
    if (request_pages(request) == PAGES_SUFFIX)
        url.suffix = ".html";
    if (record)
        url_append(out, &url);
    else
        url_append_path(out, request->base_path, target_path(request->target));
}

void feed_write_time(int64_t second, char text[FEED_TIME_BYTES])
{
    const int64_t day = calendar_day_of_time(second);
    const struct calendar_date date = calendar_date_of(day);
    const int of_day = (int)(second - day * SECONDS_OF_DAY);
    snprintf(text, FEED_TIME_BYTES, "%04" PRId64 "-%02d-%02dT%02d:%02d:%02dZ", date.year,
             date.month, date.day, of_day / 3600, of_day / 60 % 60, of_day % 60);
}

int64_t feed_updated(const struct feed *feed)
{
    const int64_t changed = archive_version(feed->call->snapshot->archive).modified;
    return feed->count && feed->entries[0].second > changed ? feed->entries[0].second : changed;
}

static void answer_feed(const struct call *call, const struct record *subject,
                        const char *media_type,
                        void (*write)(const struct feed *feed, struct buffer *out),
                        struct response *response)
{
    struct feed feed = {.call = call, .subject = subject};
    if (!origin_require(call, response, feed.origin) || !call_has_no_parameters(call, response) ||
        !feed_find(&feed))
        return;
    response->status = 200;
    response_add_header(response, "Content-Type", media_type);
    write(&feed, &response->body);
    work_spend_bytes(call->request->work, WORK_WRITING, response->body.length);
}

static const char atom_type[] = "application/atom+xml; charset=utf-8";
static const char json_type[] = "application/feed+json";

void feed_answer_atom(const struct call *call, struct response *response)
{
    answer_feed(call, NULL, atom_type, feed_atom_write, response);
}

void feed_answer_json(const struct call *call, struct response *response)
{
    answer_feed(call, NULL, json_type, feed_json_write, response);
}

void feed_answer_atom_of(const struct call *call, struct response *response)
{
    struct named_record named;
    if (named_record_find(call, &named, response))
        answer_feed(call, named.record, atom_type, feed_atom_write, response);
}

void feed_answer_json_of(const struct call *call, struct response *response)
{
    struct named_record named;
    if (named_record_find(call, &named, response))
        answer_feed(call, named.record, json_type, feed_json_write, response);
}
