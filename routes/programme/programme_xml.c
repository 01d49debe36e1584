/* A programme in XML, by the schema of https://c3voc.de/schedule/schema.xsd. */
#include "markup/xml_markup.h"
#include "programme/programme.h"
#include "programme/programme_days.h"
#include "programme/programme_links.h"
#include "programme/programme_value.h"
#include "work/work.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    VERSION_DIGITS = 12
};

/* Writes the element of a value, also of one that is absent. */
static void xml_value_element(struct buffer *out, const char *name, const struct value *value)
{
    xml_element(out, "        ", name, value->count ? value->text : "", value->count);
}

static void xml_write_bound(struct buffer *out, const char *name, const struct value *date)
{
    struct programme_time time;
    char day[PROGRAMME_DATE_BYTES];
    if (programme_time_read(date, &time))
        xml_text_element(out, "    ", name, time.text);
    else if (programme_day_of(date, day))
        xml_text_element(out, "    ", name, day);
}

static void xml_write_track(struct buffer *out, const struct record *meeting,
                            const struct record *topic)
{
    char slug[PROGRAMME_KEY_BYTES];
    const struct value *label = record_value(topic, ROLE_TITLE);
    buffer_append_text(out, "    <track");
    xml_attribute(out, "name", label->text);
    if (programme_track_slug(meeting, topic, slug))
        xml_attribute(out, "slug", slug);
    buffer_append_byte(out, '>');
    xml_append(out, label->text, label->count, false);
    buffer_append_text(out, "</track>\n");
}

/* Says how many papers the schedule cannot show. */
static void xml_write_omitted(struct buffer *out, size_t count)
{
    if (!count)
        return;
    buffer_append_text(out, "  <!-- papers without a time, cancelled or withdrawn, not shown: ");
    buffer_append_integer(out, (int64_t)count);
    buffer_append_text(out, " -->\n");
}

static void xml_write_conference(struct buffer *out, const struct programme *programme)
{
    char acronym[PROGRAMME_KEY_BYTES], days[24];
    const struct record *meeting = programme->meeting;
    const struct programme_urls urls = programme_urls_of(meeting);
    const struct value *zone = record_value(meeting, ROLE_TIME_ZONE);
    programme_acronym(meeting, acronym);
    snprintf(days, sizeof days, "%zu", programme->day_count);
    buffer_append_text(out, "  <conference>\n");
    xml_text_element(out, "    ", "acronym", acronym);
    xml_text_element(out, "    ", "title", record_value(meeting, ROLE_TITLE)->text);
    xml_write_bound(out, "start", record_value(meeting, ROLE_START));
    xml_write_bound(out, "end", record_value(meeting, ROLE_END));
    xml_text_element(out, "    ", "days", days);
    xml_text_element(out, "    ", "base_url", urls.origin);
    xml_text_element(out, "    ", "url", urls.page);
    xml_text_element(out, "    ", "time_zone_name", zone->count ? zone->text : NULL);
    for (size_t i = 0; i < programme->track_count; i++)
        xml_write_track(out, meeting, programme->tracks[i]);
    buffer_append_text(out, "  </conference>\n");
    xml_write_omitted(out, programme->omitted);
}

static void xml_write_person(struct buffer *out, const struct record *person)
{
    char guid[PROGRAMME_GUID_BYTES], digits[24];
    const int64_t number = programme_number_find(person);
    const struct value *name = record_value(person, ROLE_TITLE);
    bool has_guid = programme_guid_find(person, guid);
    if (!has_guid && !number) {
        programme_guid_make(person, guid);
        has_guid = true;
    }
    buffer_append_text(out, "          <person");
    snprintf(digits, sizeof digits, "%" PRId64, number);
    if (number)
        xml_attribute(out, "id", digits);
    if (has_guid)
        xml_attribute(out, "guid", guid);
    buffer_append_byte(out, '>');
    xml_append(out, name->text, name->count, false);
    buffer_append_text(out, "</person>\n");
}

static void xml_write_persons(struct buffer *out, const struct record *paper)
{
    const struct value *people = record_value(paper, ROLE_AUTHOR);
    if (!people->count)
        return;
    buffer_append_text(out, "        <persons>\n");
    for (size_t i = 0; i < people->count; i++)
        xml_write_person(out, people->items[i].record);
    buffer_append_text(out, "        </persons>\n");
}

static void xml_write_link(struct buffer *out, const char *name, const struct programme_link *link)
{
    buffer_append_text(out, "          <");
    buffer_append_text(out, name);
    xml_attribute(out, "href", link->url->text);
    if (*link->kind && strcmp(link->kind, "attachment") != 0)
        xml_attribute(out, "type", link->kind);
    buffer_append_byte(out, '>');
    if (link->title->count)
        xml_append(out, link->title->text, link->title->count, false);
    buffer_append_text(out, "</");
    buffer_append_text(out, name);
    buffer_append_text(out, ">\n");
}

