#define _GNU_SOURCE /* memmem */
/* The parser of schedules in JSON, of version 1 and 2, by jansson. */
#include "schedules/schedule_json.h"
#include "base/utf8.h"
#include "schedules/json_lines.h"
#include "schedules/schedule_table.h"
#include "schedules/schedules.h"

#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum {
    JSON_NAME_BYTES = 128, /* of "object@member", with the NUL; a longer one is cut */
    JSON_NUMBER_BYTES = 40,
    BEGINNING_BYTES = 64 * 1024 /* in which the member "schedule" must begin to be recognised */
};

struct json_reader {
    struct schedule *schedule;
    struct json_lines lines;
};

/* A value, and the number of the first object or list that begins in it or after it. */
struct json_node {
    json_t *value;
    size_t number;
};

static bool is_container(const json_t *value)
{
    return json_is_object(value) || json_is_array(value);
}

/* Returns the node of a value whose containers begin at *number, and moves *number beyond them. */
static struct json_node json_next_node(const struct json_reader *reader, json_t *value,
                                       size_t *number)
{
    const struct json_node node = {value, *number};
    if (is_container(value) && *number < reader->lines.count)
        *number += reader->lines.at[*number].count;
    return node;
}

static struct line_span json_node_lines(const struct json_reader *reader, struct json_node node)
{
    if (node.number >= reader->lines.count)
        return (struct line_span){0};
    const struct json_span *span = &reader->lines.at[node.number];
    return (struct line_span){.first = span->first, .last = span->last};
}

/* An object that is being read: a part of the schedule, or a place for other parts. */
struct json_part {
    enum schedule_part part;
    size_t object;
    unsigned line;
};

static void json_set(struct json_reader *reader, const struct json_part *to, const char *name,
                     const json_t *value)
{
    char number[JSON_NUMBER_BYTES];
    const char *text = number;
    if (json_is_string(value))
        text = json_string_value(value);
    else if (json_is_integer(value))
        snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else if (json_is_real(value))
        snprintf(number, sizeof number, "%.15g", json_real_value(value));
    else
        snprintf(number, sizeof number, "%s", json_is_true(value) ? "true" : "");
    schedule_set(reader->schedule, to->part, to->object, name, text, strlen(text), to->line);
}

/* Gives a text that is written in several languages: in English if it is, else in the first one. */
static void json_set_translated(struct json_reader *reader, const struct json_part *to,
                                const char *name, json_t *languages)
{
    const json_t *chosen = json_object_get(languages, "en");
    const char *language;
    json_t *value;
    json_object_foreach(languages, language, value)
    {
        if (!json_is_string(value) || !*json_string_value(value))
            continue;
        if (!chosen)
            chosen = value;
        if (value != chosen)
            draft_count_unread(reader->schedule->draft, "translations", to->line);
    }
    if (json_is_string(chosen))
        json_set(reader, to, name, chosen);
}

/* Gives the members of an object that is a value, as "name@member". */
static void json_set_members(struct json_reader *reader, const struct json_part *to,
                             const char *name, json_t *object)
{
    const char *member;
    json_t *value;
    json_object_foreach(object, member, value)
    {
        char whole[JSON_NAME_BYTES];
        snprintf(whole, sizeof whole, "%s@%s", name, member);
        if (!is_container(value))
            json_set(reader, to, whole, value);
        else if (json_object_size(value) || json_array_size(value))
            schedule_count_unread(reader->schedule, whole, to->line);
    }
}

static void json_read_object(struct json_reader *reader, const struct json_part *to,
                             struct json_node node);

/* Adds a part of the schedule and reads its members. A string is in the lines `around` it. */
static void json_read_part(struct json_reader *reader, const struct json_part *owner,
                           enum schedule_part part, struct json_node node, struct line_span around,
                           bool attachment)
{
    const struct line_span lines =
        json_is_string(node.value) ? around : json_node_lines(reader, node);
    if (part == SCHEDULE_EVENT && !json_is_object(node.value)) {
        draft_count_unread(reader->schedule->draft, "events without members", lines.first);
        return;
    }
    struct json_part added = {.part = part, .object = owner->object, .line = lines.first};
    if (part < SCHEDULE_OBJECTS) {
        added.object =
            schedule_add(reader->schedule, part, lines.first, owner->part, owner->object);
        if (added.object == SIZE_MAX)
            return;
        struct schedule_object *object = &reader->schedule->parts[part].at[added.object];
        object->lines = lines;
        object->attachment = attachment;
    }
    if (json_is_string(node.value))
        json_set(reader, &added, schedule_value_called(part, "") < VALUE_COUNT ? "" : "name",
                 node.value);
    else
        json_read_object(reader, &added, node);
}

