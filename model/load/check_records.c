/* Checks line ranges, the order of dates, unique numbers, cycles, and to-one relations. */
#include "load/builder.h"
#include "schema/kind.h"
#include "schema/types/every_record.h"
#include "values/edtf.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* A field of a record that is checked. */
struct checked_field {
    const struct archive_builder *builder;
    const struct record *record;
    const struct field *field;
    const struct value *value;
    const struct place *place; /* place of the record */
};

static void fault_field(const struct checked_field *checked, const char *message)
{
    const struct place place = place_member(checked->place, checked->field->name);
    faults_add(checked->builder->faults, &place, "%s", message);
}

/* Checks that the cited lines are lines of the document. */
static void check_citation(const struct archive_builder *builder, const struct members *members,
                           const struct place *place)
{
    const struct value *document = members_value(members, 0), *lines = members_value(members, 1);
    const struct place here = place_member(place, source_fields[1].name);
    int64_t first, last;
    if (!document->count || !lines->count)
        return;
    const struct value *known = record_value(document->record, ROLE_LINE_COUNT);
    if (!known->count || !kind_parse_lines(lines->text, lines->count, &first, &last))
        return;
    if (last > known->integer)
        faults_add(builder->faults, &here, "\"%s\" is beyond the %" PRId64 " lines of \"%s\"",
                   lines->text, known->integer, record_id(document->record));
}

static bool is_citation(const struct field *field)
{
    return field->kind == FIELD_OBJECT && field->members.at == source_fields;
}

static void check_citations(const struct archive_builder *builder, struct field_list fields,
                            const struct members *members, const struct place *place)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        const struct value *value = members_value(members, i);
        const struct place member = place_member(place, field->name);
        for (size_t j = 0; field->kind == FIELD_OBJECT && j < value->count; j++) {
            const struct place element = place_element(&member, j);
            const struct value *item = &value->items[j];
            if (!item->count)
                continue;
            if (is_citation(field))
                check_citation(builder, item->members, &element);
            else
                check_citations(builder, field->members, item->members, &element);
        }
    }
}

static void check_not_before(const struct checked_field *checked)
{
    const struct field_list fields = checked->record->type->fields;
    const struct field *earlier = field_list_with_role(fields, checked->field->not_before);
    const struct value *other = record_field(checked->record, (size_t)(earlier - fields.at));
    struct edtf_bounds this_date, other_date;
    char message[200];
    if (!checked->value->count || !other->count)
        return;
    if (!edtf_parse(checked->value->text, checked->value->count, &this_date) ||
        !edtf_parse(other->text, other->count, &other_date))
        return;
    if (this_date.latest >= other_date.earliest)
        return;
    snprintf(message, sizeof message, "\"%.40s\" is before the %s \"%.40s\"", checked->value->text,
             earlier->name, other->text);
    fault_field(checked, message);
}

enum {
    LEVELS_MAX = 100
};

static const struct record *referred_record(const struct record *record, size_t field)
{
    const struct value *value = record_field(record, field);
    return value->count ? value->record : NULL;
}

/* Reports a cycle that contains this record. A cycle that the chain only runs into, which Floyd's
 * algorithm detects, is reported for the records in it. */
static void check_acyclic(const struct checked_field *checked)
{
    const size_t field = (size_t)(checked->field - checked->record->type->fields.at);
    const struct record *next = checked->record, *slow = checked->record;
    char message[200];
    for (int levels = 1; levels <= LEVELS_MAX; levels++) {
        next = referred_record(next, field);
        if (!next)
            return;
        if (next == checked->record) {
            snprintf(message, sizeof message,
                     "the references form a cycle that leads back to \"%.80s\"; remove one "
                     "reference of the cycle",
                     record_id(checked->record));
            fault_field(checked, message);
            return;
        }
        if (levels % 2 == 0)
            slow = referred_record(slow, field);
        if (next == slow)
            return;
    }
    snprintf(message, sizeof message, "the chain of references has more than %d levels; shorten it",
             LEVELS_MAX);
    fault_field(checked, message);
}

