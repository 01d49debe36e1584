/* The ids in references into records. */
#include "base/name.h"
#include "load/loading.h"
#include "schema/kind.h"
#include "schema/targets.h"

#include <string.h>

enum {
    QUOTED_MAX = 80
};

static struct record *find(const struct loading *loading, const struct record_type *type,
                           const char *id, size_t length)
{
    return record_list_find(&loading->archive->records[type->index], id, length);
}

static const char *nearest_id(const struct loading *loading, const struct record_type *type,
                              const char *id, size_t length)
{
    const struct record_list *list = &loading->archive->records[type->index];
    struct nearest nearest;
    nearest_init(&nearest, id, length);
    for (size_t i = 0; i < list->count; i++)
        nearest_offer(&nearest, record_id(list->at[i]));
    return nearest.best;
}

/* The type of some other record that has this id, or NULL: a reference to the wrong type. */
static const struct record_type *type_with_id(const struct loading *loading, const char *id,
                                              size_t length)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (find(loading, record_types[i], id, length))
            return record_types[i];
    return NULL;
}

static void fault_dangling(const struct loading *loading, const struct record_type *type,
                           const char *id, size_t length, const struct place *place)
{
    if (loading->incomplete)
        return;
    /* A hint takes longer than all the rest of loading a record: none where it would not be shown.
     */
    const bool shown = !faults_are_full(loading->faults);
    const struct record_type *other = shown ? type_with_id(loading, id, length) : NULL;
    const char *nearest = shown && !other ? nearest_id(loading, type, id, length) : NULL;
    if (other)
        faults_add(loading->faults, place, "\"%.*s\" is %s %s; expected the id of %s %s",
                   QUOTED_MAX, id, article_of(other->name), other->name, article_of(type->name),
                   type->name);
    else
        faults_add(loading->faults, place, "there is no %s \"%.*s\"%s%s%s", type->name, QUOTED_MAX,
                   id, nearest ? "; nearest is \"" : "", nearest ? nearest : "",
                   nearest ? "\"" : "");
}

/* Splits a reference into type and id. False, with the fault added, where that cannot be done. */
static bool split(const struct loading *loading, const struct field *field,
                  const struct value *reference, const struct place *place,
                  const struct record_type **ret_type, const char **ret_id)
{
    char targets[200];
    const struct record_type *only = targets_only(field->targets);
    const char *slash = only ? NULL : memchr(reference->text, '/', reference->count);
    *ret_id = slash ? slash + 1 : reference->text;
    *ret_type = slash
                    ? record_type_of_collection(reference->text, (size_t)(slash - reference->text))
                    : only;
    if (*ret_type && field->targets & TARGET((*ret_type)->index))
        return true;
    targets_write(field->targets, TARGETS_COLLECTIONS, ", ", targets, sizeof targets);
    faults_add(loading->faults, place,
               "expected COLLECTION/ID with a collection out of %s, not \"%.*s\"", targets,
               QUOTED_MAX, reference->text);
    return false;
}

static void resolve(const struct loading *loading, const struct field *field,
                    struct value *reference, const struct place *place)
{
    const struct record_type *type;
    const char *id;
    if (!split(loading, field, reference, place, &type, &id)) {
        reference->count = 0;
        return;
    }
    const size_t length = (size_t)(reference->text + reference->count - id);
    const struct record *record = find(loading, type, id, length);
    if (!record)
        fault_dangling(loading, type, id, length, place);
    *reference = (struct value){.count = record != NULL, .record = record};
}

static void resolve_values(const struct loading *loading, struct field_list fields,
                           struct value *values, const struct place *place);

static void resolve_item(const struct loading *loading, const struct field *field,
                         struct value *item, const struct place *place)
{
    if (!item->count)
        return;
    if (field->kind == FIELD_REFERENCE)
        resolve(loading, field, item, place);
    else if (field->kind == FIELD_OBJECT)
        resolve_values(loading, field->members, item->items, place);
}

static void resolve_values(const struct loading *loading, struct field_list fields,
                           struct value *values, const struct place *place)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        const struct place member = place_member(place, field->name);
        if (!field->list)
            resolve_item(loading, field, &values[i], &member);
        for (size_t j = 0; field->list && j < values[i].count; j++) {
            const struct place element = place_element(&member, j);
            resolve_item(loading, field, &values[i].items[j], &element);
        }
    }
}

void loading_resolve_references(struct loading *loading)
{
    struct place places[3];
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct record_list *list = &loading->archive->records[i];
        for (size_t j = 0; j < list->count; j++)
            resolve_values(loading, record_types[i]->fields, list->at[j]->values,
                           loading_place(loading, list->at[j], places));
    }
}
