#include "conference/schedule.h"

#include "base/array.h"
#include "base/utf8.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SCHEDULE_BYTES_MAX ((size_t)1 << 30) /* of all values */

enum {
    UNREAD_NAME_BYTES = 60,
    CONFERENCE_NAME_BYTES = 120, /* with the NUL; a longer name is cut */
    DAYS_MAX = 1000,             /* further days are none of the programme */
    UNREAD_BYTES = UNREAD_NAME_BYTES + 20
};

void schedule_init(struct schedule *schedule, struct draft *draft, bool json)
{
    *schedule = (struct schedule){
        .draft = draft, .json = json, .media_type = json ? "application/json" : "application/xml"};
    arena_init_raw(&schedule->arena, SCHEDULE_BYTES_MAX);
}

void schedule_finish(struct schedule *schedule)
{
    for (size_t i = 0; i < SCHEDULE_OBJECTS; i++)
        free(schedule->parts[i].at);
    arena_finish(&schedule->arena);
}

size_t schedule_add(struct schedule *schedule, enum schedule_part part, unsigned line,
                    enum schedule_part within, size_t owner)
{
    struct schedule_objects *objects = &schedule->parts[part];
    if (schedule->object_count == SCHEDULE_OBJECTS_MAX) {
        draft_refuse(schedule->draft, line,
                     "the schedule has more than %d events, persons, links and other parts",
                     (int)SCHEDULE_OBJECTS_MAX);
        return SIZE_MAX;
    }
    if (part == SCHEDULE_EVENT && objects->count == SCHEDULE_EVENTS_MAX) {
        draft_refuse(schedule->draft, line, "the schedule has more than %d events",
                     (int)SCHEDULE_EVENTS_MAX);
        return SIZE_MAX;
    }
    struct schedule_object *at =
        array_reserve(objects->at, &objects->capacity, objects->count + 1, sizeof *at);
    if (!at) {
        draft_set_out_of_memory(schedule->draft);
        return SIZE_MAX;
    }
    objects->at = at;
    at[objects->count] =
        (struct schedule_object){.owner = owner, .within = within, .lines = {line, line}};
    schedule->object_count++;
    return objects->count++;
}

void schedule_count_unread(struct schedule *schedule, const char *name, unsigned line)
{
    char shown[UNREAD_NAME_BYTES], counted[UNREAD_BYTES];
    utf8_copy_valid(*name == '@' ? name + 1 : name, shown, sizeof shown);
    const char *attribute = strchr(shown, '@'), *nested = strchr(shown, '/');
    if (schedule->json)
        snprintf(counted, sizeof counted, "members \"%s\"", attribute ? attribute + 1 : shown);
    else if (*name == '@' || attribute)
        snprintf(counted, sizeof counted, "attributes %s", attribute ? attribute + 1 : shown);
    else
        snprintf(counted, sizeof counted, "elements <%s>", nested ? nested + 1 : shown);
    draft_count_unread(schedule->draft, counted, line);
}

/* Reports whether a text says nothing: it is blank, or an option that is off. */
static bool says_nothing(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!strchr(" \t\r\n", text[i]))
            return length == 5 && memcmp(text, "false", 5) == 0;
    return true;
}

static struct schedule_entry *schedule_take_entry(struct schedule *schedule, const char *text,
                                                  size_t length)
{
    struct schedule_entry *entry = arena_take(&schedule->arena, sizeof *entry);
    char *copy = entry ? arena_copy_text(&schedule->arena, text, length) : NULL;
    if (!copy) {
        draft_set_out_of_memory(schedule->draft);
        return NULL;
    }
    *entry = (struct schedule_entry){.text = {copy, length}};
    return entry;
}

void schedule_set(struct schedule *schedule, enum schedule_part part, size_t object,
                  const char *name, const char *text, size_t length, unsigned line)
{
    const bool stored = part < SCHEDULE_OBJECTS;
    const enum schedule_value value =
        stored ? schedule_value_called(part, *name == '@' ? name + 1 : name) : VALUE_COUNT;
    if (says_nothing(text, length) || value == VALUE_REDUNDANT)
        return;
    if (value == VALUE_COUNT) {
        schedule_count_unread(schedule, name, line);
        return;
    }
    struct schedule_entry *entry =
        object == SIZE_MAX ? NULL : schedule_take_entry(schedule, text, length);
    if (!entry)
        return;
    struct schedule_object *to = &schedule->parts[part].at[object];
    entry->value = value;
    entry->line = line;
    entry->next = to->values;
    to->values = entry;
}

struct schedule_text schedule_value(const struct schedule_object *object, enum schedule_value value)
{
    struct schedule_text found = {"", 0};
    /* The values are in reverse: the first one that the source gives is the last one here. */
    for (const struct schedule_entry *entry = object->values; entry; entry = entry->next)
        if (entry->value == value)
            found = entry->text;
    return found;
}

void schedule_add_days(struct schedule *schedule)
{
    struct schedule_objects *days = &schedule->parts[SCHEDULE_DAY];
    for (;;) {
        const struct schedule_object *next = NULL;
        const char *last =
            days->count ? schedule_value(&days->at[days->count - 1], VALUE_DATE).at : "";
        for (size_t i = 0; i < schedule->parts[SCHEDULE_EVENT].count; i++) {
            const struct schedule_object *event = &schedule->parts[SCHEDULE_EVENT].at[i];
            const struct schedule_text date = schedule_value(event, VALUE_DATE);
            if (date.length && strncmp(date.at, last, strlen("2031-05-03")) > 0 &&
                (!next ||
                 strncmp(date.at, schedule_value(next, VALUE_DATE).at, strlen("2031-05-03")) < 0))
                next = event;
        }
        if (!next || days->count == DAYS_MAX)
            return;
        const unsigned line = next->lines.first;
        const char *date = schedule_value(next, VALUE_DATE).at;
        const size_t day = schedule_add(schedule, SCHEDULE_DAY, line, SCHEDULE_ROOT, 0);
        if (day == SIZE_MAX)
            return;
        schedule_set(schedule, SCHEDULE_DAY, day, "date", date, strnlen(date, 10), line);
    }
}

void schedule_name_by_file(struct schedule *schedule)
{
    const char *path = draft_source(schedule->draft)->name;
    char name[CONFERENCE_NAME_BYTES];
    size_t length = strncmp(path, "http", 4) == 0 ? strcspn(path, "?#") : strlen(path);
    size_t start = length;
    while (start && path[start - 1] != '/')
        start--;
    snprintf(name, sizeof name, "%.*s", (int)(length - start), path + start);
    char *suffix = strrchr(name, '.');
    if (suffix && suffix > name)
        *suffix = '\0';
    for (char *at = name; *at; at++)
        *at = *at == '_' || *at == '-' ? ' ' : *at;
    schedule_add(schedule, SCHEDULE_ROOT, 1, SCHEDULE_TOP, 0);
    const size_t conference = schedule_add(schedule, SCHEDULE_CONFERENCE, 1, SCHEDULE_ROOT, 0);
    if (conference == SIZE_MAX)
        return;
    schedule_set(schedule, SCHEDULE_CONFERENCE, conference, "title", name, strlen(name), 1);
    schedule->named_by_file = true;
}
