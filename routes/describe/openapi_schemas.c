/* What is in answers: records from the field tables, and the fixed shapes around them, which stand
 * in answer_schemas.json. */
#include "describe/openapi_parts.h"

#include "describe/answer_schemas.h"
#include "describe/kind_schema.h"

#include <string.h>

/* A type's table is being written. */
struct schema_writing {
    struct openapi *openapi;
    const struct record_type *type;
};

static void write_properties(const struct schema_writing *writing, struct field_list fields);

static void write_type_ref(struct openapi *openapi, const struct record_type *type,
                           const char *suffix)
{
    char name[OPENAPI_NAME_MAX];
    openapi_schema_name(type, suffix, name);
    openapi_write_ref(openapi, OPENAPI_SCHEMAS, name);
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

/* "anyOf": a reference, the whole record where `member` is a type that can be included, or null. */
static void write_reference(struct openapi *openapi, const struct record_type *member,
                            bool nullable)
{
    struct json_writer *json = &openapi->json;
    json_write_open_member(json, "anyOf", '[');
    openapi_write_ref(openapi, OPENAPI_SCHEMAS, "Reference");
    if (member)
        write_type_ref(openapi, member, "");
    if (nullable) {
        json_write_open(json, '{');
        json_write_text_member(json, "type", "null");
        json_write_close(json, '}');
    }
    json_write_close(json, ']');
}

static const struct relation *relation_of(const struct schema_writing *writing,
                                          const struct field *field)
{
    return archive_relation(writing->openapi->call->snapshot->archive, writing->type, field->name,
                            strlen(field->name));
}

/* Members for one value of a field; only a record's own fields can be included. */
static void write_value(const struct schema_writing *writing, const struct field *field,
                        bool nullable)
{
    struct json_writer *json = &writing->openapi->json;
    const bool own = field >= writing->type->fields.at &&
                     field < writing->type->fields.at + writing->type->fields.count;
    const struct relation *relation = own ? relation_of(writing, field) : NULL;
    if (field->kind == FIELD_REFERENCE) {
        write_reference(writing->openapi, relation ? relation->member : NULL, nullable);
    } else if (field->kind == FIELD_OBJECT) {
        kind_schema_write_type(json, "object", nullable);
        write_properties(writing, field->members);
    } else {
        kind_schema_write_value(json, writing->type, field, OPENAPI_SCHEMAS, nullable);
    }
}

static void write_field(const struct schema_writing *writing, const struct field *field)
{
    struct json_writer *json = &writing->openapi->json;
    json_write_open_member(json, field->name, '{');
    json_write_text_member(json, "description", field->documentation);
    if (field->list) {
        json_write_text_member(json, "type", "array");
        json_write_open_member(json, "items", '{');
        write_value(writing, field, false);
        json_write_close(json, '}');
    } else {
        write_value(writing, field, !field->required);
    }
    json_write_close(json, '}');
}

/* An object within a record: all of its members are always there. */
static void write_properties(const struct schema_writing *writing, struct field_list fields)
{
    struct json_writer *json = &writing->openapi->json;
    json_write_boolean_member(json, "additionalProperties", false);
    json_write_open_member(json, "required", '[');
    for (size_t i = 0; i < fields.count; i++)
        json_write_text(json, fields.at[i].name);
    json_write_close(json, ']');
    json_write_open_member(json, "properties", '{');
    for (size_t i = 0; i < fields.count; i++)
        write_field(writing, &fields.at[i]);
    json_write_close(json, '}');
}

static void write_links(const struct schema_writing *writing)
{
    struct json_writer *json = &writing->openapi->json;
    size_t count;
    const struct relation *relations =
        archive_relations(writing->openapi->call->snapshot->archive, writing->type, &count);
    json_write_open_member(json, "links", '{');
    json_write_text_member(json, "description", "The URLs of the record and of its relations.");
    json_write_text_member(json, "type", "object");
    json_write_boolean_member(json, "additionalProperties", false);
    json_write_open_member(json, "required", '[');
    json_write_text(json, "self");
    for (size_t i = 0; i < count; i++)
        json_write_text(json, relations[i].name);
    json_write_close(json, ']');
    json_write_open_member(json, "properties", '{');
    json_write_name(json, "self");
    openapi_write_ref(writing->openapi, OPENAPI_SCHEMAS, "Path");
    for (size_t i = 0; i < count; i++) {
        json_write_name(json, relations[i].name);
        openapi_write_ref(writing->openapi, OPENAPI_SCHEMAS, "Path");
    }
    json_write_close(json, '}');
    json_write_close(json, '}');
}

/* A relation that is no field of the record: there only where it is included. */
static void write_included(const struct schema_writing *writing, const struct relation *relation)
{
    struct json_writer *json = &writing->openapi->json;
    json_write_open_member(json, relation->name, '{');
    json_write_text_member(json, "description", "Only where \"include\" asks for it.");
    if (!relation->to_one) {
        json_write_text_member(json, "type", "array");
        json_write_open_member(json, "items", '{');
    }
    write_reference(writing->openapi, relation->member, relation->to_one);
    if (!relation->to_one)
        json_write_close(json, '}');
    json_write_close(json, '}');
}

static void write_relations(const struct schema_writing *writing)
{
    size_t count;
    const struct field_list fields = writing->type->fields;
    const struct relation *relations =
        archive_relations(writing->openapi->call->snapshot->archive, writing->type, &count);
    for (size_t i = 0; i < count; i++)
        if (!field_list_find(fields, relations[i].name, strlen(relations[i].name)))
            write_included(writing, &relations[i]);
}

/* What an answer may hold of a record: always "id", "type" and "links", and of its fields those
 * that were asked for. */
static void write_selection(const struct schema_writing *writing)
{
    struct json_writer *json = &writing->openapi->json;
    char name[OPENAPI_NAME_MAX];
    openapi_schema_name(writing->type, "Selection", name);
    json_write_open_member(json, name, '{');
    json_write_text_member(json, "description", "As much of the record as \"fields\" asks for.");
    json_write_text_member(json, "type", "object");
    json_write_boolean_member(json, "additionalProperties", false);
    json_write_open_member(json, "required", '[');
    json_write_text(json, "id");
    json_write_text(json, "type");
    json_write_text(json, "links");
    json_write_close(json, ']');
    json_write_open_member(json, "properties", '{');
    write_field(writing, &writing->type->fields.at[0]);
    json_write_open_member(json, "type", '{');
    json_write_text_member(json, "type", "string");
    json_write_text_member(json, "const", writing->type->name);
    json_write_close(json, '}');
    for (size_t i = 1; i < writing->type->fields.count; i++)
        write_field(writing, &writing->type->fields.at[i]);
    write_relations(writing);
    write_links(writing);
    json_write_close(json, '}');
    json_write_close(json, '}');
}

/* The same with every field: what is answered unless "fields" asks for less. */
static void write_whole(const struct schema_writing *writing)
{
    struct json_writer *json = &writing->openapi->json;
    char name[OPENAPI_NAME_MAX];
    openapi_schema_name(writing->type, "", name);
    json_write_open_member(json, name, '{');
    json_write_text_member(json, "description", writing->type->documentation);
    json_write_open_member(json, "allOf", '[');
    write_type_ref(writing->openapi, writing->type, "Selection");
    json_write_close(json, ']');
    json_write_open_member(json, "required", '[');
    json_write_text(json, "type");
    json_write_text(json, "links");
    for (size_t i = 0; i < writing->type->fields.count; i++)
        json_write_text(json, writing->type->fields.at[i].name);
    json_write_close(json, ']');
    json_write_close(json, '}');
}

static void write_list(const struct schema_writing *writing)
{
    struct json_writer *json = &writing->openapi->json;
    static const char *const members[] = {"meta", "links"}, *const schemas[] = {"Meta",
                                                                                "PageLinks"};
    char name[OPENAPI_NAME_MAX];
    openapi_schema_name(writing->type, "List", name);
    json_write_open_member(json, name, '{');
    json_write_text_member(json, "description", "A page of records.");
    json_write_text_member(json, "type", "object");
    json_write_boolean_member(json, "additionalProperties", false);
    json_write_open_member(json, "required", '[');
    json_write_text(json, "data");
    json_write_text(json, "meta");
    json_write_text(json, "links");
    json_write_close(json, ']');
    json_write_open_member(json, "properties", '{');
    json_write_open_member(json, "data", '{');
    json_write_text_member(json, "type", "array");
    json_write_name(json, "items");
    openapi_write_shown(writing->openapi, writing->type);
    json_write_close(json, '}');
    for (size_t i = 0; i < 2; i++) {
        json_write_name(json, members[i]);
        openapi_write_ref(writing->openapi, OPENAPI_SCHEMAS, schemas[i]);
    }
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
    kind_schema_write_enum(json, names, false);
    json_write_close(json, '}');
}

/* The members of the object in answer_schemas.json. */
static void write_fixed(struct json_writer *json)
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
    write_fixed(&openapi->json);
    write_type_names(&openapi->json);
    kind_schema_write_all(&openapi->json);
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct schema_writing writing = {openapi, record_types[i]};
        write_whole(&writing);
        write_selection(&writing);
        write_list(&writing);
    }
}
