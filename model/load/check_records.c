/* Checks cited lines and pages, needed sources, the order of dates, unique numbers, cycles, and
 * to-one relations. */
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

/* Returns the number of lines or pages of a document, or 0 if it is not known. */
static int64_t count_of(const struct archive_builder *builder, const struct record *document,
                        enum field_role count_role)
{
    const struct value *stated = record_value(document, count_role);
    const struct document_text *text = archive_text(builder->archive, document);
    if (count_role == ROLE_LINE_COUNT && text)
        return text->lines;
    return stated->count ? stated->integer : 0;
}

/* Checks that the cited lines or pages are within the document. */
static void check_range(const struct archive_builder *builder, const struct members *citation,
                        enum source_member member, enum field_role count_role,
                        const struct place *place)
{
    const struct value *document = members_value(citation, SOURCE_DOCUMENT);
    const struct value *range = members_value(citation, member);
    const struct place here = place_member(place, source_fields[member].name);
    int64_t first, last;
    if (!document->count || !range->count)
        return;
    const int64_t known = count_of(builder, document->record, count_role);
    if (!known || !kind_parse_lines(range->text, range->count, &first, &last))
        return;
    if (last > known)
        faults_add(builder->faults, &here, "\"%s\" is beyond the %" PRId64 " %s of \"%s\"",
                   range->text, known, source_fields[member].name, record_id(document->record));
}

static void check_citation(const struct archive_builder *builder, const struct members *citation,
                           const struct place *place)
{
    check_range(builder, citation, SOURCE_LINES, ROLE_LINE_COUNT, place);
    check_range(builder, citation, SOURCE_PAGES, ROLE_PAGE_COUNT, place);
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
        const struct place member = place_member(place, field->name);
        size_t count;
        const struct value *items = record_items(field, members_value(members, i), &count);
        for (size_t j = 0; field->kind == FIELD_OBJECT && j < count; j++) {
            const struct place element = place_element(&member, j);
            const struct place *here = field->list ? &element : &member;
            if (!items[j].count)
                continue;
            if (is_citation(field))
                check_citation(builder, items[j].members, here);
            else
                check_citations(builder, field->members, items[j].members, here);
        }
    }
}

static void check_not_before(const struct checked_field *checked)
{
    const struct field_list fields = checked->record->type->fields;
    const struct field *earlier = field_list_with_role(fields, checked->field->not_before);
    const struct value *other = record_field(checked->record, (size_t)(earlier - fields.at));
    if (!checked->value->count || !other->count)
        return;
    if (date_bounds_of(checked->value).instants.latest >= date_bounds_of(other).instants.earliest)
        return;
    const struct place place = place_member(checked->place, checked->field->name);
    faults_warn(checked->builder->faults, &place,
                "\"%.40s\" is before the %s \"%.40s\"; correct it, or explain the slip in a note",
                checked->value->text, earlier->name, other->text);
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

/* Checks that a value that needs a source has one, or is named as inferred. */
static void check_has_source(const struct checked_field *checked)
{
    const struct field_list fields = checked->record->type->fields;
    for (size_t i = 0; i < fields.count; i++) {
        const struct value *value = record_field(checked->record, i);
        if (is_citation(&fields.at[i]) && value->count)
            return;
        for (size_t j = 0; fields.at[i].kind == FIELD_FIELD_NAME && j < value->count; j++)
            if (value->items[j].count && strcmp(value->items[j].text, checked->field->name) == 0)
                return;
    }
    fault_field(checked, "needs a source; add \"sources\", or name the field in \"inferred\"");
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
        if (fields.at[i].needs_source && checked.value->count)
            check_has_source(&checked);
    }
}

/* A number of a record, and the record within which the number must be unique. */
struct counted {
    const struct record *scope;
    const struct value *number; /* of `count` 0 if the record has none */
    const struct record *record;
};

static int compare_ordinals(const struct record *a, const struct record *b)
{
    if (a->type != b->type)
        return a->type->ordinal < b->type->ordinal ? -1 : 1;
    return (a->ordinal > b->ordinal) - (a->ordinal < b->ordinal);
}

/* Orders by scope, and within a scope by number; records without a number come last. */
static int compare_counted(const void *left, const void *right)
{
    const struct counted *a = left, *b = right;
    if (a->scope != b->scope)
        return compare_ordinals(a->scope, b->scope);
    if (a->number->count != b->number->count)
        return a->number->count ? -1 : 1;
    if (a->number->count && a->number->integer != b->number->integer)
        return a->number->integer < b->number->integer ? -1 : 1;
    return compare_ordinals(a->record, b->record);
}

static void fault_counted(const struct archive_builder *builder, const struct field *field,
                          const struct counted *first, const struct counted *second)
{
    struct place places[3];
    const struct place *place = archive_builder_place(builder, second->record, places);
    const struct place here = place_member(place, field->name);
    if (second->number->count)
        faults_add(builder->faults, &here, "%" PRId64 " is already the %s of \"%s\" in the same %s",
                   second->number->integer, field->name, record_id(first->record),
                   first->scope->type->name);
    else
        faults_add(builder->faults, place, "needs a \"%s\", because \"%s\" is in the same %s",
                   field->name, record_id(first->record), first->scope->type->name);
}

/* Returns the record within which a number of a record is unique, or NULL. */
static const struct record *scope_of(const struct archive_builder *builder,
                                     const struct record *record, const struct field *field)
{
    for (const char *const *name = field->unique_within; *name; name++) {
        const struct relation *relation =
            archive_relation(builder->archive, record->type, *name, strlen(*name));
        const struct record *scope = relation_member(relation, record);
        if (scope)
            return scope;
    }
    return NULL;
}

static size_t collect_counted(const struct archive_builder *builder, const struct record_list *list,
                              const struct field *field, size_t position, struct counted *counted)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct value *number = record_field(list->at[i], position);
        if (!number->count && !field->required_among)
            continue;
        const struct record *scope = scope_of(builder, list->at[i], field);
        if (scope)
            counted[count++] = (struct counted){scope, number, list->at[i]};
    }
    return count;
}

/* Reports whether a record may not be beside another one of the same scope, which comes before. */
static bool is_wrong_beside(const struct counted *first, const struct counted *second)
{
    return first->scope == second->scope &&
           (!second->number->count ||
            (first->number->count && first->number->integer == second->number->integer));
}

static void check_unique(struct archive_builder *builder, const struct record_list *list,
                         const struct field *field, size_t position)
{
    struct counted *counted = malloc((list->count + 1) * sizeof *counted);
    if (!counted) {
        builder->out_of_memory = true;
        return;
    }
    const size_t count = collect_counted(builder, list, field, position, counted);
    qsort(counted, count, sizeof *counted, compare_counted);
    for (size_t i = 1; i < count; i++) {
        if (is_wrong_beside(&counted[i - 1], &counted[i]))
            fault_counted(builder, field, &counted[i - 1], &counted[i]);
        const bool first_lacks = !counted[i - 1].number->count &&
                                 (i == 1 || counted[i - 2].scope != counted[i - 1].scope);
        if (first_lacks && counted[i - 1].scope == counted[i].scope)
            fault_counted(builder, field, &counted[i], &counted[i - 1]);
    }
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
            check_unique(builder, list, &type->fields.at[i], i);
    for (size_t i = 0; i < relation_count; i++)
        if (relations[i].to_one && relations[i].edge_count > 1)
            check_to_one(builder, &relations[i], list);
}

void check_records(struct archive_builder *builder)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        check_type(builder, record_types[i]);
}
