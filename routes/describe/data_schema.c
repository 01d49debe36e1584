#include "describe/describe.h"

#include "base/name.h"
#include "describe/json_schema.h"
#include "endpoints/call.h"
#include "schema/kind.h"
#include "schema/targets.h"

#include <stdio.h>
#include <string.h>

#define DEFINITIONS "#/$defs/"

/* Writes the documentation of the field, and for a reference the syntax of its value. */
static void write_data_description(const struct json_schema *schema, const struct field *field)
{
    char description[400], targets[200];
    if (field->kind != FIELD_REFERENCE) {
        json_write_text_member(schema->writer, "description", field->documentation);
        return;
    }
    targets_write(field->targets, TARGETS_SINGULAR, " or ", targets, sizeof targets);
    snprintf(description, sizeof description, "%s %s of %s %s%s.", field->documentation,
             field->list ? "Each value is the id" : "The id", name_article(targets), targets,
             targets_are_several(field->targets) ? ", as COLLECTION/ID" : "");
    json_write_text_member(schema->writer, "description", description);
}

/* Writes the pattern of COLLECTION/ID with any collection of the targets. */
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

static void write_data_reference(const struct json_schema *schema, const struct field *field,
                                 bool nullable)
{
    static const struct field id = {.kind = FIELD_ID};
    if (!targets_are_several(field->targets)) {
        json_schema_write_value(schema->writer, schema->type, &id, DEFINITIONS, nullable);
        return;
    }
    json_schema_write_type(schema->writer, "string", nullable);
    write_pattern_of_targets(schema->writer, field);
}

static void write_type_definition(struct json_writer *writer, const struct record_type *type)
{
    const struct json_schema schema = {.writer = writer,
                                       .type = type,
                                       .definitions = DEFINITIONS,
                                       .write_description = write_data_description,
                                       .write_reference = write_data_reference};
    json_write_open_member(writer, type->name, '{');
    json_write_text_member(writer, "title", type->name);
    json_write_text_member(writer, "description", type->documentation);
    json_write_text_member(writer, "type", "object");
    json_schema_write_fields(&schema, type->fields);
    json_write_close(writer, '}');
}

/* Writes the property of a record that is true if it is there. */
static void write_mark(struct json_writer *writer, const char *name, const char *description)
{
    json_write_open_member(writer, name, '{');
    json_write_text_member(writer, "description", description);
    json_write_text_member(writer, "type", "boolean");
    json_write_boolean_member(writer, "const", true);
    json_write_close(writer, '}');
}

/* Begins the definition of a record that needs only its id and a mark. Its other members are not
 * described: they are the fields of any type. */
static void begin_marked_record(struct json_writer *writer, const char *name,
                                const char *description, const char *mark)
{
    json_write_open_member(writer, name, '{');
    json_write_text_member(writer, "description", description);
    json_write_text_member(writer, "type", "object");
    json_write_boolean_member(writer, "additionalProperties", true);
    json_write_open_member(writer, "required", '[');
    json_write_text(writer, "id");
    json_write_text(writer, mark);
    json_schema_open_properties(writer);
    json_write_open_member(writer, "id", '{');
    json_schema_write_ref(writer, DEFINITIONS, "id");
    json_write_close(writer, '}');
}

static void write_extension_definition(struct json_writer *writer)
{
    begin_marked_record(writer, "extension", "A record that adds to the one with its id.",
                        "extends");
    write_mark(writer, "extends", "True: the record adds to the one with its id.");
    json_write_open_member(writer, "replaces", '{');
    json_write_text_member(writer, "description", "The fields whose values are replaced.");
    json_write_text_member(writer, "type", "array");
    json_write_open_member(writer, "items", '{');
    json_write_text_member(writer, "type", "string");
    json_write_close(writer, '}');
    json_write_close(writer, '}');
    json_write_close(writer, '}');
    json_write_close(writer, '}');
}

static void write_distinct_record_definition(struct json_writer *writer)
{
    begin_marked_record(writer, "distinct_record",
                        "A record that is not the same as another one of its name.", "distinct");
    write_mark(writer, "distinct", "True: no other record of this name is the same.");
    json_write_close(writer, '}');
    json_write_close(writer, '}');
}

static void write_joined_record_definition(struct json_writer *writer)
{
    begin_marked_record(writer, "joined_record", "A record that is the same as another one.",
                        "same_as");
    json_write_open_member(writer, "same_as", '{');
    json_schema_write_ref(writer, DEFINITIONS, "id");
    json_write_text_member(writer, "description",
                           "The id of the record that is kept, which gets the values of both.");
    json_write_close(writer, '}');
    json_write_close(writer, '}');
    json_write_close(writer, '}');
}

static void write_alternative(struct json_writer *writer, const char *definition)
{
    json_write_open(writer, '{');
    json_schema_write_ref(writer, DEFINITIONS, definition);
    json_write_close(writer, '}');
}

static void write_collection_property(struct json_writer *writer, const struct record_type *type)
{
    json_write_open_member(writer, type->collection, '{');
    json_write_text_member(writer, "description", type->documentation);
    json_write_text_member(writer, "type", "array");
    json_write_open_member(writer, "items", '{');
    json_write_open_member(writer, "anyOf", '[');
    write_alternative(writer, type->name);
    write_alternative(writer, "extension");
    write_alternative(writer, "distinct_record");
    write_alternative(writer, "joined_record");
    json_write_close(writer, ']');
    json_write_close(writer, '}');
    json_write_close(writer, '}');
}

static void write_collection_properties(struct json_writer *writer)
{
    json_write_open_member(writer, "properties", '{');
    json_write_open_member(writer, "$schema", '{');
    json_write_text_member(
        writer, "description",
        "The path or URL of this schema, with which an editor completes and checks "
        "the file.");
    json_write_text_member(writer, "type", "string");
    json_write_close(writer, '}');
    for (size_t i = 0; i < TYPE_COUNT; i++)
        write_collection_property(writer, record_types[i]);
    json_write_close(writer, '}');
}

static void write_data_schema(struct json_writer *writer)
{
    json_write_open(writer, '{');
    json_write_text_member(writer, "$schema", "https://json-schema.org/draft/2020-12/schema");
    json_write_text_member(writer, "title", "The record of a meeting");
    json_write_text_member(writer, "description",
                           "A data file of rapporteur. Several files may form one record: ids must "
                           "then be unique, and references may lead, across all of them.");
    json_write_text_member(writer, "type", "object");
    json_write_boolean_member(writer, "additionalProperties", false);
    write_collection_properties(writer);
    json_write_open_member(writer, "$defs", '{');
    for (size_t i = 0; i < TYPE_COUNT; i++)
        write_type_definition(writer, record_types[i]);
    write_extension_definition(writer);
    write_distinct_record_definition(writer);
    write_joined_record_definition(writer);
    json_schema_write_kinds(writer);
    json_write_close(writer, '}');
    json_write_close(writer, '}');
}

void data_schema_write(struct buffer *out)
{
    struct buffer compact;
    struct json_writer writer;
    buffer_init(&compact, out->ceiling);
    json_writer_init(&writer, &compact);
    write_data_schema(&writer);
    json_write_indented(&compact, out);
    buffer_append_byte(out, '\n');
    buffer_finish(&compact);
}

void data_schema_answer(const struct call *call, struct response *response)
{
    if (call_begin_document(call, DATA_SCHEMA_MEDIA_TYPE, response))
        data_schema_write(&response->body);
}
