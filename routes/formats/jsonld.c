/* JSON-LD 1.1: records as linked data, their members named as in JSON; what each means in terms of
 * schema.org and SKOS says /context.jsonld (context.c).
 *
 * Of one record {"@context", "id", "type", ...}, of many {"@context", "@graph": [...]}. A reference
 * is the record's URL; what has no value is left out. A date that XML Schema has a type for is of
 * that type, any other of the Library of Congress's for EDTF.
 */
#include "formats/format.h"
#include "formats/jsonld_context.h"
#include "formats/plain_date.h"

static const char *date_type(const struct value *value)
{
    static const char *const types[] = {"xsd:gYear", "xsd:gYearMonth", "xsd:date"};
    struct plain_date date;
    return plain_date_read(value, &date) ? types[date.count - 1] : CONTEXT_EDTF;
}

static void write_date(struct json_writer *writer, const struct value *value)
{
    json_write_open(writer, '{');
    json_write_name(writer, "@value");
    json_write_string(writer, value->text, value->count);
    json_write_name(writer, "@type");
    json_write_text(writer, date_type(value));
    json_write_close(writer, '}');
}

static void write_members(struct representing *representing, struct field_list fields,
                          const struct value *values, uint64_t shown);

static void write_item(struct representing *representing, const struct field *field,
                       const struct value *value)
{
    struct json_writer *writer = &representing->json;
    struct url url;
    switch (field->kind) {
    case FIELD_INTEGER:
        json_write_integer(writer, value->integer);
        break;
    case FIELD_DATE:
        write_date(writer, value);
        break;
    case FIELD_REFERENCE:
        url = url_of_record(representing->base_path, value->record);
        url_write(writer, &url);
        break;
    case FIELD_OBJECT:
        json_write_open(writer, '{');
        write_members(representing, field->members, value->items, UINT64_MAX);
        json_write_close(writer, '}');
        break;
    default:
        json_write_string(writer, value->text, value->count);
    }
}

static void write_list(struct representing *representing, const struct field *field,
                       const struct value *value)
{
    json_write_open(&representing->json, '[');
    for (size_t i = 0; i < value->count; i++)
        if (value->items[i].count)
            write_item(representing, field, &value->items[i]);
    json_write_close(&representing->json, ']');
}

static void write_members(struct representing *representing, struct field_list fields,
                          const struct value *values, uint64_t shown)
{
    for (size_t i = 0; i < fields.count; i++) {
        if (!values[i].count || !(shown >> i & 1) || fields.at[i].kind == FIELD_ID)
            continue;
        json_write_name(&representing->json, fields.at[i].name);
        if (fields.at[i].list)
            write_list(representing, &fields.at[i], &values[i]);
        else
            write_item(representing, &fields.at[i], &values[i]);
    }
}

static void write_context(struct representing *representing)
{
    url_write_path_member(&representing->json, "@context", representing->base_path, CONTEXT_PATH);
}

static void begin(struct representing *representing)
{
    if (!representing->paged)
        return;
    json_write_open(&representing->json, '{');
    write_context(representing);
    json_write_name(&representing->json, "@graph");
    json_write_open(&representing->json, '[');
}

static void write(struct representing *representing, const struct record *record)
{
    struct json_writer *writer = &representing->json;
    const struct url url = url_of_record(representing->base_path, record);
    const uint64_t shown = representing->query->view.fields;
    char class[CONTEXT_CLASS_MAX];
    json_write_open(writer, '{');
    if (!representing->paged)
        write_context(representing);
    json_write_name(writer, "id");
    url_write(writer, &url);
    json_write_name(writer, "type");
    json_write_text(writer, context_class(record->type, class));
    write_members(representing, record->type->fields, record->values, shown ? shown : UINT64_MAX);
    json_write_close(writer, '}');
}

static void end(struct representing *representing)
{
    if (!representing->paged)
        return;
    json_write_close(&representing->json, ']');
    json_write_close(&representing->json, '}');
}

static const char *const lacks[] = {"facet", "include", NULL};

const struct representation as_jsonld = {
    .suffix = ".jsonld",
    .media_type = "application/ld+json",
    .documentation = "Linked data in terms of schema.org and SKOS, by a context that has an "
                     "address of its own.",
    .file = true,
    .json = true,
    .lacks = lacks,
    .begin = begin,
    .write = write,
    .end = end,
};
