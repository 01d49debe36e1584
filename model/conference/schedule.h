/* The intermediate form of a schedule, which the parsers of all formats fill.
 *
 * A parser adds the parts of a schedule (schedule_add) and gives their values by name
 * (schedule_set). The table in schedule_fields.c says which names a part has: elements and
 * attributes of XML, and members of JSON. A name that is not in it is counted as not read.
 *
 * No function fails for want of memory: the draft remembers it.
 */
#pragma once

#include "base/arena.h"
#include "draft/draft.h"

/* The parts of a schedule. Those up to SCHEDULE_OBJECTS are objects with values; the others only
 * contain parts, and are not stored. */
enum schedule_part {
    SCHEDULE_CONFERENCE,
    SCHEDULE_TRACK,
    SCHEDULE_ROOM, /* a room that the conference describes */
    SCHEDULE_DAY,
    SCHEDULE_DAY_ROOM, /* the programme of a room on a day */
    SCHEDULE_EVENT,
    SCHEDULE_PERSON,
    SCHEDULE_PRESENTER, /* a person at an event */
    SCHEDULE_LINK,
    SCHEDULE_ROOT, /* the element <schedule>, or the member "schedule" */
    SCHEDULE_OBJECTS,
    SCHEDULE_TOP = SCHEDULE_OBJECTS,
    SCHEDULE_VALUES, /* an object whose members are values of the part that contains it */
    SCHEDULE_LIST,   /* a list, or an element, that only contains parts of one kind */
    SCHEDULE_ABSENT  /* no part */
};

/* The values of an object. Not every part has each of them. */
enum schedule_value {
    VALUE_GUID,
    VALUE_CODE,
    VALUE_ID,
    VALUE_SLUG,
    VALUE_NAME, /* or title */
    VALUE_OTHER_NAME,
    VALUE_SUBTITLE,
    VALUE_ACRONYM,
    VALUE_TYPE,
    VALUE_STATE,
    VALUE_ROLE,
    VALUE_LANGUAGE,
    VALUE_DATE,
    VALUE_START,
    VALUE_END,
    VALUE_DURATION,
    VALUE_DAY_CHANGE,
    VALUE_TIME_ZONE,
    VALUE_ROOM,
    VALUE_ROOM_KEY, /* the guid or the slug of the room */
    VALUE_TRACK,
    VALUE_TRACK_KEY, /* the slug of the track */
    VALUE_VENUE,
    VALUE_CITY,
    VALUE_COUNTRY,
    VALUE_TEXT, /* an abstract, a biography or a description */
    VALUE_MORE, /* a longer text */
    VALUE_URL,
    VALUE_BASE_URL,
    VALUE_FEEDBACK_URL,
    VALUE_ORIGIN_URL,
    VALUE_RECORDING_URL,
    VALUE_IMAGE,
    VALUE_EMAIL,
    VALUE_COUNT,
    VALUE_REDUNDANT /* follows from other values; not stored, and not counted */
};

/* A text of the source; `length` is 0 if the source gives none. */
struct schedule_text {
    const char *at; /* ended by a NUL; never NULL */
    size_t length;
};

/* A value of an object. */
struct schedule_entry {
    struct schedule_entry *next;
    struct schedule_text text;
    enum schedule_value value;
    unsigned line;
};

/* A part of a schedule. */
struct schedule_object {
    struct schedule_entry *values;
    size_t owner; /* the position of the object that contains it among those of its part */
    struct line_span lines;
    enum schedule_part within; /* the part of the owner */
    json_t *record;            /* of a person; set when it is made */
    bool attachment;           /* true for a link that is a file of the event */
};

struct schedule_objects {
    struct schedule_object *at;
    size_t count;
    size_t capacity;
};

struct schedule {
    struct draft *draft;
    struct arena arena; /* of the values */
    struct schedule_objects parts[SCHEDULE_OBJECTS];
    size_t object_count;
    bool json;              /* true if names are members, and not elements */
    const char *media_type; /* of the source */
    bool named_by_file;     /* true if the conference is called like the file */
};

enum {
    /* A source with more is refused. A conference of 1,000 events has about 11,000 parts. Each
     * event takes up to 8 kB of memory, and each other part up to 3 kB. */
    SCHEDULE_OBJECTS_MAX = 200000,
    SCHEDULE_EVENTS_MAX = 50000,
    SCHEDULE_JSON_VALUES_MAX = 2000000
};

void schedule_init(struct schedule *schedule, struct draft *draft, bool json);
void schedule_finish(struct schedule *schedule);

/* Adds an object. `owner` is the position of the object of the part `within` that contains it.
 * Returns its position among the objects of its part, or SIZE_MAX if out of memory. */
size_t schedule_add(struct schedule *schedule, enum schedule_part part, unsigned line,
                    enum schedule_part within, size_t owner);

/* Gives an object the value called `name`, which is an element, an attribute ("@name", or
 * "element@name" for that of an element with a text), or a member. Counts it as not read if no
 * value is called so, unless the text is blank. The object may be SIZE_MAX. */
void schedule_set(struct schedule *schedule, enum schedule_part part, size_t object,
                  const char *name, const char *text, size_t length, unsigned line);

/* Counts an element, attribute or member that is not read. */
void schedule_count_unread(struct schedule *schedule, const char *name, unsigned line);

/* The kinds of elements and members that contain others. */
struct schedule_container {
    enum schedule_part within;
    const char *name;
    enum schedule_part part;
    enum schedule_part items; /* the part of the items of a list */
    const char *item;         /* the element that is an item of a list */
    bool attachments;         /* true if the items are files */
    bool json_only;           /* true if it is a text in XML */
};

/* Returns the container called `name` within a part, or NULL. */
const struct schedule_container *schedule_container(const struct schedule *schedule,
                                                    enum schedule_part within, const char *name);

/* Returns the value called `name` of a part, or VALUE_COUNT. */
enum schedule_value schedule_value_called(enum schedule_part part, const char *name);

/* Returns a value of an object; its length is 0 if it has none. */
struct schedule_text schedule_value(const struct schedule_object *object,
                                    enum schedule_value value);

/* Adds the root and the conference of a source that has none; it is called like the file. */
void schedule_name_by_file(struct schedule *schedule);

/* Adds the days on which the events are, in their order. */
void schedule_add_days(struct schedule *schedule);

/* Makes the records of a schedule. */
void schedule_draft(struct schedule *schedule);
