/* The papers of a schedule. */
#include "base/array.h"
#include "conference/schedule_drafting.h"
#include "values/time_zone.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const struct schedule_text no_text = {"", 0};

/* Finds doubts in the times of an event. */
static void note_doubts(struct drafting *drafting, const struct schedule_object *event,
                        const struct schedule_period *period)
{
    const unsigned line = event->lines.first;
    drafting_note_time(drafting, &period->start, line);
    drafting_note_time(drafting, &period->end, line);
    if (period->disagrees && !drafting->doubts.disagreeing++)
        drafting->doubts.disagreeing_line = line;
    if (!period->start.text[0] && !drafting->doubts.undated++)
        drafting->doubts.undated_line = line;
    if (drafting->zone == TIME_ZONE_UTC || !period->start.has_offset ||
        time_zone_offset(drafting->zone, period->start.instant) == period->start.offset ||
        drafting->doubts.wrong_offsets++)
        return;
    drafting->doubts.wrong_offset_line = line;
    snprintf(drafting->doubts.wrong_offset, sizeof drafting->doubts.wrong_offset, "%s",
             period->start.text);
}

/* Writes the id of the paper of an event: from its guid, id, code or slug, else from its title and
 * its start. */
static void name_paper(struct drafting *drafting, const struct schedule_object *event,
                       const struct schedule_period *period, char id[DRAFT_ID_BYTES])
{
    static const enum schedule_value keys[] = {VALUE_GUID, VALUE_ID, VALUE_CODE, VALUE_SLUG};
    const struct schedule_text title = schedule_value(event, VALUE_NAME);
    char name[DRAFT_ID_BYTES] = "", slug[DRAFT_ID_BYTES];
    for (size_t i = 0; i < sizeof keys / sizeof *keys && !name[0]; i++) {
        const struct schedule_text key = schedule_value(event, keys[i]);
        if (key.length)
            draft_slug(drafting->draft, key.at, key.length, name);
    }
    if (!name[0])
        snprintf(name, sizeof name, "%.70s%s%.10s",
                 draft_slug(drafting->draft, title.at, title.length, slug),
                 period->start.text[0] ? "-" : "", period->start.text);
    draft_new_id(drafting->draft, &paper_type, drafting->meeting, name, id);
}

static void fill_paper(struct drafting *drafting, const struct schedule_object *event,
                       json_t *paper)
{
    drafting_set_line(drafting, paper, "title", schedule_value(event, VALUE_NAME));
    drafting_set_line(drafting, paper, "subtitle", schedule_value(event, VALUE_SUBTITLE));
    drafting_set_terms(drafting, event, paper);
    struct line_span of_room;
    drafting_set_line(drafting, paper, "room", drafting_room_of(drafting, event, &of_room));
    draft_cite_elsewhere(drafting->draft, &paper_type, paper, of_room);
    drafting_set_paragraphs(drafting, paper, "abstract", schedule_value(event, VALUE_TEXT),
                            schedule_value(event, VALUE_MORE));
    drafting_add_identifier(drafting, paper, "guid", schedule_value(event, VALUE_GUID));
    drafting_add_identifier(drafting, paper, "id", schedule_value(event, VALUE_ID));
    drafting_add_identifier(drafting, paper, "code", schedule_value(event, VALUE_CODE));
    /* A schedule whose event has no page gives the URN of the guid. */
    if (strncmp(schedule_value(event, VALUE_URL).at, "urn:uuid:", strlen("urn:uuid:")) != 0)
        drafting_add_link(drafting, paper, schedule_value(event, VALUE_URL), no_text, "page",
                          event->lines.first);
}

static void add_paper(struct drafting *drafting, size_t number)
{
    const struct schedule_object *event = &drafting->schedule->parts[SCHEDULE_EVENT].at[number];
    struct schedule_paper *paper = &drafting->papers[number];
    const size_t day = drafting_day_of(drafting, event);
    const struct schedule_period period = schedule_period_of(
        event, day == SIZE_MAX ? NULL : &drafting->schedule->parts[SCHEDULE_DAY].at[day],
        schedule_value(drafting->conference, VALUE_DAY_CHANGE));
    const char *label;
    struct line_span of_room, of_track;
    name_paper(drafting, event, &period, paper->id);
    paper->record = draft_add(drafting->draft, &paper_type, paper->id, event->lines, "event");
    fill_paper(drafting, event, paper->record);
    note_doubts(drafting, event, &period);
    drafting_check_event(drafting, event, &period);
    drafting_check_key(drafting, event, "event", "each is a paper of its own");
    drafting_check_room(drafting, event, drafting_room_of(drafting, event, &of_room));
    const char *topic = drafting_track_of(drafting, event, &label, &of_track);
    if (topic) {
        draft_cite_elsewhere(drafting->draft, &paper_type, paper->record, of_track);
        draft_append(drafting->draft, paper->record, "topics", json_string(topic));
        draft_set(drafting->draft, paper->record, "track", json_string(label ? label : topic));
    }
    struct schedule_session *session = drafting_session_of(drafting, event, day);
    json_t *of_day = day == SIZE_MAX ? NULL : drafting->days[day];
    const char *id = json_string_value(json_object_get(session ? session->record : of_day, "id"));
    draft_set(drafting->draft, paper->record, id ? "session" : "meeting",
              json_string(id ? id : drafting->meeting));
    if (session)
        drafting_extend_session(session, &period, label);
    if (period.start.text[0])
        draft_set(drafting->draft, paper->record, "start_date", json_string(period.start.text));
    if (period.end.text[0])
        draft_set(drafting->draft, paper->record, "end_date", json_string(period.end.text));
}

/* Returns an array of zeros, or NULL if out of memory. */
static void *new_array(struct drafting *drafting, size_t count, size_t size)
{
    size_t capacity = 0;
    void *array = array_reserve(NULL, &capacity, count + 1, size);
    if (array)
        memset(array, 0, capacity * size);
    else
        draft_set_out_of_memory(drafting->draft);
    return array;
}

void drafting_add_papers(struct drafting *drafting)
{
    const size_t events = drafting->schedule->parts[SCHEDULE_EVENT].count;
    drafting->days =
        new_array(drafting, drafting->schedule->parts[SCHEDULE_DAY].count, sizeof(json_t *));
    drafting->day_bounds = new_array(drafting, drafting->schedule->parts[SCHEDULE_DAY].count,
                                     sizeof *drafting->day_bounds);
    drafting->sessions = new_array(drafting, events, sizeof *drafting->sessions);
    drafting->papers = new_array(drafting, events, sizeof *drafting->papers);
    if (!drafting->days || !drafting->day_bounds || !drafting->sessions || !drafting->papers)
        return;
    drafting_keep_rooms(drafting);
    drafting_add_days(drafting);
    for (size_t i = 0; i < events && !draft_is_out_of_memory(drafting->draft); i++)
        add_paper(drafting, i);
    drafting_complete_sessions(drafting);
}
