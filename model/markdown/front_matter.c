#include "markdown/front_matter.h"

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

/* Reads the events of the YAML. Returns false if out of memory. */
static bool front_matter_parse(yaml_parser_t *parser, struct front_matter *front)
{
    char key[32] = "";
    bool is_key = true;
    for (unsigned depth = 0;;) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event))
            return parser->error != YAML_MEMORY_ERROR;
        const yaml_event_type_t type = event.type;
        const bool opens = type == YAML_MAPPING_START_EVENT || type == YAML_SEQUENCE_START_EVENT;
        const bool closes = type == YAML_MAPPING_END_EVENT || type == YAML_SEQUENCE_END_EVENT;
        depth += opens;
        depth -= closes && depth;
        if (type == YAML_SCALAR_EVENT && depth == 1) {
            if (is_key)
                snprintf(key, sizeof key, "%s", (const char *)event.data.scalar.value);
            else
                front_matter_keep(front, key, &event);
            is_key = !is_key;
        } else if (closes && depth == 1)
            is_key = true;
        yaml_event_delete(&event);
        if (type == YAML_STREAM_END_EVENT || depth > FRONT_MATTER_DEPTH_MAX)
            return true;
    }
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
