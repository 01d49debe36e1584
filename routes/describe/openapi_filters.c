/* Filters as parameters: each field of a type, and one parameter for all operators and for the
 * filters that lead further. */
#include "describe/openapi_private.h"

#include "describe/json_schema.h"
#include "select/filter.h"

#include <stdio.h>
#include <string.h>

static const char filters_documentation[] =
    "All other filters, each a query parameter of its own: the name of a field, perhaps after the "
    "name of a reference or an object and a dot, and perhaps with an operator at its end. For "
    "example `title__contains=energy` or `presenters.country__not=JP`. Several values are "
    "separated "
    "by commas. A value is compared with texts, numbers and dates; of a reference and of true or "
    "false only with `__not` and `__isnull`. The operators:";

/* Returns true if the operands must be possible values of the field. */
static bool filter_is_checked(const struct field *field)
{
    switch (field->kind) {
    case FIELD_BOOLEAN:
    case FIELD_DATE:
    case FIELD_ENUM:
    case FIELD_COUNTRY:
        return true;
    default:
        return false;
    }
}

/* A filter by one field, without an operator. */
struct filtering {
    const struct record_type *type;
    const struct field *field;
    char definition[OPENAPI_NAME_MAX];
    bool first; /* true for the first type with this definition */
};

typedef void filtering_writer(struct openapi *openapi, const struct filtering *filtering);

/* Returns the first type that has a field of that name. */
static const struct record_type *first_type_with(const char *field)
{
    size_t i = 0;
    while (i + 1 < TYPE_COUNT && !field_list_find(record_types[i]->fields, field, strlen(field)))
        i++;
    return record_types[i];
}

/* Reports whether the values of two fields have the same schema. Lists of choices are defined for
 * each type. */
static bool has_same_values(const struct field *field, const struct field *other)
{
    if (filter_is_checked(field) || field->kind == FIELD_INTEGER)
        return field->kind == other->kind && field->kind != FIELD_ENUM;
    return !filter_is_checked(other) && other->kind != FIELD_INTEGER;
}

/* Chooses the definition: "filter.title" for all types whose field of this name has the same values
 * as that of the first type, or "paper.kind". */
static struct filtering choose_definition(const struct record_type *type, const struct field *field)
{
    struct filtering filtering = {.type = type, .field = field};
    const struct record_type *first = first_type_with(field->name);
    const struct field *other = field_list_find(first->fields, field->name, strlen(field->name));
    const bool shared = other && has_same_values(field, other);
    snprintf(filtering.definition, sizeof filtering.definition, "%.30s.%.40s",
             shared ? "filter" : type->name, field->name);
    filtering.first = !shared || first == type;
    return filtering;
}

static void write_each_filter(struct openapi *openapi, const struct record_type *type,
                              filtering_writer *write)
{
    for (size_t i = 0; i < type->fields.count; i++)
        if (filter_applies(FILTER_IS, &type->fields.at[i])) {
            const struct filtering filtering = choose_definition(type, &type->fields.at[i]);
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

static void write_filter_values(struct json_writer *json, const struct filtering *filtering)
{
    json_write_text_member(json, "type", "array");
    json_write_integer_member(json, "maxItems", FILTER_OPERANDS_MAX);
    json_write_open_member(json, "items", '{');
    if (filtering->field->kind == FIELD_INTEGER)
        json_write_text_member(json, "type", "integer");
    else if (filter_is_checked(filtering->field))
        json_schema_write_value(json, filtering->type, filtering->field, OPENAPI_SCHEMAS, false);
    else
        json_write_text_member(json, "type", "string");
    json_write_close(json, '}');
}

static void write_filter_definition(struct openapi *openapi, const struct filtering *filtering)
{
    struct json_writer *json = &openapi->json;
    if (!filtering->first)
        return;
    json_write_open_member(json, filtering->definition, '{');
    json_write_text_member(json, "name", filtering->field->name);
    json_write_text_member(json, "in", "query");
    json_write_text_member(json, "description", "Any of these values.");
    json_write_text_member(json, "style", "form");
    json_write_boolean_member(json, "explode", false);
    json_write_open_member(json, "schema", '{');
    write_filter_values(json, filtering);
    json_write_close(json, '}');
    json_write_close(json, '}');
}

/* Writes the names of the operators with their meaning, one in each line. */
static void write_operators(struct json_writer *json)
{
    json_write_name(json, "description");
    json_write_begin_string(json);
    buffer_append_text(json->out, filters_documentation);
    for (int i = FILTER_NOT; i < FILTER_COMPARISON_COUNT; i++) {
        char line[160];
        snprintf(line, sizeof line, "\\n- `__%s`: %s.", filter_comparison_names[i],
                 filter_comparison_meanings[i]);
        buffer_append_text(json->out, line);
    }
    json_write_end_string(json);
}

/* Writes the pattern of a filter's name. */
static void write_names_of_filters(struct json_writer *json)
{
    json_write_open_member(json, "propertyNames", '{');
    json_write_name(json, "pattern");
    json_write_begin_string(json);
    buffer_append_text(json->out, "^[a-z0-9_]+([.][a-z0-9_]+)*(__(");
    for (int i = FILTER_NOT; i < FILTER_COMPARISON_COUNT; i++) {
        buffer_append_text(json->out, i == FILTER_NOT ? "" : "|");
        buffer_append_text(json->out, filter_comparison_names[i]);
    }
    buffer_append_text(json->out, "))?$");
    json_write_end_string(json);
    json_write_close(json, '}');
}

void openapi_write_operators(struct openapi *openapi)
{
    struct json_writer *json = &openapi->json;
    json_write_open_member(json, OPENAPI_OPERATORS, '{');
    json_write_text_member(json, "name", OPENAPI_OPERATORS);
    json_write_text_member(json, "in", "query");
    write_operators(json);
    json_write_text_member(json, "style", "form");
    json_write_boolean_member(json, "explode", true);
    json_write_open_member(json, "schema", '{');
    json_write_text_member(json, "type", "object");
    write_names_of_filters(json);
    json_write_open_member(json, "additionalProperties", '{');
    json_write_text_member(json, "type", "string");
    json_write_close(json, '}');
    json_write_close(json, '}');
    json_write_close(json, '}');
}

void openapi_write_filters(struct openapi *openapi, const struct record_type *type)
{
    write_each_filter(openapi, type, write_filter_definition);
}
