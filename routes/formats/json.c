/* JSON: a single record, or a page of records with the members `data`, `meta` and `links`. */
#include "formats/format.h"
#include "formats/record_json.h"
#include "work/work.h"

#include <inttypes.h>
#include <stdio.h>

/* Writes a value. A reference is written as its id. */
static void json_format_write_value(struct json_writer *json, const struct field *field,
                                    const struct value *value)
{
    if (field->kind == FIELD_INTEGER)
        json_write_integer(json, value->integer);
    else if (field->kind == FIELD_BOOLEAN)
        json_write_boolean(json, value->integer);
    else if (field->kind == FIELD_REFERENCE)
        json_write_text(json, record_id(value->record));
    else
        json_write_string(json, value->text, value->count);
}

static void json_format_write_value_label(struct json_writer *json, const struct field *field,
                                          const struct value *value)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRId64, field->kind == FIELD_INTEGER ? value->integer : 0);
    if (field->kind == FIELD_INTEGER)
        json_write_text(json, digits);
    else if (field->kind == FIELD_BOOLEAN)
        json_write_text(json, value->integer ? "true" : "false");
    else if (field->kind == FIELD_REFERENCE)
        record_json_write_label(json, value->record);
    else
        json_write_string(json, value->text, value->count);
}

static void json_format_write_facet(struct json_writer *json, const struct field *field,
                                    const struct facet *facet)
{
    json_write_open(json, '[');
    for (size_t i = 0; i < facet->count; i++) {
        json_write_open(json, '{');
        json_write_name(json, "value");
        json_format_write_value(json, field, facet->counts[i].value);
        json_write_name(json, "label");
        json_format_write_value_label(json, field, facet->counts[i].value);
        json_write_name(json, "count");
        json_write_integer(json, (int64_t)facet->counts[i].count);
        json_write_close(json, '}');
    }
    json_write_close(json, ']');
}

static void json_format_write_facets(struct json_writer *json, const struct format_writer *writer)
{
    const struct query *query = writer->query;
    json_write_name(json, "facets");
    json_write_open(json, '{');
    for (size_t i = 0; i < query->facet_count; i++) {
        struct facet facet;
        if (!selection_count_values(writer->selection, &query->facets[i], &facet)) {
            json->out->failed = true;
            return;
        }
        json_write_name(json, query->facet_names[i]);
        json_format_write_facet(json, query->facets[i].end, &facet);
        facet_finish(&facet);
        work_spend_bytes(writer->work, WORK_FACETS, json->out->length);
    }
    json_write_close(json, '}');
}

static void json_format_begin(struct format_writer *writer)
{
    if (!writer->paged)
        return;
    json_write_open(&writer->json, '{');
    json_write_name(&writer->json, "data");
    json_write_open(&writer->json, '[');
}

static void json_format_write_record(struct format_writer *writer, const struct record *record)
{
    record_json_write(&writer->json, writer->base_path, writer->archive, record, writer->view,
                      writer->work);
}

static void json_format_end(struct format_writer *writer)
{
    struct json_writer *json = &writer->json;
    if (!writer->paged)
        return;
    json_write_close(json, ']');
    page_open_meta(json, writer->archive, writer->paged);
    json_format_write_facets(json, writer);
    json_write_close(json, '}');
    page_write_links(json, writer->paged);
    json_write_close(json, '}');
}

const struct format format_json = {
    .suffix = ".json",
    .name = "JSON",
    .media_type = "application/json",
    .documentation = "JSON, the default.",
    .json = true,
    .begin = json_format_begin,
    .write = json_format_write_record,
    .end = json_format_end,
};
