/* The records of a schedule: the meeting, the document, the tracks, and the doubts. */
#include "conference/schedule_drafting.h"
#include "schema/kind.h"
#include "values/time_zone.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    DAYS_MAX = 1000
};

static const struct schedule_text no_text = {"", 0};

static void drafting_set_time_zone(struct drafting *drafting, json_t *meeting)
{
    const struct schedule_text name = schedule_value(drafting->conference, VALUE_TIME_ZONE);
    if (!name.length)
        return;
    drafting->zone = time_zone_find(name.at, name.length);
    if (drafting->zone != TIME_ZONE_UTC) {
        draft_set_text(drafting->draft, meeting, "time_zone", name.at, name.length);
        return;
    }
    draft_warn(drafting->draft, drafting->conference->lines.first,
               "there is no time zone \"%.60s\"; the meeting has none", name.at);
}

void drafting_note_time(struct drafting *drafting, const struct schedule_time *time, unsigned line)
{
    if (time->clock && !time->has_offset && !drafting->doubts.unzoned++)
        drafting->doubts.unzoned_line = line;
}

/* Gives the meeting a time zone if times have no offset and the source names no zone, as old
 * schedules do: that which is called like the city, else UTC. */
static void drafting_infer_time_zone(struct drafting *drafting)
{
    const struct schedule_text city = schedule_value(drafting->conference, VALUE_CITY);
    const char *meant = city.length ? time_zone_meant(city.at, city.length) : NULL;
    const char *zone = meant ? meant : "UTC";
    if (!drafting->doubts.unzoned || drafting->zone != TIME_ZONE_UTC)
        return;
    draft_set(drafting->draft, drafting->meeting_record, "time_zone", json_string(zone));
    draft_infer(drafting->draft, drafting->meeting_record, "time_zone");
    draft_warn(drafting->draft, drafting->doubts.unzoned_line,
               "the times have no offset and no time zone is named, so that %s is taken; set "
               "\"time_zone\" in a record that extends the meeting and has "
               "\"replaces\": [\"time_zone\"]",
               zone);
}

/* Reads the first or the last day of the meeting: its own, else that of a day of the programme. */
static bool read_bound(struct drafting *drafting, enum schedule_value value,
                       struct schedule_time *ret_time)
{
    const struct schedule_objects *days = &drafting->schedule->parts[SCHEDULE_DAY];
    const struct schedule_text text = schedule_value(drafting->conference, value);
    if (schedule_time_read(text, ret_time)) {
        drafting_note_time(drafting, ret_time, drafting->conference->lines.first);
        return true;
    }
    if (text.length)
        draft_warn(drafting->draft, drafting->conference->lines.first,
                   "\"%.60s\" is no date of the conference", text.at);
    return days->count &&
           schedule_time_read(
               schedule_value(&days->at[value == VALUE_END ? days->count - 1 : 0], VALUE_DATE),
               ret_time);
}

static void drafting_set_dates(struct drafting *drafting, json_t *meeting)
{
    struct schedule_time start = {.instant = INT64_MIN}, end;
    if (read_bound(drafting, VALUE_START, &start))
        draft_set(drafting->draft, meeting, "start_date", json_string(start.text));
    if (!read_bound(drafting, VALUE_END, &end))
        return;
    if (end.instant + (end.clock ? 0 : 86400) < start.instant)
        draft_warn(drafting->draft, drafting->conference->lines.first,
                   "the conference ends before it begins; its end is omitted");
    else
        draft_set(drafting->draft, meeting, "end_date", json_string(end.text));
}

static void drafting_set_links(struct drafting *drafting, json_t *meeting)
{
    const struct schedule_text url = schedule_value(drafting->conference, VALUE_URL);
    const struct schedule_text base = drafting_base_url(drafting);
    const unsigned line = drafting->conference->lines.first;
    drafting_add_link(drafting, meeting, url, no_text, "page", line);
    if (strcmp(base.at, url.at) != 0)
        drafting_add_link(drafting, meeting, base, no_text, "other", line);
}

/* Sets the fields of the meeting that say when, where and what it is. */
static void drafting_describe_meeting(struct drafting *drafting, json_t *meeting)
{
    const struct schedule_object *conference = drafting->conference;
    const struct schedule_text country = schedule_value(conference, VALUE_COUNTRY);
    drafting_set_time_zone(drafting, meeting);
    drafting_set_dates(drafting, meeting);
    drafting_set_line(drafting, meeting, "venue", schedule_value(conference, VALUE_VENUE));
    drafting_set_line(drafting, meeting, "city", schedule_value(conference, VALUE_CITY));
    if (kinds[FIELD_COUNTRY].accepts(country.at, country.length))
        draft_set_text(drafting->draft, meeting, "country", country.at, country.length);
    drafting_set_paragraphs(drafting, meeting, "summary",
                            schedule_value(conference, VALUE_SUBTITLE),
                            schedule_value(conference, VALUE_TEXT));
    drafting_set_links(drafting, meeting);
}

