/* The sessions and the papers of a schedule. */
#include "base/array.h"
#include "base/buffer.h"
#include "schedules/schedule_drafting.h"
#include "values/calendar_day.h"
#include "values/language.h"
#include "values/time_zone.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum {
    TITLE_BYTES_MAX = 64 * 1024 /* of the tracks of a session */
};

static const struct schedule_text no_text = {"", 0};

static const struct word {
    const char *printed; /* in lower case, letters only */
    const char *value;
} paper_kinds[] =
    {
        {"talk", "talk"},
        {"lecture", "talk"},
        {"vortrag", "talk"},
        {"presentation", "talk"},
        {"session", "talk"},
        {"oral", "talk"},
        {"charla", "talk"},
        {"ponencia", "talk"},
        {"devroom", "talk"},
        {"maintrack", "talk"},
        {"lightningtalk", "lightning_talk"},
        {"lightning", "lightning_talk"},
        {"keynote", "keynote"},
        {"workshop", "workshop"},
        {"handson", "workshop"},
        {"tutorial", "workshop"},
        {"atelier", "workshop"},
        {"taller", "workshop"},
        {"training", "workshop"},
        {"panel", "panel"},
        {"paneldiscussion", "panel"},
        {"podium", "panel"},
        {"discussion", "panel"},
        {"poster", "poster"},
        {"demo", "demo"},
        {"demonstration", "demo"},
        {"paper", "paper"},
        {"report", "report"},
        {"update", "update"},
        {"statement", "statement"},
        {"remarks", "remarks"},
        {"proposal", "proposal"},
        {"film", "film"},
        {"movie", "film"},
        {"screening", "film"},
        {"performance", "performance"},
        {"concert", "performance"},
        {"djset", "performance"},
        {"theater", "performance"},
        {"break", "break"},
        {"lunch", "break"},
        {"pause", "break"},
        {"pausa", "break"},
        {"coffee", "break"},
        {"coffeebreak", "break"},
        {"other", "other"},
},
  paper_statuses[] = {
      {"canceled", "cancelled"}, {"cancelled", "cancelled"}, {"withdrawn", "withdrawn"},
      {"rejected", "withdrawn"}, {"declined", "withdrawn"},  {"deleted", "withdrawn"},
};

/* Returns the value of a word whatever its case, spaces and hyphens, or NULL. */
static const char *find_word(const struct word *words, size_t count, struct schedule_text text)
{
    char letters[32];
    size_t length = 0;
    for (size_t i = 0; i < text.length && length + 1 < sizeof letters; i++)
        if (isalpha((unsigned char)text.at[i]))
            letters[length++] = (char)tolower((unsigned char)text.at[i]);
    letters[length] = '\0';
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i].printed, letters) == 0)
            return words[i].value;
    return NULL;
}

static void set_kind(struct drafting *drafting, const struct schedule_object *event, json_t *paper)
{
    char name[80];
    const struct schedule_text type = schedule_value(event, VALUE_TYPE);
    const char *kind = find_word(paper_kinds, sizeof paper_kinds / sizeof *paper_kinds, type);
    if (!type.length)
        return;
    draft_set(drafting->draft, paper, "kind", json_string(kind ? kind : "other"));
    if (kind)
        return;
    snprintf(name, sizeof name, "types \"%.50s\"", type.at);
    draft_count_unread(drafting->draft, name, event->lines.first);
}

static void set_status(struct drafting *drafting, const struct schedule_object *event,
                       json_t *paper)
{
    const char *status = find_word(paper_statuses, sizeof paper_statuses / sizeof *paper_statuses,
                                   schedule_value(event, VALUE_STATE));
    draft_set(drafting->draft, paper, "status", json_string(status ? status : "scheduled"));
    if (!status)
        draft_infer(drafting->draft, paper, "status");
}

static void set_language(struct drafting *drafting, const struct schedule_object *event,
                         json_t *paper)
{
    char tag[40], name[80];
    const struct schedule_text language = schedule_value(event, VALUE_LANGUAGE);
    if (!language.length)
        return;
    snprintf(tag, sizeof tag, "%s", language.at);
    for (char *byte = tag; *byte; byte++)
        *byte = *byte == '_' ? '-' : *byte;
    if (language.length < sizeof tag && language_is_tag(tag, strlen(tag)))
        draft_set(drafting->draft, paper, "language", json_string(tag));
    else {
        snprintf(name, sizeof name, "languages \"%.40s\"", language.at);
        draft_count_unread(drafting->draft, name, event->lines.first);
    }
}

/* Returns the day that contains an event, or SIZE_MAX. */
static size_t day_of(struct drafting *drafting, const struct schedule_object *event)
{
    const size_t days = drafting->schedule->parts[SCHEDULE_DAY].count;
    struct schedule_time start;
    if (event->within == SCHEDULE_DAY_ROOM)
        return drafting->schedule->parts[SCHEDULE_DAY_ROOM].at[event->owner].owner;
    if (!schedule_time_read(schedule_value(event, VALUE_START), &start) &&
        !schedule_time_read(schedule_value(event, VALUE_DATE), &start))
        return SIZE_MAX;
    for (size_t i = 0; i < days; i++)
        if (drafting->day_bounds[i].from <= start.instant &&
            start.instant < drafting->day_bounds[i].to)
            return i;
    for (size_t i = 0; i < days; i++)
        if (memcmp(drafting->day_bounds[i].date, start.text, strlen("2026-01-31")) == 0)
            return i;
    return SIZE_MAX;
}

