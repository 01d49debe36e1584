/* Lists the collections, and the records of each type by number. */
#include "load/builder.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static int compare_numbers(const void *left, const void *right)
{
    const struct record *a = *(const struct record *const *)left;
    const struct record *b = *(const struct record *const *)right;
    const int64_t a_number = record_value(a, ROLE_NUMBER)->integer;
    const int64_t b_number = record_value(b, ROLE_NUMBER)->integer;
    if (a_number != b_number)
        return a_number < b_number ? -1 : 1;
    return (a->ordinal > b->ordinal) - (a->ordinal < b->ordinal);
}

static void list_numbered(struct archive_builder *builder, enum record_type_index type)
{
    struct archive *archive = builder->archive;
    const struct record_list *list = &archive->records[type];
    const struct record **at = arena_take_array(&archive->arena, list->count + 1, sizeof *at);
    size_t count = 0;
    if (!at) {
        builder->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < list->count; i++)
        if (record_value(list->at[i], ROLE_NUMBER)->count)
            at[count++] = list->at[i];
    qsort(at, count, sizeof *at, compare_numbers);
    archive->numbered[type].at = at;
    archive->numbered[type].count = count;
}

static void add_person(struct record_set *people, const struct value *reference)
{
    if (reference->count)
        record_set_add(people, reference->record->ordinal);
}

/* Adds the people that records of a type refer to by the field with a role. */
static void add_referred(const struct archive *archive, const struct record_type *type,
                         enum field_role role, struct record_set *people)
{
    const struct field *field = field_list_with_role(type->fields, role);
    const struct record_list *list = &archive->records[type->index];
    assert(field);
    for (size_t i = 0; i < list->count; i++) {
        const struct value *value = &list->at[i]->values[field - type->fields.at];
        if (!field->list)
            add_person(people, value);
        for (size_t j = 0; field->list && j < value->count; j++)
            add_person(people, &value->items[j]);
    }
}

static bool is_speaking(const char *function)
{
    return strcmp(function, "chair") == 0 || strcmp(function, "presenter") == 0 ||
           strcmp(function, "summariser") == 0;
}

static bool attended_to_speak(const struct record *person, size_t function)
{
    const struct value *attendance = record_value(person, ROLE_ATTENDANCE);
    for (size_t i = 0; i < attendance->count; i++) {
        const struct value *functions = &attendance->items[i].items[function];
        for (size_t j = 0; j < functions->count; j++)
            if (is_speaking(functions->items[j].text))
                return true;
    }
    return false;
}

static void add_attending(const struct archive *archive, struct record_set *people)
{
    const struct record_list *list = &archive->records[TYPE_PERSON];
    const struct field_list members =
        field_list_with_role(person_type.fields, ROLE_ATTENDANCE)->members;
    const struct field *function = field_list_with_role(members, ROLE_FUNCTION);
    for (uint32_t i = 0; i < list->count; i++)
        if (attended_to_speak(list->at[i], (size_t)(function - members.at)))
            record_set_add(people, i);
}

/* The people who chaired, presented, summarised or answered. */
static struct collection collect_speakers(struct archive_builder *builder)
{
    struct archive *archive = builder->archive;
    const struct record_list *people = &archive->records[TYPE_PERSON];
    const struct record **at = arena_take_array(&archive->arena, people->count + 1, sizeof *at);
    struct collection speakers = {.name = "speakers",
                                  .documentation =
                                      "The people who chaired, presented, summarised or answered.",
                                  .type = &person_type,
                                  .records = at,
                                  .members = &archive->speakers};
    if (!at || !record_set_init(&archive->speakers, people->count)) {
        builder->out_of_memory = true;
        return speakers;
    }
    add_referred(archive, &session_type, ROLE_CHAIR, &archive->speakers);
    add_referred(archive, &paper_type, ROLE_AUTHOR, &archive->speakers);
    add_referred(archive, &discussion_type, ROLE_AUTHOR, &archive->speakers);
    add_attending(archive, &archive->speakers);
    for (uint32_t i = 0; i < people->count; i++)
        if (record_set_has(&archive->speakers, i))
            at[speakers.count++] = people->at[i];
    return speakers;
}

static struct collection collect_type(const struct archive *archive, const struct record_type *type)
{
    const struct record_list *list = &archive->records[type->index];
    return (struct collection){.name = type->collection,
                               .documentation = type->documentation,
                               .type = type,
                               .records = (const struct record *const *)list->at,
                               .count = list->count};
}

void list_collections(struct archive_builder *builder)
{
    struct archive *archive = builder->archive;
    struct collection *next = archive->collections;
    for (enum record_type_index type = 0; type < TYPE_COUNT; type++) {
        list_numbered(builder, type);
        *next++ = collect_type(archive, record_types[type]);
        if (type == TYPE_PERSON)
            *next++ = collect_speakers(builder);
    }
}