/* Adds the document of the source. */
static void drafting_add_document(struct drafting *drafting, struct schedule_text title)
{
    char id[DRAFT_ID_BYTES];
    snprintf(id, sizeof id, "%.80s-schedule", drafting->meeting);
    json_t *document = draft_add_document(drafting->draft, id, "Schedule", "schedule",
                                          drafting->schedule->media_type);
    drafting_set_line(drafting, document, "title", title);
    drafting_set_url(drafting, document, "url", schedule_value(drafting->root, VALUE_URL), 0);
    draft_set(drafting->draft, document, "meeting", json_string(drafting->meeting));
}

/* Adds the meeting, and the document of the source. Returns false if it has no name. */
static bool drafting_add_meeting(struct drafting *drafting)
{
    const struct schedule_object *conference = drafting->conference;
    struct schedule_text acronym = schedule_value(conference, VALUE_CODE);
    if (!acronym.length)
        acronym = schedule_value(conference, VALUE_ACRONYM);
    const struct schedule_text title = schedule_value(conference, VALUE_NAME);
    const struct schedule_text name = title.length ? title : acronym;
    const struct schedule_text key = acronym.length ? acronym : title;
    if (!name.length) {
        draft_refuse(drafting->draft, conference->lines.first,
                     "the conference has neither a title nor an acronym");
        return false;
    }
    draft_slug(drafting->draft, key.at, key.length, drafting->meeting);
    json_t *meeting = draft_add(drafting->draft, &meeting_type, drafting->meeting,
                                conference->lines, "conference");
    drafting->meeting_record = meeting;
    drafting_set_line(drafting, meeting, "name", name);
    if (drafting->schedule->named_by_file)
        draft_infer(drafting->draft, meeting, "name");
    drafting_set_line(drafting, meeting, "abbreviation", acronym);
    draft_set(drafting->draft, meeting, "kind", json_string("conference"));
    draft_set(drafting->draft, meeting, "status", json_string("planned"));
    draft_infer(drafting->draft, meeting, "kind");
    draft_infer(drafting->draft, meeting, "status");
    drafting_describe_meeting(drafting, meeting);
    drafting_add_document(drafting, name);
    return true;
}

/* Adds a topic and makes it known by its slug and its label. Returns its id. */
static const char *add_topic(struct drafting *drafting, struct schedule_text slug,
                             struct schedule_text label, struct schedule_text description,
                             struct line_span lines)
{
    char name[DRAFT_ID_BYTES], id[DRAFT_ID_BYTES];
    const struct schedule_text key = slug.length ? slug : label;
    draft_slug(drafting->draft, key.at, key.length, name);
    draft_new_id(drafting->draft, &topic_type, drafting->meeting, name, id);
    json_t *topic = draft_add(drafting->draft, &topic_type, id, lines, "track");
    drafting_set_line(drafting, topic, "label", label.length ? label : slug);
    drafting_set_paragraphs(drafting, topic, "description", description, no_text);
    drafting_keep(drafting, "track-lines", (struct schedule_text){id, strlen(id)},
                  json_integer(((json_int_t)lines.first << 32) + lines.last));
    if (slug.length)
        drafting_keep(drafting, "track-slug", slug, json_incref(topic));
    if (label.length && !drafting_find(drafting, "track-name", label))
        drafting_keep(drafting, "track-name", label, json_incref(topic));
    return json_string_value(json_object_get(topic, "id"));
}

static json_t *find_topic(struct drafting *drafting, struct schedule_text slug,
                          struct schedule_text label)
{
    json_t *topic = slug.length ? drafting_find(drafting, "track-slug", slug) : NULL;
    return !topic && label.length ? drafting_find(drafting, "track-name", label) : topic;
}

void drafting_add_tracks(struct drafting *drafting)
{
    const struct schedule_objects *tracks = &drafting->schedule->parts[SCHEDULE_TRACK];
    for (size_t i = 0; i < tracks->count; i++) {
        const struct schedule_object *track = &tracks->at[i];
        const struct schedule_text slug = schedule_value(track, VALUE_SLUG);
        const struct schedule_text label = drafting_name(track);
        const bool known = slug.length ? drafting_find(drafting, "track-slug", slug) != NULL
                                       : find_topic(drafting, no_text, label) != NULL;
        drafting_check_key(drafting, track, "track", "events of both are of one track");
        if (!known && (slug.length || label.length))
            add_topic(drafting, slug, label, schedule_value(track, VALUE_TEXT), track->lines);
    }
}

