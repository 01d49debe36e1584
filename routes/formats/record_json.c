#include "formats/record_json.h"

#include "http/url.h"
#include "work/work.h"

#include <string.h>

void record_json_write_label(struct json_writer *writer, const struct record *record)
{
    char label[RECORD_LABEL_MAX];
    json_write_string(writer, label, record_write_label(record, label));
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

struct record_json_output {
    struct json_writer *json;
    const char *base_path;
    const struct archive *archive;
    struct work *work;
};

static void record_json_write_members(const struct record_json_output *output,
                                      struct field_list fields, const struct members *members);

static void record_json_write_item(const struct record_json_output *output,
                                   const struct field *field, const struct value *value)
{
    struct json_writer *writer = output->json;
    if (!value->count) {
        json_write_null(writer);
        return;
    }
    switch (field->kind) {
    case FIELD_INTEGER:
        json_write_integer(writer, value->integer);
        break;
    case FIELD_BOOLEAN:
        json_write_boolean(writer, value->integer);
        break;
    case FIELD_REFERENCE:
        record_json_write_reference(writer, output->base_path, value->record);
        break;
    case FIELD_OBJECT:
        json_write_open(writer, '{');
        record_json_write_members(output, field->members, value->members);
        json_write_close(writer, '}');
        break;
    default:
        json_write_string(writer, value->text, value->count);
    }
}

static void record_json_write_field(const struct record_json_output *output,
                                    const struct field *field, const struct value *value)
{
    struct json_writer *writer = output->json;
    json_write_name(writer, field->name);
    if (!field->list) {
        record_json_write_item(output, field, value);
        return;
    }
    json_write_open(writer, '[');
    for (size_t i = 0; i < value->count; i++)
        record_json_write_item(output, field, &value->items[i]);
    json_write_close(writer, ']');
}

static void record_json_write_members(const struct record_json_output *output,
                                      struct field_list fields, const struct members *members)
{
    for (size_t i = 0; i < fields.count; i++)
        record_json_write_field(output, &fields.at[i], members_value(members, i));
}

static void record_json_write_links(const struct record_json_output *output,
                                    const struct record *record)
{
    size_t count;
    struct json_writer *writer = output->json;
    const struct relation *relations = archive_relations(output->archive, record->type, &count);
    struct url url = url_of_record(output->base_path, record);
    json_write_open(writer, '{');
    json_write_name(writer, "self");
    url_write(writer, &url);
    for (size_t i = 0; i < count; i++) {
        url = url_of_relation(output->base_path, record, &relations[i]);
        json_write_name(writer, relations[i].name);
        url_write(writer, &url);
    }
    json_write_close(writer, '}');
}

/* A record that is being written, and the record that contains it. */
struct enclosing_record {
    const struct record *record;
    const struct enclosing_record *outer; /* or NULL */
};

static void record_json_write_nested(const struct record_json_output *output,
                                     const struct record *record, const struct record_view *view,
                                     const struct enclosing_record *outer);

static const struct include *find_include(const struct record_view *view, const char *name)
{
    for (size_t i = 0; i < view->include_count; i++)
        if (strcmp(view->includes[i].step.name, name) == 0)
            return &view->includes[i];
    return NULL;
}

/* Returns the view of the members of an included relation: all fields, and the relation included
 * after the dot. */
static struct record_view inner_view(const struct record_view *view,
                                     const struct relation *relation)
{
    struct record_view inner = {.fields = 0};
    for (size_t i = 0; i < view->include_count; i++)
        if (view->includes[i].step.relation == relation && view->includes[i].further.name)
            inner.includes[inner.include_count++].step = view->includes[i].further;
    return inner;
}

static void record_json_write_member(const struct record_json_output *output,
                                     const struct record *member, const struct record_view *view,
                                     const struct enclosing_record *enclosing)
{
    for (const struct enclosing_record *outer = enclosing; outer; outer = outer->outer)
        if (outer->record == member) {
            record_json_write_reference(output->json, output->base_path, member);
            return;
        }
    record_json_write_nested(output, member, view, enclosing);
}

/* Writes an included record, and spends the work of it. */
static void record_json_write_costed(const struct record_json_output *output,
                                     const struct record *member, const struct record_view *view,
                                     const struct enclosing_record *enclosing)
{
    record_json_write_member(output, member, view, enclosing);
    work_spend(output->work, WORK_INCLUDED, WORK_RECORD);
    work_spend_bytes(output->work, WORK_INCLUDED, output->json->out->length);
}

static void record_json_write_included(const struct record_json_output *output,
                                       const struct enclosing_record *enclosing,
                                       const struct record_view *view,
                                       const struct relation *relation)
{
    size_t count;
    const struct record *const *members = relation_members(relation, enclosing->record, &count);
    const struct record_view inner = inner_view(view, relation);
    if (relation->to_one && count == 0)
        json_write_null(output->json);
    if (!relation->to_one)
        json_write_open(output->json, '[');
    for (size_t i = 0; i < count && !work_is_used_up(output->work); i++)
        record_json_write_costed(output, members[i], &inner, enclosing);
    if (!relation->to_one)
        json_write_close(output->json, ']');
}

/* Writes a reference field with whole records in place of the references. */
static void record_json_write_targets(const struct record_json_output *output,
                                      const struct enclosing_record *enclosing,
                                      const struct field *field, const struct value *value)
{
    static const struct record_view whole;
    size_t count;
    const struct value *items = record_items(field, value, &count);
    if (!field->list && !value->count)
        json_write_null(output->json);
    if (field->list)
        json_write_open(output->json, '[');
    for (size_t i = 0; i < count && !work_is_used_up(output->work); i++)
        if (items[i].count)
            record_json_write_costed(output, items[i].record, &whole, enclosing);
    if (field->list)
        json_write_close(output->json, ']');
}

/* Writes the fields that the view shows. A field that is an included relation holds whole records.
 */
static void record_json_write_fields(const struct record_json_output *output,
                                     const struct enclosing_record *enclosing,
                                     const struct record_view *view)
{
    const struct field_list fields = enclosing->record->type->fields;
    for (size_t i = 1; i < fields.count; i++) {
        const struct include *include = find_include(view, fields.at[i].name);
        if (view->fields && !(view->fields >> i & 1) && !include)
            continue;
        const struct value *value = record_field(enclosing->record, i);
        if (!include) {
            record_json_write_field(output, &fields.at[i], value);
            continue;
        }
        json_write_name(output->json, fields.at[i].name);
        if (include->step.relation)
            record_json_write_included(output, enclosing, view, include->step.relation);
        else
            record_json_write_targets(output, enclosing, &fields.at[i], value);
    }
}

/* Writes the included relations that are not fields of the record, each once. */
static void record_json_write_further_includes(const struct record_json_output *output,
                                               const struct enclosing_record *enclosing,
                                               const struct record_view *view)
{
    const struct field_list fields = enclosing->record->type->fields;
    for (size_t i = 0; i < view->include_count; i++) {
        const struct relation *relation = view->includes[i].step.relation;
        if (!relation || field_list_find(fields, relation->name, strlen(relation->name)) ||
            find_include(view, relation->name) != &view->includes[i])
            continue;
        json_write_name(output->json, relation->name);
        record_json_write_included(output, enclosing, view, relation);
    }
}

static void record_json_write_nested(const struct record_json_output *output,
                                     const struct record *record, const struct record_view *view,
                                     const struct enclosing_record *outer)
{
    const struct enclosing_record enclosing = {record, outer};
    struct json_writer *writer = output->json;
    json_write_open(writer, '{');
    json_write_name(writer, "id");
    json_write_text(writer, record_id(record));
    json_write_name(writer, "type");
    json_write_text(writer, record->type->name);
    record_json_write_fields(output, &enclosing, view);
    record_json_write_further_includes(output, &enclosing, view);
    json_write_name(writer, "links");
    record_json_write_links(output, record);
    json_write_close(writer, '}');
}

void record_json_write(struct json_writer *writer, const char *base_path,
                       const struct archive *archive, const struct record *record,
                       const struct record_view *view, struct work *work)
{
    const struct record_json_output output = {writer, base_path, archive, work};
    record_json_write_nested(&output, record, view, NULL);
}
