#include "tables/yaml_file.h"

#include "tables/yaml_scalar.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum {
    QUOTED_MAX = 60,     /* the maximum number of bytes that a message quotes */
    COLLECTION_DEPTH = 2 /* the number of levels that are open where a record begins */
};

/* A list or mapping that is open. */
struct yaml_level {
    bool mapping;
    bool filled;                     /* true if it has an item or a key already */
    bool has_key;                    /* true if a key waits for its value */
    json_t *keys;                    /* the keys of a mapping so far */
    struct field_list fields;        /* of a mapping; none if they are unknown */
    struct field_list value_fields;  /* of a mapping that is an item or a value */
    const struct field *value_field; /* that has the scalars; NULL if it is unknown */
};

/* A file that is being read. */
struct yaml_reader {
    struct draft *draft;
    yaml_parser_t parser;
    struct line_writer out;
    struct yaml_level levels[YAML_FILE_DEPTH_MAX];
    size_t events;
    size_t depth;
    size_t documents;
    bool ended;
};

/* Refuses the file at a mark, which counts lines and columns from 0. Returns false. */
__attribute__((format(printf, 3, 4))) static bool yaml_refuse(struct yaml_reader *reader,
                                                              yaml_mark_t mark, const char *format,
                                                              ...)
{
    char message[DRAFT_MESSAGE_BYTES];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    draft_refuse(reader->draft, (unsigned)mark.line + 1, "column %zu: %s", mark.column + 1,
                 message);
    return false;
}

/* Returns the mark of a byte of the source. */
static yaml_mark_t mark_of_byte(const struct draft_source *source, size_t offset)
{
    yaml_mark_t mark = {.index = offset};
    for (size_t i = 0; i < offset && i < source->length; i++) {
        mark.column = source->bytes[i] == '\n' ? 0 : mark.column + 1;
        mark.line += source->bytes[i] == '\n';
    }
    return mark;
}

static bool yaml_refuse_syntax(struct yaml_reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    const char *problem = parser->problem ? parser->problem : "it cannot be read";
    if (parser->error == YAML_MEMORY_ERROR)
        draft_set_out_of_memory(reader->draft);
    else if (parser->error == YAML_READER_ERROR)
        return yaml_refuse(reader,
                           mark_of_byte(draft_source(reader->draft), parser->problem_offset),
                           "not valid YAML: %s", problem);
    else
        return yaml_refuse(reader, parser->problem_mark, "not valid YAML: %s%s%s", problem,
                           parser->context ? " " : "", parser->context ? parser->context : "");
    return false;
}

static struct yaml_level *yaml_top(struct yaml_reader *reader)
{
    return reader->depth ? &reader->levels[reader->depth - 1] : NULL;
}

/* Finds the fields of the value of a key. The keys of the whole file are names of collections. */
static void yaml_level_find_field(struct yaml_reader *reader, struct yaml_level *level,
                                  const char *key, size_t length)
{
    const struct record_type *type = record_type_of_collection(key, length);
    const struct field *field = field_list_find(level->fields, key, length);
    if (!field)
        field = field_list_find_old(level->fields, key, length);
    level->value_field = field;
    level->value_fields = field ? field->members : (struct field_list){NULL, 0};
    if (reader->depth > 1)
        return;
    level->value_fields = type ? type->fields : (struct field_list){NULL, 0};
    line_writer_begin_records(&reader->out, type);
}

static bool yaml_take_key(struct yaml_reader *reader, struct yaml_level *level,
                          const yaml_event_t *event)
{
    const char *key = (const char *)event->data.scalar.value;
    const size_t length = event->data.scalar.length;
    if (memchr(key, '\0', length))
        return yaml_refuse(reader, event->start_mark, "a key must not contain \\0");
    if (json_object_get(level->keys, key))
        return yaml_refuse(reader, event->start_mark, "the key \"%.*s\" is given twice", QUOTED_MAX,
                           key);
    if (json_object_set_new(level->keys, key, json_true()) != 0) {
        draft_set_out_of_memory(reader->draft);
        return false;
    }
    if (level->filled)
        buffer_append_byte(&reader->out.text, ',');
    yaml_scalar_write_string(&reader->out.text, key, length);
    buffer_append_byte(&reader->out.text, ':');
    yaml_level_find_field(reader, level, key, length);
    level->filled = level->has_key = true;
    return true;
}

