#include "describe/json_schema.h"

#include "schema/kind.h"
#include "values/country.h"

#include <stdio.h>

static const char *const kind_names[FIELD_KIND_COUNT] = {
    [FIELD_ID] = "id",
    [FIELD_TEXT] = "text",
    [FIELD_DATE] = "date",
    [FIELD_COUNTRY] = "country",
    [FIELD_URL] = "url",
    [FIELD_MEDIA_TYPE] = "media_type",
    [FIELD_SHA256] = "sha256",
    [FIELD_PATH] = "path",
    [FIELD_LINES] = "lines",
    [FIELD_LANGUAGE] = "language",
    [FIELD_TIME_ZONE] = "time_zone",
    [FIELD_DURATION] = "duration",
    [FIELD_TIME_OFFSET] = "time_offset",
    [FIELD_EMAIL] = "email",
    [FIELD_WORD] = "word",
};

const char *json_schema_kind_name(enum field_kind kind)
{
    return kind_names[kind];
}

void json_schema_write_type(struct json_writer *writer, const char *type, bool nullable)
{
    json_write_name(writer, "type");
    if (!nullable) {
        json_write_text(writer, type);
        return;
    }
    json_write_open(writer, '[');
    json_write_text(writer, type);
    json_write_text(writer, "null");
    json_write_close(writer, ']');
}

void json_schema_write_null(struct json_writer *writer)
{
    json_write_open(writer, '{');
    json_write_text_member(writer, "type", "null");
    json_write_close(writer, '}');
}

void json_schema_begin_object(struct json_writer *writer)
{
    json_write_text_member(writer, "type", "object");
    json_write_boolean_member(writer, "additionalProperties", false);
    json_write_open_member(writer, "required", '[');
}

void json_schema_open_properties(struct json_writer *writer)
{
    json_write_close(writer, ']');
    json_write_open_member(writer, "properties", '{');
}

void json_schema_write_ref(struct json_writer *writer, const char *definitions, const char *name)
{
    json_write_name(writer, "$ref");
    json_write_begin_string(writer);
    buffer_append_text(writer->out, definitions);
    buffer_append_text(writer->out, name);
    json_write_end_string(writer);
}

void json_schema_write_enum(struct json_writer *writer, const char *const *values, bool nullable)
{
    json_write_open_member(writer, "enum", '[');
    for (; *values; values++)
        json_write_text(writer, *values);
    if (nullable)
        json_write_null(writer);
    json_write_close(writer, ']');
}

static void write_country_codes(struct json_writer *writer)
{
    json_write_open_member(writer, "enum", '[');
    for (size_t i = 0; i < country_count; i++)
        json_write_text(writer, country_codes[i]);
    json_write_close(writer, ']');
}

/* Writes the expected value of a kind, which begins with a small letter, as a sentence. */
static void write_expectation(struct json_writer *writer, const char *expected)
{
    const char first = (char)(*expected - 'a' + 'A');
    char sentence[160];
    snprintf(sentence, sizeof sentence, "%c%s.", first, expected + 1);
    json_write_text_member(writer, "description", sentence);
}

static void write_kind_schema(struct json_writer *writer, enum field_kind kind)
{
    json_write_open_member(writer, kind_names[kind], '{');
    write_expectation(writer, kinds[kind].expected);
    json_write_text_member(writer, "type", "string");
    if (kinds[kind].pattern)
        json_write_text_member(writer, "pattern", kinds[kind].pattern);
    if (kind == FIELD_ID)
        json_write_integer_member(writer, "maxLength", SLUG_BYTES_MAX);
    if (kind == FIELD_COUNTRY)
        write_country_codes(writer);
    json_write_close(writer, '}');
}

void json_schema_write_kinds(struct json_writer *writer)
{
    for (int kind = 0; kind < FIELD_KIND_COUNT; kind++)
        if (kind_names[kind])
            write_kind_schema(writer, (enum field_kind)kind);
}

static void write_field_names(struct json_writer *writer, const struct record_type *type)
{
    json_write_text_member(writer, "type", "string");
    json_write_open_member(writer, "enum", '[');
    for (size_t i = 0; i < type->fields.count; i++)
        json_write_text(writer, type->fields.at[i].name);
    json_write_close(writer, ']');
}

void json_schema_write_optional_ref(struct json_writer *writer, const char *definitions,
                                    const char *name, bool nullable)
{
    if (!nullable) {
        json_schema_write_ref(writer, definitions, name);
        return;
    }
    json_write_open_member(writer, "anyOf", '[');
    json_write_open(writer, '{');
    json_schema_write_ref(writer, definitions, name);
    json_write_close(writer, '}');
    json_schema_write_null(writer);
    json_write_close(writer, ']');
}

