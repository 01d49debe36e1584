#include "popolo/popolo_value.h"

#include "work/work.h"

#include <string.h>

enum {
    PAIRS_MAX = 64, /* of one object */
    NOTE_BYTES_MAX = 1024 * 1024
};

/* The fields of a record, or the members of an object in a record. */
struct popolo_fields {
    struct field_list list;
    const struct members *members;
    uint64_t shown; /* a set of 1 << position; the others are absent */
};

/* A property of an object, and its value. If the property is a list, `found` is the whole value of
 * the field. */
struct popolo_pair {
    const struct popolo_property *property;
    struct popolo_value found;
};

static bool is_property(const struct popolo_property *property)
{
    return property && (property->name || property->list);
}

/* Returns the name of the member of the object that a property is, or that contains it. */
static const char *outer_name(const struct popolo_property *property)
{
    return property->list ? property->list : property->object ? property->object : property->name;
}

static bool find_pair(const struct popolo_fields *fields, size_t position,
                      const struct popolo_property *property, struct popolo_pair *ret_pair)
{
    const struct field *field = &fields->list.at[position];
    const struct value *value =
        fields->shown >> position & 1 ? members_value(fields->members, position) : &value_absent;
    *ret_pair = (struct popolo_pair){property, {field, value}};
    return property->list ? value->count > 0
                          : popolo_value_find(field, value, property, &ret_pair->found);
}

/* Finds the properties that have a value: those of the object itself if `each` is NULL, else those
 * of each object in its list of this name. Returns their number. */
static size_t find_pairs(const struct popolo_fields *fields, const char *each,
                         struct popolo_pair ret_pairs[PAIRS_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < fields->list.count; i++) {
        const struct popolo_property *property = fields->list.at[i].popolo;
        for (; is_property(property) && count < PAIRS_MAX; property++)
            if ((each ? property->each && strcmp(property->each, each) == 0 : !property->each) &&
                find_pair(fields, i, property, &ret_pairs[count]))
                count++;
    }
    return count;
}

static void popolo_write_members(const struct popolo_output *output,
                                 const struct popolo_fields *fields, const char *each);

/* Writes an object of a list: the members of the value if it is an object, else the value as the
 * members that the row names; and the members that each object of the list has. */
static void popolo_write_item(const struct popolo_output *output, const struct popolo_fields *outer,
                              const struct field *field, const char *list,
                              const struct value *value)
{
    const struct popolo_fields inner = {field->members, value->members, UINT64_MAX};
    json_write_open(output->json, '{');
    if (field->kind == FIELD_OBJECT)
        popolo_write_members(output, &inner, NULL);
    for (const struct popolo_property *property = field->popolo; is_property(property); property++)
        if (property->name && property->list && strcmp(property->list, list) == 0) {
            const struct popolo_value found = {field, value};
            json_write_name(output->json, property->name);
            popolo_value_write(output, property, &found);
        }
    popolo_write_members(output, outer, list);
    json_write_close(output->json, '}');
}

static void popolo_write_items(const struct popolo_output *output,
                               const struct popolo_fields *fields, const struct popolo_pair *pair)
{
    const struct field *field = pair->found.field;
    const struct value *value = pair->found.value;
    const struct value *items = field->list ? value->items : value;
    const size_t count = field->list ? value->count : 1;
    for (size_t i = 0; i < count; i++)
        if (items[i].count)
            popolo_write_item(output, fields, field, pair->property->list, &items[i]);
}

/* Writes a list that holds the values of one field or of several. A field has one object for each
 * value, whatever number of members the object has. */
static void popolo_write_list(const struct popolo_output *output,
                              const struct popolo_fields *fields, const struct popolo_pair *pairs,
                              size_t count)
{
    json_write_open(output->json, '[');
    for (size_t i = 0; i < count; i++)
        if (i == 0 || pairs[i].found.field != pairs[i - 1].found.field)
            popolo_write_items(output, fields, &pairs[i]);
    json_write_close(output->json, ']');
}

static void popolo_write_object(const struct popolo_output *output, const struct popolo_pair *pairs,
                                size_t count)
{
    json_write_open(output->json, '{');
    for (size_t i = 0; i < count; i++) {
        json_write_name(output->json, pairs[i].property->name);
        popolo_value_write(output, pairs[i].property, &pairs[i].found);
    }
    json_write_close(output->json, '}');
}

/* Appends a text after its prefix, which is in the plural for a range: "line 5", "lines 5-7". */
static void popolo_append_prefixed(struct buffer *text, const struct popolo_pair *pair)
{
    const struct value *value = pair->found.value;
    buffer_append_text(text, pair->property->prefix);
    if (pair->found.field->kind == FIELD_LINES && memchr(value->text, '-', value->count))
        buffer_append_byte(text, 's');
    if (*pair->property->prefix)
        buffer_append_byte(text, ' ');
    buffer_append(text, value->text, value->count);
}

/* Writes texts with their prefixes, joined by commas. */
static void popolo_write_joined(const struct popolo_output *output, const struct popolo_pair *pairs,
                                size_t count)
{
    struct buffer text;
    buffer_init(&text, NOTE_BYTES_MAX);
    for (size_t i = 0; i < count; i++) {
        buffer_append_text(&text, i ? ", " : "");
        popolo_append_prefixed(&text, &pairs[i]);
    }
    json_write_string(output->json, text.bytes, text.length);
    output->json->out->failed |= text.failed;
    buffer_finish(&text);
}

