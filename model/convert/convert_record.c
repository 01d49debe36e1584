/* Writes an archive as one data file. */
#include "base/json_writer.h"
#include "convert/convert.h"
#include "schema/targets.h"

static void write_members(struct json_writer *writer, struct field_list fields,
                          const struct members *members);

static void convert_write_reference(struct json_writer *writer, const struct field *field,
                                    const struct record *record)
{
    if (!targets_only(field->targets)) {
        json_write_begin_string(writer);
        buffer_append_text(writer->out, record->type->collection);
        buffer_append_byte(writer->out, '/');
        buffer_append_text(writer->out, record_id(record));
        json_write_end_string(writer);
        return;
    }
    json_write_text(writer, record_id(record));
}

static void convert_write_item(struct json_writer *writer, const struct field *field,
                               const struct value *item)
{
    if (!item->count)
        json_write_null(writer);
    else if (field->kind == FIELD_OBJECT)
        write_members(writer, field->members, item->members);
    else if (field->kind == FIELD_REFERENCE)
        convert_write_reference(writer, field, item->record);
    else if (field->kind == FIELD_INTEGER)
        json_write_integer(writer, item->integer);
    else if (field->kind == FIELD_BOOLEAN)
        json_write_boolean(writer, item->integer);
    else
        json_write_string(writer, item->text, item->count);
}

/* Writes the members that have a value. Leaves out the file of a text, which is not there in
 * another folder. */
static void write_present_members(struct json_writer *writer, struct field_list fields,
                                  const struct members *members)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        const struct value *value = members_value(members, i);
        if (!value->count || field->role == ROLE_TEXT_FILE)
            continue;
        json_write_name(writer, field->name);
        if (!field->list) {
            convert_write_item(writer, field, value);
            continue;
        }
        json_write_open(writer, '[');
        for (size_t j = 0; j < value->count; j++)
            convert_write_item(writer, field, &value->items[j]);
        json_write_close(writer, ']');
    }
}

static void write_members(struct json_writer *writer, struct field_list fields,
                          const struct members *members)
{
    json_write_open(writer, '{');
    write_present_members(writer, fields, members);
    json_write_close(writer, '}');
}

static void convert_write_record(struct json_writer *writer, const struct record *record)
{
    json_write_open(writer, '{');
    write_present_members(writer, record->type->fields, record->members);
    if (record->distinct)
        json_write_boolean_member(writer, "distinct", true);
    json_write_close(writer, '}');
}

/* Writes the id of a record that was joined, with its label, so that it is known further on. */
static void convert_write_joined(struct json_writer *writer, const struct archive *archive,
                                 const struct record *record)
{
    const struct value *label = record_label(record);
    json_write_open(writer, '{');
    json_write_text_member(writer, "id", record_id(record));
    if (record->label) {
        json_write_name(writer, record->type->fields.at[record->label].name);
        json_write_string(writer, label->text, label->count);
    }
    json_write_text_member(writer, "same_as", record_id(archive_kept(archive, record)));
    json_write_close(writer, '}');
}

static void convert_write_type(struct json_writer *writer, const struct archive *archive,
                               const struct record_type *type)
{
    size_t count, joined_count;
    const struct record *const *records = archive_all(archive, type, &count);
    const struct record *const *joined = archive_joined(archive, type, &joined_count);
    if (!count)
        return;
    json_write_open_member(writer, type->collection, '[');
    for (size_t i = 0; i < count; i++)
        convert_write_record(writer, records[i]);
    for (size_t i = 0; i < joined_count; i++)
        convert_write_joined(writer, archive, joined[i]);
    json_write_close(writer, ']');
}

bool convert_record(const struct archive *archive, struct buffer *out)
{
    struct json_writer writer;
    struct buffer compact;
    buffer_init(&compact, SIZE_MAX);
    json_writer_init(&writer, &compact);
    json_write_open(&writer, '{');
    for (size_t i = 0; i < TYPE_COUNT; i++)
        convert_write_type(&writer, archive, record_types[i]);
    json_write_close(&writer, '}');
    json_write_indented(&compact, out);
    buffer_append_byte(out, '\n');
    buffer_finish(&compact);
    return !out->failed;
}