static void check_record(const struct archive_builder *builder, const struct record *record)
{
    struct place places[3];
    const struct place *place = archive_builder_place(builder, record, places);
    const struct field_list fields = record->type->fields;
    check_citations(builder, fields, record->members, place);
    for (size_t i = 0; i < fields.count; i++) {
        const struct checked_field checked = {builder, record, &fields.at[i],
                                              record_field(record, i), place};
        if (fields.at[i].not_before)
            check_not_before(&checked);
        if (fields.at[i].acyclic)
            check_acyclic(&checked);
    }
}

/* A number of a record, and the record within which the number must be unique. */
struct counted {
    const struct record *scope;
    int64_t number;
    const struct record *record;
};

static int compare_counted(const void *left, const void *right)
{
    const struct counted *a = left, *b = right;
    if (a->scope != b->scope)
        return a->scope->ordinal < b->scope->ordinal ? -1 : 1;
    if (a->number != b->number)
        return a->number < b->number ? -1 : 1;
    return (a->record->ordinal > b->record->ordinal) - (a->record->ordinal < b->record->ordinal);
}

static void fault_counted_twice(const struct archive_builder *builder, const struct field *field,
                                const struct counted *first, const struct counted *second)
{
    struct place places[3];
    const struct place *place = archive_builder_place(builder, second->record, places);
    const struct place here = place_member(place, field->name);
    faults_add(builder->faults, &here, "%" PRId64 " is already the %s of \"%s\" in the same %s",
               second->number, field->name, record_id(first->record), first->scope->type->name);
}

static size_t collect_counted(const struct archive_builder *builder, const struct record_list *list,
                              size_t field, struct counted *counted)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct record *record = list->at[i];
        const char *within = record->type->fields.at[field].unique_within;
        const struct relation *relation =
            archive_relation(builder->archive, record->type, within, strlen(within));
        const struct record *scope = relation_member(relation, record);
        const struct value *number = record_field(record, field);
        if (scope && number->count)
            counted[count++] = (struct counted){scope, number->integer, record};
    }
    return count;
}

static void check_unique(struct archive_builder *builder, const struct record_list *list,
                         size_t field)
{
    struct counted *counted = malloc((list->count + 1) * sizeof *counted);
    if (!counted) {
        builder->out_of_memory = true;
        return;
    }
    const size_t count = collect_counted(builder, list, field, counted);
    qsort(counted, count, sizeof *counted, compare_counted);
    for (size_t i = 1; i < count; i++)
        if (counted[i].scope == counted[i - 1].scope && counted[i].number == counted[i - 1].number)
            fault_counted_twice(builder, &list->at[0]->type->fields.at[field], &counted[i - 1],
                                &counted[i]);
    free(counted);
}

/* Checks that a to-one relation has one member. Example: a record with a meeting and a session must
 * have the meeting of that session. */
static void check_to_one(const struct archive_builder *builder, const struct relation *relation,
                         const struct record_list *owners)
{
    struct place places[3];
    for (size_t i = 0; i < owners->count; i++) {
        size_t count;
        const struct record *const *members = relation_members(relation, owners->at[i], &count);
        if (count < 2)
            continue;
        const struct place *place = archive_builder_place(builder, owners->at[i], places);
        faults_add(builder->faults, place, "the %s is \"%s\" in one field and \"%s\" in another",
                   relation->name, record_id(members[0]), record_id(members[1]));
    }
}

static void check_type(struct archive_builder *builder, const struct record_type *type)
{
    size_t relation_count;
    const struct record_list *list = archive_records(builder->archive, type);
    const struct relation *relations = archive_relations(builder->archive, type, &relation_count);
    for (size_t i = 0; i < list->count; i++)
        check_record(builder, list->at[i]);
    for (size_t i = 0; i < type->fields.count; i++)
        if (type->fields.at[i].unique_within)
            check_unique(builder, list, i);
    for (size_t i = 0; i < relation_count; i++)
        if (relations[i].to_one && relations[i].edge_count > 1)
            check_to_one(builder, &relations[i], list);
}

void check_records(struct archive_builder *builder)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        check_type(builder, record_types[i]);
}
