/* Computes the members of every relation from the references in the records. */
#include "archive/archive_private.h"
#include "base/array.h"

#include <stdlib.h>
#include <string.h>

/* An owner and one of its members. */
struct membership {
    uint32_t owner;
    const struct record *member;
};

struct membership_list {
    struct membership *at;
    size_t count;
    size_t capacity;
    bool out_of_memory;
};

/* A relation, and the record whose references are followed. */
struct relation_source {
    const struct archive *archive;
    const struct relation *relation;
    const struct record *record;
    struct membership_list *memberships;
    /* For each record of the type at the end of the relation: 1 + the ordinal of the last record
     * whose reference led to it. */
    uint32_t *reached_from;
};

static void add_membership(struct membership_list *memberships, struct membership membership)
{
    struct membership *at =
        array_reserve(memberships->at, &memberships->capacity, memberships->count + 1, sizeof *at);
    if (!at) {
        memberships->out_of_memory = true;
        return;
    }
    memberships->at = at;
    memberships->at[memberships->count++] = membership;
}

/* Adds a membership, unless another reference of the same record led to the same target. */
static void add_target(struct relation_source *source, const struct record *target)
{
    struct membership_list *memberships = source->memberships;
    const bool inverse = source->relation->inverse;
    const struct membership membership = {.owner = (inverse ? target : source->record)->ordinal,
                                          .member = inverse ? source->record : target};
    if (source->reached_from[target->ordinal] == source->record->ordinal + 1)
        return;
    source->reached_from[target->ordinal] = source->record->ordinal + 1;
    add_membership(memberships, membership);
}

/* Adds the target of a reference, or the record to which the target refers in `edge->through`. */
static void follow_reference(struct relation_source *source, const struct edge *edge,
                             const struct value *reference)
{
    const struct relation *relation = source->relation;
    const struct record_type *end = relation->inverse ? relation->owner : relation->member;
    const struct record *target = reference->count ? reference->record : NULL;
    if (target && edge->through) {
        const struct value *further = record_value(target, edge->through);
        target = further->count ? further->record : NULL;
    }
    if (target && target->type == end)
        add_target(source, target);
}

/* Follows an edge from a step on, of which `members` has the field. */
static void follow_edge(struct relation_source *source, const struct edge *edge, size_t step,
                        struct field_list fields, const struct members *members)
{
    if (step == EDGE_STEPS_MAX)
        return; /* declare_fields asserts that there is no further step; gcc 14 cannot see that */
    const struct field *field = &fields.at[edge->steps[step]];
    const struct value *value = members_value(members, edge->steps[step]);
    size_t count;
    const struct value *items = record_items(field, value, &count);
    for (size_t i = 0; i < count; i++) {
        if (field->kind == FIELD_REFERENCE)
            follow_reference(source, edge, &items[i]);
        else if (items[i].count)
            follow_edge(source, edge, step + 1, field->members, items[i].members);
    }
}

static void collect_memberships(const struct archive *archive, const struct relation *relation,
                                struct membership_list *memberships)
{
    const struct record_type *from = relation->inverse ? relation->member : relation->owner;
    const struct record_type *end = relation->inverse ? relation->owner : relation->member;
    const struct record_list *records = &archive->records[from->ordinal];
    uint32_t *reached_from = calloc(archive->records[end->ordinal].count + 1, sizeof *reached_from);
    if (!reached_from) {
        memberships->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < records->count; i++) {
        struct relation_source source = {archive, relation, records->at[i], memberships,
                                         reached_from};
        for (size_t j = 0; j < relation->edge_count; j++)
            follow_edge(&source, &relation->edges[j], 0, from->fields, records->at[i]->members);
    }
    free(reached_from);
}

/* Sorts the memberships by owner with a counting sort, which is stable. Returns false if out of
 * memory. */
static bool store_members(struct archive *archive, struct relation *relation,
                          const struct membership_list *memberships)
{
    const size_t owners = archive->records[relation->owner->ordinal].count;
    uint32_t *offsets = arena_take_array(&archive->arena, owners + 2, sizeof *offsets);
    const struct record **members =
        arena_take_array(&archive->arena, memberships->count + 1, sizeof *members);
    if (!offsets || !members || memberships->out_of_memory || memberships->count >= UINT32_MAX)
        return false;
    /* First offsets[N + 2] counts the members of owner N. Then offsets[N + 1] is the position of
     * the next member of N to be stored. At the end offsets[N] is the position of its first member.
     */
    for (size_t i = 0; i < memberships->count; i++)
        offsets[memberships->at[i].owner + 2]++;
    for (size_t i = 0; i < owners; i++)
        offsets[i + 2] += offsets[i + 1];
    for (size_t i = 0; i < memberships->count; i++)
        members[offsets[memberships->at[i].owner + 1]++] = memberships->at[i].member;
    relation->offsets = offsets;
    relation->members = members;
    return true;
}

static bool join_relation(struct archive *archive, struct relation *relation)
{
    struct membership_list memberships = {.count = 0};
    collect_memberships(archive, relation, &memberships);
    const bool stored = store_members(archive, relation, &memberships);
    free(memberships.at);
    return stored;
}

bool archive_relations_join(struct archive *archive)
{
    relations_declare(archive->relations);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        for (size_t j = 0; j < archive->relations[i].count; j++)
            if (!join_relation(archive, &archive->relations[i].at[j]))
                return false;
    return true;
}
