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

/* Warns if the date at a position of the list of fields is before the date that it may not precede.
 */
static void check_not_before(const struct archive_builder *builder, struct field_list fields,
                             const struct members *members, size_t position,
                             const struct place *place)
{
    const struct field *field = &fields.at[position];
    const struct field *earlier =
        field_list_find(fields, field->not_before, strlen(field->not_before));
    const struct value *value = members_value(members, position);
    const struct value *other = members_value(members, (size_t)(earlier - fields.at));
    if (!value->count || !other->count ||
        date_bounds_of(value).instants.latest >= date_bounds_of(other).instants.earliest)
        return;
    const struct place here = place_member(place, field->name);
    faults_warn(builder->faults, &here,
                "\"%.40s\" is before the %s \"%.40s\"; correct it, or explain the slip in a note",
                value->text, earlier->name, other->text);
}

/* Checks citations and the order of dates in a record or an object, and in the objects within it.
 */
static void check_members(const struct archive_builder *builder, struct field_list fields,
                          const struct members *members, const struct place *place)
{
    if (fields.at == source_fields)
        check_citation(builder, members, place);
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        if (field->not_before)
            check_not_before(builder, fields, members, i, place);
        if (field->kind != FIELD_OBJECT)
            continue;
        const struct place member = place_member(place, field->name);
        size_t count;
        const struct value *items = record_items(field, members_value(members, i), &count);
        for (size_t j = 0; j < count; j++) {
            const struct place element = place_element(&member, j);
            if (items[j].count)
                check_members(builder, field->members, items[j].members,
                              field->list ? &element : &member);
        }
    }
}

/* Warns if a reference leads to a record of another meeting, or whatever the role in `shares` is.
 */
static void check_shares(const struct checked_field *checked)
{
    const enum field_role role = checked->field->shares;
    const struct value *own = record_value(checked->record, role);
    const struct place member = place_member(checked->place, checked->field->name);
    size_t count;
    const struct value *items = record_items(checked->field, checked->value, &count);
    for (size_t i = 0; i < count; i++) {
        const struct place element = place_element(&member, i);
        const struct value *other =
            items[i].count ? record_value(items[i].record, role) : &value_absent;
        if (own->count && other->count && own->record != other->record)
            faults_warn(checked->builder->faults, checked->field->list ? &element : &member,
                        "\"%.80s\" belongs to the %s \"%.80s\", but this record to \"%.80s\"; "
                        "correct one of them",
                        record_id(items[i].record), other->record->type->name,
                        record_id(other->record), record_id(own->record));
    }
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
    check_members(builder, fields, record->members, place);
    for (size_t i = 0; i < fields.count; i++) {
        const struct checked_field checked = {builder, record, &fields.at[i],
                                              record_field(record, i), place};
        if (fields.at[i].shares)
            check_shares(&checked);
        if (fields.at[i].needs_source && checked.value->count)
            check_has_source(&checked);
    }
}

static const struct record *referred_record(const struct record *record, size_t position)
{
    const struct value *value = record_field(record, position);
    return value->count ? value->record : NULL;
}

/* Reports each record of a cycle that contains `first`. */
static void fault_cycle(const struct archive_builder *builder, const struct record *first,
                        size_t position)
{
    const struct record *record = first;
    struct place places[3];
    do {
        const struct place *place = archive_builder_place(builder, record, places);
        const struct place here = place_member(place, record->type->fields.at[position].name);
        faults_add(builder->faults, &here,
                   "the references form a cycle that leads back to \"%.80s\"; remove one reference "
                   "of the cycle",
                   record_id(record));
        record = referred_record(record, position);
    } while (record != first);
}

/* Checks that the references of a field to records of its own type form no cycle. Follows each
 * reference once: `walks` has for each record 1 + the ordinal of the record from which a walk first
 * reached it, so a walk ends in a cycle if it returns to a record that it reached itself. */
static void check_acyclic(struct archive_builder *builder, const struct record_list *list,
                          size_t position)
{
    uint32_t *walks = calloc(list->count + 1, sizeof *walks);
    if (!walks) {
        builder->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        const uint32_t walk = (uint32_t)i + 1;
        const struct record *next = list->at[i];
        for (; next && !walks[next->ordinal]; next = referred_record(next, position))
            walks[next->ordinal] = walk;
        if (next && walks[next->ordinal] == walk)
            fault_cycle(builder, next, position);
    }
    free(walks);
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
        if (type->fields.at[i].acyclic)
            check_acyclic(builder, list, i);
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
