#include "layout/linked_data.h"

#include "layout/link.h"
#include "schema/types/every_record.h"

static const char prefix[] = "schema:";

enum {
    PREFIX_LENGTH = sizeof prefix - 1,
    BYTES_MAX = 1024 * 1024
};

/* The data block that is being written, and its page. */
struct linked_data {
    const struct page *page;
    struct json_writer json;
};

const char *page_schema_class(const struct record_type *type)
{
    if (type->term && strncmp(type->term, prefix, PREFIX_LENGTH) == 0)
        return type->term + PREFIX_LENGTH;
    return type == &topic_type ? "DefinedTerm" : "CreativeWork";
}

/* Returns the property of schema.org for a field, or NULL. */
static const char *property_of(const struct field *field)
{
    if (field->term && strncmp(field->term, prefix, PREFIX_LENGTH) == 0)
        return field->term + PREFIX_LENGTH;
    return field->role == ROLE_TITLE         ? "name"
           : field->role == ROLE_DESCRIPTION ? "description"
                                             : NULL;
}

/* Reports whether schema.org permits a date: one of ISO 8601, with or without a time. */
static bool is_iso_date(const struct value *date)
{
    struct plain_date plain;
    return plain_date_read(date, &plain) ||
           (memchr(date->text, 'T', date->count) && !strpbrk(date->text, "/?~%X"));
}

static void write_url(struct linked_data *data, const char *name, const struct record *record)
{
    const struct url url = url_of_record(data->page->base_path, record);
    json_write_name(&data->json, name);
    json_write_begin_string(&data->json);
    if (data->page->publication.url)
        buffer_append_text(data->json.out, data->page->publication.url);
    url_append(data->json.out, &url);
    json_write_end_string(&data->json);
}

static void write_string_member(struct linked_data *data, const char *name,
                                const struct value *value)
{
    if (!value->count)
        return;
    json_write_name(&data->json, name);
    json_write_string(&data->json, value->text, value->count);
}

/* Writes the class, the address and the name of a record into an open object. */
static void open_record(struct linked_data *data, const struct record *record)
{
    char label[RECORD_LABEL_MAX];
    const struct value *title = record_value(record, ROLE_TITLE);
    json_write_text_member(&data->json, "@type", page_schema_class(record->type));
    write_url(data, "@id", record);
    if (title->count) {
        write_string_member(data, "name", title);
        return;
    }
    json_write_name(&data->json, "name");
    json_write_string(&data->json, label, record_write_label(record, label));
}

static void write_references(struct linked_data *data, const char *property,
                             const struct value *items, size_t count)
{
    struct json_writer *json = &data->json;
    json_write_open_member(json, property, '[');
    for (size_t i = 0; i < count && i < LINKED_DATA_REFERENCES_MAX; i++) {
        json_write_open(json, '{');
        open_record(data, items[i].record);
        json_write_close(json, '}');
    }
    json_write_close(json, ']');
}

static void write_identifiers(struct linked_data *data, const struct value *items, size_t count)
{
    struct json_writer *json = &data->json;
    json_write_open_member(json, "identifier", '[');
    for (size_t i = 0; i < count && i < LINKED_DATA_REFERENCES_MAX; i++) {
        const struct members *members = items[i].members;
        json_write_open(json, '{');
        json_write_text_member(json, "@type", "PropertyValue");
        write_string_member(data, "propertyID", members_value(members, IDENTIFIER_SCHEME));
        write_string_member(data, "value", members_value(members, IDENTIFIER_VALUE));
        json_write_close(json, '}');
    }
    json_write_close(json, ']');
}

static void write_strings(struct linked_data *data, const char *property, const struct value *items,
                          size_t count)
{
    struct json_writer *json = &data->json;
    json_write_open_member(json, property, '[');
    for (size_t i = 0; i < count && i < LINKED_DATA_REFERENCES_MAX; i++)
        json_write_string(json, items[i].text, items[i].count);
    json_write_close(json, ']');
}

static void write_field(struct linked_data *data, const struct field *field, const char *property,
                        const struct value *value)
{
    size_t count;
    const struct value *items = record_items(field, value, &count);
    switch (field->kind) {
    case FIELD_REFERENCE:
        write_references(data, property, items, count);
        break;
    case FIELD_INTEGER:
        json_write_integer_member(&data->json, property, value->integer);
        break;
    case FIELD_DATE:
        if (is_iso_date(value))
            write_string_member(data, property, value);
        break;
    case FIELD_TEXT:
    case FIELD_URL:
    case FIELD_LANGUAGE:
    case FIELD_MEDIA_TYPE:
    case FIELD_SHA256:
    case FIELD_DURATION:
        if (field->list)
            write_strings(data, property, items, count);
        else
            write_string_member(data, property, value);
        break;
    case FIELD_OBJECT:
        if (field->role == ROLE_IDENTIFIERS)
            write_identifiers(data, items, count);
        break;
    default:
        break;
    }
}

/* Reports whether a property is already written from an earlier field, or is not written from a
 * field. */
static bool is_written(const struct record *record, size_t index, const char *property)
{
    const struct field_list fields = record->type->fields;
    if (strcmp(property, "name") == 0 || strcmp(property, "location") == 0)
        return true;
    for (size_t i = 0; i < index; i++) {
        const char *other = property_of(&fields.at[i]);
        if (other && strcmp(other, property) == 0 && record_field(record, i)->count)
            return true;
    }
    return false;
}

static void write_fields(struct linked_data *data, const struct record *record)
{
    const struct field_list fields = record->type->fields;
    for (size_t i = 0; i < fields.count; i++) {
        const struct value *value = record_field(record, i);
        const char *property = property_of(&fields.at[i]);
        if (property && value->count && !is_written(record, i, property))
            write_field(data, &fields.at[i], property, value);
    }
}

/* Writes where an event takes place. */
static void write_place(struct linked_data *data, const struct record *record)
{
    struct json_writer *json = &data->json;
    const struct value *venue = record_value(record, ROLE_VENUE),
                       *room = record_value(record, ROLE_ROOM),
                       *city = record_value(record, ROLE_CITY),
                       *country = record_value(record, ROLE_COUNTRY);
    if (strcmp(page_schema_class(record->type), "Event") != 0 ||
        (!venue->count && !room->count && !city->count))
        return;
    json_write_open_member(json, "location", '{');
    json_write_text_member(json, "@type", "Place");
    write_string_member(data, "name", venue->count ? venue : room->count ? room : city);
    if (city->count || country->count) {
        json_write_open_member(json, "address", '{');
        json_write_text_member(json, "@type", "PostalAddress");
        write_string_member(data, "addressLocality", city);
        write_string_member(data, "addressCountry", country);
        json_write_close(json, '}');
    }
    json_write_close(json, '}');
}

void linked_data_write(struct page *page)
{
    struct markup *markup = &page->markup;
    struct buffer block;
    struct linked_data data = {.page = page};
    buffer_init(&block, BYTES_MAX);
    json_writer_init(&data.json, &block);
    json_write_open(&data.json, '{');
    json_write_text_member(&data.json, "@context", "https://schema.org");
    open_record(&data, page->record);
    write_url(&data, "url", page->record);
    write_fields(&data, page->record);
    write_place(&data, page->record);
    json_write_close(&data.json, '}');
    if (!block.failed) {
        markup_open(markup, "script", "type", "application/ld+json", NULL);
        markup_json(markup, block.bytes, block.length);
        markup_close(markup, "script");
        markup_break(markup);
    }
    /* A block over the limit is omitted; its texts are on the page. */
    markup->out->failed |= block.failed && !block.exceeded;
    buffer_finish(&block);
}