/* Begins a value: writes the comma before an item of a list. Returns false if no value may be here.
 */
static bool yaml_begin_value(struct yaml_reader *reader, const yaml_event_t *event)
{
    struct yaml_level *level = yaml_top(reader);
    if (!level && event->type != YAML_MAPPING_START_EVENT)
        return yaml_refuse(reader, event->start_mark,
                           "expected a mapping with collections, such as \"meetings:\"");
    if (level && level->mapping && !level->has_key)
        return yaml_refuse(reader, event->start_mark, "expected a key, not a list or a mapping");
    if (level && !level->mapping && level->filled)
        buffer_append_byte(&reader->out.text, ',');
    if (level && !level->mapping && reader->depth == COLLECTION_DEPTH)
        line_writer_add_record(&reader->out, (unsigned)event->start_mark.line + 1);
    if (level) {
        level->filled = true;
        level->has_key = false;
    }
    return true;
}

/* Reports whether a tag is none, or one of the core schema. */
static bool is_known_tag(const yaml_char_t *tag)
{
    static const char *const known[] = {"!",           YAML_STR_TAG,  YAML_INT_TAG, YAML_FLOAT_TAG,
                                        YAML_BOOL_TAG, YAML_NULL_TAG, YAML_SEQ_TAG, YAML_MAP_TAG};
    for (size_t i = 0; tag && i < sizeof known / sizeof *known; i++)
        if (strcmp((const char *)tag, known[i]) == 0)
            return true;
    return !tag;
}

static bool yaml_check_tag(struct yaml_reader *reader, const yaml_event_t *event,
                           const yaml_char_t *tag)
{
    return is_known_tag(tag) ||
           yaml_refuse(reader, event->start_mark, "the tag \"%.*s\" is not read; remove it",
                       QUOTED_MAX, (const char *)tag);
}

static bool is_plain(const yaml_event_t *event)
{
    const char *tag = (const char *)event->data.scalar.tag;
    return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
           !(tag && (strcmp(tag, "!") == 0 || strcmp(tag, YAML_STR_TAG) == 0));
}

static bool yaml_take_scalar(struct yaml_reader *reader, const yaml_event_t *event)
{
    struct yaml_level *level = yaml_top(reader);
    const char *text = (const char *)event->data.scalar.value;
    const size_t length = event->data.scalar.length;
    if (!yaml_check_tag(reader, event, event->data.scalar.tag))
        return false;
    if (level && level->mapping && !level->has_key)
        return yaml_take_key(reader, level, event);
    if (!yaml_begin_value(reader, event) || !level)
        return false;
    if (memchr(text, '\0', length))
        return yaml_refuse(reader, event->start_mark, "a text must not contain \\0");
    if (is_plain(event))
        yaml_scalar_write_plain(&reader->out.text, level->value_field, text, length);
    else
        yaml_scalar_write_string(&reader->out.text, text, length);
    line_writer_end_line(&reader->out, (unsigned)event->start_mark.line + 1);
    return true;
}

