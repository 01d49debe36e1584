/* The parameters of lists and records, with their allowed values. */
#include "describe/openapi_private.h"

#include "describe/json_schema.h"
#include "query/parameter_choices.h"

#include <stdio.h>
#include <string.h>

/* Writes the name of the definition of a parameter: its own name, "paper.sort" if the definition
 * depends on the type, "any.sort" if it does and the type is not known, "search.topic" if its
 * values are chosen in a facet of the search, or "required.q" if the parameter is required. */
static void definition_name(const struct query_parameter *parameter, const struct record_type *type,
                            bool required, char name[OPENAPI_NAME_MAX])
{
    const char *owner = "";
    if (parameter_choices_depend_on_type(parameter->values))
        owner = type ? type->name : "any";
    else if (parameter->values >= PARAMETER_IDS)
        owner = "search";
    snprintf(name, OPENAPI_NAME_MAX, "%s%s%s%s", required ? "required." : "", owner,
             *owner ? "." : "", parameter->name);
}

void openapi_write_parameter_refs(struct openapi *openapi, const struct record_type *type,
                                  enum query_scope scope)
{
    const struct query_parameter *parameter;
    char name[OPENAPI_NAME_MAX];
    for (size_t i = 0; (parameter = parameters_at(i)); i++)
        if (parameter->scopes & scope) {
            definition_name(parameter, type, parameter->required_in & scope, name);
            openapi_write_ref(openapi, OPENAPI_PARAMETERS, name);
        }
}

static void write_range(struct json_writer *json, const struct query_parameter *parameter)
{
    json_write_text_member(json, "type", "integer");
    json_write_integer_member(json, "minimum", parameter->minimum);
    json_write_integer_member(json, "maximum", parameter->maximum);
}

/* Writes a name, unless it leads further than one step. */
static void write_name(void *context, const char *value)
{
    if (!strchr(value, '.'))
        json_write_text(context, value);
}

static void write_choices(struct openapi *openapi, const struct query_parameter *parameter,
                          const struct record_type *type)
{
    json_write_open_member(&openapi->json, "enum", '[');
    parameter_choices_visit(parameter->values, openapi->call->snapshot->archive, type, write_name,
                            &openapi->json);
    json_write_close(&openapi->json, ']');
}

/* Writes the relations of a type, and the pattern of names that lead one step further. */
static void write_relations(struct openapi *openapi, const struct query_parameter *parameter,
                            const struct record_type *type)
{
    struct json_writer *json = &openapi->json;
    json_write_open_member(json, "anyOf", '[');
    json_write_open(json, '{');
    json_write_text_member(json, "type", "string");
    write_choices(openapi, parameter, type);
    json_write_close(json, '}');
    json_write_open(json, '{');
    json_write_text_member(json, "type", "string");
    json_write_text_member(json, "pattern", "^[a-z_]+[.][a-z_]+$");
    json_write_close(json, '}');
    json_write_close(json, ']');
}

static void write_list_items(struct openapi *openapi, const struct query_parameter *parameter,
                             const struct record_type *type)
{
    struct json_writer *json = &openapi->json;
    char name[OPENAPI_NAME_MAX];
    if (parameter->values == PARAMETER_NUMBERS) {
        write_range(json, parameter);
    } else if (parameter->values == PARAMETER_FIELDS && type) {
        openapi_schema_name(type, "Field", name);
        json_schema_write_ref(json, OPENAPI_SCHEMAS, name);
    } else if (parameter->values == PARAMETER_TYPES) {
        json_schema_write_ref(json, OPENAPI_SCHEMAS, "RecordType");
    } else if (parameter->values == PARAMETER_RELATIONS && type) {
        write_relations(openapi, parameter, type);
    } else {
        json_write_text_member(json, "type", "string");
        if (type)
            write_choices(openapi, parameter, type);
    }
}

/* Writes the schema of a list of names, ids or numbers separated by commas. */
static void write_list_schema(struct openapi *openapi, const struct query_parameter *parameter,
                              const struct record_type *type)
{
    struct json_writer *json = &openapi->json;
    json_write_text_member(json, "style", "form");
    json_write_boolean_member(json, "explode", false);
    json_write_open_member(json, "schema", '{');
    json_write_text_member(json, "type", "array");
    json_write_open_member(json, "items", '{');
    write_list_items(openapi, parameter, type);
    json_write_close(json, '}');
    json_write_close(json, '}');
}

static void write_scalar_schema(struct openapi *openapi, const struct query_parameter *parameter)
{
    struct json_writer *json = &openapi->json;
    json_write_open_member(json, "schema", '{');
    if (parameter->values == PARAMETER_NUMBER) {
        write_range(json, parameter);
    } else {
        const bool truth = parameter->values == PARAMETER_BOOLEAN;
        json_write_text_member(json, "type", truth ? "boolean" : "string");
    }
    json_write_close(json, '}');
}

