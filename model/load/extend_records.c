/* Extends records: joins a record with those that say more about it.
 *
 * A record with the id of another one and `"extends": true` extends it. Lists append the items that
 * they lack, absent fields are filled, and a field that differs is a fault unless the extension
 * names it in "replaces". Records that have one id and are in different files of other formats
 * extend the first one, too (join_files.c); a field that differs then only causes a warning. So do
 * records that are the same as another one (join_records.c).
 */
#include "load/builder.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static struct record *extended_record(const struct archive_builder *builder,
                                      const struct record *record)
{
    const struct value *id = record_field(record, 0);
    const struct record *kept =
        archive_find_kept(builder->archive, record->type, id->text, id->count);
    if (kept)
        id = record_field(kept, 0);
    return record_list_find(archive_records(builder->archive, record->type), id->text, id->count);
}

/* Warns of an extension whose record does not exist. */
static void warn_of_no_base(struct archive_builder *builder, const struct record *record)
{
    struct place places[3];
    const char *id = record_id(record);
    const char *nearest = faults_are_full(builder->faults)
                              ? NULL
                              : archive_builder_nearest_id(builder, record->type, id, strlen(id));
    faults_warn(
        builder->faults, archive_builder_place(builder, record, places),
        "there is no %s \"%.*s\" for this record to extend; the record is ignored; %s%.*s%s",
        record->type->name, FAULT_QUOTED_MAX, id,
        nearest ? "did you mean \"" : "correct its id, or remove it", FAULT_QUOTED_MAX,
        nearest ? nearest : "", nearest ? "\"?" : "");
}

void find_extended_records(struct archive_builder *builder)
{
    struct extensions *list = &builder->extensions;
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct extension extension = list->at[i];
        extension.base = extended_record(builder, extension.record);
        if (extension.joined && extension.base &&
            archive_kept(builder->archive, extension.record) == extension.record)
            archive_count_joined_by_id(builder->archive, extension.record->type);
        if (extension.base)
            list->at[count++] = extension;
        else if (!extension.same_as)
            warn_of_no_base(builder, extension.record);
    }
    list->count = count;
}

static bool values_are_equal(const struct field *field, const struct value *a,
                             const struct value *b);

static bool members_are_equal(struct field_list fields, const struct members *a,
                              const struct members *b)
{
    for (size_t i = 0; i < fields.count; i++)
        if (!values_are_equal(&fields.at[i], members_value(a, i), members_value(b, i)))
            return false;
    return true;
}

static bool items_are_equal(const struct field *field, const struct value *a, const struct value *b)
{
    if (!a->count || !b->count)
        return !a->count && !b->count;
    if (field->kind == FIELD_OBJECT)
        return members_are_equal(field->members, a->members, b->members);
    if (field->kind == FIELD_REFERENCE)
        return a->record == b->record;
    if (field->kind == FIELD_INTEGER || field->kind == FIELD_BOOLEAN)
        return a->integer == b->integer;
    return a->count == b->count && memcmp(a->text, b->text, a->count) == 0;
}

static bool values_are_equal(const struct field *field, const struct value *a,
                             const struct value *b)
{
    if (!field->list)
        return items_are_equal(field, a, b);
    for (size_t i = 0; a->count == b->count && i < a->count; i++)
        if (!items_are_equal(field, &a->items[i], &b->items[i]))
            return false;
    return a->count == b->count;
}

static bool has_item(const struct field *field, const struct value *list, const struct value *item)
{
    for (size_t i = 0; i < list->count; i++)
        if (items_are_equal(field, &list->items[i], item))
            return true;
    return false;
}

/* Appends the items that a list lacks. It has room for them. */
static void append_lacking(const struct field *field, struct value *list,
                           const struct value *further)
{
    for (size_t i = 0; i < further->count; i++)
        if (!has_item(field, list, &further->items[i]))
            list->items[list->count++] = further->items[i];
}

/* Extends the list of a record by those of all its extensions. Allocates once, so that the memory
 * for a person of a thousand files does not grow with the square of the files. */
