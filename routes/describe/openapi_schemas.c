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

/* Writes the schema of a reference. Only a record's own fields can be included. */
static void write_answer_reference(const struct json_schema *schema, const struct field *field,
                                   bool nullable)
{
    const struct field_list fields = schema->type->fields;
    const bool own = field_list_find(fields, field->name, strlen(field->name)) == field;
    if (own)
        json_schema_write_ref(schema->writer, OPENAPI_SCHEMAS,
                              nullable ? "RelatedOrNull" : "Related");
    else
        json_schema_write_optional_ref(schema->writer, OPENAPI_SCHEMAS, "Reference", nullable);
}

/* Returns the field of every record that has the same list of objects, such as "sources" for the
 * sources of an argument; or NULL. */
static const struct field *shared_list(const struct field *field)
{
    const struct field *const fields = record_types[0]->fields.at;
    for (size_t i = 0; i < record_types[0]->fields.count; i++) {
        const struct field *shared = &fields[i];
        const struct field *other =
            field_list_find(record_types[1]->fields, shared->name, strlen(shared->name));
        if (shared->kind == FIELD_OBJECT && shared->list && other &&
            other->members.at == shared->members.at && field->members.at == shared->members.at)
            return shared;
    }
    return NULL;
}

static const char *shared_list_name(const struct field *field)
{
    const struct field *shared = shared_list(field);
    return shared ? shared->name : NULL;
}

/* Writes what a field is, unless the definition of its values says the same. */
static void write_answer_description(const struct json_schema *schema, const struct field *field)
{
    const struct field *shared = shared_list(field);
    if (!shared || strcmp(shared->documentation, field->documentation) != 0)
        json_write_text_member(schema->writer, "description", field->documentation);
}

/* Writes the relations that are not fields of the record. */
static void write_included_relations(struct openapi *openapi, const struct record_type *type)
{
    size_t count;
    const struct relation *relations =
        archive_relations(openapi->call->snapshot->archive, type, &count);
    for (size_t i = 0; i < count; i++)
        if (!field_list_find(type->fields, relations[i].name, strlen(relations[i].name)))
            write_ref_member(openapi, relations[i].name,
                             relations[i].to_one ? "RelatedOrNull" : "RelatedList");
}

/* Opens the schema of a type, such as "PaperList" with suffix "List", and writes its
 * description. */
static void open_type_schema(struct openapi *openapi, const struct record_type *type,
                             const char *suffix, const char *description)
{
    char name[OPENAPI_NAME_MAX];
    openapi_schema_name(type, suffix, name);
    json_write_open_member(&openapi->json, name, '{');
    json_write_text_member(&openapi->json, "description", description);
}

static struct json_schema answer_schema(struct openapi *openapi, const struct record_type *type,
                                        const char *field_names)
{
    return (struct json_schema){.writer = &openapi->json,
                                .type = type,
                                .definitions = OPENAPI_SCHEMAS,
                                .field_names = field_names,
                                .answer = true,
                                .list_name = shared_list_name,
                                .write_description = write_answer_description,
                                .write_reference = write_answer_reference};
}

/* Writes the schemas of the lists of objects that every record has, each of them once. */
static void write_shared_lists(struct openapi *openapi)
{
    const struct json_schema schema = answer_schema(openapi, record_types[0], NULL);
    for (size_t i = 0; i < schema.type->fields.count; i++) {
        const struct field *field = &schema.type->fields.at[i];
        if (shared_list(field) != field)
            continue;
        json_write_open_member(&openapi->json, field->name, '{');
        json_write_text_member(&openapi->json, "description", field->documentation);
        json_schema_write_list(&schema, field);
        json_write_close(&openapi->json, '}');
    }
}

/* Writes the names of the fields of a type, for lists of names. */
static void write_field_names(struct openapi *openapi, const struct record_type *type)
{
    static const struct field names = {.kind = FIELD_FIELD_NAME};
    open_type_schema(openapi, type, "Field", "The name of a field.");
    json_schema_write_value(&openapi->json, type, &names, OPENAPI_SCHEMAS, false);
    json_write_close(&openapi->json, '}');
}

/* Writes the schema of a record. Only "id", "type" and "links" are required, because "fields" may
 * leave out the others. */
static void write_record_schema(struct openapi *openapi, const struct record_type *type)
{
    struct json_writer *json = &openapi->json;
    char field_names[OPENAPI_NAME_MAX];
    openapi_schema_name(type, "Field", field_names);
    const struct json_schema schema = answer_schema(openapi, type, field_names);
    open_type_schema(openapi, type, "", type->documentation);
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
    write_ref_member(openapi, "links", "RecordLinks");
    json_write_close(json, '}');
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
    write_type_ref(openapi, type, "");
    json_write_close(json, '}');
    write_ref_member(openapi, "meta", "Meta");
    write_ref_member(openapi, "links", "PageLinks");
    json_write_close(json, '}');
    json_write_close(json, '}');
}

void openapi_write_any_list(struct openapi *openapi)
{
    json_write_open(&openapi->json, '{');
    json_write_open_member(&openapi->json, "anyOf", '[');
    for (size_t i = 0; i < TYPE_COUNT; i++)
        write_type_ref(openapi, record_types[i], "List");
    json_write_close(&openapi->json, ']');
    json_write_close(&openapi->json, '}');
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
    write_shared_lists(openapi);
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        write_field_names(openapi, record_types[i]);
        write_record_schema(openapi, record_types[i]);
        write_list_schema(openapi, record_types[i]);
    }
}
