/* A programme in JSON of version 1, by the schema of https://c3voc.de/schedule/schema.json. */
#include "programme/programme.h"
#include "programme/programme_days.h"
#include "programme/programme_links.h"
#include "programme/programme_value.h"
#include "work/work.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum {
    VERSION_DIGITS = 12
};

/* The words that version 1 has for the kinds of links. A link of another kind has no type. */
static const struct {
    const char *kind, *type;
} link_types[] = {
    {"page", "web"}, {"slides", "slides"}, {"recording", "media"}, {"other", "related"}};

static void json_write_value(struct json_writer *json, const char *name, const struct value *value)
{
    json_write_name(json, name);
    if (value->count)
        json_write_string(json, value->text, value->count);
    else
        json_write_null(json);
}

/* Writes a member unless its value is absent. */
static void json_write_optional(struct json_writer *json, const char *name,
                                const struct value *value)
{
    if (value->count)
        json_write_value(json, name, value);
}

static void json_write_optional_text(struct json_writer *json, const char *name, const char *text)
{
    if (text)
        json_write_text_member(json, name, text);
}

/* Writes a member with a text that may be taken for HTML. */
static void json_write_paragraphs(struct json_writer *json, const char *name,
                                  const struct value *value)
{
    struct buffer text;
    buffer_init(&text, json->out->ceiling);
    programme_append_paragraphs(&text, value);
    json_write_name(json, name);
    if (text.length)
        json_write_string(json, text.bytes, text.length);
    else
        json_write_null(json);
    json->out->failed |= text.failed;
    buffer_finish(&text);
}

/* Writes the first or the last day of a meeting: its own date, else that of a day of the programme.
 */
static void json_write_bound(struct json_writer *json, const char *name, const struct value *date,
                             const char *otherwise)
{
    struct programme_time time;
    char day[PROGRAMME_DATE_BYTES];
    if (programme_time_read(date, &time))
        json_write_text_member(json, name, time.text);
    else
        json_write_text_member(json, name, programme_day_of(date, day) ? day : otherwise);
}

static void json_write_tracks(struct json_writer *json, const struct programme *programme)
{
    char slug[PROGRAMME_KEY_BYTES];
    json_write_open_member(json, "tracks", '[');
    for (size_t i = 0; i < programme->track_count; i++) {
        const struct record *topic = programme->tracks[i];
        json_write_open(json, '{');
        json_write_value(json, "name", record_value(topic, ROLE_TITLE));
        if (programme_track_slug(programme->meeting, topic, slug))
            json_write_text_member(json, "slug", slug);
        if (record_value(topic, ROLE_DESCRIPTION)->count)
            json_write_paragraphs(json, "description", record_value(topic, ROLE_DESCRIPTION));
        json_write_close(json, '}');
    }
    json_write_close(json, ']');
}

/* Writes the fields of a meeting that the format has no members for. */
static void json_write_meta(struct json_writer *json, const struct programme *programme)
{
    const struct record *meeting = programme->meeting;
    json_write_open_member(json, "meta", '{');
    json_write_text_member(json, "acronym", programme_acronym_printed(meeting));
    json_write_optional(json, "venue", record_value(meeting, ROLE_VENUE));
    json_write_optional(json, "city", record_value(meeting, ROLE_CITY));
    json_write_optional(json, "country", record_value(meeting, ROLE_COUNTRY));
    if (programme->omitted)
        json_write_integer_member(json, "papers_not_shown", (int64_t)programme->omitted);
    json_write_close(json, '}');
}

/* Reports whether the schema allows the name of a time zone: words with capitals. */
static bool is_zone_name(const struct value *zone)
{
    if (programme_is_word(zone, "UTC"))
        return true;
    const char *slash = zone->count ? strchr(zone->text, '/') : NULL;
    return slash && isupper((unsigned char)zone->text[0]) && isupper((unsigned char)slash[1]) &&
           slash - zone->text > 1 && islower((unsigned char)slash[2]);
}

static void json_write_conference_members(struct json_writer *json,
                                          const struct programme *programme)
{
    char acronym[PROGRAMME_KEY_BYTES];
    const struct record *meeting = programme->meeting;
    const struct programme_urls urls = programme_urls_of(meeting);
    const struct value *zone = record_value(meeting, ROLE_TIME_ZONE);
    programme_acronym_json(meeting, acronym);
    json_write_text_member(json, "acronym", acronym);
    json_write_value(json, "title", record_value(meeting, ROLE_TITLE));
    if (record_value(meeting, ROLE_DESCRIPTION)->count)
        json_write_paragraphs(json, "description", record_value(meeting, ROLE_DESCRIPTION));
    json_write_bound(json, "start", record_value(meeting, ROLE_START), programme->days[0].date);
    json_write_bound(json, "end", record_value(meeting, ROLE_END),
                     programme->days[programme->day_count - 1].date);
    json_write_integer_member(json, "daysCount", (int64_t)programme->day_count);
    json_write_text_member(json, "timeslot_duration", "00:05");
    if (is_zone_name(zone))
        json_write_value(json, "time_zone_name", zone);
    json_write_optional_text(json, "url", urls.page);
    json_write_meta(json, programme);
    json_write_tracks(json, programme);
}

