#include "formats/record_json.h"

#include "http/url.h"

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

void record_json_write_label(struct json_writer *writer, const struct record *record)
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

void record_json_write_reference_members(struct json_writer *writer, const char *base_path,
                                         const struct record *record)
{
    const struct url href = url_of_record(base_path, record);
    json_write_name(writer, "id");
    json_write_text(writer, record_id(record));
    json_write_name(writer, "type");
    json_write_text(writer, record->type->name);
    json_write_name(writer, "label");
    record_json_write_label(writer, record);
    json_write_name(writer, "href");
    url_write(writer, &href);
}

void record_json_write_reference(struct json_writer *writer, const char *base_path,
                                 const struct record *record)
{
    json_write_open(writer, '{');
    record_json_write_reference_members(writer, base_path, record);
    json_write_close(writer, '}');
}

struct writing {
    struct json_writer *writer;
    const char *base_path;
    const struct archive *archive;
};

static void write_members(const struct writing *writing, struct field_list fields,
                          const struct value *values);

static void write_item(const struct writing *writing, const struct field *field,
                       const struct value *value)
{
    struct json_writer *writer = writing->writer;
    if (!value->count) {
        json_write_null(writer);
        return;
    }
    switch (field->kind) {
    case FIELD_INTEGER:
        json_write_integer(writer, value->integer);
        break;
    case FIELD_REFERENCE:
        record_json_write_reference(writer, writing->base_path, value->record);
        break;
    case FIELD_OBJECT:
        json_write_open(writer, '{');
        write_members(writing, field->members, value->items);
        json_write_close(writer, '}');
        break;
    default:
        json_write_string(writer, value->text, value->count);
    }
}

static void write_members(const struct writing *writing, struct field_list fields,
                          const struct value *values)
{
    struct json_writer *writer = writing->writer;
    for (size_t i = 0; i < fields.count; i++) {
        json_write_name(writer, fields.at[i].name);
        if (!fields.at[i].list) {
            write_item(writing, &fields.at[i], &values[i]);
            continue;
        }
        json_write_open(writer, '[');
        for (size_t j = 0; j < values[i].count; j++)
            write_item(writing, &fields.at[i], &values[i].items[j]);
        json_write_close(writer, ']');
    }
}

static void write_links(const struct writing *writing, const struct record *record)
{
    size_t count;
    struct json_writer *writer = writing->writer;
    const struct relation *relations = archive_relations(writing->archive, record->type, &count);
    struct url url = url_of_record(writing->base_path, record);
    json_write_open(writer, '{');
    json_write_name(writer, "self");
    url_write(writer, &url);
    for (size_t i = 0; i < count; i++) {
        url = url_of_relation(writing->base_path, record, &relations[i]);
        json_write_name(writer, relations[i].name);
        url_write(writer, &url);
    }
    json_write_close(writer, '}');
}

/* The records around the one that is being written. */
struct around {
    const struct record *record;
    const struct around *outer;
};

static void write_record(const struct writing *writing, const struct record *record,
                         const struct record_view *view, const struct around *outer);

static const struct include *find_include(const struct record_view *view, const char *name)
{
    for (size_t i = 0; i < view->include_count; i++)
        if (strcmp(view->includes[i].relation->name, name) == 0)
            return &view->includes[i];
    return NULL;
}

/* What is to be shown of the members of an included relation: all, and what is included further. */
static struct record_view inner_view(const struct record_view *view,
                                     const struct relation *relation)
{
    struct record_view inner = {.fields = 0};
    for (size_t i = 0; i < view->include_count; i++)
        if (view->includes[i].relation == relation && view->includes[i].further)
            inner.includes[inner.include_count++].relation = view->includes[i].further;
    return inner;
}

static void write_member(const struct writing *writing, const struct record *member,
                         const struct record_view *view, const struct around *around)
{
    for (const struct around *one = around; one; one = one->outer)
        if (one->record == member) {
            record_json_write_reference(writing->writer, writing->base_path, member);
            return;
        }
    write_record(writing, member, view, around);
}

static void write_included(const struct writing *writing, const struct around *around,
                           const struct record_view *view, const struct relation *relation)
{
    size_t count;
    const struct record *const *members = relation_members(relation, around->record, &count);
    const struct record_view inner = inner_view(view, relation);
    if (relation->to_one && count == 0)
        json_write_null(writing->writer);
    if (!relation->to_one)
        json_write_open(writing->writer, '[');
    for (size_t i = 0; i < count; i++)
        write_member(writing, members[i], &inner, around);
    if (!relation->to_one)
        json_write_close(writing->writer, ']');
}

/* The fields that the view shows; those that are relations it includes with whole records. */
static void write_fields(const struct writing *writing, const struct around *around,
                         const struct record_view *view)
{
    const struct field_list fields = around->record->type->fields;
    for (size_t i = 1; i < fields.count; i++) {
        const struct include *include = find_include(view, fields.at[i].name);
        if (view->fields && !(view->fields >> i & 1) && !include)
            continue;
        if (!include) {
            write_members(writing, (struct field_list){fields.at + i, 1},
                          &around->record->values[i]);
            continue;
        }
        json_write_name(writing->writer, fields.at[i].name);
        write_included(writing, around, view, include->relation);
    }
}

/* Relations that are no fields of the record: each once, behind the fields. */
static void write_further_includes(const struct writing *writing, const struct around *around,
                                   const struct record_view *view)
{
    const struct field_list fields = around->record->type->fields;
    for (size_t i = 0; i < view->include_count; i++) {
        const struct relation *relation = view->includes[i].relation;
        if (field_list_find(fields, relation->name, strlen(relation->name)) ||
            find_include(view, relation->name) != &view->includes[i])
            continue;
        json_write_name(writing->writer, relation->name);
        write_included(writing, around, view, relation);
    }
}

static void write_record(const struct writing *writing, const struct record *record,
                         const struct record_view *view, const struct around *outer)
{
    const struct around around = {record, outer};
    struct json_writer *writer = writing->writer;
    json_write_open(writer, '{');
    json_write_name(writer, "id");
    json_write_text(writer, record_id(record));
    json_write_name(writer, "type");
    json_write_text(writer, record->type->name);
    write_fields(writing, &around, view);
    write_further_includes(writing, &around, view);
    json_write_name(writer, "links");
    write_links(writing, record);
    json_write_close(writer, '}');
}

void record_json_write(struct json_writer *writer, const char *base_path,
                       const struct archive *archive, const struct record *record,
                       const struct record_view *view)
{
    const struct writing writing = {writer, base_path, archive};
    write_record(&writing, record, view, NULL);
}
