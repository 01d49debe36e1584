/* What is looked up later: records by number, and the collections. */
#include "archive/archive_private.h"
#include "select/kept_orders.h"

#include <stdlib.h>
#include <string.h>

static int compare_numbers(const void *left, const void *right)
{
    const struct record *a = *(const struct record *const *)left;
    const struct record *b = *(const struct record *const *)right;
    const int64_t a_number = record_value(a, "number")->integer;
    const int64_t b_number = record_value(b, "number")->integer;
    if (a_number != b_number)
        return a_number < b_number ? -1 : 1;
    return (a->ordinal > b->ordinal) - (a->ordinal < b->ordinal);
}

static void index_numbers(struct loading *loading, enum record_type_index type)
{
    struct archive *archive = loading->archive;
    const struct record_list *list = &archive->records[type];
    const struct record **at = arena_take_array(&archive->arena, list->count + 1, sizeof *at);
    size_t count = 0;
    if (!at) {
        loading->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        const struct value *number = record_value(list->at[i], "number");
        if (number && number->count)
            at[count++] = list->at[i];
    }
    qsort(at, count, sizeof *at, compare_numbers);
    archive->numbered[type].at = at;
    archive->numbered[type].count = count;
}

static bool has_role(const struct record *person, const char *wanted)
{
    const struct field_list fields = person_type.fields;
    const struct value *attendance = record_value(person, "attendance");
    const struct field *field = field_list_find(fields, "attendance", strlen("attendance"));
    const struct field *roles = field_list_find(field->members, "roles", strlen("roles"));
    const size_t index = (size_t)(roles - field->members.at);
    for (size_t i = 0; i < attendance->count; i++) {
        const struct value *list = &attendance->items[i].items[index];
        for (size_t j = 0; j < list->count; j++)
            if (strcmp(list->items[j].text, wanted) == 0)
                return true;
    }
    return false;
}

static size_t relation_size(const struct archive *archive, const struct record *record,
                            const char *name)
{
    size_t count;
    relation_members(archive_relation(archive, record->type, name, strlen(name)), record, &count);
    return count;
}

static bool spoke_in_discussion(const struct archive *archive, const struct record *person)
{
    size_t count;
    const struct relation *relation =
        archive_relation(archive, &person_type, "discussions", strlen("discussions"));
    const struct record *const *points = relation_members(relation, person, &count);
    for (size_t i = 0; i < count; i++) {
        const struct value *speaker = record_value(points[i], "speaker");
        if (speaker->count && speaker->record == person)
            return true;
    }
    return false;
}

/* Whoever chaired, presented, summarised or answered. */
static bool is_speaker(const struct archive *archive, const struct record *person)
{
    return relation_size(archive, person, "sessions") || relation_size(archive, person, "papers") ||
           has_role(person, "chair") || has_role(person, "presenter") ||
           has_role(person, "summariser") || spoke_in_discussion(archive, person);
}

static struct collection collect_speakers(struct loading *loading)
{
    struct archive *archive = loading->archive;
    const struct record_list *people = &archive->records[TYPE_PERSON];
    const struct record **at = arena_take_array(&archive->arena, people->count + 1, sizeof *at);
    struct collection speakers = {.name = "speakers",
                                  .documentation =
                                      "The people who chaired, presented, summarised or answered.",
                                  .type = &person_type,
                                  .records = at,
                                  .members = &archive->speakers};
    const bool made = at && record_set_init(&archive->speakers, people->count);
    loading->out_of_memory |= !made;
    for (uint32_t i = 0; made && i < people->count; i++) {
        if (!is_speaker(archive, people->at[i]))
            continue;
        at[speakers.count++] = people->at[i];
        record_set_add(&archive->speakers, i);
    }
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

void loading_index(struct loading *loading)
{
    struct archive *archive = loading->archive;
    struct collection *next = archive->collections;
    archive->indexes = archive_indexes_create();
    archive->orders = kept_orders_create();
    loading->out_of_memory |= !archive->indexes || !archive->orders;
    for (enum record_type_index type = 0; type < TYPE_COUNT; type++) {
        index_numbers(loading, type);
        *next++ = collect_type(archive, record_types[type]);
        if (type == TYPE_PERSON)
            *next++ = collect_speakers(loading);
    }
}