void json_schema_write_value(struct json_writer *writer, const struct record_type *type,
                             const struct field *field, const char *definitions, bool nullable)
{
    switch (field->kind) {
    case FIELD_INTEGER:
        json_schema_write_type(writer, "integer", nullable);
        json_write_integer_member(writer, "minimum", field->minimum);
        json_write_integer_member(writer, "maximum", INT64_MAX);
        break;
    case FIELD_BOOLEAN:
        json_schema_write_type(writer, "boolean", nullable);
        break;
    case FIELD_ENUM:
        json_schema_write_type(writer, "string", nullable);
        json_schema_write_enum(writer, field->choices, nullable);
        break;
    case FIELD_FIELD_NAME:
        write_field_names(writer, type);
        break;
    default:
        json_schema_write_optional_ref(writer, definitions, kind_names[field->kind], nullable);
    }
}

/* Writes the schema of an object, or of a text that stands for it in a data file. */
static void write_object(const struct json_schema *schema, const struct field *field, bool nullable)
{
    struct json_writer *writer = schema->writer;
    const bool shorthand = field->shorthand && !schema->answer;
    if (shorthand) {
        json_write_open_member(writer, "anyOf", '[');
        json_write_open(writer, '{');
        json_schema_write_value(writer, schema->type, &field->members.at[0], schema->definitions,
                                false);
        json_write_close(writer, '}');
        json_write_open(writer, '{');
    }
    json_schema_write_type(writer, "object", nullable);
    json_schema_write_fields(schema, field->members);
    if (shorthand) {
        json_write_close(writer, '}');
        json_write_close(writer, ']');
    }
}

static void write_field_value(const struct json_schema *schema, const struct field *field,
                              bool nullable)
{
    if (field->kind == FIELD_REFERENCE) {
        schema->write_reference(schema, field, nullable);
    } else if (field->kind == FIELD_OBJECT) {
        write_object(schema, field, nullable);
    } else if (field->kind == FIELD_FIELD_NAME && schema->field_names) {
        json_schema_write_ref(schema->writer, schema->definitions, schema->field_names);
    } else {
        json_schema_write_value(schema->writer, schema->type, field, schema->definitions, nullable);
    }
}

void json_schema_write_list(const struct json_schema *schema, const struct field *field)
{
    struct json_writer *writer = schema->writer;
    json_schema_write_type(writer, "array", !schema->answer && !field->required);
    json_write_open_member(writer, "items", '{');
    write_field_value(schema, field, false);
    json_write_close(writer, '}');
}

void json_schema_write_field(const struct json_schema *schema, const struct field *field)
{
    struct json_writer *writer = schema->writer;
    json_write_open_member(writer, field->name, '{');
    schema->write_description(schema, field);
    const char *defined = schema->list_name ? schema->list_name(field) : NULL;
    if (defined)
        json_schema_write_ref(writer, schema->definitions, defined);
    else if (field->list)
        json_schema_write_list(schema, field);
    else
        write_field_value(schema, field, !field->required);
    json_write_close(writer, '}');
}

static void write_alternative(struct json_writer *writer, const char *name)
{
    json_write_open(writer, '{');
    json_write_open_member(writer, "required", '[');
    json_write_text(writer, name);
    json_write_close(writer, ']');
    json_write_close(writer, '}');
}

/* Writes "anyOf" with the fields of which one is required. */
static void write_alternatives(struct json_writer *writer, struct field_list fields)
{
    for (size_t i = 0; i < fields.count; i++) {
        if (!fields.at[i].required_without)
            continue;
        json_write_open_member(writer, "anyOf", '[');
        write_alternative(writer, fields.at[i].name);
        for (const char *const *name = fields.at[i].required_without; *name; name++)
            write_alternative(writer, *name);
        json_write_close(writer, ']');
    }
}

void json_schema_write_fields(const struct json_schema *schema, struct field_list fields)
{
    struct json_writer *writer = schema->writer;
    json_write_boolean_member(writer, "additionalProperties", false);
    json_write_open_member(writer, "required", '[');
    for (size_t i = 0; i < fields.count; i++)
        if (schema->answer || fields.at[i].required)
            json_write_text(writer, fields.at[i].name);
    json_schema_open_properties(writer);
    for (size_t i = 0; i < fields.count; i++)
        json_schema_write_field(schema, &fields.at[i]);
    json_write_close(writer, '}');
    if (!schema->answer)
        write_alternatives(writer, fields);
}
