/* The schemas of answers: those of records from the field tables, all others from
 * answer_schemas.json. */
#include "describe/openapi_private.h"

#include "describe/answer_schemas.h"
#include "describe/json_schema.h"

#include <string.h>

static void write_type_ref(struct openapi *openapi, const struct record_type *type,
                           const char *suffix)
{
    char name[OPENAPI_NAME_MAX];
    openapi_schema_name(type, suffix, name);
    openapi_write_ref(openapi, OPENAPI_SCHEMAS, name);
}

static void write_ref_member(struct openapi *openapi, const char *name, const char *schema)
{
    json_write_name(&openapi->json, name);
    openapi_write_ref(openapi, OPENAPI_SCHEMAS, schema);
}

void openapi_write_shown(struct openapi *openapi, const struct record_type *type)
{
    json_write_open(&openapi->json, '{');
    json_write_open_member(&openapi->json, "anyOf", '[');
    write_type_ref(openapi, type, "");
    write_type_ref(openapi, type, "Selection");
    json_write_close(&openapi->json, ']');
    json_write_close(&openapi->json, '}');
}

/* Writes "anyOf": a reference; the whole record of each type in `members`, the set of those that
 * can be included; and null if `nullable`. */
static void write_any_reference(struct openapi *openapi, unsigned members, bool nullable)
{
    struct json_writer *json = &openapi->json;
    json_write_open_member(json, "anyOf", '[');
    openapi_write_ref(openapi, OPENAPI_SCHEMAS, "Reference");
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (members & TARGET(i))
            write_type_ref(openapi, record_types[i], "");
    if (nullable)
        json_schema_write_null(json);
    json_write_close(json, ']');
}

/* Writes the schema of a reference. Only a record's own fields can be included. */
static void write_answer_reference(const struct json_schema *schema, const struct field *field,
                                   bool nullable)
{
    struct openapi *openapi = schema->context;
    const struct field_list fields = schema->type->fields;
    const bool own = field >= fields.at && field < fields.at + fields.count;
    write_any_reference(openapi, own ? field->targets : 0, nullable);
}

static void write_answer_description(const struct json_schema *schema, const struct field *field)
{
    json_write_text_member(schema->writer, "description", field->documentation);
}

static void write_record_links(struct openapi *openapi, const struct record_type *type)
{
    struct json_writer *json = &openapi->json;
    size_t count;
    const struct relation *relations =
        archive_relations(openapi->call->snapshot->archive, type, &count);
    json_write_open_member(json, "links", '{');
    json_write_text_member(json, "description", "The URLs of the record and of its relations.");
    json_schema_begin_object(json);
    json_write_text(json, "self");
    for (size_t i = 0; i < count; i++)
        json_write_text(json, relations[i].name);
    json_schema_open_properties(json);
    write_ref_member(openapi, "self", "Path");
    for (size_t i = 0; i < count; i++)
        write_ref_member(openapi, relations[i].name, "Path");
    json_write_close(json, '}');
    json_write_close(json, '}');
}

/* Writes a relation that is not a field of the record: a member only if it is included. */
static void write_included_relation(struct openapi *openapi, const struct relation *relation)
{
    struct json_writer *json = &openapi->json;
    json_write_open_member(json, relation->name, '{');
    json_write_text_member(json, "description", "Only if \"include\" selects it.");
    if (!relation->to_one) {
        json_write_text_member(json, "type", "array");
        json_write_open_member(json, "items", '{');
    }
    write_any_reference(openapi, TARGET(relation->member->ordinal), relation->to_one);
    if (!relation->to_one)
        json_write_close(json, '}');
    json_write_close(json, '}');
}

static void write_included_relations(struct openapi *openapi, const struct record_type *type)
{
    size_t count;
    const struct relation *relations =
        archive_relations(openapi->call->snapshot->archive, type, &count);
    for (size_t i = 0; i < count; i++)
        if (!field_list_find(type->fields, relations[i].name, strlen(relations[i].name)))
            write_included_relation(openapi, &relations[i]);
}

/* Opens the schema of a type, such as "PaperSelection" with suffix "Selection", and writes its
 * description. */