/* Returns the name of the room that an event refers to. `*ret_lines` are the lines that have it. */
static struct schedule_text room_of(struct drafting *drafting, const struct schedule_object *event,
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

static void keep_rooms(struct drafting *drafting)
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

/* Reports whether a day begins and ends at midnight, so that its date says the same. */
static bool is_whole_day(const struct schedule_time *start, const struct schedule_time *end)
{
    const int64_t from = start->instant + start->offset, to = end->instant + end->offset;
    return start->clock && end->clock && from % SECONDS_OF_DAY == 0 && to - from == SECONDS_OF_DAY;
}

/* Reads the times of the days, among which that of each event is looked for. */
static void read_day_bounds(struct drafting *drafting)
{
    const struct schedule_objects *days = &drafting->schedule->parts[SCHEDULE_DAY];
    for (size_t i = 0; i < days->count; i++) {
        struct schedule_day_bounds *bounds = &drafting->day_bounds[i];
        struct schedule_time from, to, date;
        const bool dated = schedule_time_read(schedule_value(&days->at[i], VALUE_DATE), &date);
        if (schedule_time_read(schedule_value(&days->at[i], VALUE_START), &from) &&
            schedule_time_read(schedule_value(&days->at[i], VALUE_END), &to) && from.clock) {
            bounds->from = from.instant;
            bounds->to = to.instant;
        }
        snprintf(bounds->date, sizeof bounds->date, "%.10s", dated ? date.text : "");
    }
}

/* Adds the sessions of the days. */
static void add_days(struct drafting *drafting)
{
    const struct schedule_objects *days = &drafting->schedule->parts[SCHEDULE_DAY];
    for (size_t i = 0; i < days->count; i++) {
        const struct schedule_object *day = &days->at[i];
        struct schedule_time date = {.text = ""}, start, end;
        char name[SCHEDULE_TIME_BYTES + 8], id[DRAFT_ID_BYTES];
        const bool begins = schedule_time_read(schedule_value(day, VALUE_START), &start);
        const struct schedule_text stated = schedule_value(day, VALUE_DATE);
        if (stated.length && !schedule_time_read(stated, &date))
            drafting_doubt(drafting, DOUBT_TIME, day->lines.first,
                           "\"%.40s\" is not a date, so day %zu has %s", stated.at, i + 1,
                           begins ? "that of its start" : "none");
        if (!schedule_time_read(schedule_value(day, VALUE_DATE), &date) && begins)
            date = start;
        snprintf(name, sizeof name, "%.10s", date.text);
        if (!date.text[0])
            snprintf(name, sizeof name, "day-%zu", i + 1);
        draft_new_id(drafting->draft, &session_type, drafting->meeting, name, id);
        json_t *session = draft_add(drafting->draft, &session_type, id, day->lines, "day");
        drafting->days[i] = session;
        draft_set(drafting->draft, session, "meeting", json_string(drafting->meeting));
        draft_set(drafting->draft, session, "number", json_integer((json_int_t)i + 1));
        draft_infer(drafting->draft, session, "number");
        snprintf(name, sizeof name, "Day %zu", i + 1);
        draft_set(drafting->draft, session, "title", json_string(name));
        draft_infer(drafting->draft, session, "title");
        const bool ends = schedule_time_read(schedule_value(day, VALUE_END), &end);
        const bool whole = begins && ends && is_whole_day(&start, &end);
        if (begins) {
            drafting_note_time(drafting, &start, day->lines.first);
            date = start;
        }
        if (whole)
            date.text[strlen("2026-01-31")] = '\0';
        if (date.text[0])
            draft_set(drafting->draft, session, "start_date", json_string(date.text));
        if (ends && !whole && end.instant >= date.instant && date.text[0])
            draft_set(drafting->draft, session, "end_date", json_string(end.text));
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

/* Returns the session of a room on a day, which is added if need be; or NULL
 * if the event has no day or no room. */
static struct schedule_session *session_of(struct drafting *drafting,
                                           const struct schedule_object *event, size_t day)
{
    char of_day[40];
    struct line_span lines = event->lines, of_room;
    struct schedule_text room = room_of(drafting, event, &of_room);
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

/* Takes the times and the track of an event into account for its session. */
static void extend_session(struct schedule_session *session, const struct schedule_period *period,
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
    set_kind(drafting, event, paper);
    set_status(drafting, event, paper);
    set_language(drafting, event, paper);
    struct line_span of_room;
    drafting_set_line(drafting, paper, "room", room_of(drafting, event, &of_room));
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
    const size_t day = day_of(drafting, event);
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
    drafting_check_room(drafting, event, room_of(drafting, event, &of_room));
    const char *topic = drafting_track_of(drafting, event, &label, &of_track);
    if (topic) {
        draft_cite_elsewhere(drafting->draft, &paper_type, paper->record, of_track);
        draft_append(drafting->draft, paper->record, "topics", json_string(topic));
        draft_set(drafting->draft, paper->record, "track", json_string(label ? label : topic));
    }
    struct schedule_session *session = session_of(drafting, event, day);
    json_t *of_day = day == SIZE_MAX ? NULL : drafting->days[day];
    const char *id = json_string_value(json_object_get(session ? session->record : of_day, "id"));
    draft_set(drafting->draft, paper->record, id ? "session" : "meeting",
              json_string(id ? id : drafting->meeting));
    if (session)
        extend_session(session, &period, label);
    if (period.start.text[0])
        draft_set(drafting->draft, paper->record, "start_date", json_string(period.start.text));
    if (period.end.text[0])
        draft_set(drafting->draft, paper->record, "end_date", json_string(period.end.text));
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

/* Gives sessions their numbers within the day, and what follows from their events. */
static void complete_sessions(struct drafting *drafting)
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
    keep_rooms(drafting);
    read_day_bounds(drafting);
    add_days(drafting);
    for (size_t i = 0; i < events && !draft_is_out_of_memory(drafting->draft); i++)
        add_paper(drafting, i);
    complete_sessions(drafting);
}
