/* Joins what several files say of one meeting.
 *
 * Files of other formats give one id to one person, organization and meeting, wherever they name
 * it. Minutes and agendas of one meeting do so for its items, contributions, decisions and actions,
 * too. The records with one id are joined (extend_records.c).
 */
#include "load/builder.h"

#include <stdlib.h>
#include <string.h>

enum {
    JOINED_ALWAYS = TARGET(TYPE_PERSON) | TARGET(TYPE_ORGANIZATION) | TARGET(TYPE_MEETING),
    JOINED_IN_MINUTES = TARGET(TYPE_AGENDA_ITEM) | TARGET(TYPE_DISCUSSION) | TARGET(TYPE_DECISION) |
                        TARGET(TYPE_ACTION)
};

bool files_join(const struct archive_builder *builder, const struct record *record,
                const struct record *known)
{
    const struct record_file *a = &builder->files->at[record->file],
                             *b = &builder->files->at[known->file];
    const unsigned type = TARGET(record->type->ordinal);
    if (a == b || !a->imported || !b->imported)
        return false;
    return (type & JOINED_ALWAYS) || (type & JOINED_IN_MINUTES && a->is_minutes && b->is_minutes);
}

bool files_rename_document(struct archive_builder *builder, struct record *record,
                           const struct record *known)
{
    struct record_file *file = &builder->files->at[record->file];
    const struct record_list *list = archive_records(builder->archive, record->type);
    if (record->type != &document_type || record->file == known->file || !file->is_minutes ||
        !builder->files->at[known->file].is_minutes || file->renamed ||
        strcmp(file->document, record_id(record)) != 0)
        return false;
    const char *id = file->other_document;
    const size_t length = strlen(id);
    if (record_list_find(list, id, length))
        return false;
    struct value *value = members_find(record->members, 0);
    value->text = id;
    value->count = (uint32_t)length;
    file->other_document = file->document;
    file->document = id;
    file->renamed = true;
    return true;
}

/* A record of minutes with a position within another record. */
struct positioned {
    const struct record *scope;
    struct value *position;
    const struct record *record;
};

/* Orders by scope, then by position, then by the order of the files. */
static int compare_positioned(const void *left, const void *right)
{
    const struct positioned *a = left, *b = right;
    const struct record *const scopes[] = {a->scope, b->scope};
    if (scopes[0]->type != scopes[1]->type)
        return scopes[0]->type->ordinal < scopes[1]->type->ordinal ? -1 : 1;
    if (scopes[0]->ordinal != scopes[1]->ordinal)
        return scopes[0]->ordinal < scopes[1]->ordinal ? -1 : 1;
    if (a->position->integer != b->position->integer)
        return a->position->integer < b->position->integer ? -1 : 1;
    return (a->record->ordinal > b->record->ordinal) - (a->record->ordinal < b->record->ordinal);
}

/* Returns the record within which a position of a record is unique, or NULL. */
static const struct record *position_scope(const struct record *record, const struct field *field)
{
    const struct field_list fields = record->type->fields;
    for (const char *const *name = field->unique_within; *name; name++) {
        const struct field *scope = field_list_find(fields, *name, strlen(*name));
        if (!scope || scope->kind != FIELD_REFERENCE || scope->list)
            continue;
        const struct value *value = record_field(record, (size_t)(scope - fields.at));
        if (value->count)
            return value->record;
    }
    return NULL;
}

/* Collects the records of minutes that have a position. Returns their number. */
static size_t collect_positioned(const struct archive_builder *builder,
                                 const struct record_list *list, size_t field,
                                 struct positioned *positioned)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct record *record = list->at[i];
        struct value *position = members_find(record->members, field);
        const struct record *scope =
            position && position->count && builder->files->at[record->file].is_minutes
                ? position_scope(record, &record->type->fields.at[field])
                : NULL;
        if (scope)
            positioned[count++] = (struct positioned){scope, position, record};
    }
    return count;
}

/* Moves each record whose position is that of one of another file after the last one. */
static void settle_positions(struct positioned *positioned, size_t count)
{
    for (size_t first = 0, end; first < count; first = end) {
        end = first + 1;
        while (end < count && positioned[end].scope == positioned[first].scope)
            end++;
        int64_t last = positioned[end - 1].position->integer;
        const struct positioned *kept = &positioned[first];
        for (size_t i = first + 1; i < end; i++) {
            struct positioned *at = &positioned[i];
            if (at->position->integer != kept->position->integer)
                kept = at;
            else if (at->record->file != kept->record->file)
                at->position->integer = ++last;
        }
    }
}

static void settle_field(struct archive_builder *builder, const struct record_list *list,
                         size_t field)
{
    struct positioned *positioned = malloc((list->count + 1) * sizeof *positioned);
    if (!positioned) {
        builder->out_of_memory = true;
        return;
    }
    const size_t count = collect_positioned(builder, list, field, positioned);
    qsort(positioned, count, sizeof *positioned, compare_positioned);
    settle_positions(positioned, count);
    free(positioned);
}

void files_settle_positions(struct archive_builder *builder)
{
    size_t minutes = 0;
    for (size_t i = 0; i < builder->files->count; i++)
        minutes += builder->files->at[i].is_minutes;
    for (size_t i = 0; minutes > 1 && i < TYPE_COUNT; i++)
        for (size_t j = 0; j < record_types[i]->fields.count; j++)
            if (TARGET(i) & JOINED_IN_MINUTES && record_types[i]->fields.at[j].unique_within)
                settle_field(builder, archive_records(builder->archive, record_types[i]), j);
}