/* Reads the programme of a day, whose members are the names of rooms, each with a list of events.
 */
static void json_read_day_rooms(struct json_reader *reader, const struct json_part *day,
                                struct json_node node)
{
    const char *name;
    json_t *value;
    size_t number = node.number + 1;
    json_object_foreach(node.value, name, value)
    {
        struct json_node events = json_next_node(reader, value, &number);
        const struct line_span lines = json_node_lines(reader, events);
        const size_t room =
            schedule_add(reader->schedule, SCHEDULE_DAY_ROOM, lines.first, day->part, day->object);
        if (room == SIZE_MAX)
            return;
        const struct json_part part = {SCHEDULE_DAY_ROOM, room, lines.first};
        reader->schedule->parts[SCHEDULE_DAY_ROOM].at[room].lines = lines;
        schedule_set(reader->schedule, SCHEDULE_DAY_ROOM, room, "name", name, strlen(name),
                     lines.first);
        json_t *event;
        size_t i, of_event = events.number + 1;
        json_array_foreach(value, i, event)
        {
            json_read_part(reader, &part, SCHEDULE_EVENT, json_next_node(reader, event, &of_event),
                           lines, false);
        }
    }
}

static void json_read_list(struct json_reader *reader, const struct json_part *owner,
                           const struct schedule_container *list, struct json_node node)
{
    size_t i, number = node.number + 1;
    json_t *item;
    const struct line_span lines = json_node_lines(reader, node);
    json_array_foreach(node.value, i, item)
    {
        const struct json_node next = json_next_node(reader, item, &number);
        if (json_is_object(item) || json_is_string(item))
            json_read_part(reader, owner, list->items, next, lines, list->attachments);
    }
}

/* Reads a member that is an object or a list. */
static void json_read_member(struct json_reader *reader, const struct json_part *to,
                             const char *name, struct json_node node)
{
    const struct schedule_container *container =
        schedule_container(reader->schedule, to->part, name);
    const bool object = json_is_object(node.value);
    if (container && container->part == SCHEDULE_LIST && !object)
        json_read_list(reader, to, container, node);
    else if (container && container->items == SCHEDULE_DAY_ROOM)
        json_read_day_rooms(reader, to, node);
    else if (container && container->part == SCHEDULE_VALUES && object)
        json_set_members(reader, to, name, node.value);
    else if (container && container->part != SCHEDULE_LIST && object)
        json_read_part(reader, to, container->part, node, json_node_lines(reader, node), false);
    else if (object && to->part < SCHEDULE_OBJECTS &&
             schedule_value_called(to->part, name) < VALUE_COUNT)
        json_set_translated(reader, to, name, node.value);
    else if ((json_object_size(node.value) || json_array_size(node.value)) &&
             (to->part >= SCHEDULE_OBJECTS ||
              schedule_value_called(to->part, name) != VALUE_REDUNDANT))
        schedule_count_unread(reader->schedule, name, to->line);
}

static void json_read_object(struct json_reader *reader, const struct json_part *to,
                             struct json_node node)
{
    const char *name;
    json_t *value;
    size_t number = node.number + 1;
    json_object_foreach(node.value, name, value)
    {
        const struct json_node member = json_next_node(reader, value, &number);
        if (is_container(value))
            json_read_member(reader, to, name, member);
        else if (*name != '$')
            json_set(reader, to, name, value);
    }
}

/* Reads the export of Sessionize, whose lists are at the top. */
static void json_read_sessionize(struct json_reader *reader, json_t *top)
{
    struct schedule *schedule = reader->schedule;
    schedule_name_by_file(schedule);
    const struct json_part root = {.part = SCHEDULE_ROOT, .line = 1};
    if (schedule->parts[SCHEDULE_CONFERENCE].count)
        json_read_object(reader, &root, (struct json_node){top, 0});
    if (draft_refusal(schedule->draft) || draft_is_out_of_memory(schedule->draft))
        return;
    sessionize_finish(schedule, top);
    schedule_add_days(schedule);
    schedule_draft(schedule);
}

