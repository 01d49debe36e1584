/* The sessions of the rooms on each day of a schedule. */
#include "base/buffer.h"
#include "conference/schedule_drafting.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum {
    TITLE_BYTES_MAX = 64 * 1024 /* of the tracks of a session */
};

static const struct schedule_text no_text = {"", 0};

struct schedule_text drafting_room_of(struct drafting *drafting,
                                      const struct schedule_object *event,
                                      struct line_span *ret_lines)
{
    const struct schedule_object *from = event;
    const struct schedule_text stated = schedule_value(event, VALUE_ROOM);
    const struct schedule_text key = schedule_value(event, VALUE_ROOM_KEY);
    *ret_lines = event->lines;
    if (stated.length)
        return stated;
    const json_t *room = key.length ? drafting_find(drafting, "room-guid", key) : NULL;
    if (key.length && !room)
        room = drafting_find(drafting, "room-slug", key);
    if (key.length && !room)
        room = drafting_find(drafting, "room-id", key);
    if (room)
        from = &drafting->schedule->parts[SCHEDULE_ROOM].at[json_integer_value(room)];
    else if (event->within == SCHEDULE_DAY_ROOM)
        from = &drafting->schedule->parts[SCHEDULE_DAY_ROOM].at[event->owner];
    if (from == event || !schedule_value(from, VALUE_NAME).length)
        return no_text;
    /* The programme of a room is long, and begins with its name. */
    *ret_lines = room ? from->lines : (struct line_span){from->lines.first, from->lines.first};
    return schedule_value(from, VALUE_NAME);
}

void drafting_keep_rooms(struct drafting *drafting)
{
    static const char *const schemes[] = {"room-guid", "room-slug", "room-id"};
    const struct schedule_objects *rooms = &drafting->schedule->parts[SCHEDULE_ROOM];
    for (size_t i = 0; i < rooms->count; i++) {
        const struct schedule_text keys[] = {schedule_value(&rooms->at[i], VALUE_GUID),
                                             schedule_value(&rooms->at[i], VALUE_SLUG),
                                             schedule_value(&rooms->at[i], VALUE_ID)};
        const struct schedule_text name = schedule_value(&rooms->at[i], VALUE_NAME);
        drafting_check_key(drafting, &rooms->at[i], "room", "the first one counts");
        if (name.length)
            drafting_keep(drafting, "room-name", name, json_true());
        for (size_t k = 0; k < 3; k++)
            if (keys[k].length && !drafting_find(drafting, schemes[k], keys[k]))
                drafting_keep(drafting, schemes[k], keys[k], json_integer((json_int_t)i));
    }
}

/* Adds a session for a room on a day. Returns its position, or SIZE_MAX if out of memory. */
static size_t add_room(struct drafting *drafting, size_t day, struct schedule_text room,
                       struct line_span lines)
{
    char slug[DRAFT_ID_BYTES], id[DRAFT_ID_BYTES];
    const char *of_day = json_string_value(json_object_get(drafting->days[day], "id"));
    draft_slug(drafting->draft, room.at, room.length, slug);
    if (!of_day)
        return SIZE_MAX;
    draft_new_id(drafting->draft, &session_type, of_day, slug, id);
    struct schedule_session *session = &drafting->sessions[drafting->session_count];
    *session = (struct schedule_session){
        .record = draft_add(drafting->draft, &session_type, id, lines, "room"),
        .day = &drafting->schedule->parts[SCHEDULE_DAY].at[day],
        .room = room};
    draft_set(drafting->draft, session->record, "meeting", json_string(drafting->meeting));
    draft_set(drafting->draft, session->record, "parent", json_string(of_day));
    drafting_set_line(drafting, session->record, "room", room);
    return drafting->session_count++;
}

struct schedule_session *drafting_session_of(struct drafting *drafting,
                                             const struct schedule_object *event, size_t day)
{
    char of_day[40];
    struct line_span lines = event->lines, of_room;
    struct schedule_text room = drafting_room_of(drafting, event, &of_room);
    if (event->within == SCHEDULE_DAY_ROOM) {
        const struct schedule_object *object =
            &drafting->schedule->parts[SCHEDULE_DAY_ROOM].at[event->owner];
        room = schedule_value(object, VALUE_NAME);
        lines = of_room = object->lines;
    }
    if (day == SIZE_MAX || !room.length)
        return NULL;
    snprintf(of_day, sizeof of_day, "session-%zu", day);
    const json_t *known = drafting_find(drafting, of_day, room);
    if (known)
        return &drafting->sessions[json_integer_value(known)];
    const size_t position = add_room(drafting, day, room, lines);
    if (position == SIZE_MAX)
        return NULL;
    draft_cite_elsewhere(drafting->draft, &session_type, drafting->sessions[position].record,
                         of_room);
    drafting_keep(drafting, of_day, room, json_integer((json_int_t)position));
    return &drafting->sessions[position];
}

/* Adds the track of an event, which may be NULL. */
static void add_session_track(struct schedule_session *session, const char *track)
{
    for (size_t i = 0; i < session->track_count && track; i++)
        if (strcmp(session->tracks[i], track) == 0)
            return;
    if (track && session->track_count < SESSION_TRACKS_MAX)
        session->tracks[session->track_count++] = track;
    else
        session->untitled = true;
}

void drafting_extend_session(struct schedule_session *session, const struct schedule_period *period,
                             const char *track)
{
    const struct schedule_time *end = period->end.text[0] ? &period->end : &period->start;
    add_session_track(session, track);
    if (!period->start.text[0] || !period->start.clock)
        return;
    if (!session->start.text[0] || period->start.instant < session->start.instant)
        session->start = period->start;
    if (!session->end.text[0] || end->instant > session->end.instant)
        session->end = *end;
}

/* Titles a session by the tracks of its events, or by its room. The track of all of them is its
 * own. */
static void title_session(struct drafting *drafting, const struct schedule_session *session)
{
    struct buffer title;
    buffer_init(&title, TITLE_BYTES_MAX);
    for (size_t i = 0; i < session->track_count; i++) {
        buffer_append_text(&title, i ? " / " : "");
        buffer_append_text(&title, session->tracks[i]);
    }
    draft_check_text(drafting->draft, &title);
    if (session->track_count && !session->untitled && !title.failed)
        draft_set(drafting->draft, session->record, "title",
                  json_stringn(title.bytes, title.length));
    else
        drafting_set_line(drafting, session->record, "title", session->room);
    buffer_finish(&title);
    draft_infer(drafting->draft, session->record, "title");
    if (session->track_count != 1 || session->untitled)
        return;
    draft_set(drafting->draft, session->record, "track", json_string(session->tracks[0]));
    draft_infer(drafting->draft, session->record, "track");
}

void drafting_complete_sessions(struct drafting *drafting)
{
    const struct schedule_object *const days = drafting->schedule->parts[SCHEDULE_DAY].at;
    unsigned numbers[1001] = {0};
    for (size_t i = 0; i < drafting->session_count; i++) {
        struct schedule_session *session = &drafting->sessions[i];
        const size_t day = (size_t)(session->day - days);
        draft_set(drafting->draft, session->record, "number", json_integer(++numbers[day]));
        draft_infer(drafting->draft, session->record, "number");
        title_session(drafting, session);
        if (!session->start.text[0])
            continue;
        draft_set(drafting->draft, session->record, "start_date", json_string(session->start.text));
        draft_set(drafting->draft, session->record, "end_date", json_string(session->end.text));
        draft_infer(drafting->draft, session->record, "start_date");
        draft_infer(drafting->draft, session->record, "end_date");
    }
}
