#include "programme/programme_events.h"

#include "base/hash_table.h"
#include "programme/programme.h"
#include "programme/programme_value.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

enum {
    EVENT_KEY_BYTES = 48 /* of a guid, a number or a code after its letter, with the NUL */
};

/* Returns the records of a type that refer to a meeting as theirs. */
static const struct record *const *members_of(const struct archive *archive,
                                              const struct record *meeting,
                                              const struct record_type *type, size_t *ret_count)
{
    size_t count;
    const struct relation *relations = archive_relations(archive, meeting->type, &count);
    for (size_t i = 0; i < count; i++) {
        if (relations[i].member != type || !relations[i].inverse)
            continue;
        for (size_t k = 0; k < relations[i].edge_count; k++)
            if (type->fields.at[relations[i].edges[k].steps[0]].role == ROLE_MEETING)
                return relation_members(&relations[i], meeting, ret_count);
    }
    *ret_count = 0;
    return NULL;
}

const struct record *const *programme_papers(const struct archive *archive,
                                             const struct record *meeting, size_t *ret_count)
{
    return members_of(archive, meeting, &paper_type, ret_count);
}

const struct record *const *programme_sessions(const struct archive *archive,
                                               const struct record *meeting, size_t *ret_count)
{
    return members_of(archive, meeting, &session_type, ret_count);
}

bool programme_session_day(const struct record *session, char date[PROGRAMME_DATE_BYTES])
{
    return !record_value(session, ROLE_PARENT)->count && !record_value(session, ROLE_ROOM)->count &&
           programme_day_of(record_value(session, ROLE_START), date);
}

/* Sets the room and the day of an event. */
static void programme_event_place(struct programme_event *event)
{
    const struct value *room = &value_absent;
    const struct record *outermost = NULL;
    for (const struct record *session = programme_target(event->paper, ROLE_SESSION); session;
         session = programme_target(session, ROLE_PARENT)) {
        if (!room->count)
            room = record_value(session, ROLE_ROOM);
        outermost = session;
    }
    if (!room->count)
        room = record_value(event->paper, ROLE_ROOM);
    event->room = room->count ? room->text : "";
    if (!outermost || !programme_session_day(outermost, event->date))
        snprintf(event->date, sizeof event->date, "%.10s", event->start.text);
}

bool programme_event_read(const struct record *paper, struct programme_event *ret_event)
{
    const struct value *status = record_value(paper, ROLE_EVENT_STATUS);
    struct programme_event event = {.paper = paper};
    if (programme_is_word(status, "cancelled") || programme_is_word(status, "withdrawn") ||
        !programme_time_read(record_value(paper, ROLE_START), &event.start))
        return false;
    if (!programme_time_read(record_value(paper, ROLE_END), &event.end) ||
        event.end.instant < event.start.instant)
        event.end = event.start;
    programme_event_place(&event);
    *ret_event = event;
    return true;
}

bool programme_is_available(const struct archive *archive, const struct record *meeting)
{
    size_t count;
    struct programme_event event;
    const struct record *const *papers = programme_papers(archive, meeting, &count);
    for (size_t i = 0; i < count && count <= PROGRAMME_PAPERS_MAX; i++)
        if (programme_event_read(papers[i], &event))
            return true;
    return false;
}

/* The keys that events have, each of which begins with a letter for its kind. */
struct event_keys {
    struct hash_table table;
    char (*at)[EVENT_KEY_BYTES];
    size_t count;
};

static bool event_key_matches(const void *items, uint32_t place, const void *key)
{
    return strcmp((const char *)items + (size_t)place * EVENT_KEY_BYTES, key) == 0;
}

/* Adds a key. Returns false if an event has it already. */
static bool event_keys_add(struct event_keys *keys, const char *key)
{
    const uint32_t hash = (uint32_t)XXH3_64bits(key, strlen(key));
    if (hash_table_find(&keys->table, hash, event_key_matches, keys->at, key) != HASH_TABLE_ABSENT)
        return false;
    snprintf(keys->at[keys->count], EVENT_KEY_BYTES, "%s", key);
    hash_table_add(&keys->table, hash, (uint32_t)keys->count++);
    return true;
}

static bool event_keys_add_number(struct event_keys *keys, int64_t number)
{
    char key[EVENT_KEY_BYTES];
    snprintf(key, sizeof key, "n%" PRId64, number);
    return event_keys_add(keys, key);
}

static bool event_keys_add_guid(struct event_keys *keys, const char *guid)
{
    char key[EVENT_KEY_BYTES];
    snprintf(key, sizeof key, "g%s", guid);
    return event_keys_add(keys, key);
}

static bool event_keys_add_code(struct event_keys *keys, const char *code)
{
    char key[EVENT_KEY_BYTES];
    snprintf(key, sizeof key, "c%s", code);
    return event_keys_add(keys, key);
}

/* Gives an event the keys of its record, unless another event has them. */
static void programme_event_find_keys(struct programme_event *event, struct event_keys *keys)
{
    event->number = programme_number_find(event->paper);
    if (event->number && !event_keys_add_number(keys, event->number))
        event->number = 0;
    if (!programme_guid_find(event->paper, event->guid) || !event_keys_add_guid(keys, event->guid))
        event->guid[0] = '\0';
    event->code = programme_code(event->paper, 6);
    if (event->code && !event_keys_add_code(keys, event->code))
        event->code = NULL;
}

/* Makes the keys that an event lacks. */
static void programme_event_make_keys(struct programme_event *event, struct event_keys *keys)
{
    if (!event->guid[0]) {
        programme_guid_make(event->paper, event->guid);
        event_keys_add_guid(keys, event->guid);
    }
    if (event->number)
        return;
    event->number = programme_number_make(event->paper);
    while (!event_keys_add_number(keys, event->number))
        event->number++;
}

bool programme_events_name(struct programme_event *events, size_t count)
{
    struct event_keys keys = {.at = calloc(3 * count + 1, sizeof *keys.at)};
    const bool room = keys.at && hash_table_reserve(&keys.table, 3 * count);
    for (size_t i = 0; room && i < count; i++)
        programme_event_find_keys(&events[i], &keys);
    for (size_t i = 0; room && i < count; i++)
        programme_event_make_keys(&events[i], &keys);
    hash_table_finish(&keys.table);
    free(keys.at);
    return room;
}