static void json_read_top(struct json_reader *reader, json_t *top)
{
    const struct json_part document = {.part = SCHEDULE_TOP, .line = 1};
    struct draft *const draft = reader->schedule->draft;
    json_t *schedule = json_object_get(top, "schedule");
    if (!schedule && json_is_array(json_object_get(top, "sessions"))) {
        json_read_sessionize(reader, top);
        return;
    }
    if (!json_is_object(schedule)) {
        draft_refuse(
            draft, 1,
            "expected an object with a member \"schedule\", or the sessions of Sessionize");
        return;
    }
    json_read_object(reader, &document, (struct json_node){top, 0});
    if (!draft_refusal(draft) && !draft_is_out_of_memory(draft))
        schedule_draft(reader->schedule);
}

/* Refuses a text that is not valid JSON. The message says so if its end is missing. The library
 * gives no message if it had no memory for a value. */
static void json_refuse(struct draft *draft, const json_error_t *error)
{
    const bool cut = json_error_code(error) == json_error_premature_end_of_input ||
                     strstr(error->text, "near end of file");
    if (json_error_code(error) == json_error_out_of_memory || !*error->text)
        draft_set_out_of_memory(draft);
    else
        draft_refuse(
            draft, error->line > 0 ? (unsigned)error->line : 0,
            cut ? "the file ends too early, in the middle of the JSON: %s; get the whole file"
                : "the JSON is not valid: %s",
            error->text);
}

/* Finds the lines of the values before they are parsed, as too many would take too much memory.
 * Returns false if there are, or if out of memory. */
static bool json_find_lines(struct draft *draft, struct json_lines *ret_lines)
{
    const struct draft_source *source = draft_source(draft);
    unsigned line;
    switch (json_lines_find(source->bytes, source->length, SCHEDULE_JSON_VALUES_MAX, ret_lines,
                            &line)) {
    case JSON_LINES_FOUND:
        return true;
    case JSON_LINES_TOO_MANY:
        draft_refuse(draft, line, "the schedule has more than %d values of JSON",
                     (int)SCHEDULE_JSON_VALUES_MAX);
        return false;
    default:
        draft_set_out_of_memory(draft);
        return false;
    }
}

void schedules_json_read(struct draft *draft)
{
    const struct draft_source *source = draft_source(draft);
    struct schedule schedule;
    struct json_reader reader = {.schedule = &schedule};
    json_error_t error = {.text = ""}; /* without a message the library sets no code */
    if (!json_find_lines(draft, &reader.lines))
        return;
    json_t *top = json_loadb(source->bytes, source->length, JSON_REJECT_DUPLICATES, &error);
    if (top) {
        schedule_init(&schedule, draft, true);
        json_read_top(&reader, top);
        schedule_finish(&schedule);
        json_decref(top);
    } else
        json_refuse(draft, &error);
    json_lines_finish(&reader.lines);
}

/* Returns the place after a string that begins at `place`. */
static size_t json_after_string(const struct draft_source *source, size_t place)
{
    for (place++; place < source->length && source->bytes[place] != '"'; place++)
        if (source->bytes[place] == '\\')
            place++;
    return place + 1;
}

/* Reports whether the name of a member at the top begins at a place that a schedule has. Sessionize
 * has sessions that start at a time. */
static bool json_is_schedule(const struct draft_source *source, size_t place, size_t end)
{
    static const char schedule[] = "\"schedule\"", sessions[] = "\"sessions\"";
    static const char starts[] = "\"startsAt\"";
    const char *at = source->bytes + place;
    const size_t length = end - place;
    if (length >= strlen(schedule) && memcmp(at, schedule, strlen(schedule)) == 0)
        return true;
    return length >= strlen(sessions) && memcmp(at, sessions, strlen(sessions)) == 0 &&
           memmem(at, length, starts, strlen(starts));
}

bool schedules_json_recognises(const struct draft_source *source)
{
    size_t depth = 0;
    bool name = false; /* true if a string would be the name of a member at the top level */
    const size_t end = source->length < BEGINNING_BYTES ? source->length : BEGINNING_BYTES;
    for (size_t i = 0; i < end; i++) {
        const char byte = source->bytes[i];
        if (byte == '{' || byte == '[') {
            if (depth == 0 && byte == '[')
                return false;
            name = ++depth == 1;
        } else if (byte == '}' || byte == ']')
            depth -= depth > 0;
        else if (byte == ',')
            name = depth == 1;
        else if (byte == '"') {
            if (name && json_is_schedule(source, i, end))
                return true;
            name = false;
            i = json_after_string(source, i) - 1;
        } else if (depth == 0 && !strchr(" \t\r\n", byte))
            return false;
    }
    return false;
}
