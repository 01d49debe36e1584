/* JSON-LD 1.1: records as linked data. Members have the same names as in JSON; the context maps
 * them to schema.org, Popolo and SKOS (jsonld_context.h).
 *
 * One record is {"@context", "id", "type", ...}, a list is {"@context", "@graph": [...]}. A
 * reference is the URL of the record. A file has the context in it and begins URLs with the address
 * of the service, so that it means the same when it is saved. Members without a value are omitted.
 * A date has a datatype of XML Schema if one fits, else the EDTF datatype of the Library of
 * Congress.
 */
#include "archive/plain_date.h"
#include "formats/format.h"
#include "formats/jsonld_context.h"

#include <string.h>

static const char *date_type(const struct value *value)
{
    static const char *const types[] = {"xsd:gYear", "xsd:gYearMonth", "xsd:date"};
    struct plain_date date;
    const char *time = memchr(value->text, 'T', value->count);
    if (time && value->text != time && strlen(time) >= strlen("T00:00:00") && time[6] == ':')
        return "xsd:dateTime";
    return plain_date_read(value, &date) ? types[date.count - 1] : JSONLD_CONTEXT_EDTF;
}

static void jsonld_write_date(struct json_writer *json, const struct value *value)
{
    json_write_open(json, '{');
    json_write_name(json, "@value");
    json_write_string(json, value->text, value->count);
    json_write_name(json, "@type");
    json_write_text(json, date_type(value));
    json_write_close(json, '}');
}

static void jsonld_write_members(struct format_writer *writer, struct field_list fields,
                                 const struct members *members, uint64_t shown);

/* Writes the URL of a record, which is complete if the address of the service is known. */
static void jsonld_write_url(struct format_writer *writer, const struct record *record)
{
    const struct url url = url_of_record(writer->base_path, record);
    json_write_begin_string(&writer->json);
    buffer_append_text(writer->json.out, writer->address);
    url_append(writer->json.out, &url);
    json_write_end_string(&writer->json);
}

static void jsonld_write_item(struct format_writer *writer, const struct field *field,
                              const struct value *value)
{
    struct json_writer *json = &writer->json;
    switch (field->kind) {
    case FIELD_INTEGER:
        json_write_integer(json, value->integer);
        break;
    case FIELD_BOOLEAN:
        json_write_boolean(json, value->integer);
        break;
    case FIELD_DATE:
        jsonld_write_date(json, value);
        break;
    case FIELD_REFERENCE:
        jsonld_write_url(writer, value->record);
        break;
    case FIELD_OBJECT:
        json_write_open(json, '{');
        jsonld_write_members(writer, field->members, value->members, UINT64_MAX);
        json_write_close(json, '}');
        break;
    default:
        json_write_string(json, value->text, value->count);
    }
}

static void jsonld_write_list(struct format_writer *writer, const struct field *field,
                              const struct value *value)
{
    json_write_open(&writer->json, '[');
    for (size_t i = 0; i < value->count; i++)
        if (value->items[i].count)
            jsonld_write_item(writer, field, &value->items[i]);
    json_write_close(&writer->json, ']');
}

static void jsonld_write_members(struct format_writer *writer, struct field_list fields,
                                 const struct members *members, uint64_t shown)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct value *value = members_value(members, i);
        if (!value->count || !(shown >> i & 1) || fields.at[i].kind == FIELD_ID)
            continue;
        json_write_name(&writer->json, fields.at[i].name);
        if (fields.at[i].list)
            jsonld_write_list(writer, &fields.at[i], value);
        else
            jsonld_write_item(writer, &fields.at[i], value);
    }
}

static void jsonld_write_context(struct format_writer *writer)
{
    json_write_name(&writer->json, "@context");
    jsonld_context_write_for(&writer->json, writer->type, writer->address, writer->base_path);
}

static void jsonld_begin(struct format_writer *writer)
{
    if (!writer->paged)
        return;
    json_write_open(&writer->json, '{');
    jsonld_write_context(writer);
    json_write_name(&writer->json, "@graph");
    json_write_open(&writer->json, '[');
}

static void jsonld_write_record(struct format_writer *writer, const struct record *record)
{
    struct json_writer *json = &writer->json;
    const uint64_t shown = writer->view->fields;
    char class[JSONLD_CONTEXT_CLASS_MAX];
    json_write_open(json, '{');
    if (!writer->paged)
        jsonld_write_context(writer);
    json_write_name(json, "id");
    jsonld_write_url(writer, record);
    json_write_name(json, "type");
    json_write_text(json, jsonld_context_class(record->type, class));
    jsonld_write_members(writer, record->type->fields, record->members, shown ? shown : UINT64_MAX);
    json_write_close(json, '}');
}

static void jsonld_end(struct format_writer *writer)
{
    if (!writer->paged)
        return;
    json_write_close(&writer->json, ']');
    json_write_close(&writer->json, '}');
}

static const char *const unsupported[] = {"facet", "include", NULL};

const struct format format_jsonld = {
    .suffix = ".jsonld",
    .name = "JSON-LD",
    .media_type = "application/ld+json",
    .documentation =
        "JSON-LD, linked data in the terms of schema.org, Popolo and SKOS. A file has the part of "
        "/context.jsonld that it needs.",
    .file = true,
    .json = true,
    .addressed = true,
    .unsupported = unsupported,
    .begin = jsonld_begin,
    .write = jsonld_write_record,
    .end = jsonld_end,
};
