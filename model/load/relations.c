/* The members of every relation, from the references in the records. */
#include "load/loading.h"

#include <stdlib.h>
#include <string.h>

/* That an owner has a member. */
struct pair {
    uint32_t owner;
    const struct record *member;
};

struct pairs {
    struct pair *at;
    size_t count;
    size_t capacity;
    bool out_of_memory;
};

/* One relation and the record whose references are being followed. */
struct following {
    const struct archive *archive;
    const struct relation *relation;
    const struct record *source;
    struct pairs *pairs;
    size_t first_pair; /* the first that came from this source */
};

static void append(struct pairs *pairs, struct pair pair)
{
    if (pairs->count == pairs->capacity) {
        const size_t capacity = pairs->capacity ? pairs->capacity * 2 : 64;
        struct pair *at = realloc(pairs->at, capacity * sizeof *at);
        if (!at) {
            pairs->out_of_memory = true;
            return;
        }
        pairs->at = at;
        pairs->capacity = capacity;
    }
    pairs->at[pairs->count++] = pair;
}

static void add_once(struct following *following, const struct record *target)
{
    const struct record *source = following->source;
    const bool inverse = following->relation->inverse;
    const struct pair pair = {.owner = inverse ? target->ordinal : source->ordinal,
                              .member = inverse ? source : target};
    for (size_t i = following->first_pair; i < following->pairs->count; i++) {
        const struct pair *known = &following->pairs->at[i];
        if (known->owner == pair.owner && known->member == pair.member)
            return;
    }
    append(following->pairs, pair);
}

/* A target of the reference itself, or what it leads to by the edge's further field. */
static void follow_reference(struct following *following, const struct edge *edge,
                             const struct value *reference)
{
    const struct relation *relation = following->relation;
    const struct record_type *end = relation->inverse ? relation->owner : relation->member;
    const struct record *target = reference->count ? reference->record : NULL;
    if (target && edge->through) {
        const struct value *further = record_value(target, edge->through);
        target = further->count ? further->record : NULL;
    }
    if (target && target->type == end)
        add_once(following, target);
}

static void follow_values(struct following *following, const struct edge *edge,
                          const struct field *field, const struct value *value)
{
    if (!field->list) {
        follow_reference(following, edge, value);
        return;
    }
    for (size_t i = 0; i < value->count; i++)
        follow_reference(following, edge, &value->items[i]);
}

static void follow_edge(struct following *following, const struct edge *edge)
{
    const struct field *field = &following->source->type->fields.at[edge->field];
    const struct value *value = &following->source->values[edge->field];
    if (edge->member < 0) {
        follow_values(following, edge, field, value);
        return;
    }
    const struct field *member = &field->members.at[edge->member];
    for (size_t i = 0; i < value->count; i++)
        if (value->items[i].count)
            follow_values(following, edge, member, &value->items[i].items[edge->member]);
}

static void collect_pairs(const struct archive *archive, const struct relation *relation,
                          struct pairs *pairs)
{
    const struct record_type *from = relation->inverse ? relation->member : relation->owner;
    const struct record_list *sources = &archive->records[from->index];
    for (size_t i = 0; i < sources->count; i++) {
        struct following following = {archive, relation, sources->at[i], pairs, pairs->count};
        for (size_t j = 0; j < relation->edge_count; j++)
            follow_edge(&following, &relation->edges[j]);
    }
}

/* Sorts the pairs by owner, each owner's in the order found, by counting. */
static bool store_members(struct archive *archive, struct relation *relation,
                          const struct pairs *pairs)
{
    const size_t owners = archive->records[relation->owner->index].count;
    uint32_t *offsets = arena_take_array(&archive->arena, owners + 2, sizeof *offsets);
    const struct record **members =
        arena_take_array(&archive->arena, pairs->count + 1, sizeof *members);
    if (!offsets || !members || pairs->out_of_memory || pairs->count >= UINT32_MAX)
        return false;
    /* offsets[N + 2] counts N's members, then offsets[N + 1] is where the next of them goes, so
     * that in the end offsets[N] is where they begin. */
    for (size_t i = 0; i < pairs->count; i++)
        offsets[pairs->at[i].owner + 2]++;
    for (size_t i = 0; i < owners; i++)
        offsets[i + 2] += offsets[i + 1];
    for (size_t i = 0; i < pairs->count; i++)
        members[offsets[pairs->at[i].owner + 1]++] = pairs->at[i].member;
    relation->offsets = offsets;
    relation->members = members;
    return true;
}

static bool join(struct archive *archive, struct relation *relation)
{
    struct pairs pairs = {0};
    collect_pairs(archive, relation, &pairs);
    const bool stored = store_members(archive, relation, &pairs);
    free(pairs.at);
    return stored;
}

void loading_join(struct loading *loading)
{
    struct archive *archive = loading->archive;
    relations_declare(archive->relations);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        for (size_t j = 0; j < archive->relations[i].count; j++)
            if (!join(archive, &archive->relations[i].at[j])) {
                loading->out_of_memory = true;
                return;
            }
}