static void open_type_schema(struct openapi *openapi, const struct record_type *type,
                             const char *suffix, const char *description)
{
    char name[OPENAPI_NAME_MAX];
    openapi_schema_name(type, suffix, name);
    json_write_open_member(&openapi->json, name, '{');
    json_write_text_member(&openapi->json, "description", description);
}

/* Writes the schema of a record with some of its fields: "id", "type" and "links" are required, the
 * others may be missing. */
static void write_selection_schema(struct openapi *openapi, const struct record_type *type)
{
    struct json_writer *json = &openapi->json;
    const struct json_schema schema = {.writer = json,
                                       .type = type,
                                       .definitions = OPENAPI_SCHEMAS,
                                       .answer = true,
                                       .write_description = write_answer_description,
                                       .write_reference = write_answer_reference,
                                       .context = openapi};
    open_type_schema(openapi, type, "Selection",
                     "A record with the fields that \"fields\" selects.");
    json_schema_begin_object(json);
    json_write_text(json, "id");
    json_write_text(json, "type");
    json_write_text(json, "links");
    json_schema_open_properties(json);
    json_schema_write_field(&schema, &type->fields.at[0]);
    json_write_open_member(json, "type", '{');
    json_write_text_member(json, "type", "string");
    json_write_text_member(json, "const", type->name);
    json_write_close(json, '}');
    for (size_t i = 1; i < type->fields.count; i++)
        json_schema_write_field(&schema, &type->fields.at[i]);
    write_included_relations(openapi, type);
    write_record_links(openapi, type);
    json_write_close(json, '}');
    json_write_close(json, '}');
}

/* Writes the schema of a whole record, in which every field is required. */
static void write_record_schema(struct openapi *openapi, const struct record_type *type)
{
    struct json_writer *json = &openapi->json;
    open_type_schema(openapi, type, "", type->documentation);
    json_write_open_member(json, "allOf", '[');
    write_type_ref(openapi, type, "Selection");
    json_write_close(json, ']');
    json_write_open_member(json, "required", '[');
    json_write_text(json, "type");
    json_write_text(json, "links");
    for (size_t i = 0; i < type->fields.count; i++)
        json_write_text(json, type->fields.at[i].name);
    json_write_close(json, ']');
    json_write_close(json, '}');
}

static void write_list_schema(struct openapi *openapi, const struct record_type *type)
{
    struct json_writer *json = &openapi->json;
    open_type_schema(openapi, type, "List", "A page of records.");
    json_schema_begin_object(json);
    json_write_text(json, "data");
    json_write_text(json, "meta");
    json_write_text(json, "links");
    json_schema_open_properties(json);
    json_write_open_member(json, "data", '{');
    json_write_text_member(json, "type", "array");
    json_write_name(json, "items");
    openapi_write_shown(openapi, type);
    json_write_close(json, '}');
    write_ref_member(openapi, "meta", "Meta");
    write_ref_member(openapi, "links", "PageLinks");
    json_write_close(json, '}');
    json_write_close(json, '}');
}

static void write_type_names(struct json_writer *json)
{
    const char *names[TYPE_COUNT + 1] = {0};
    for (size_t i = 0; i < TYPE_COUNT; i++)
        names[i] = record_types[i]->name;
    json_write_open_member(json, "RecordType", '{');
    json_write_text_member(json, "type", "string");
    json_schema_write_enum(json, names, false);
    json_write_close(json, '}');
}

/* Writes the members of the object in answer_schemas.json. */
static void write_fixed_schemas(struct json_writer *json)
{
    const char *const text = (const char *)answer_schemas;
    const char *first = memchr(text, '{', answer_schemas_length);
    const char *last = text + answer_schemas_length - 1;
    while (*last != '}')
        last--;
    json->out->failed |= !first;
    if (first)
        buffer_append(json->out, first + 1, (size_t)(last - first - 1));
    json->comma = true;
}

void openapi_write_schemas(struct openapi *openapi)
{
    write_fixed_schemas(&openapi->json);
    write_type_names(&openapi->json);
    json_schema_write_kinds(&openapi->json);
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        write_record_schema(openapi, record_types[i]);
        write_selection_schema(openapi, record_types[i]);
        write_list_schema(openapi, record_types[i]);
    }
}