static void json_write_link(struct json_writer *json, const struct programme_link *link)
{
    json_write_open(json, '{');
    json_write_value(json, "url", link->url);
    json_write_optional(json, "title", link->title);
    for (size_t i = 0; i < sizeof link_types / sizeof *link_types; i++)
        if (strcmp(link_types[i].kind, link->kind) == 0)
            json_write_text_member(json, "type", link_types[i].type);
    json_write_close(json, '}');
}

/* Writes the links of a record that are files, or those that are not. */
static void json_write_links(struct json_writer *json, const char *name,
                             const struct record *record, const struct programme_urls *urls,
                             bool files)
{
    const size_t count = record_value(record, ROLE_WEB_LINKS)->count;
    json_write_open_member(json, name, '[');
    for (size_t i = 0; i < count; i++) {
        const struct programme_link link = programme_link_at(record, i);
        if (link.file == files && programme_link_is_listed(&link, urls))
            json_write_link(json, &link);
    }
    json_write_close(json, ']');
}

/* Writes the identifiers of a person: those in the record, else a slug. */
static void json_write_person_keys(struct json_writer *json, const struct record *meeting,
                                   const struct record *person)
{
    char guid[PROGRAMME_GUID_BYTES], slug[PROGRAMME_KEY_BYTES];
    const int64_t number = programme_number_find(person);
    const char *code = programme_code(person, 0);
    const bool has_guid = programme_guid_find(person, guid);
    if (has_guid)
        json_write_text_member(json, "guid", guid);
    if (number)
        json_write_integer_member(json, "id", number);
    json_write_optional_text(json, "code", code);
    programme_person_slug(meeting, person, slug);
    json_write_optional_text(json, "slug", has_guid || number || code ? NULL : slug);
}

/* Returns the role that a person has at the events of a meeting, or NULL: only if the record says
 * no other one. */
static const char *role_at(const struct record *meeting, const struct record *person)
{
    static const char *const roles[] = {"moderator", "host", "guest"};
    const struct value *all = record_value(person, ROLE_ATTENDANCE);
    const struct value *found = &value_absent;
    for (size_t i = 0; i < all->count; i++) {
        const struct value *at =
            programme_member(person, ROLE_ATTENDANCE, &all->items[i], ROLE_MEETING);
        if (at->record == meeting)
            found = programme_member(person, ROLE_ATTENDANCE, &all->items[i], ROLE_FUNCTION);
    }
    for (size_t i = 0; found->count == 1 && i < sizeof roles / sizeof *roles; i++)
        if (programme_is_word(&found->items[0], roles[i]))
            return roles[i];
    return NULL;
}

static void json_write_person(struct json_writer *json, const struct record *meeting,
                              const struct record *person)
{
    const struct programme_urls urls = {.page = programme_urls_of(person).page};
    json_write_open(json, '{');
    json_write_value(json, "name", record_value(person, ROLE_TITLE));
    json_write_person_keys(json, meeting, person);
    json_write_optional_text(json, "role", role_at(meeting, person));
    json_write_optional(json, "email", record_value(person, ROLE_EMAIL));
    json_write_optional(json, "avatar", record_value(person, ROLE_IMAGE));
    json_write_optional_text(json, "url", urls.page);
    if (record_value(person, ROLE_DESCRIPTION)->count)
        json_write_paragraphs(json, "biography", record_value(person, ROLE_DESCRIPTION));
    if (record_value(person, ROLE_WEB_LINKS)->count > (urls.page != NULL))
        json_write_links(json, "links", person, &urls, false);
    json_write_close(json, '}');
}

static void json_write_persons(struct json_writer *json, const struct record *meeting,
                               const struct record *paper)
{
    const struct value *people = record_value(paper, ROLE_AUTHOR);
    json_write_open_member(json, "persons", '[');
    for (size_t i = 0; i < people->count; i++)
        json_write_person(json, meeting, people->items[i].record);
    json_write_close(json, ']');
}

/* Writes the keys of an event, and its URL: a paper without a page has the URN of its guid. */
static void json_write_event_keys(struct json_writer *json, const struct programme_event *event,
                                  const char *page)
{
    char slug[PROGRAMME_KEY_BYTES], urn[PROGRAMME_GUID_BYTES + 16];
    const char *code = programme_code(event->paper, 0);
    programme_slug(event->paper, slug);
    snprintf(urn, sizeof urn, "urn:uuid:%s", event->guid);
    json_write_text_member(json, "guid", event->guid);
    json_write_integer_member(json, "id", event->number);
    json_write_optional_text(json, "code", code);
    json_write_text_member(json, "slug", slug);
    json_write_text_member(json, "url", page ? page : urn);
}

