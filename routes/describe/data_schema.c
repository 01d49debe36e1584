#include "describe/describe.h"

#include "base/name.h"
#include "describe/kind_schema.h"
#include "endpoints/call.h"
#include "schema/kind.h"
#include "schema/targets.h"

#include <stdio.h>
#include <string.h>

#define DEFINITIONS "#/$defs/"

/* A record type's table is being written. */
struct schema_writing {
    struct json_writer *writer;
    const struct record_type *type;
};

static void write_object(const struct schema_writing *writing, struct field_list fields);

/* What it is for, and for a reference what to write. */
static void write_description(struct json_writer *writer, const struct field *field)
{
    char description[400], targets[200];
    if (field->kind != FIELD_REFERENCE) {
        json_write_text_member(writer, "description", field->documentation);
        return;
    }
    targets_write(field->targets, TARGETS_SINGULAR, " or ", targets, sizeof targets);
    snprintf(description, sizeof description, "%s %s of %s %s%s.", field->documentation,
             field->list ? "Each is the id" : "The id", article_of(targets), targets,
             targets_are_several(field->targets) ? ", as COLLECTION/ID" : "");
    json_write_text_member(writer, "description", description);
}

/* COLLECTION/ID with any of the target's collections. */
static void write_pattern_of_targets(struct json_writer *writer, const struct field *field)
{
    char separator = '(';
    json_write_name(writer, "pattern");
    json_write_begin_string(writer);
    buffer_append_byte(writer->out, '^');
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (field->targets & TARGET(i)) {
            buffer_append_byte(writer->out, separator);
            buffer_append_text(writer->out, record_types[i]->collection);
            separator = '|';
        }
    buffer_append_text(writer->out, ")/" SLUG_PATTERN "$");
    json_write_end_string(writer);
}

static void write_reference(const struct schema_writing *writing, const struct field *field,
                            bool nullable)
{
    static const struct field id = {.kind = FIELD_ID};
    if (!targets_are_several(field->targets)) {
        kind_schema_write_value(writing->writer, writing->type, &id, DEFINITIONS, nullable);
        return;
    }
    kind_schema_write_type(writing->writer, "string", nullable);
    write_pattern_of_targets(writing->writer, field);
}

/* Members for one value of the field. */
static void write_value(const struct schema_writing *writing, const struct field *field,
                        bool nullable)
{
    if (field->kind == FIELD_REFERENCE) {
        write_reference(writing, field, nullable);
    } else if (field->kind == FIELD_OBJECT) {
        kind_schema_write_type(writing->writer, "object", nullable);
        write_object(writing, field->members);
    } else {
        kind_schema_write_value(writing->writer, writing->type, field, DEFINITIONS, nullable);
    }
}

static void write_field(const struct schema_writing *writing, const struct field *field)
{
    struct json_writer *writer = writing->writer;
    json_write_open_member(writer, field->name, '{');
    write_description(writer, field);
    if (field->list) {
        kind_schema_write_type(writer, "array", !field->required);
        if (field->required)
            json_write_integer_member(writer, "minItems", 1);
        json_write_open_member(writer, "items", '{');
        write_value(writing, field, false);
        json_write_close(writer, '}');
    } else {
        write_value(writing, field, !field->required);
    }
    json_write_close(writer, '}');
}

static void write_object(const struct schema_writing *writing, struct field_list fields)
{
    struct json_writer *writer = writing->writer;
    json_write_boolean_member(writer, "additionalProperties", false);
    json_write_open_member(writer, "required", '[');
    for (size_t i = 0; i < fields.count; i++)
        if (fields.at[i].required)
            json_write_text(writer, fields.at[i].name);
    json_write_close(writer, ']');
    json_write_open_member(writer, "properties", '{');
    for (size_t i = 0; i < fields.count; i++)
        write_field(writing, &fields.at[i]);
    json_write_close(writer, '}');
}

static void write_type(struct json_writer *writer, const struct record_type *type)
{
    const struct schema_writing writing = {writer, type};
    json_write_open_member(writer, type->name, '{');
    json_write_text_member(writer, "title", type->name);
    json_write_text_member(writer, "description", type->documentation);
    json_write_text_member(writer, "type", "object");
    write_object(&writing, type->fields);
    json_write_close(writer, '}');
}

static void write_collection(struct json_writer *writer, const struct record_type *type)
{
    json_write_open_member(writer, type->collection, '{');
    json_write_text_member(writer, "description", type->documentation);
    json_write_text_member(writer, "type", "array");
    json_write_open_member(writer, "items", '{');
    kind_schema_write_ref(writer, DEFINITIONS, type->name);
    json_write_close(writer, '}');
    json_write_close(writer, '}');
}

static void write_properties(struct json_writer *writer)
{
    json_write_open_member(writer, "properties", '{');
    json_write_open_member(writer, "$schema", '{');
    json_write_text_member(writer, "description",
                           "Where this schema is, so that an editor completes and checks.");
    json_write_text_member(writer, "type", "string");
    json_write_close(writer, '}');
    for (size_t i = 0; i < TYPE_COUNT; i++)
        write_collection(writer, record_types[i]);
    json_write_close(writer, '}');
}

static void write_schema(struct json_writer *writer)
{
    json_write_open(writer, '{');
    json_write_text_member(writer, "$schema", "https://json-schema.org/draft/2020-12/schema");
    json_write_text_member(writer, "title", "The record of a meeting");
    json_write_text_member(writer, "description",
                           "A data file of rapporteur. Several files may make one record: ids are "
                           "then unique, and references lead, over all of them.");
    json_write_text_member(writer, "type", "object");
    json_write_boolean_member(writer, "additionalProperties", false);
    write_properties(writer);
    json_write_open_member(writer, "$defs", '{');
    for (size_t i = 0; i < TYPE_COUNT; i++)
        write_type(writer, record_types[i]);
    kind_schema_write_all(writer);
    json_write_close(writer, '}');
    json_write_close(writer, '}');
}

void data_schema_write(struct buffer *out)
{
    struct buffer compact;
    struct json_writer writer;
    buffer_init(&compact, out->ceiling);
    json_writer_init(&writer, &compact);
    write_schema(&writer);
    json_indent(&compact, out);
    buffer_append_byte(out, '\n');
    buffer_finish(&compact);
}

void data_schema_answer(const struct call *call, struct response *response)
{
    if (call_begin_document(call, DATA_SCHEMA_MEDIA_TYPE, response))
        data_schema_write(&response->body);
}
