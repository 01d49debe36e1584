/* Joins records of which an editor says that they are one.
 *
 * A record with "same_as" names the record of its type that is kept. It may be a whole record, or
 * have only the id of one that another file has. The kept record gets the values of both, and the
 * label of the other one as another name. References to the joined record lead to the kept one, and
 * so does its id.
 */
#include "load/builder.h"

#include <stdlib.h>
#include <string.h>

enum join_state {
    JOIN_NEW,
    JOIN_FOLLOWED, /* it is on the way that is being followed */
    JOIN_DONE
};

/* A record that is the same as another one. */
struct join {
    struct record *record;
    const char *same_as;
    struct record *kept; /* NULL before it is found, and after a fault */
    enum join_state state;
};

/* All joins, in the order of their types and ids. */
struct joins {
    struct join *at;
    size_t count;
};

static int compare_joins(const void *left, const void *right)
{
    const struct join *a = left, *b = right;
    const unsigned types[2] = {a->record->type->ordinal, b->record->type->ordinal};
    if (types[0] != types[1])
        return types[0] < types[1] ? -1 : 1;
    return strcmp(record_id(a->record), record_id(b->record));
}

static int compare_join_places(const void *left, const void *right)
{
    const struct join *a = left, *b = right;
    const int order = compare_joins(left, right);
    if (order)
        return order;
    if (a->record->file != b->record->file)
        return a->record->file < b->record->file ? -1 : 1;
    return (a->record->element > b->record->element) - (a->record->element < b->record->element);
}

__attribute__((format(printf, 3, 4))) static void fault_join(const struct archive_builder *builder,
                                                             const struct join *join,
                                                             const char *format, ...)
{
    char message[400];
    struct place places[3];
    const struct place here =
        place_member(archive_builder_place(builder, join->record, places), "same_as");
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    faults_add(builder->faults, &here, "%s", message);
}

/* Collects the joins. Leaves out those that say again what another one says, and those that
 * contradict another one, with a fault. Returns false if out of memory. */
static bool joins_init(const struct archive_builder *builder, struct joins *joins)
{
    const struct extensions *list = &builder->extensions;
    size_t count = 0;
    *joins = (struct joins){.at = malloc((list->count + 1) * sizeof *joins->at)};
    if (!joins->at)
        return false;
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].same_as)
            joins->at[count++] =
                (struct join){.record = list->at[i].record, .same_as = list->at[i].same_as};
    if (count)
        qsort(joins->at, count, sizeof *joins->at, compare_join_places);
    for (size_t i = 0; i < count; i++) {
        const struct join *last = joins->count ? &joins->at[joins->count - 1] : NULL;
        if (!last || compare_joins(last, &joins->at[i]) != 0)
            joins->at[joins->count++] = joins->at[i];
        else if (strcmp(last->same_as, joins->at[i].same_as) != 0)
            fault_join(builder, &joins->at[i],
                       "another record with this id is the same as \"%.80s\"; name one of them",
                       last->same_as);
    }
    return true;
}

/* Returns the join of the record that a join names, or NULL. */
static struct join *next_join(const struct joins *joins, const struct join *join)
{
    size_t low = 0, rest = joins->count;
    while (rest) {
        const size_t half = rest / 2;
        const struct record *record = joins->at[low + half].record;
        const unsigned types[2] = {record->type->ordinal, join->record->type->ordinal};
        const int order = types[0] != types[1] ? (types[0] < types[1] ? -1 : 1)
                                               : strcmp(record_id(record), join->same_as);
        if (order == 0)
            return &joins->at[low + half];
        if (order < 0) {
            low += half + 1;
            rest -= half + 1;
        } else {
            rest = half;
        }
    }
    return NULL;
}

/* Returns the record that the last join of a way names. Adds a fault and returns NULL if there is
 * none. */
