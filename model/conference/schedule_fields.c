/* The names of the parts of a schedule and of their values. */
#include "conference/schedule.h"

#include <string.h>

#define PART(name) (1u << SCHEDULE_##name)
#define PEOPLE (PART(PERSON) | PART(PRESENTER))

static const struct {
    const char *name;
    unsigned parts; /* a set of PART(part) */
    enum schedule_value value;
} names[] = {
    {"guid", PART(TRACK) | PART(ROOM) | PART(DAY_ROOM) | PART(EVENT) | PEOPLE, VALUE_GUID},
    {"code", PART(EVENT) | PEOPLE, VALUE_CODE},
    {"id", PART(TRACK) | PART(ROOM) | PART(DAY_ROOM) | PART(EVENT) | PEOPLE, VALUE_ID},
    {"slug", PART(TRACK) | PART(ROOM) | PART(DAY_ROOM) | PART(EVENT) | PEOPLE, VALUE_SLUG},
    {"title", PART(CONFERENCE) | PART(EVENT) | PART(LINK), VALUE_NAME},
    {"name", PART(TRACK) | PART(ROOM) | PART(DAY_ROOM) | PART(LINK) | PEOPLE, VALUE_NAME},
    /* The text of an element that has attributes. */
    {"", PART(TRACK) | PART(LINK) | PEOPLE, VALUE_OTHER_NAME},
    {"public_name", PEOPLE, VALUE_OTHER_NAME},
    {"full_public_name", PEOPLE, VALUE_OTHER_NAME},
    {"subtitle", PART(CONFERENCE) | PART(EVENT), VALUE_SUBTITLE},
    {"acronym", PART(CONFERENCE), VALUE_ACRONYM},
    {"meta@acronym", PART(CONFERENCE), VALUE_CODE},
    {"type", PART(EVENT) | PART(LINK), VALUE_TYPE},
    {"state", PART(EVENT), VALUE_STATE},
    {"status", PART(EVENT), VALUE_STATE},
    {"role", PEOPLE, VALUE_ROLE},
    {"language", PART(EVENT), VALUE_LANGUAGE},
    {"date", PART(DAY) | PART(EVENT), VALUE_DATE},
    {"start", PART(CONFERENCE) | PART(DAY) | PART(EVENT), VALUE_START},
    {"day_start", PART(DAY), VALUE_START},
    {"end", PART(CONFERENCE) | PART(DAY) | PART(EVENT), VALUE_END},
    {"day_end", PART(DAY), VALUE_END},
    {"duration", PART(EVENT), VALUE_DURATION},
    {"day_change", PART(CONFERENCE), VALUE_DAY_CHANGE},
    {"time_zone_name", PART(CONFERENCE), VALUE_TIME_ZONE},
    {"index", PART(DAY), VALUE_ID},
    {"room", PART(EVENT), VALUE_ROOM},
    {"room@name", PART(EVENT), VALUE_ROOM},
    {"room@guid", PART(EVENT), VALUE_ROOM_KEY},
    {"room@slug", PART(EVENT), VALUE_ROOM_KEY},
    {"track", PART(EVENT), VALUE_TRACK},
    {"track@name", PART(EVENT), VALUE_TRACK},
    {"track@slug", PART(EVENT), VALUE_TRACK_KEY},
    {"venue", PART(CONFERENCE), VALUE_VENUE},
    {"city", PART(CONFERENCE), VALUE_CITY},
    {"country", PART(CONFERENCE), VALUE_COUNTRY},
    {"meta@venue", PART(CONFERENCE), VALUE_VENUE},
    {"meta@city", PART(CONFERENCE), VALUE_CITY},
    {"meta@country", PART(CONFERENCE), VALUE_COUNTRY},
    {"description", PART(CONFERENCE) | PART(TRACK), VALUE_TEXT},
    {"abstract", PART(EVENT) | PEOPLE, VALUE_TEXT},
    {"description", PART(EVENT) | PEOPLE, VALUE_MORE},
    {"biography", PEOPLE, VALUE_TEXT},
    {"extended_biography", PEOPLE, VALUE_MORE},
    {"url", PART(ROOT) | PART(CONFERENCE) | PART(EVENT) | PART(LINK) | PEOPLE, VALUE_URL},
    {"href", PART(LINK), VALUE_URL},
    {"base_url", PART(ROOT) | PART(CONFERENCE), VALUE_BASE_URL},
    {"feedback_url", PART(EVENT), VALUE_FEEDBACK_URL},
    {"origin_url", PART(EVENT), VALUE_ORIGIN_URL},
    {"video_download_url", PART(EVENT), VALUE_RECORDING_URL},
    {"recording/url", PART(EVENT), VALUE_RECORDING_URL},
    {"recording/link", PART(EVENT), VALUE_RECORDING_URL},
    {"avatar", PEOPLE, VALUE_IMAGE},
    {"avatar_url", PEOPLE, VALUE_IMAGE},
    {"image", PEOPLE, VALUE_IMAGE},
    {"email", PEOPLE, VALUE_EMAIL},
    /* Sessionize ("view/All"; sessionize.c) */
    {"startsAt", PART(EVENT), VALUE_DATE},
    {"endsAt", PART(EVENT), VALUE_END},
    {"roomId", PART(EVENT), VALUE_ROOM_KEY},
    {"recordingUrl", PART(EVENT), VALUE_RECORDING_URL},
    {"fullName", PEOPLE, VALUE_NAME},
    {"bio", PEOPLE, VALUE_TEXT},
    {"profilePicture", PEOPLE, VALUE_IMAGE},
    {"categories", PART(ROOT), VALUE_REDUNDANT},
    {"categoryItems", PART(EVENT), VALUE_REDUNDANT},
    {"isInformed", PART(EVENT), VALUE_REDUNDANT},
    {"isConfirmed", PART(EVENT), VALUE_REDUNDANT},
    {"firstName", PEOPLE, VALUE_REDUNDANT},
    {"lastName", PEOPLE, VALUE_REDUNDANT},
    {"sessions", PEOPLE, VALUE_REDUNDANT},
    {"linkType", PART(LINK), VALUE_REDUNDANT},
    {"sort", PART(ROOM), VALUE_REDUNDANT},
    /* The number of days, which are read one by one. */
    {"days", PART(CONFERENCE), VALUE_REDUNDANT},
    {"daysCount", PART(CONFERENCE), VALUE_REDUNDANT},
};

