#include "record_page/citing.h"

#include "record_parts/line_index.h"
#include "schema/types/every_record.h"
#include "work/work.h"

#include <stdlib.h>

enum {
    CITING_FIRST = 256 /* passages that there is room for at first */
};

struct citing_search {
    struct citing_list *list;
    const struct record *document, *record;
};

static void citing_add(struct citing_search *search, const struct passage *passage)
{
    struct citing_list *list = search->list;
    if (list->count == CITING_MAX || list->failed)
        return;
    if (list->count == list->capacity) {
        const size_t capacity = list->capacity ? 2 * list->capacity : CITING_FIRST;
        struct citing *grown = realloc(list->at, capacity * sizeof *grown);
        list->failed = !grown;
        if (!grown)
            return;
        list->at = grown;
        list->capacity = capacity;
    }
    list->at[list->count++] = (struct citing){passage->from, passage->to, search->record, false};
}

static void citing_visit(struct citing_search *search, struct field_list fields,
                         const struct members *members);

/* Visits the objects of a field: sources, and objects that have sources. */
static void citing_visit_objects(struct citing_search *search, const struct field *field,
                                 const struct value *value)
{
    size_t count;
    const struct value *items = record_items(field, value, &count);
    for (size_t i = 0; i < count; i++) {
        if (field->members.at != source_fields) {
            citing_visit(search, field->members, items[i].members);
            continue;
        }
        const struct passage passage = passage_of(&items[i]);
        if (passage.document == search->document && passage.from)
            citing_add(search, &passage);
    }
}

static void citing_visit(struct citing_search *search, struct field_list fields,
                         const struct members *members)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct value *value = members_value(members, i);
        if (fields.at[i].kind == FIELD_OBJECT && value->count)
            citing_visit_objects(search, &fields.at[i], value);
    }
}

static void citing_visit_record(struct citing_search *search, const struct record *record)
{
    if (record == search->document)
        return;
    search->record = record;
    citing_visit(search, record->type->fields, record->members);
}

/* Visits the records that belong to a meeting. A record in several of its relations is visited once
 * for its type: only the relations that are called like the collection of their members count. */
static void citing_visit_meeting(struct citing_search *search, const struct archive *archive,
                                 const struct record *meeting, struct work *work)
{
    size_t count, members;
    const struct relation *relations = archive_relations(archive, meeting->type, &count);
    citing_visit_record(search, meeting);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(relations[i].name, relations[i].member->collection) != 0)
            continue;
        const struct record *const *found = relation_members(&relations[i], meeting, &members);
        for (size_t at = 0; at < members && work_spend(work, WORK_WRITING, WORK_TEST); at++)
            citing_visit_record(search, found[at]);
    }
}

/* Visits all records of the archive, as far as it is small. */
static void citing_visit_all(struct citing_search *search, const struct archive *archive,
                             struct work *work)
{
    size_t left = CITING_RECORDS_MAX;
    for (size_t type = 0; type < TYPE_COUNT; type++) {
        size_t count;
        const struct record *const *records = archive_all(archive, record_types[type], &count);
        for (size_t i = 0; i < count && left > 0; i++, left--) {
            if (!work_spend(work, WORK_WRITING, WORK_TEST))
                return;
            citing_visit_record(search, records[i]);
        }
    }
}

static size_t count_records(const struct archive *archive)
{
    size_t total = 0;
    for (size_t type = 0; type < TYPE_COUNT; type++) {
        size_t count;
        archive_all(archive, record_types[type], &count);
        total += count;
    }
    return total;
}

static int compare_records(const struct record *left, const struct record *right)
{
    if (left->type != right->type)
        return left->type->ordinal < right->type->ordinal ? -1 : 1;
    return (left->ordinal > right->ordinal) - (left->ordinal < right->ordinal);
}

static int compare_lines(uint32_t left, uint32_t right)
{
    return (left > right) - (left < right);
}

static int compare_by_record(const void *left, const void *right)
{
    const struct citing *a = left, *b = right;
    const int line = compare_lines(a->from, b->from);
    const int record = line ? line : compare_records(a->record, b->record);
    return record ? record : compare_lines(a->to, b->to);
}

static int compare_by_length(const void *left, const void *right)
{
    const struct citing *a = left, *b = right;
    const int line = compare_lines(a->from, b->from);
    const int end = line ? line : compare_lines(a->to, b->to);
    return end ? end : compare_records(a->record, b->record);
}

static void citing_sort(struct citing_list *list)
{
    qsort(list->at, list->count, sizeof *list->at, compare_by_record);
    for (size_t i = 1; i < list->count; i++)
        list->at[i].again = list->at[i].record == list->at[i - 1].record &&
                            list->at[i].from == list->at[i - 1].from;
    qsort(list->at, list->count, sizeof *list->at, compare_by_length);
}

void citing_find(struct citing_list *list, const struct archive *archive,
                 const struct record *document, const struct record *meeting, struct work *work)
{
    *list = (struct citing_list){NULL, 0, 0, false};
    struct citing_search search = {list, document, NULL};
    if (meeting && count_records(archive) > CITING_RECORDS_MAX) {
        citing_visit_meeting(&search, archive, meeting, work);
    } else {
        citing_visit_all(&search, archive, work);
    }
    if (list->count)
        citing_sort(list);
}

void citing_finish(struct citing_list *list)
{
    free(list->at);
    list->at = NULL;
}
