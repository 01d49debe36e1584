/* The parameters of lists and records, with their allowed values. */
#include "describe/openapi_private.h"
#include "query/parameter_choices.h"

#include <assert.h>
#include <stdio.h>

/* Writes the name of the definition of a parameter: its own name, "paper.sort" if the definition
 * depends on the type, "search.topic" if its values are chosen in a facet of the search, or
 * "required.q" if the parameter is required. */
static void definition_name(const struct query_parameter *parameter, const struct record_type *type,
                            bool required, char name[OPENAPI_NAME_MAX])
{
    const bool of_type = parameter_choices_depend_on_type(parameter->values);
    assert(type || !of_type);
    snprintf(name, OPENAPI_NAME_MAX, "%s%s%s%s%s", required ? "required." : "",
             parameter->values >= PARAMETER_IDS ? "search." : "", of_type && type ? type->name : "",
             of_type ? "." : "", parameter->name);
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

static void write_choice(void *context, const char *value)
{
    json_write_text(context, value);
}

static void write_range(struct json_writer *json, const struct query_parameter *parameter)
{
    json_write_text_member(json, "type", "integer");
    json_write_integer_member(json, "minimum", parameter->minimum);
    json_write_integer_member(json, "maximum", parameter->maximum);
}

static void write_choices(struct openapi *openapi, const struct query_parameter *parameter,
                          const struct record_type *type)
{
    json_write_open_member(&openapi->json, "enum", '[');
    parameter_choices_visit(parameter->values, openapi->call->snapshot->archive, type, write_choice,
                            &openapi->json);
    json_write_close(&openapi->json, ']');
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
    if (parameter->values == PARAMETER_NUMBERS)
        write_range(json, parameter);
    else
        json_write_text_member(json, "type", "string");
    if (parameter->values < PARAMETER_IDS)
        write_choices(openapi, parameter, type);
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

static void write_parameter(struct openapi *openapi, const struct query_parameter *parameter,
                            const struct record_type *type, bool required)
{
    struct json_writer *json = &openapi->json;
    char name[OPENAPI_NAME_MAX];
    definition_name(parameter, type, required, name);
    json_write_open_member(json, name, '{');
    json_write_text_member(json, "name", parameter->name);
    json_write_text_member(json, "in", "query");
    json_write_boolean_member(json, "required", required);
    json_write_text_member(json, "description", parameter->documentation);
    if (parameter->values < PARAMETER_FIRST_OF_NAMES)
        write_scalar_schema(openapi, parameter);
    else
        write_list_schema(openapi, parameter, type);
    json_write_close(json, '}');
}

static void write_parameter_definitions(struct openapi *openapi,
                                        const struct query_parameter *parameter)
{
    const bool of_type = parameter_choices_depend_on_type(parameter->values);
    const size_t optional = parameter->required_in == parameter->scopes ? 0
                            : of_type                                   ? TYPE_COUNT
                                                                        : 1;
    for (size_t i = 0; i < optional; i++)
        write_parameter(openapi, parameter, record_types[i], false);
    if (parameter->required_in)
        write_parameter(openapi, parameter, NULL, true);
}

void openapi_write_parameters(struct openapi *openapi)
{
    const struct query_parameter *parameter;
    for (size_t i = 0; (parameter = parameters_at(i)); i++)
        write_parameter_definitions(openapi, parameter);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        openapi_write_filters(openapi, record_types[i]);
}
