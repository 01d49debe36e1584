/* Replaces the ids in references by the records with these ids. */
#include "base/name.h"
#include "load/builder.h"
#include "load/labels.h"
#include "schema/kind.h"
#include "schema/targets.h"
#include "unicode/nearest_name.h"

#include <string.h>

static struct record *find_record_of_type(const struct archive_builder *builder,
                                          const struct record_type *type, const char *id,
                                          size_t length)
{
    return record_list_find(archive_records(builder->archive, type), id, length);
}

/* A search for the nearest id takes longer than the rest of loading a record. */
enum {
    NEAREST_IDS_MAX = 100
};

const char *archive_builder_nearest_id(struct archive_builder *builder,
                                       const struct record_type *type, const char *id,
                                       size_t length)
{
    if (builder->nearest_ids++ >= NEAREST_IDS_MAX)
        return NULL;
    const struct record_list *list = archive_records(builder->archive, type);
    struct nearest_name nearest;
    nearest_name_init(&nearest, id, length);
    for (size_t i = 0; i < list->count; i++)
        nearest_name_offer(&nearest, record_id(list->at[i]));
    return nearest.best;
}

/* Returns the type of a record with this id, or NULL if there is no such record. */
static const struct record_type *type_with_id(const struct archive_builder *builder, const char *id,
                                              size_t length)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (find_record_of_type(builder, record_types[i], id, length))
            return record_types[i];
    return NULL;
}

static void fault_dangling(struct archive_builder *builder, const struct record_type *type,
                           const char *id, size_t length, const struct place *place)
{
    if (builder->incomplete)
        return;
    const bool listed = !faults_are_full(builder->faults);
    const struct record_type *other = listed ? type_with_id(builder, id, length) : NULL;
    const char *nearest = NULL;
    if (listed && !other)
        nearest = archive_builder_nearest_id(builder, type, id, length);
    if (other)
        faults_add(builder->faults, place, "\"%.*s\" is %s %s; expected the id of %s %s",
                   FAULT_QUOTED_MAX, id, name_article(other->name), other->name,
                   name_article(type->name), type->name);
    else
        faults_add(builder->faults, place, "there is no %s \"%.*s\"%s%s%s", type->name,
                   FAULT_QUOTED_MAX, id, nearest ? "; did you mean \"" : "", nearest ? nearest : "",
                   nearest ? "\"?" : "");
}

/* Splits a reference into the type, NULL if it names none that is a target, and the id. */
static const struct record_type *split_reference(const struct field *field,
                                                 const struct value *reference, const char **ret_id)
{
    const struct record_type *only = targets_only(field->targets);
    const char *slash = only ? NULL : memchr(reference->text, '/', reference->count);
    *ret_id = reference->text;
    if (!slash)
        return only;
    const struct record_type *type =
        record_type_of_collection(reference->text, (size_t)(slash - reference->text));
    if (!type || !(field->targets & TARGET(type->ordinal)))
        return NULL;
    *ret_id = slash + 1;
    return type;
}

static void fault_no_collection(const struct archive_builder *builder, const struct field *field,
                                const char *text, const struct place *place)
{
    char names[200], collections[200];
    targets_write(field->targets, TARGETS_SINGULAR, " or ", names, sizeof names);
    targets_write(field->targets, TARGETS_COLLECTIONS, " or ", collections, sizeof collections);
    faults_add(builder->faults, place,
               "no %s has the name or the title \"%.*s\"; write it as its own record has it, or "
               "write COLLECTION/ID (COLLECTION: %s)",
               names, FAULT_QUOTED_MAX, text, collections);
}

/* Adds a fault if several records have a label. Returns whether it does. */
static bool fault_ambiguous(const struct archive_builder *builder,
                            const struct labelled_records *found, const char *label,
                            const struct place *place)
{
    if (found->count < 2)
        return false;
    faults_add(builder->faults, place,
               "%zu records have the label \"%.*s\"; write an id, such as \"%.80s\" or \"%.80s\"",
               found->count, FAULT_QUOTED_MAX, label, record_id(found->first),
               record_id(found->second));
    return true;
}

/* Looks up the record that a reference names by its id, then by its label, which must be unique
 * (tables have labels in place of ids). Adds a fault and returns NULL if neither is found. */