const char *drafting_track_of(struct drafting *drafting, const struct schedule_object *event,
                              const char **ret_label, struct line_span *ret_lines)
{
    const struct schedule_text slug = schedule_value(event, VALUE_TRACK_KEY);
    const struct schedule_text label = schedule_value(event, VALUE_TRACK);
    *ret_label = NULL;
    *ret_lines = (struct line_span){0, 0};
    if (!slug.length && !label.length)
        return NULL;
    json_t *topic = find_topic(drafting, slug, label);
    const char *id = topic ? json_string_value(json_object_get(topic, "id"))
                           : add_topic(drafting, slug, label, no_text, event->lines);
    topic = find_topic(drafting, slug, label);
    *ret_label = json_string_value(json_object_get(topic, "label"));
    const json_int_t lines =
        id ? json_integer_value(
                 drafting_find(drafting, "track-lines", (struct schedule_text){id, strlen(id)}))
           : 0;
    if (*ret_label && strcmp(*ret_label, label.at) != 0)
        *ret_lines = (struct line_span){(unsigned)(lines >> 32), (unsigned)(lines & UINT32_MAX)};
    return id;
}

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

/* Warns of what is doubtful in many events once, with their number. */
static void drafting_warn(struct drafting *drafting)
{
    const struct schedule_text zone = schedule_value(drafting->conference, VALUE_TIME_ZONE);
    struct draft *draft = drafting->draft;
    if (drafting->doubts.wrong_offsets)
        draft_warn(draft, drafting->doubts.wrong_offset_line,
                   "the times of %zu event%s, such as %s, do not have the offset of the time zone "
                   "\"%.60s\"; they are kept as written",
                   drafting->doubts.wrong_offsets, plural(drafting->doubts.wrong_offsets),
                   drafting->doubts.wrong_offset, zone.at);
    if (drafting->doubts.disagreeing)
        draft_warn(
            draft, drafting->doubts.disagreeing_line,
            "the start and the date of %zu event%s have two different times; that of the date "
            "is kept",
            drafting->doubts.disagreeing, plural(drafting->doubts.disagreeing));
    if (drafting->doubts.undated)
        draft_warn(draft, drafting->doubts.undated_line, "there is no date for %zu event%s",
                   drafting->doubts.undated, plural(drafting->doubts.undated));
    drafting_warn_further(drafting);
    if (drafting->doubts.nameless_keys)
        draft_warn(draft, drafting->doubts.nameless_line,
                   "the schedule gives no guid, id or code for %zu name%s; each is a person of its "
                   "own at each event",
                   drafting->doubts.nameless_keys, plural(drafting->doubts.nameless_keys));
}

static void drafting_finish(struct drafting *drafting)
{
    json_decref(drafting->by_key);
    buffer_finish(&drafting->text);
    buffer_finish(&drafting->more);
    free(drafting->papers);
    free(drafting->people);
    free(drafting->sessions);
    free(drafting->days);
    free(drafting->day_bounds);
}

void schedule_draft(struct schedule *schedule)
{
    struct draft *draft = schedule->draft;
    struct drafting drafting = {.schedule = schedule, .draft = draft, .by_key = json_object()};
    buffer_init(&drafting.text, DRAFTING_TEXT_BYTES_MAX);
    buffer_init(&drafting.more, DRAFTING_TEXT_BYTES_MAX);
    if (!schedule->parts[SCHEDULE_CONFERENCE].count)
        draft_refuse(draft,
                     schedule->parts[SCHEDULE_ROOT].count
                         ? schedule->parts[SCHEDULE_ROOT].at[0].lines.first
                         : 1,
                     "the schedule has no conference; expected %s in it, as frab and pretalx write",
                     schedule->json ? "a member \"conference\"" : "an element <conference>");
    else if (schedule->parts[SCHEDULE_DAY].count > DAYS_MAX)
        draft_refuse(draft, schedule->parts[SCHEDULE_DAY].at[DAYS_MAX].lines.first,
                     "the schedule has more than %d days", (int)DAYS_MAX);
    else if (!drafting.by_key)
        draft_set_out_of_memory(draft);
    else {
        drafting.root = &schedule->parts[SCHEDULE_ROOT].at[0];
        drafting.conference = &schedule->parts[SCHEDULE_CONFERENCE].at[0];
        if (drafting_add_meeting(&drafting))
            drafting_add_tracks(&drafting), drafting_add_papers(&drafting);
        if (drafting.papers && !draft_is_out_of_memory(draft))
            drafting_add_people(&drafting);
        if (drafting.people && !draft_is_out_of_memory(draft))
            drafting_add_links(&drafting);
        if (drafting.meeting_record)
            drafting_infer_time_zone(&drafting);
        drafting_warn(&drafting);
    }
    drafting_finish(&drafting);
}