static void extend_list(struct archive_builder *builder, const struct extension *extensions,
                        size_t count, size_t position, struct value *list)
{
    const struct field *field = &extensions->base->type->fields.at[position];
    size_t total = list->count;
    for (size_t i = 0; i < count; i++)
        total += record_field(extensions[i].record, position)->count;
    if (total == list->count)
        return;
    struct value *items = arena_take_array(archive_arena(builder->archive), total, sizeof *items);
    if (!items) {
        builder->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < list->count; i++)
        items[i] = list->items[i];
    list->items = items;
    for (size_t i = 0; i < count; i++) {
        const struct value *further = record_field(extensions[i].record, position);
        if (further->count && extensions[i].replaced >> position & 1)
            list->count = 0;
        append_lacking(field, list, further);
    }
}

/* Adds the fault that a field differs from that of the extended record, or a warning. `counts` is
 * true if the field of the extension counts. */
static void extend_differs(const struct archive_builder *builder, const struct extension *extension,
                           const struct field *field, bool counts)
{
    struct place places[3], base_places[3];
    const struct place here =
        place_member(archive_builder_place(builder, extension->record, places), field->name);
    const struct place *base = archive_builder_place(builder, extension->base, base_places);
    const unsigned line = faults_are_full(builder->faults) ? 0 : faults_line(builder->faults, base);
    if (extension->joined)
        faults_warn(builder->faults, &here,
                    "the %s \"%.*s\" in %s, line %u, has another \"%s\", %s",
                    extension->base->type->name, FAULT_QUOTED_MAX, record_id(extension->base),
                    base->file->name, line, field->name,
                    counts ? "but that of the minutes counts" : "which counts");
    else
        faults_add(builder->faults, &here,
                   "the %s \"%.*s\" in %s, line %u, has another \"%s\"; name the field in "
                   "\"replaces\" to change it",
                   extension->base->type->name, FAULT_QUOTED_MAX, record_id(extension->base),
                   base->file->name, line, field->name);
}

/* Reports whether a field is the label of a joined record: the kept one has it as another name. */
static bool is_other_name(const struct archive_builder *builder, const struct extension *extension,
                          size_t position)
{
    return extension->joined && position == extension->record->label &&
           archive_kept(builder->archive, extension->record) != extension->record;
}

/* Reports whether a record of minutes extends that of an agenda, so that what it says counts. */
static bool follows_agenda(const struct archive_builder *builder, const struct extension *extension)
{
    const struct record_file *files = builder->files->at;
    return extension->joined && files[extension->base->file].is_agenda &&
           files[extension->record->file].is_minutes && !files[extension->record->file].is_agenda;
}

/* Reports whether one of two dates of a joined record is the other one without its time. */
static bool is_vaguer(const struct extension *extension, const struct field *field,
                      const struct value *date, const struct value *other)
{
    return extension->joined && field->kind == FIELD_DATE && date->count < other->count &&
           other->text[date->count] == 'T' && memcmp(date->text, other->text, date->count) == 0;
}

/* Extends the value of a field that is not a list. */
static void extend_value(const struct archive_builder *builder, const struct extension *extension,
                         size_t position, struct value *value)
{
    const struct field *field = &extension->record->type->fields.at[position];
    const struct value *further = record_field(extension->record, position);
    const bool replaced = extension->replaced >> position & 1;
    if (!further->count)
        return;
    if (replaced)
        faults_settle(builder->faults, builder->files->at[extension->base->file].name, field->name);
    if (!value->count || replaced || is_vaguer(extension, field, value, further)) {
        *value = *further;
        return;
    }
    if (items_are_equal(field, value, further) || is_other_name(builder, extension, position) ||
        (extension->joined &&
         (field->unique_within || is_vaguer(extension, field, further, value))))
        return;
    const bool counts = follows_agenda(builder, extension);
    if (!counts || strcmp(field->name, "status") != 0)
        extend_differs(builder, extension, field, counts);
    if (counts)
        *value = *further;
}

static void extend_field(struct archive_builder *builder, const struct extension *extensions,
                         size_t count, size_t position, struct value *value)
{
    if (extensions->base->type->fields.at[position].list) {
        extend_list(builder, extensions, count, position, value);
        return;
    }
    for (size_t i = 0; i < count; i++)
        extend_value(builder, &extensions[i], position, value);
}