static struct record *join_end(struct archive_builder *builder, const struct join *join)
{
    const struct record_type *type = join->record->type;
    const size_t length = strlen(join->same_as);
    struct record *record =
        record_list_find(archive_records(builder->archive, type), join->same_as, length);
    if (record || builder->incomplete)
        return record;
    const char *nearest = archive_builder_nearest_id(builder, type, join->same_as, length);
    fault_join(builder, join, "there is no %s \"%.80s\"%s%.80s%s", type->name, join->same_as,
               nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
    return NULL;
}

/* Follows a join to the record that is kept, and gives it to all joins on the way. */
static void join_follow(struct archive_builder *builder, const struct joins *joins,
                        struct join *first)
{
    struct join *last, *next = first;
    if (first->state != JOIN_NEW)
        return;
    do {
        last = next;
        last->state = JOIN_FOLLOWED;
        next = next_join(joins, last);
    } while (next && next->state == JOIN_NEW);
    struct record *kept = NULL;
    if (!next)
        kept = join_end(builder, last);
    else if (next->state == JOIN_DONE)
        kept = next->kept;
    else
        fault_join(builder, last,
                   "\"%.80s\" is the same as \"%.80s\" already; name the one that is kept",
                   last->same_as, record_id(last->record));
    for (next = first; next && next->state == JOIN_FOLLOWED; next = next_join(joins, next)) {
        next->state = JOIN_DONE;
        next->kept = kept;
    }
}

/* Returns the members of a record with its label as another name, if the type has other names.
 * Returns NULL if out of memory. */
static struct members *with_label_as_name(struct arena *arena, const struct record *record)
{
    const struct field *names = field_list_find(record->type->fields, "other_names", 11);
    const struct members *old = record->members;
    if (!names || record->label == 0)
        return record->members;
    const size_t position = (size_t)(names - record->type->fields.at);
    const uint64_t bit = UINT64_C(1) << position, present = old->present | bit;
    const struct value *list = members_value(old, position);
    struct members *members =
        arena_take(arena, sizeof *members + (size_t)bit_count(present) * sizeof(struct value));
    struct value *items = arena_take_array(arena, (size_t)list->count + 1, sizeof *items);
    if (!members || !items)
        return NULL;
    for (size_t i = 0; i < list->count; i++)
        items[i] = list->items[i];
    items[list->count] = *record_label(record);
    members->present = present;
    struct value *value = members->at;
    for (size_t i = 0; i < record->type->fields.count; i++)
        if (present >> i & 1)
            *value++ = i == position ? (struct value){.count = list->count + 1, .items = items}
                                     : *members_value(old, i);
    return members;
}

/* Adds the label of a joined record, if it is not that of the kept one, to its other names, which
 * the kept one gets. */
static void join_label(struct archive_builder *builder, struct record *record,
                       const struct record *kept)
{
    const struct value *a = record_label(record), *b = record_label(kept);
    if (record->label != kept->label || record->label == 0 ||
        (a->count == b->count && memcmp(a->text, b->text, a->count) == 0))
        return;
    struct members *members = with_label_as_name(archive_arena(builder->archive), record);
    if (members)
        record->members = members;
    builder->out_of_memory |= !members;
}

/* Joins a record with the one that is kept. */
static void join_record(struct archive_builder *builder, const struct join *join)
{
    struct record *named = join->record;
    struct record *known = record_list_find(archive_records(builder->archive, named->type),
                                            record_id(named), record_field(named, 0)->count);
    struct place places[3];
    if (known && known->distinct)
        fault_join(builder, join, "\"%.80s\" is \"distinct\", so that it is the same as no other",
                   record_id(known));
    if (!known && named->members->present == 1)
        faults_warn(builder->faults, archive_builder_place(builder, named, places),
                    "there is no %s \"%.80s\" to join with \"%.80s\"", named->type->name,
                    record_id(named), record_id(join->kept));
    builder->out_of_memory |=
        !archive_add_joined(builder->archive, known ? known : named, join->kept) ||
        (known && !extensions_add(&builder->extensions,
                                  (struct extension){.record = known, .joined = true}));
}

/* Makes the labels of the records that are joined other names of the kept ones. */
static void join_labels(struct archive_builder *builder)
{
    for (size_t i = 0; i < builder->extensions.count && !builder->out_of_memory; i++) {
        const struct extension *extension = &builder->extensions.at[i];
        const struct value *id = record_field(extension->record, 0);
        const struct record *kept =
            archive_find_kept(builder->archive, extension->record->type, id->text, id->count);
        if (kept && extension->joined)
            join_label(builder, extension->record, kept);
    }
}

void join_records(struct archive_builder *builder)
{
    struct joins joins;
    if (!joins_init(builder, &joins)) {
        builder->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < joins.count; i++)
        join_follow(builder, &joins, &joins.at[i]);
    for (size_t i = 0; i < joins.count; i++)
        if (joins.at[i].kept)
            join_record(builder, &joins.at[i]);
    if (joins.count)
        join_labels(builder);
    free(joins.at);
}
