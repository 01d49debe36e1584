#include "markdown/front_matter.h"

#include "base/array.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum {
    FRONT_MATTER_DEPTH_MAX = 64 /* libyaml takes quadratic time for the depth */
};

/* Finds the end of the front matter: returns the length with the last "---", or 0. */
static size_t front_matter_length(const char *bytes, size_t length, size_t *ret_start,
                                  size_t *ret_end, unsigned *ret_lines)
{
    const size_t mark = length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    unsigned lines = 0;
    for (size_t at = mark; at < length;) {
        const char *feed = memchr(bytes + at, '\n', length - at);
        const size_t next = feed ? (size_t)(feed - bytes) + 1 : length;
        size_t end = next;
        while (end > at && strchr("\r\n \t", bytes[end - 1]))
            end--;
        const bool rule = end - at == 3 && (memcmp(bytes + at, "---", 3) == 0 ||
                                            (lines && memcmp(bytes + at, "...", 3) == 0));
        if (!lines++) {
            if (!rule)
                return 0;
            *ret_start = next;
        } else if (rule) {
            *ret_end = at;
            *ret_lines = lines;
            return next;
        }
        at = next;
    }
    return 0;
}

/* Keeps the value of a key of the first level. */
static void front_matter_keep(struct front_matter *front, const char *key,
                              const yaml_event_t *event)
{
    const struct {
        const char *key;
        char *value;
        unsigned *line;
    } keys[] = {{"title", front->title, &front->title_line},
                {"date", front->date, &front->date_line}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(key, keys[i].key) == 0 && event->data.scalar.length < FRONT_MATTER_VALUE_BYTES) {
            memcpy(keys[i].value, event->data.scalar.value, event->data.scalar.length);
            keys[i].value[event->data.scalar.length] = '\0';
            *keys[i].line = (unsigned)event->start_mark.line + 2;
        }
}

/* The state of reading YAML. */
struct front_reader {
    struct front_matter *front;
    unsigned depth;
    char key[FRONT_MATTER_KEY_BYTES];    /* of the first level */
    char member[FRONT_MATTER_KEY_BYTES]; /* of an entry of a list */
    bool is_key, is_member;              /* true if a key, or the key of a member, is next */
    bool listed;                         /* true in a list of the first level */
    bool out_of_memory;
};

/* Adds a value without a text. Returns NULL if there are too many, or if out of memory. */
static struct front_matter_value *add_value(struct front_reader *reader, size_t line)
{
    struct front_matter *front = reader->front;
    if (front->value_count == FRONT_MATTER_VALUES_MAX)
        return NULL;
    struct front_matter_value *values = array_reserve(front->values, &front->value_capacity,
                                                      front->value_count + 1, sizeof *values);
    if (!values) {
        reader->out_of_memory = true;
        return NULL;
    }
    front->values = values;
    struct front_matter_value *value = &values[front->value_count++];
    *value = (struct front_matter_value){.line = (unsigned)line + 2, .listed = reader->listed};
    memcpy(value->key, reader->key, sizeof value->key);
    return value;
}

/* Adds the value of a member to the entry of a list that is read: the name is first, and others are
 * in brackets. */
static void add_member(struct front_reader *reader, const char *text)
{
    static const char *const others[] = {"role",         "position", "office",
                                         "organization", "company",  "affiliation"};
    char joined[FRONT_MATTER_VALUE_BYTES];
    if (!reader->front->value_count)
        return;
    struct front_matter_value *value = &reader->front->values[reader->front->value_count - 1];
    int length = -1;
    if (strcmp(reader->member, "name") == 0)
        length = snprintf(joined, sizeof joined, "%s%s", text, value->text);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(reader->member, others[i]) == 0)
            length = snprintf(joined, sizeof joined, "%s (%s)", value->text, text);
    if ((size_t)length < sizeof joined) /* -1 becomes the greatest size */
        memcpy(value->text, joined, (size_t)length + 1);
}

static void read_scalar(struct front_reader *reader, const yaml_event_t *event)
{
    const char *text = (const char *)event->data.scalar.value;
    const bool value =
        (reader->depth == 1 && !reader->is_key) || (reader->depth == 2 && reader->listed);
    if (value && event->data.scalar.length < FRONT_MATTER_VALUE_BYTES) {
        struct front_matter_value *added = add_value(reader, event->start_mark.line);
        if (added)
            memcpy(added->text, text, event->data.scalar.length);
    }
    if (reader->depth == 1) {
        if (reader->is_key)
            snprintf(reader->key, sizeof reader->key, "%s", text);
        else
            front_matter_keep(reader->front, reader->key, event);
        reader->is_key = !reader->is_key;
    } else if (reader->depth == 3 && reader->listed) {
        if (reader->is_member)
            snprintf(reader->member, sizeof reader->member, "%s", text);
        else
            add_member(reader, text);
        reader->is_member = !reader->is_member;
    }
}

/* Reads the beginning of a mapping or of a list. */
static void read_opening(struct front_reader *reader, const yaml_event_t *event)
{
    const bool list = event->type == YAML_SEQUENCE_START_EVENT;
    reader->depth++;
    if (reader->depth == 2)
        reader->listed = list;
    if (reader->depth == 3 && reader->listed) {
        reader->is_member = true;
        if (!list)
            add_value(reader, event->start_mark.line);
    }
}

/* Reads the events of the YAML. Returns false if out of memory. */
static bool front_matter_parse(yaml_parser_t *parser, struct front_matter *front)
{
    struct front_reader reader = {.front = front, .is_key = true};
    for (bool more = true; more && !reader.out_of_memory;) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event))
            return parser->error != YAML_MEMORY_ERROR;
        const yaml_event_type_t type = event.type;
        if (type == YAML_MAPPING_START_EVENT || type == YAML_SEQUENCE_START_EVENT)
            read_opening(&reader, &event);
        else if (type == YAML_SCALAR_EVENT)
            read_scalar(&reader, &event);
        else if (type == YAML_MAPPING_END_EVENT || type == YAML_SEQUENCE_END_EVENT) {
            reader.depth--;
            reader.is_key |= reader.depth == 1;
            reader.listed = reader.listed && reader.depth > 1;
        }
        yaml_event_delete(&event);
        more = type != YAML_STREAM_END_EVENT && reader.depth <= FRONT_MATTER_DEPTH_MAX;
    }
    return !reader.out_of_memory;
}

bool front_matter_read(const char *bytes, size_t length, struct front_matter *ret_front)
{
    yaml_parser_t parser;
    size_t start = 0, end = 0;
    *ret_front = (struct front_matter){0};
    ret_front->length = front_matter_length(bytes, length, &start, &end, &ret_front->lines);
    if (!ret_front->length)
        return true;
    if (!yaml_parser_initialize(&parser))
        return false;
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes + start, end - start);
    const bool read = front_matter_parse(&parser, ret_front);
    yaml_parser_delete(&parser);
    return read;
}

void front_matter_finish(struct front_matter *front)
{
    free(front->values);
    *front = (struct front_matter){0};
}