static const struct record *referenced_record(struct archive_builder *builder,
                                              const struct field *field,
                                              const struct value *reference,
                                              const struct place *place)
{
    const char *id;
    const struct record_type *type = split_reference(field, reference, &id);
    size_t length = (size_t)(reference->text + reference->count - id);
    const struct record_file *file = place->file;
    if (type == &document_type && file->renamed && strcmp(file->other_document, id) == 0) {
        id = file->document;
        length = strlen(id);
    }
    const struct record *record =
        type ? archive_find_kept(builder->archive, type, id, length) : NULL;
    if (type && !record)
        record = find_record_of_type(builder, type, id, length);
    if (record)
        return record;
    const struct labelled_records found =
        labels_find(builder, type ? TARGET(type->ordinal) : field->targets, id, length);
    if (found.count == 1)
        return found.first;
    if (fault_ambiguous(builder, &found, id, place))
        return NULL;
    if (type)
        fault_dangling(builder, type, id, length, place);
    else
        fault_no_collection(builder, field, reference->text, place);
    return NULL;
}

static void resolve_reference(struct archive_builder *builder, const struct field *field,
                              struct value *reference, const struct place *place)
{
    const struct record *record = referenced_record(builder, field, reference, place);
    *reference = (struct value){.count = record != NULL, .record = record};
}

static void resolve_values(struct archive_builder *builder, struct field_list fields,
                           struct members *members, const struct place *place);

static void resolve_item(struct archive_builder *builder, const struct field *field,
                         struct value *item, const struct place *place)
{
    if (!item->count)
        return;
    if (field->kind == FIELD_REFERENCE)
        resolve_reference(builder, field, item, place);
    else if (field->kind == FIELD_OBJECT)
        resolve_values(builder, field->members, item->members, place);
}

static void resolve_values(struct archive_builder *builder, struct field_list fields,
                           struct members *members, const struct place *place)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        struct value *value = members_find(members, i);
        if (!value || (field->kind != FIELD_REFERENCE && field->kind != FIELD_OBJECT))
            continue;
        const struct place member = place_member(place, field->name);
        if (!field->list)
            resolve_item(builder, field, value, &member);
        for (size_t j = 0; field->list && j < value->count; j++) {
            const struct place element = place_element(&member, j);
            resolve_item(builder, field, &value->items[j], &element);
        }
    }
}

/* Returns the record that a reference implies for a field: that to which the reference's target
 * refers in the same role. */
static const struct record *implied_record(const struct record *record, const struct field *field)
{
    const struct field_list fields = record->type->fields;
    for (size_t i = 0; i < fields.count; i++) {
        const struct value *value = record_field(record, i);
        if (fields.at[i].through != field->role || fields.at[i].list || !value->count)
            continue;
        const struct value *further = record_value(value->record, field->role);
        if (further->count)
            return further->record;
    }
    return NULL;
}

static void imply_field(const struct record_list *list, const struct field *field, size_t position)
{
    for (size_t i = 0; i < list->count; i++) {
        struct value *value = members_find(list->at[i]->members, position);
        const struct record *implied =
            value && !value->count ? implied_record(list->at[i], field) : NULL;
        if (implied)
            *value = (struct value){.count = 1, .record = implied};
    }
}

void imply_references(struct archive_builder *builder)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct field_list fields = record_types[i]->fields;
        for (size_t j = 0; j < fields.count; j++)
            if (fields.at[j].implied)
                imply_field(archive_records(builder->archive, record_types[i]), &fields.at[j], j);
    }
}

static void resolve_record(struct archive_builder *builder, const struct record *record)
{
    struct place places[3];
    resolve_values(builder, record->type->fields, record->members,
                   archive_builder_place(builder, record, places));
}

void resolve_references(struct archive_builder *builder)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct record_list *list = archive_records(builder->archive, record_types[i]);
        for (size_t j = 0; j < list->count; j++)
            if (archive_kept(builder->archive, list->at[j]) == list->at[j])
                resolve_record(builder, list->at[j]); /* the joined ones are extensions, too */
    }
    for (size_t i = 0; i < builder->extensions.count; i++)
        resolve_record(builder, builder->extensions.at[i].record);
    arena_finish(&builder->references);
    labels_finish(builder);
}
