#include "record_json.h"

#include "url.h"

#include <string.h>

enum {
    LABEL_BYTES_MAX = 100
};

static bool continues_character(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

/* How much of a long text makes a label: up to the last space, else to a whole character. */
static size_t label_length(const char *text)
{
    size_t length = LABEL_BYTES_MAX;
    while (length > LABEL_BYTES_MAX / 2 && text[length] != ' ')
        length--;
    if (text[length] == ' ')
        return length;
    length = LABEL_BYTES_MAX;
    while (length > 0 && continues_character(text[length]))
        length--;
    return length;
}

static void write_label(struct json_writer *writer, const struct record *record)
{
    static const char ellipsis[] = "\xe2\x80\xa6";
    const struct value *label = record_label(record);
    char cut[LABEL_BYTES_MAX + sizeof ellipsis];
    if (label->count <= LABEL_BYTES_MAX) {
        json_write_string(writer, label->text, label->count);
        return;
    }
    const size_t length = label_length(label->text);
    memcpy(cut, label->text, length);
    memcpy(cut + length, ellipsis, sizeof ellipsis);
    json_write_text(writer, cut);
}

void record_json_write_reference(struct json_writer *writer, const struct record *record)
{
    const struct url href = url_of_record(record);
    json_write_open(writer, '{');
    json_write_name(writer, "id");
    json_write_text(writer, record_id(record));
    json_write_name(writer, "type");
    json_write_text(writer, record->type->name);
    json_write_name(writer, "label");
    write_label(writer, record);
    json_write_name(writer, "href");
    url_write(writer, &href);
    json_write_close(writer, '}');
}

static void write_members(struct json_writer *writer, struct field_list fields,
                          const struct value *values);

static void write_item(struct json_writer *writer, const struct field *field,
                       const struct value *value)
{
    if (!value->count) {
        json_write_null(writer);
        return;
    }
    switch (field->kind) {
    case FIELD_INTEGER:
        json_write_integer(writer, value->integer);
        break;
    case FIELD_REFERENCE:
        record_json_write_reference(writer, value->record);
        break;
    case FIELD_OBJECT:
        json_write_open(writer, '{');
        write_members(writer, field->members, value->items);
        json_write_close(writer, '}');
        break;
    default:
        json_write_string(writer, value->text, value->count);
    }
}

static void write_members(struct json_writer *writer, struct field_list fields,
                          const struct value *values)
{
    for (size_t i = 0; i < fields.count; i++) {
        json_write_name(writer, fields.at[i].name);
        if (!fields.at[i].list) {
            write_item(writer, &fields.at[i], &values[i]);
            continue;
        }
        json_write_open(writer, '[');
        for (size_t j = 0; j < values[i].count; j++)
            write_item(writer, &fields.at[i], &values[i].items[j]);
        json_write_close(writer, ']');
    }
}

static void write_links(struct json_writer *writer, const struct archive *archive,
                        const struct record *record)
{
    size_t count;
    const struct relation *relations = archive_relations(archive, record->type, &count);
    struct url url = url_of_record(record);
    json_write_open(writer, '{');
    json_write_name(writer, "self");
    url_write(writer, &url);
    for (size_t i = 0; i < count; i++) {
        url = url_of_relation(record, &relations[i]);
        json_write_name(writer, relations[i].name);
        url_write(writer, &url);
    }
    json_write_close(writer, '}');
}

void record_json_write(struct json_writer *writer, const struct archive *archive,
                       const struct record *record)
{
    const struct field_list fields = record->type->fields;
    json_write_open(writer, '{');
    write_members(writer, (struct field_list){fields.at, 1}, record->values);
    json_write_name(writer, "type");
    json_write_text(writer, record->type->name);
    write_members(writer, (struct field_list){fields.at + 1, fields.count - 1}, record->values + 1);
    json_write_name(writer, "links");
    write_links(writer, archive, record);
    json_write_close(writer, '}');
}
