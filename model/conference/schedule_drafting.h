/* The state of making records of a schedule, for the files schedule_*.c that share the work. */
#pragma once

#include "base/buffer.h"
#include "conference/schedule.h"
#include "conference/schedule_time.h"
#include "draft/draft_id.h"

/* A person, of whom there are one or more objects in the schedule. */
struct schedule_person {
    char id[DRAFT_ID_BYTES];
    const char *guid; /* NULL if the schedule gives none */
    json_t *record;
    size_t last_event; /* the event to which the person was added last, plus 1 */
    bool attends;
};

enum {
    SESSION_TRACKS_MAX = 3 /* by which a session is titled; one of more is titled by its room */
};

/* A room on a day. */
struct schedule_session {
    json_t *record;
    const struct schedule_object *day;
    struct schedule_text room;
    const char *tracks[SESSION_TRACKS_MAX]; /* the labels of its events' tracks, in their order */
    size_t track_count;
    bool untitled; /* true if an event has no track, or there are more tracks */
    struct schedule_time start, end;
};

/* The times of a day. */
struct schedule_day_bounds {
    int64_t from, to; /* equal if the schedule gives no times */
    char date[11];    /* "" if the schedule gives no date */
};

/* An event. */
struct schedule_paper {
    json_t *record;
    char id[DRAFT_ID_BYTES];
    bool feedback_linked; /* true if a link is the URL for feedback */
};

/* The kinds of doubts that are warnings of their own. */
enum doubt {
    DOUBT_TIME,
    DOUBT_BOUND,
    DOUBT_KEY,
    DOUBT_TITLE,
    DOUBT_ROOM,
    DOUBT_COUNT
};

struct drafting {
    struct schedule *schedule;
    struct draft *draft;
    const struct schedule_object *root;
    const struct schedule_object *conference;
    char meeting[DRAFT_ID_BYTES]; /* its id */
    json_t *meeting_record;
    uint16_t zone;
    struct schedule_paper *papers; /* one for each event */
    struct schedule_person *people;
    size_t person_count;
    struct schedule_session *sessions;
    size_t session_count;
    json_t **days; /* the session of each day */
    struct schedule_day_bounds *day_bounds;
    struct buffer text, more; /* of the field that is being set; kept, as many are set */
    json_t *by_key;           /* of people, tracks and rooms: positions and ids by their keys */
    struct {
        size_t wrong_offsets, disagreeing, undated, unzoned, nameless_keys;
        unsigned wrong_offset_line, disagreeing_line, undated_line, unzoned_line, nameless_line;
        char wrong_offset[SCHEDULE_TIME_BYTES];
        size_t counts[DOUBT_COUNT];
        unsigned lines[DOUBT_COUNT]; /* of the first one of each kind */
    } doubts;
};

/* The most bytes of a text of a record. */
#define DRAFTING_TEXT_BYTES_MAX ((size_t)64 << 20)

/* Set a field of a record to a value of an object: as one line, and as paragraphs. */
void drafting_set_line(struct drafting *drafting, json_t *record, const char *field,
                       struct schedule_text text);
void drafting_set_paragraphs(struct drafting *drafting, json_t *record, const char *field,
                             struct schedule_text text, struct schedule_text more);

/* Adds an identifier, unless its value is empty. */
void drafting_add_identifier(struct drafting *drafting, json_t *record, const char *scheme,
                             struct schedule_text value);

/* Adds a link unless its URL is empty. One that is not of the web is counted as not read. `kind`
 * may be NULL. */
void drafting_add_link(struct drafting *drafting, json_t *record, struct schedule_text url,
                       struct schedule_text title, const char *kind, unsigned line);

/* Sets a field to a URL, which may be relative to that of the conference. */
void drafting_set_url(struct drafting *drafting, json_t *record, const char *field,
                      struct schedule_text url, unsigned line);

/* Returns the value under a key of a scheme, or NULL; and sets it, taking over the value. */
json_t *drafting_find(struct drafting *drafting, const char *scheme, struct schedule_text key);
void drafting_keep(struct drafting *drafting, const char *scheme, struct schedule_text key,
                   json_t *value);

/* Notes that a time has no offset. */
void drafting_note_time(struct drafting *drafting, const struct schedule_time *time, unsigned line);

/* Warns of a doubt, unless there were many of its kind. */
__attribute__((format(printf, 4, 5))) void drafting_doubt(struct drafting *drafting,
                                                          enum doubt doubt, unsigned line,
                                                          const char *format, ...);

/* Warns of the numbers of doubts that were too many to list. */
void drafting_warn_further(struct drafting *drafting);

/* Warns of an event without a title, of its times that cannot be read, and of an event that is not
 * within the conference. */
void drafting_check_event(struct drafting *drafting, const struct schedule_object *event,
                          const struct schedule_period *period);

/* Warns of an event in a room that the conference does not list, and of one that names another room
 * than that whose programme it is in. `room` is the room of its paper. */
void drafting_check_room(struct drafting *drafting, const struct schedule_object *event,
                         struct schedule_text room);

/* Warns if an object has the guid, the id or the slug of an earlier one. `what` names its kind,
 * such as "event", and `outcome` says what was made of it. */
void drafting_check_key(struct drafting *drafting, const struct schedule_object *object,
                        const char *what, const char *outcome);

/* Adds the links of events and people to their records. */
void drafting_add_links(struct drafting *drafting);

/* Adds the people, and names them as presenters of papers. */
void drafting_add_people(struct drafting *drafting);

/* Adds the sessions of days and rooms, and the papers. */
void drafting_add_papers(struct drafting *drafting);

/* Sets the kind, the status and the language of the paper of an event. */
void drafting_set_terms(struct drafting *drafting, const struct schedule_object *event,
                        json_t *paper);

/* Adds the sessions of the days, and reads their times, among which drafting_day_of looks. */
void drafting_add_days(struct drafting *drafting);

/* Returns the day that contains an event, or SIZE_MAX. */
size_t drafting_day_of(struct drafting *drafting, const struct schedule_object *event);

/* Makes the rooms that the conference lists known by their names and keys. */
void drafting_keep_rooms(struct drafting *drafting);

/* Returns the name of the room that an event refers to. `*ret_lines` are the lines that have it. */
struct schedule_text drafting_room_of(struct drafting *drafting,
                                      const struct schedule_object *event,
                                      struct line_span *ret_lines);

/* Returns the session of a room on a day, which is added if need be; or NULL
 * if the event has no day or no room. */
struct schedule_session *drafting_session_of(struct drafting *drafting,
                                             const struct schedule_object *event, size_t day);

/* Takes the times and the track of an event into account for its session. */
void drafting_extend_session(struct schedule_session *session, const struct schedule_period *period,
                             const char *track);

/* Gives sessions their numbers within the day, and what follows from their events. */
void drafting_complete_sessions(struct drafting *drafting);

/* Adds the tracks as topics. */
void drafting_add_tracks(struct drafting *drafting);

/* Returns the id of the topic of an event's track, which is added if need be, its label, and the
 * lines that have the label: none if the event has it. Returns NULL if it has no track. */
const char *drafting_track_of(struct drafting *drafting, const struct schedule_object *event,
                              const char **ret_label, struct line_span *ret_lines);

/* Returns the base of relative URLs; its length is 0 if the schedule has no base. */
struct schedule_text drafting_base_url(const struct drafting *drafting);

/* Returns the name of an object, or its other name. */
struct schedule_text drafting_name(const struct schedule_object *object);
