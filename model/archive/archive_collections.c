/* Makes the collections of an archive, and sorts the numbered records of each type. */
#include "archive/archive_private.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static int compare_numbered(const void *left, const void *right)
{
    const struct record *a = *(const struct record *const *)left;
    const struct record *b = *(const struct record *const *)right;
    const int64_t a_number = record_value(a, ROLE_NUMBER)->integer;
    const int64_t b_number = record_value(b, ROLE_NUMBER)->integer;
    if (a_number != b_number)
        return a_number < b_number ? -1 : 1;
    return (a->ordinal > b->ordinal) - (a->ordinal < b->ordinal);
}

static bool list_numbered(struct archive *archive, enum record_type_ordinal type)
{
    const struct record_list *list = &archive->records[type];
    const struct record **at = arena_take_array(&archive->arena, list->count + 1, sizeof *at);
    size_t count = 0;
    if (!at)
        return false;
    for (size_t i = 0; i < list->count; i++)
        if (record_value(list->at[i], ROLE_NUMBER)->count)
            at[count++] = list->at[i];
    qsort(at, count, sizeof *at, compare_numbered);
    archive->numbered[type].at = at;
    archive->numbered[type].count = count;
    return true;
}

static void add_person(struct record_set *people, const struct value *reference)
{
    if (reference->count)
        record_set_add(people, reference->record->ordinal);
}

/* Adds the people to whom records of a type refer in the field with a role. */
static void add_referred(const struct archive *archive, const struct record_type *type,
                         enum field_role role, struct record_set *people)
{
    const struct field *field = field_list_with_role(type->fields, role);
    const struct record_list *list = &archive->records[type->ordinal];
    assert(field);
    for (size_t i = 0; i < list->count; i++) {
        const struct value *value = record_field(list->at[i], (size_t)(field - type->fields.at));
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
        const struct value *functions = members_value(attendance->items[i].members, function);
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

/* Lists the people who chaired, presented, summarised or answered. */
static bool list_speakers(struct archive *archive, struct collection *ret_speakers)
{
    const struct record_list *people = &archive->records[TYPE_PERSON];
    const struct record **at = arena_take_array(&archive->arena, people->count + 1, sizeof *at);
    struct record_set *speakers = &archive->speakers;
    size_t count = 0;
    if (!at || !record_set_init(speakers, people->count))
        return false;
    add_referred(archive, &session_type, ROLE_CHAIR, speakers);
    add_referred(archive, &paper_type, ROLE_AUTHOR, speakers);
    add_referred(archive, &discussion_type, ROLE_AUTHOR, speakers);
    add_attending(archive, speakers);
    for (uint32_t i = 0; i < people->count; i++)
        if (record_set_has(speakers, i))
            at[count++] = people->at[i];
    *ret_speakers = (struct collection){
        .name = "speakers",
        .documentation = "The people who chaired, presented, summarised or answered.",
        .type = &person_type,
        .records = at,
        .count = count,
        .members = speakers};
    return true;
}

static struct collection list_type(const struct archive *archive, const struct record_type *type)
{
    const struct record_list *list = &archive->records[type->ordinal];
    return (struct collection){.name = type->collection,
                               .documentation = type->documentation,
                               .type = type,
                               .records = (const struct record *const *)list->at,
                               .count = list->count};
}

bool archive_collections_list(struct archive *archive)
{
    struct collection *next = archive->collections;
    for (enum record_type_ordinal type = 0; type < TYPE_COUNT; type++) {
        if (!list_numbered(archive, type))
            return false;
        *next++ = list_type(archive, record_types[type]);
        if (type == TYPE_PERSON && !list_speakers(archive, next++))
            return false;
    }
    return true;
}