static bool yaml_open(struct yaml_reader *reader, const yaml_event_t *event, bool mapping,
                      const yaml_char_t *tag)
{
    if (!yaml_check_tag(reader, event, tag) || !yaml_begin_value(reader, event))
        return false;
    if (reader->depth == YAML_FILE_DEPTH_MAX)
        return yaml_refuse(reader, event->start_mark,
                           "lists and mappings are nested more than %d levels deep",
                           YAML_FILE_DEPTH_MAX);
    const struct yaml_level *outer = yaml_top(reader);
    struct yaml_level *level = &reader->levels[reader->depth];
    *level = (struct yaml_level){.mapping = mapping, .keys = mapping ? json_object() : NULL};
    if (mapping && !level->keys) {
        draft_set_out_of_memory(reader->draft);
        return false;
    }
    if (outer && mapping)
        level->fields = outer->value_fields;
    else if (outer) {
        level->value_fields = outer->value_fields;
        level->value_field = outer->value_field;
    }
    reader->depth++;
    buffer_append_byte(&reader->out.text, mapping ? '{' : '[');
    line_writer_end_line(&reader->out, (unsigned)event->start_mark.line + 1);
    return true;
}

static bool yaml_close(struct yaml_reader *reader, const yaml_event_t *event)
{
    assert(reader->depth > 0);
    struct yaml_level *level = &reader->levels[--reader->depth];
    json_decref(level->keys);
    buffer_append_byte(&reader->out.text, level->mapping ? '}' : ']');
    line_writer_end_line(&reader->out, (unsigned)event->start_mark.line + 1);
    return true;
}

/* Takes an event. Returns false if the file is refused or memory is used up. */
static bool yaml_take_event(struct yaml_reader *reader, const yaml_event_t *event)
{
    if (++reader->events > YAML_FILE_VALUES_MAX)
        return yaml_refuse(reader, event->start_mark,
                           "more than %d values; split the file, or convert it to JSON",
                           (int)YAML_FILE_VALUES_MAX);
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        return reader->documents++ == 0 ||
               yaml_refuse(reader, event->start_mark,
                           "a second document begins; a data file is one document");
    case YAML_SCALAR_EVENT:
        return yaml_take_scalar(reader, event);
    case YAML_SEQUENCE_START_EVENT:
        return yaml_open(reader, event, false, event->data.sequence_start.tag);
    case YAML_MAPPING_START_EVENT:
        return yaml_open(reader, event, true, event->data.mapping_start.tag);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return yaml_close(reader, event);
    case YAML_ALIAS_EVENT:
        return yaml_refuse(reader, event->start_mark,
                           "the alias \"*%.*s\" is not read; write its value instead", QUOTED_MAX,
                           (const char *)event->data.alias.anchor);
    case YAML_STREAM_END_EVENT:
        reader->ended = true;
        return true;
    default:
        return true;
    }
}

/* Returns true if the whole file has been written. */
static bool yaml_read_events(struct yaml_reader *reader)
{
    bool taken = true;
    while (taken && !reader->ended) {
        yaml_event_t event;
        if (!yaml_parser_parse(&reader->parser, &event))
            return yaml_refuse_syntax(reader);
        taken = yaml_take_event(reader, &event);
        yaml_event_delete(&event);
    }
    if (taken && !reader->documents)
        draft_refuse(reader->draft, 1,
                     "the file is empty; expected a mapping with collections, such as "
                     "\"meetings:\"");
    return taken && reader->documents;
}

static void yaml_read(struct yaml_reader *reader)
{
    const struct draft_source *source = draft_source(reader->draft);
    struct draft_text text;
    line_writer_init(&reader->out);
    yaml_parser_set_input_string(&reader->parser, (const unsigned char *)source->bytes,
                                 source->length);
    const bool whole = yaml_read_events(reader);
    while (reader->depth)
        json_decref(reader->levels[--reader->depth].keys);
    if (!line_writer_finish(&reader->out, &text)) {
        draft_set_out_of_memory(reader->draft);
        return;
    }
    if (whole)
        draft_take_text(reader->draft, &text);
    else
        draft_text_finish(&text);
}

void yaml_file_read(struct draft *draft)
{
    struct yaml_reader *reader = calloc(1, sizeof *reader);
    if (reader && yaml_parser_initialize(&reader->parser)) {
        reader->draft = draft;
        yaml_read(reader);
        yaml_parser_delete(&reader->parser);
    } else {
        draft_set_out_of_memory(draft);
    }
    free(reader);
}
