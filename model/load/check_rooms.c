/* Warns of rooms that two records of a meeting use at the same time. */
#include "load/builder.h"
#include "schema/types/every_record.h"
#include "values/edtf.h"

#include <stdlib.h>
#include <string.h>

/* The use of a room, by a record that has a time for its beginning and its end. */
struct room_use {
    const struct record *record, *meeting;
    const char *room;
    int64_t start, end; /* seconds since 1970 */
};

static int compare_room_uses(const void *left, const void *right)
{
    const struct room_use *a = left, *b = right;
    const int order = strcmp(a->room, b->room);
    if (a->meeting != b->meeting)
        return a->meeting->ordinal < b->meeting->ordinal ? -1 : 1;
    if (order || a->start == b->start)
        return order ? order
                     : (a->record->ordinal > b->record->ordinal) -
                           (a->record->ordinal < b->record->ordinal);
    return a->start < b->start ? -1 : 1;
}

/* Reads a date that has a time. Returns false if it is absent or means whole days. */
static bool read_time(const struct value *value, int64_t *ret_time)
{
    struct edtf_date date;
    if (!value->count || !edtf_read(value->text, value->count, &date) || date.clock == EDTF_DAYS)
        return false;
    *ret_time = date_bounds_of(value).instants.earliest;
    return true;
}

/* Adds the records that contain others, such as a day or a block, which use the same room. */
static void add_containers(const struct record_list *list, const struct record_type *type,
                           struct record_set *containers)
{
    for (size_t i = 0; i < type->fields.count; i++) {
        const struct field *field = &type->fields.at[i];
        for (size_t j = 0; field->acyclic && j < list->count; j++) {
            const struct value *container = record_field(list->at[j], i);
            if (container->count)
                record_set_add(containers, container->record->ordinal);
        }
    }
}

static size_t collect_room_uses(const struct record_list *list, const struct record_set *containers,
                                struct room_use *uses)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct record *record = list->at[i];
        const struct value *room = record_value(record, ROLE_ROOM);
        const struct value *meeting = record_value(record, ROLE_MEETING);
        struct room_use use = {.record = record, .room = room->text};
        if (!room->count || !meeting->count || record_set_has(containers, record->ordinal) ||
            !read_time(record_value(record, ROLE_START), &use.start) ||
            !read_time(record_value(record, ROLE_END), &use.end) || use.end < use.start)
            continue;
        use.meeting = meeting->record;
        uses[count++] = use;
    }
    return count;
}

static void warn_of_overlap(const struct archive_builder *builder, const struct room_use *use,
                            const struct room_use *other)
{
    struct place places[3];
    const struct field *start = field_list_with_role(use->record->type->fields, ROLE_START);
    const struct place here =
        place_member(archive_builder_place(builder, use->record, places), start->name);
    faults_warn(builder->faults, &here,
                "overlaps with \"%.80s\" in the room \"%.80s\"; correct a time or the room",
                record_id(other->record), use->room);
}

/* Compares each use of a room with the one before it that ends last. */
static void check_room_uses(const struct archive_builder *builder, struct room_use *uses,
                            size_t count)
{
    size_t last = 0;
    qsort(uses, count, sizeof *uses, compare_room_uses);
    for (size_t i = 1; i < count; i++) {
        const bool same =
            uses[i].meeting == uses[last].meeting && strcmp(uses[i].room, uses[last].room) == 0;
        if (same && uses[i].start < uses[last].end)
            warn_of_overlap(builder, &uses[i], &uses[last]);
        if (!same || uses[i].end > uses[last].end)
            last = i;
    }
}

void check_rooms(struct archive_builder *builder, const struct record_type *type)
{
    const struct record_list *list = archive_records(builder->archive, type);
    if (!field_list_with_role(type->fields, ROLE_ROOM) || !list->count)
        return;
    struct record_set containers = {0};
    struct room_use *uses = malloc(list->count * sizeof *uses);
    if (uses && record_set_init(&containers, list->count)) {
        add_containers(list, type, &containers);
        check_room_uses(builder, uses, collect_room_uses(list, &containers, uses));
    } else {
        builder->out_of_memory = true;
    }
    record_set_finish(&containers);
    free(uses);
}