enum schedule_value schedule_value_called(enum schedule_part part, const char *name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].parts & 1u << part && strcmp(names[i].name, name) == 0)
            return names[i].value;
    return VALUE_COUNT;
}

#define LIST_OF(within, name, part, item)                                           \
    {                                                                               \
        SCHEDULE_##within, name, SCHEDULE_LIST, SCHEDULE_##part, item, false, false \
    }
#define OBJECT(within, name, part)                                                    \
    {                                                                                 \
        SCHEDULE_##within, name, SCHEDULE_##part, SCHEDULE_ABSENT, NULL, false, false \
    }
#define MEMBERS(within, name)                                                        \
    {                                                                                \
        SCHEDULE_##within, name, SCHEDULE_VALUES, SCHEDULE_ABSENT, NULL, false, true \
    }

static const struct schedule_container containers[] = {
    OBJECT(TOP, "schedule", ROOT),
    OBJECT(ROOT, "conference", CONFERENCE),
    LIST_OF(ROOT, "tracks", TRACK, "track"),
    LIST_OF(ROOT, "rooms", ROOM, "room"),
    LIST_OF(ROOT, "persons", PERSON, "person"),
    OBJECT(ROOT, "day", DAY),
    LIST_OF(ROOT, "days", DAY, "day"),
    LIST_OF(ROOT, "events", EVENT, "event"),
    {SCHEDULE_ROOT, "sessions", SCHEDULE_LIST, SCHEDULE_EVENT, NULL, false, true},
    {SCHEDULE_ROOT, "speakers", SCHEDULE_LIST, SCHEDULE_PERSON, NULL, false, true},
    OBJECT(CONFERENCE, "track", TRACK),
    LIST_OF(CONFERENCE, "tracks", TRACK, "track"),
    LIST_OF(CONFERENCE, "rooms", ROOM, "room"),
    LIST_OF(CONFERENCE, "persons", PERSON, "person"),
    {SCHEDULE_CONFERENCE, "days", SCHEDULE_LIST, SCHEDULE_DAY, NULL, false, true},
    MEMBERS(CONFERENCE, "meta"),
    OBJECT(DAY, "room", DAY_ROOM),
    {SCHEDULE_DAY, "rooms", SCHEDULE_LIST, SCHEDULE_DAY_ROOM, NULL, false, true},
    OBJECT(DAY_ROOM, "event", EVENT),
    LIST_OF(EVENT, "persons", PRESENTER, "person"),
    LIST_OF(EVENT, "participants", PRESENTER, "participant"),
    {SCHEDULE_EVENT, "speakers", SCHEDULE_LIST, SCHEDULE_PRESENTER, NULL, false, true},
    LIST_OF(EVENT, "links", LINK, "link"),
    {SCHEDULE_EVENT, "attachments", SCHEDULE_LIST, SCHEDULE_LINK, "attachment", true, false},
    {SCHEDULE_EVENT, "recording", SCHEDULE_VALUES, SCHEDULE_ABSENT, NULL, false, false},
    MEMBERS(EVENT, "room"),
    MEMBERS(EVENT, "track"),
    LIST_OF(PERSON, "links", LINK, "link"),
    LIST_OF(PRESENTER, "links", LINK, "link"),
};

const struct schedule_container *schedule_container(const struct schedule *schedule,
                                                    enum schedule_part within, const char *name)
{
    for (size_t i = 0; i < sizeof containers / sizeof *containers; i++)
        if (containers[i].within == within && strcmp(containers[i].name, name) == 0 &&
            (schedule->json || !containers[i].json_only))
            return &containers[i];
    return NULL;
}
