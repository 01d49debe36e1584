/* Filters as parameters: each field of a type with each operator that applies to it. The filters
 * that lead further are described in the text of openapi.c. */
#include "describe/openapi_private.h"

#include "describe/json_schema.h"
#include "select/filter.h"

#include <stdio.h>

/* One field with one operator. */
struct filtering {
    const struct record_type *type;
    const struct field *field;
    enum filter_comparison comparison;
    char name[OPENAPI_NAME_MAX]; /* "title__contains" */
    char definition[OPENAPI_NAME_MAX + 16];
};

typedef void filtering_writer(struct openapi *openapi, const struct filtering *filtering);

static void name_filtering(struct filtering *filtering)
{
    const bool plain = filtering->comparison == FILTER_IS;
    snprintf(filtering->name, sizeof filtering->name, "%s%s%s", filtering->field->name,
             plain ? "" : "__", plain ? "" : filter_comparison_names[filtering->comparison]);
    snprintf(filtering->definition, sizeof filtering->definition, "%s.%s", filtering->type->name,
             filtering->name);
}

static void write_each_filter(struct openapi *openapi, const struct record_type *type,
                              filtering_writer *write)
{
    struct filtering filtering = {.type = type};
    for (size_t i = 0; i < type->fields.count; i++)
        for (int j = FILTER_IS; j < FILTER_COMPARISON_COUNT; j++) {
            filtering.field = &type->fields.at[i];
            filtering.comparison = (enum filter_comparison)j;
            if (!filter_applies(filtering.comparison, filtering.field))
                continue;
            name_filtering(&filtering);
            write(openapi, &filtering);
        }
}

static void write_filter_ref(struct openapi *openapi, const struct filtering *filtering)
{
    openapi_write_ref(openapi, OPENAPI_PARAMETERS, filtering->definition);
}

void openapi_write_filter_refs(struct openapi *openapi, const struct record_type *type)
{
    write_each_filter(openapi, type, write_filter_ref);
}

/* Returns true if the operands must be possible values of the field; those of "contains" and
 * "startswith" may be any text. */
static bool filter_is_checked(const struct filtering *filtering)
{
    if (filtering->comparison >= FILTER_CONTAINS)
        return false;
    switch (filtering->field->kind) {
    case FIELD_BOOLEAN:
    case FIELD_INTEGER:
    case FIELD_DATE:
    case FIELD_ENUM:
    case FIELD_COUNTRY:
        return true;
    default:
        return false;
    }
}

static void write_filter_values(struct json_writer *json, const struct filtering *filtering)
{
    json_write_text_member(json, "type", "array");
    json_write_integer_member(json, "maxItems", FILTER_OPERANDS_MAX);
    json_write_open_member(json, "items", '{');
    if (filtering->field->kind == FIELD_INTEGER)
        json_write_text_member(json, "type", "integer");
    else if (filter_is_checked(filtering))
        json_schema_write_value(json, filtering->type, filtering->field, OPENAPI_SCHEMAS, false);
    else
        json_write_text_member(json, "type", "string");
    json_write_close(json, '}');
}

static void write_filter_definition(struct openapi *openapi, const struct filtering *filtering)
{
    struct json_writer *json = &openapi->json;
    char documentation[300];
    snprintf(documentation, sizeof documentation, "%s. Field: %s",
             filter_comparison_meaning(filtering->comparison, filtering->field),
             filtering->field->documentation);
    json_write_open_member(json, filtering->definition, '{');
    json_write_text_member(json, "name", filtering->name);
    json_write_text_member(json, "in", "query");
    json_write_text_member(json, "description", documentation);
    json_write_text_member(json, "style", "form");
    json_write_boolean_member(json, "explode", false);
    json_write_open_member(json, "schema", '{');
    if (filtering->comparison == FILTER_IS_NULL)
        json_write_text_member(json, "type", "boolean");
    else
        write_filter_values(json, filtering);
    json_write_close(json, '}');
    json_write_close(json, '}');
}

void openapi_write_filters(struct openapi *openapi, const struct record_type *type)
{
    write_each_filter(openapi, type, write_filter_definition);
}