/* Writes the links of a paper that are files, or those that are not. */
static void xml_write_links(struct buffer *out, const struct record *paper,
                            const struct programme_urls *urls, bool files)
{
    const size_t count = record_value(paper, ROLE_WEB_LINKS)->count;
    size_t written = 0;
    for (size_t i = 0; i < count; i++) {
        const struct programme_link link = programme_link_at(paper, i);
        if (link.file != files || !programme_link_is_listed(&link, urls))
            continue;
        if (!written++)
            buffer_append_text(out, files ? "        <attachments>\n" : "        <links>\n");
        xml_write_link(out, files ? "attachment" : "link", &link);
    }
    if (written)
        buffer_append_text(out, files ? "        </attachments>\n" : "        </links>\n");
}

static void xml_write_abstract(struct buffer *out, const struct record *paper)
{
    struct buffer text;
    buffer_init(&text, out->ceiling);
    programme_append_paragraphs(&text, record_value(paper, ROLE_DESCRIPTION));
    xml_element(out, "        ", "abstract", text.length ? text.bytes : "", text.length);
    out->failed |= text.failed;
    buffer_finish(&text);
}

static void xml_open_event(struct buffer *out, const struct programme_event *event)
{
    char number[24];
    snprintf(number, sizeof number, "%" PRId64, event->number);
    buffer_append_text(out, "      <event");
    xml_attribute(out, "guid", event->guid);
    xml_attribute(out, "id", number);
    if (event->code)
        xml_attribute(out, "code", event->code);
    buffer_append_text(out, ">\n");
}

static void xml_write_event(struct buffer *out, const struct programme_event *event)
{
    char duration[PROGRAMME_DURATION_BYTES], start[6];
    const char *const indent = "        ";
    const struct record *paper = event->paper;
    const struct programme_urls urls = programme_urls_of(paper);
    const struct value *room = record_value(paper, ROLE_ROOM);
    const struct value *subtitle = record_value(paper, ROLE_SUBTITLE);
    const struct value *language = record_value(paper, ROLE_LANGUAGE);
    programme_duration_write(event->end.instant - event->start.instant, true, duration);
    snprintf(start, sizeof start, "%.5s", event->start.text + PROGRAMME_DATE_BYTES);
    xml_open_event(out, event);
    xml_text_element(out, indent, "room", room->count ? room->text : event->room);
    xml_value_element(out, "title", record_label(paper));
    if (subtitle->count)
        xml_value_element(out, "subtitle", subtitle);
    xml_value_element(out, "type", record_value(paper, ROLE_KIND));
    xml_text_element(out, indent, "date", event->start.text);
    xml_text_element(out, indent, "start", start);
    xml_text_element(out, indent, "duration", duration);
    xml_write_abstract(out, paper);
    xml_value_element(out, "track", record_value(paper, ROLE_TRACK));
    if (language->count)
        xml_value_element(out, "language", language);
    xml_write_persons(out, paper);
    xml_write_links(out, paper, &urls, false);
    xml_write_links(out, paper, &urls, true);
    xml_text_element(out, indent, "url", urls.page);
    xml_text_element(out, indent, "feedback_url", urls.feedback);
    xml_text_element(out, indent, "origin_url", urls.origin);
    buffer_append_text(out, "      </event>\n");
}

static void xml_open_day(struct buffer *out, const struct programme_day *day, size_t index)
{
    char number[24];
    snprintf(number, sizeof number, "%zu", index);
    buffer_append_text(out, "  <day");
    xml_attribute(out, "index", number);
    xml_attribute(out, "date", day->date);
    xml_attribute(out, "start", day->start.text);
    xml_attribute(out, "end", day->end.text);
    buffer_append_text(out, ">\n");
}

/* Writes the rooms of a day. Returns false if the work is used up. */
static bool xml_write_rooms(const struct programme_output *output,
                            const struct programme *programme, const struct programme_day *day)
{
    struct buffer *out = output->out;
    for (size_t i = day->first; i < day->first + day->count; i++) {
        const struct programme_event *event = &programme->events[i];
        if (i == day->first || event[-1].room_order != event->room_order) {
            buffer_append_text(out, i == day->first ? "    <room" : "    </room>\n    <room");
            xml_attribute(out, "name", event->room);
            buffer_append_text(out, ">\n");
        }
        xml_write_event(out, event);
        if (!work_spend(output->work, WORK_WRITING, WORK_RECORD) ||
            !work_spend_bytes(output->work, WORK_WRITING, out->length) || out->failed)
            return false;
    }
    if (day->count)
        buffer_append_text(out, "    </room>\n");
    return true;
}

static void xml_write_schedule(const struct programme_output *output,
                               const struct programme *programme)
{
    const struct archive_version version = archive_version(output->archive);
    struct buffer *out = output->out;
    buffer_append_text(out,
                       "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n"
                       "  <generator name=\"rapporteur\" version=\"" RAPPORTEUR_VERSION "\"/>\n");
    xml_element(out, "  ", "version", version.sha256, VERSION_DIGITS);
    xml_write_conference(out, programme);
    for (size_t i = 0; i < programme->day_count; i++) {
        xml_open_day(out, &programme->days[i], i + 1);
        if (!xml_write_rooms(output, programme, &programme->days[i]))
            return;
        buffer_append_text(out, "  </day>\n");
    }
    buffer_append_text(out, "</schedule>\n");
}

void programme_write_xml(const struct programme_output *output, const struct record *meeting)
{
    struct programme programme;
    if (programme_arrange(output->archive, meeting, &programme))
        xml_write_schedule(output, &programme);
    else
        output->out->failed = true;
    programme_finish(&programme);
}