/* Writes the description of a parameter: of one that each type has, the first sentence alone. */
static void write_documentation(struct json_writer *json, const struct query_parameter *parameter,
                                const struct record_type *type)
{
    const char *documentation = parameter->documentation;
    const char *end = strstr(documentation, ". ");
    json_write_name(json, "description");
    json_write_string(json, documentation,
                      type && end ? (size_t)(end + 1 - documentation) : strlen(documentation));
}

static void write_parameter(struct openapi *openapi, const struct query_parameter *parameter,
                            const struct record_type *type, bool required)
{
    struct json_writer *json = &openapi->json;
    char name[OPENAPI_NAME_MAX];
    definition_name(parameter, type, required, name);
    json_write_open_member(json, name, '{');
    json_write_text_member(json, "name", parameter->name);
    json_write_text_member(json, "in", "query");
    if (required)
        json_write_boolean_member(json, "required", true);
    write_documentation(json, parameter, type);
    if (parameter->values < PARAMETER_FIRST_OF_NAMES)
        write_scalar_schema(openapi, parameter);
    else
        write_list_schema(openapi, parameter, type);
    json_write_close(json, '}');
}

static void write_parameter_definitions(struct openapi *openapi,
                                        const struct query_parameter *parameter)
{
    for (size_t i = 0; parameter_choices_depend_on_type(parameter->values) && i < TYPE_COUNT; i++)
        write_parameter(openapi, parameter, record_types[i], false);
    if (parameter->required_in != parameter->scopes)
        write_parameter(openapi, parameter, NULL, false);
    if (parameter->required_in)
        write_parameter(openapi, parameter, NULL, true);
}

/* Writes a parameter of a path: the id of a record, or one of `names`. */
static void begin_path_parameter(struct json_writer *json, const char *name,
                                 const char *documentation)
{
    json_write_open_member(json, name, '{');
    json_write_text_member(json, "name", name);
    json_write_text_member(json, "in", "path");
    json_write_boolean_member(json, "required", true);
    json_write_text_member(json, "description", documentation);
    json_write_open_member(json, "schema", '{');
}

static void write_id_parameter(struct json_writer *json)
{
    begin_path_parameter(json, "id",
                         "The id of the record, or its number if only one record has the number.");
    json_schema_write_ref(json, OPENAPI_SCHEMAS, json_schema_kind_name(FIELD_ID));
    json_write_close(json, '}');
    json_write_close(json, '}');
}

static void write_collection_parameter(struct openapi *openapi)
{
    size_t count;
    struct json_writer *json = &openapi->json;
    const struct collection *collections =
        archive_collections(openapi->call->snapshot->archive, &count);
    begin_path_parameter(json, "collection", "The collection of the record.");
    json_write_text_member(json, "type", "string");
    json_write_open_member(json, "enum", '[');
    for (size_t i = 0; i < count; i++)
        json_write_text(json, collections[i].name);
    json_write_close(json, ']');
    json_write_close(json, '}');
    json_write_close(json, '}');
}

/* Reports whether a type before `type`, or the same type before `relation`, has a relation of the
 * same name. */
static bool is_written(const struct archive *archive, size_t type, const struct relation *relation)
{
    size_t count;
    for (size_t i = 0; i < type; i++) {
        const struct relation *others = archive_relations(archive, record_types[i], &count);
        for (size_t j = 0; j < count; j++)
            if (strcmp(others[j].name, relation->name) == 0)
                return true;
    }
    return false;
}

static void write_relation_parameter(struct openapi *openapi)
{
    size_t count;
    struct json_writer *json = &openapi->json;
    const struct archive *archive = openapi->call->snapshot->archive;
    begin_path_parameter(json, "relation",
                         "A relation of the record: one of the names in its \"links\".");
    json_write_text_member(json, "type", "string");
    json_write_open_member(json, "enum", '[');
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct relation *relations = archive_relations(archive, record_types[i], &count);
        for (size_t j = 0; j < count; j++)
            if (!is_written(archive, i, &relations[j]))
                json_write_text(json, relations[j].name);
    }
    json_write_close(json, ']');
    json_write_close(json, '}');
    json_write_close(json, '}');
}

void openapi_write_parameters(struct openapi *openapi)
{
    const struct query_parameter *parameter;
    write_collection_parameter(openapi);
    write_id_parameter(&openapi->json);
    write_relation_parameter(openapi);
    for (size_t i = 0; (parameter = parameters_at(i)); i++)
        write_parameter_definitions(openapi, parameter);
    openapi_write_operators(openapi);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        openapi_write_filters(openapi, record_types[i]);
}