/* Returns the members of a record with those of all its extensions, or NULL if out of memory. */
static struct members *extended_members(struct archive_builder *builder,
                                        const struct extension *extensions, size_t count)
{
    const struct record *base = extensions->base;
    uint64_t present = base->members->present;
    for (size_t i = 0; i < count; i++)
        present |= extensions[i].record->members->present;
    struct members *members =
        arena_take(archive_arena(builder->archive),
                   sizeof *members + (size_t)bit_count(present) * sizeof(struct value));
    struct value *value = members ? members->at : NULL;
    if (!members) {
        builder->out_of_memory = true;
        return NULL;
    }
    members->present = present;
    for (size_t i = 0; i < base->type->fields.count; i++) {
        if (!(present >> i & 1))
            continue;
        *value = *record_field(base, i);
        if (i > 0)
            extend_field(builder, extensions, count, i, value);
        value++;
    }
    return members;
}

/* Orders extensions by the records that they extend, then by their files and places in these. */
static int compare_extensions(const void *left, const void *right)
{
    const struct extension *a = left, *b = right;
    const struct record *const of[2] = {a->base, b->base};
    if (of[0]->type->ordinal != of[1]->type->ordinal)
        return of[0]->type->ordinal < of[1]->type->ordinal ? -1 : 1;
    if (of[0]->ordinal != of[1]->ordinal)
        return of[0]->ordinal < of[1]->ordinal ? -1 : 1;
    if (a->record->file != b->record->file)
        return a->record->file < b->record->file ? -1 : 1;
    return (a->record->element > b->record->element) - (a->record->element < b->record->element);
}

static void extend_record(struct archive_builder *builder, struct record *base,
                          const struct extension *extensions, size_t count)
{
    struct members *members = extended_members(builder, extensions, count);
    if (!members)
        return;
    base->members = members;
    for (size_t i = 0; i < count; i++)
        base->distinct |= extensions[i].record->distinct;
    record_choose_label(base);
}

/* Reports whether a person is in both of two files. `list` is in order. */
static bool share_person(const struct extensions *list, size_t file, size_t other)
{
    bool in_file = false, in_other = false;
    for (size_t i = 0; i < list->count; i++) {
        const struct extension *at = &list->at[i];
        if (at->base->type != &person_type)
            continue;
        if (!i || at->base != list->at[i - 1].base) {
            in_file = at->base->file == file;
            in_other = at->base->file == other;
        }
        in_file |= at->record->file == file;
        in_other |= at->record->file == other;
        if (in_file && in_other)
            return true;
    }
    return false;
}

/* Warns of a meeting that has the minutes of two files which share no person: these may be of two
 * bodies. */
static void doubt_meeting(const struct archive_builder *builder, const struct extension *extension)
{
    const struct record_file *files = builder->files->at;
    const size_t base = extension->base->file, file = extension->record->file;
    struct place places[3];
    if (!extension->joined || extension->base->type != &meeting_type || !files[base].is_minutes ||
        !files[file].is_minutes || files[base].is_agenda || files[file].is_agenda ||
        share_person(&builder->extensions, base, file))
        return;
    struct place base_places[3];
    const struct place *there = archive_builder_place(builder, extension->base, base_places);
    faults_warn(builder->faults, archive_builder_place(builder, extension->record, places),
                "the meeting \"%.*s\" has the minutes of %s, too, but no person is in both; if "
                "these are two bodies, write the name of each in the title",
                FAULT_QUOTED_MAX, record_id(extension->base), there->file->name);
}

void extend_records(struct archive_builder *builder)
{
    const struct extensions *list = &builder->extensions;
    size_t first = 0;
    if (list->count > 1)
        qsort(list->at, list->count, sizeof *list->at, compare_extensions);
    for (size_t i = 0; i < list->count; i++)
        if (!i || list->at[i].base != list->at[i - 1].base)
            doubt_meeting(builder, &list->at[i]);
    for (size_t i = 1; i <= list->count && !builder->out_of_memory; i++) {
        if (i < list->count && list->at[i].base == list->at[first].base)
            continue;
        extend_record(builder, list->at[first].base, &list->at[first], i - first);
        first = i;
    }
}
