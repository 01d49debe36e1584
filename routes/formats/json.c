/* JSON: a record by itself, or a page of records in the envelope that listing.h shows. */
#include "formats/format.h"

#include <inttypes.h>
#include <stdio.h>

/* What tells a value from others: of a reference the id. */
static void write_value(struct json_writer *writer, const struct field *field,
                        const struct value *value)
{
    if (field->kind == FIELD_INTEGER)
        json_write_integer(writer, value->integer);
    else if (field->kind == FIELD_REFERENCE)
        json_write_text(writer, record_id(value->record));
    else
        json_write_string(writer, value->text, value->count);
}

static void write_value_label(struct json_writer *writer, const struct field *field,
                              const struct value *value)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRId64, field->kind == FIELD_INTEGER ? value->integer : 0);
    if (field->kind == FIELD_INTEGER)
        json_write_text(writer, digits);
    else if (field->kind == FIELD_REFERENCE)
        record_json_write_label(writer, value->record);
    else
        json_write_string(writer, value->text, value->count);
}

static void write_facet(struct json_writer *writer, const struct field *field,
                        const struct facet *facet)
{
    json_write_open(writer, '[');
    for (size_t i = 0; i < facet->count; i++) {
        json_write_open(writer, '{');
        json_write_name(writer, "value");
        write_value(writer, field, facet->counts[i].value);
        json_write_name(writer, "label");
        write_value_label(writer, field, facet->counts[i].value);
        json_write_name(writer, "count");
        json_write_integer(writer, (int64_t)facet->counts[i].count);
        json_write_close(writer, '}');
    }
    json_write_close(writer, ']');
}

static void write_facets(struct json_writer *writer, const struct representing *representing)
{
    const struct query *query = representing->query;
    json_write_name(writer, "facets");
    json_write_open(writer, '{');
    for (size_t i = 0; i < query->facet_count; i++) {
        struct facet facet;
        if (!selection_count_values(representing->selection, &query->facets[i], &facet)) {
            writer->out->failed = true;
            return;
        }
        json_write_name(writer, query->facet_names[i]);
        write_facet(writer, query->facets[i].end, &facet);
        facet_finish(&facet);
    }
    json_write_close(writer, '}');
}

static void begin(struct representing *representing)
{
    if (!representing->paged)
        return;
    json_write_open(&representing->json, '{');
    json_write_name(&representing->json, "data");
    json_write_open(&representing->json, '[');
}

static void write(struct representing *representing, const struct record *record)
{
    record_json_write(&representing->json, representing->base_path, representing->archive, record,
                      &representing->query->view);
}

static void end(struct representing *representing)
{
    struct json_writer *writer = &representing->json;
    if (!representing->paged)
        return;
    json_write_close(writer, ']');
    page_open_meta(writer, representing->archive, representing->paged);
    write_facets(writer, representing);
    json_write_close(writer, '}');
    page_write_links(writer, representing->paged);
    json_write_close(writer, '}');
}

const struct representation as_json = {
    .suffix = ".json",
    .media_type = "application/json",
    .documentation = "What is given where nothing else is asked for.",
    .json = true,
    .begin = begin,
    .write = write,
    .end = end,
};
