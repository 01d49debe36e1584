#include "archive/relation.h"

#include "schema/targets.h"

#include <assert.h>
#include <string.h>

static struct relation *find_or_add_relation(struct relation_list *list,
                                             const struct relation *wanted)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->at[i].name, wanted->name) == 0)
            return &list->at[i];
    assert(list->count < RELATIONS_MAX);
    list->at[list->count] = *wanted;
    return &list->at[list->count++];
}

/* Adds an edge to a relation. Adds the relation to the list of its owner if the list lacks it. */
static void declare_edge(struct relation_list relations[TYPE_COUNT], const struct relation *wanted,
                         struct edge edge)
{
    struct relation *relation = find_or_add_relation(&relations[wanted->owner->ordinal], wanted);
    assert(relation->member == wanted->member && relation->inverse == wanted->inverse);
    assert(relation->edge_count < RELATION_EDGES_MAX);
    relation->edges[relation->edge_count++] = edge;
}

static void declare_through(struct relation_list relations[TYPE_COUNT],
                            const struct record_type *type, const struct field *reference,
                            struct edge edge)
{
    const struct record_type *target = targets_only(reference->targets);
    assert(target && reference->inverse);
    const struct field *further = field_list_with_role(target->fields, reference->through);
    assert(further);
    const struct record_type *end = targets_only(further->targets);
    edge.through = reference->through;
    declare_edge(
        relations,
        &(struct relation){
            .name = further->name, .owner = type, .member = end, .to_one = !reference->list},
        edge);
    declare_edge(relations,
                 &(struct relation){
                     .name = reference->inverse, .owner = end, .member = type, .inverse = true},
                 edge);
}

static void declare_inverses(struct relation_list relations[TYPE_COUNT],
                             const struct record_type *type, const struct field *reference,
                             struct edge edge)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (reference->targets & TARGET(i))
            declare_edge(relations,
                         &(struct relation){.name = reference->inverse,
                                            .owner = record_types[i],
                                            .member = type,
                                            .inverse = true},
                         edge);
}

static void declare_reference(struct relation_list relations[TYPE_COUNT],
                              const struct record_type *type, const struct field *reference,
                              struct edge edge)
{
    if (reference->kind != FIELD_REFERENCE)
        return;
    if (edge.member < 0)
        declare_edge(relations,
                     &(struct relation){.name = reference->name,
                                        .owner = type,
                                        .member = targets_only(reference->targets),
                                        .to_one = !reference->list},
                     edge);
    if (reference->inverse)
        declare_inverses(relations, type, reference, edge);
    if (reference->through)
        declare_through(relations, type, reference, edge);
}

static void declare_type(struct relation_list relations[TYPE_COUNT], const struct record_type *type)
{
    for (size_t i = 0; i < type->fields.count; i++) {
        const struct field *field = &type->fields.at[i];
        declare_reference(relations, type, field,
                          (struct edge){.field = (uint16_t)i, .member = -1});
        for (size_t j = 0; j < field->members.count; j++)
            declare_reference(relations, type, &field->members.at[j],
                              (struct edge){.field = (uint16_t)i, .member = (int16_t)j});
    }
}

void relations_declare(struct relation_list ret_relations[TYPE_COUNT])
{
    memset(ret_relations, 0, TYPE_COUNT * sizeof *ret_relations);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        declare_type(ret_relations, record_types[i]);
}

const struct record *const *relation_members(const struct relation *relation,
                                             const struct record *owner, size_t *ret_count)
{
    const uint32_t first = relation->offsets[owner->ordinal];
    *ret_count = relation->offsets[owner->ordinal + 1] - first;
    return relation->members + first;
}

const struct record *relation_member(const struct relation *relation, const struct record *owner)
{
    size_t count;
    const struct record *const *members = relation_members(relation, owner, &count);
    return count ? members[0] : NULL;
}