/* Writes one value: the first that is not written otherwise only, else the first. */
static void popolo_write_one(const struct popolo_output *output, const struct popolo_pair *pairs,
                             size_t count)
{
    const struct popolo_pair *chosen = pairs;
    for (size_t i = count; i > 0; i--)
        if (!pairs[i - 1].property->otherwise)
            chosen = &pairs[i - 1];
    popolo_value_write(output, chosen->property, &chosen->found);
}

static void popolo_write_members(const struct popolo_output *output,
                                 const struct popolo_fields *fields, const char *each)
{
    struct popolo_pair pairs[PAIRS_MAX];
    const size_t count = find_pairs(fields, each, pairs);
    for (size_t i = 0, next; i < count; i = next) {
        const struct popolo_property *property = pairs[i].property;
        for (next = i + 1; next < count; next++)
            if (strcmp(outer_name(pairs[next].property), outer_name(property)) != 0)
                break;
        json_write_name(output->json, outer_name(property));
        if (property->list)
            popolo_write_list(output, fields, &pairs[i], next - i);
        else if (property->object)
            popolo_write_object(output, &pairs[i], next - i);
        else if (property->prefix)
            popolo_write_joined(output, &pairs[i], next - i);
        else
            popolo_write_one(output, &pairs[i], next - i);
    }
}

/* Returns the property through which the records of an inverse relation are in a list of its owner,
 * or NULL. */
static const struct popolo_property *inverse_property(const struct relation *relation,
                                                      const struct edge *edge)
{
    if (!relation->inverse || edge->through || edge->step_count > 2)
        return NULL;
    const struct popolo_property *property = relation->member->fields.at[edge->steps[0]].popolo;
    for (; is_property(property); property++)
        if (property->inverse)
            return property;
    return NULL;
}

/* The list of a record that is filled from records that refer to it. */
struct inverse_list {
    const struct record *owner;
    const char *name;
    bool open; /* true if its name and its first object are written */
};

static void popolo_write_inverse_item(const struct popolo_output *output, struct inverse_list *list,
                                      const struct record *member, const struct field *field,
                                      const struct value *value)
{
    const struct popolo_fields fields = {member->type->fields, member->members, UINT64_MAX};
    if (!list->open)
        json_write_open_member(output->json, list->name, '[');
    list->open = true;
    popolo_write_item(output, &fields, field, list->name, value);
}

/* Writes the objects of one member of the relation that refer to the owner by one of its edges. */
static void popolo_write_inverse_items(const struct popolo_output *output,
                                       struct inverse_list *list, const struct record *member,
                                       const struct edge *edge)
{
    const struct field *field = &member->type->fields.at[edge->steps[0]];
    const struct value *value = record_field(member, edge->steps[0]);
    const struct value *items = field->list && value->count ? value->items : value;
    const size_t count = field->list ? value->count : 1;
    work_spend(output->work, WORK_WRITING, count * WORK_ENTRY);
    for (size_t i = 0; i < count; i++) {
        const struct value *reference = &items[i];
        if (reference->count && edge->step_count > 1)
            reference = members_value(items[i].members, edge->steps[1]);
        if (reference->count && reference->record == list->owner)
            popolo_write_inverse_item(output, list, member, field, &items[i]);
    }
}

static void popolo_write_relation(const struct popolo_output *output, struct inverse_list *list,
                                  const struct relation *relation)
{
    size_t count;
    const struct record *const *members = relation_members(relation, list->owner, &count);
    for (size_t i = 0; i < count && !work_is_used_up(output->work); i++) {
        for (size_t j = 0; j < relation->edge_count; j++)
            if (inverse_property(relation, &relation->edges[j]))
                popolo_write_inverse_items(output, list, members[i], &relation->edges[j]);
        work_spend(output->work, WORK_WRITING, WORK_RECORD);
        work_spend_bytes(output->work, WORK_WRITING, output->json->out->length);
    }
}

/* Writes the lists that are filled from records that refer to this one. */
static void popolo_write_inverse(const struct popolo_output *output, const struct record *record)
{
    size_t count;
    const struct relation *relations = archive_relations(output->archive, record->type, &count);
    for (size_t i = 0; i < count; i++) {
        const struct popolo_property *property = NULL;
        for (size_t j = 0; j < relations[i].edge_count && !property; j++)
            property = inverse_property(&relations[i], &relations[i].edges[j]);
        struct inverse_list list = {record, property ? property->list : NULL, false};
        if (property)
            popolo_write_relation(output, &list, &relations[i]);
        if (list.open)
            json_write_close(output->json, ']');
    }
}

void popolo_write(const struct popolo_output *output, const struct record *record, uint64_t shown)
{
    const struct popolo_fields fields = {record->type->fields, record->members,
                                         shown ? shown : UINT64_MAX};
    json_write_open(output->json, '{');
    popolo_write_members(output, &fields, NULL);
    if (!shown)
        popolo_write_inverse(output, record);
    json_write_close(output->json, '}');
}