static void json_write_event_times(struct json_writer *json, const struct programme_event *event)
{
    char duration[PROGRAMME_DURATION_BYTES], start[6];
    programme_duration_write(event->end.instant - event->start.instant, false, duration);
    snprintf(start, sizeof start, "%.5s", event->start.text + PROGRAMME_DATE_BYTES);
    json_write_text_member(json, "date", event->start.text);
    json_write_text_member(json, "start", start);
    json_write_text_member(json, "duration", duration);
    if (event->end.instant > event->start.instant)
        json_write_text_member(json, "end", event->end.text);
}

static void json_write_event(struct json_writer *json, const struct record *meeting,
                             const struct programme_event *event)
{
    const struct record *paper = event->paper;
    const struct programme_urls urls = programme_urls_of(paper);
    const struct value *room = record_value(paper, ROLE_ROOM);
    const struct value *kind = record_value(paper, ROLE_KIND);
    json_write_open(json, '{');
    json_write_event_keys(json, event, urls.page);
    json_write_event_times(json, event);
    json_write_text_member(json, "room", room->count ? room->text : event->room);
    json_write_value(json, "title", record_label(paper));
    json_write_value(json, "subtitle", record_value(paper, ROLE_SUBTITLE));
    json_write_value(json, "track", record_value(paper, ROLE_TRACK));
    json_write_text_member(json, "type", kind->count ? kind->text : "");
    json_write_value(json, "language", record_value(paper, ROLE_LANGUAGE));
    json_write_paragraphs(json, "abstract", record_value(paper, ROLE_DESCRIPTION));
    json_write_persons(json, meeting, paper);
    json_write_links(json, "links", paper, &urls, false);
    json_write_links(json, "attachments", paper, &urls, true);
    json_write_optional_text(json, "feedback_url", urls.feedback);
    json_write_optional_text(json, "origin_url", urls.origin);
    json_write_close(json, '}');
}

/* Opens the list of events in a room, which is a member that is called like the room. */
static void json_open_room(struct json_writer *json, const char *room)
{
    json_write_text(json, room);
    buffer_append_byte(json->out, ':');
    json->comma = false;
    json_write_open(json, '[');
}

/* Writes the rooms of a day. Returns false if the work is used up. */
static bool json_write_rooms(const struct programme_output *output,
                             const struct programme *programme, const struct programme_day *day)
{
    struct json_writer *json = output->json;
    for (size_t i = day->first; i < day->first + day->count; i++) {
        const struct programme_event *event = &programme->events[i];
        const bool first = i == day->first || event[-1].room_order != event->room_order;
        if (first && i > day->first)
            json_write_close(json, ']');
        if (first)
            json_open_room(json, event->room);
        json_write_event(json, programme->meeting, event);
        if (!work_spend(output->work, WORK_WRITING, WORK_RECORD) ||
            !work_spend_bytes(output->work, WORK_WRITING, json->out->length) || json->out->failed)
            return false;
    }
    if (day->count)
        json_write_close(json, ']');
    return true;
}

static bool json_write_day(const struct programme_output *output, const struct programme *programme,
                           size_t index)
{
    struct json_writer *json = output->json;
    const struct programme_day *day = &programme->days[index];
    json_write_open(json, '{');
    json_write_integer_member(json, "index", (int64_t)index + 1);
    json_write_text_member(json, "date", day->date);
    json_write_text_member(json, "day_start", day->start.text);
    json_write_text_member(json, "day_end", day->end.text);
    json_write_open_member(json, "rooms", '{');
    if (!json_write_rooms(output, programme, day))
        return false;
    json_write_close(json, '}');
    json_write_close(json, '}');
    return true;
}

static void json_write_schedule(const struct programme_output *output,
                                const struct programme *programme)
{
    struct json_writer *json = output->json;
    json_write_open_member(json, "schedule", '{');
    json_write_name(json, "version");
    json_write_string(json, archive_version(output->archive).sha256, VERSION_DIGITS);
    json_write_optional_text(json, "base_url", programme_urls_of(programme->meeting).origin);
    json_write_open_member(json, "conference", '{');
    json_write_conference_members(json, programme);
    json_write_open_member(json, "days", '[');
    for (size_t i = 0; i < programme->day_count; i++)
        if (!json_write_day(output, programme, i))
            return;
    json_write_close(json, ']');
    json_write_close(json, '}');
    json_write_close(json, '}');
}

void programme_write_json(const struct programme_output *output, const struct record *meeting)
{
    struct programme programme;
    struct json_writer *json = output->json;
    json_write_open(json, '{');
    json_write_text_member(json, "$schema", "https://c3voc.de/schedule/schema.json");
    json_write_open_member(json, "generator", '{');
    json_write_text_member(json, "name", "rapporteur");
    json_write_text_member(json, "version", RAPPORTEUR_VERSION);
    json_write_close(json, '}');
    if (programme_arrange(output->archive, meeting, &programme))
        json_write_schedule(output, &programme);
    else
        output->out->failed = true;
    programme_finish(&programme);
    json_write_close(json, '}');
}
