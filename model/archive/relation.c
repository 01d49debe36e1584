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

/* Declares the relation of the record itself: under the name of the field, or under the name that
 * the row of a reference within an object gives. A reference to several types has none. */
static void declare_own(struct relation_list relations[TYPE_COUNT], const struct record_type *type,
                        const struct field *reference, struct edge edge)
{
    const bool nested = edge.step_count > 1;
    const char *name = nested ? reference->relation : reference->name;
    const struct record_type *member = targets_only(reference->targets);
    if (name && member)
        declare_edge(relations,
                     &(struct relation){.name = name,
                                        .owner = type,
                                        .member = member,
                                        .to_one = !nested && !reference->list},
                     edge);
}

static void declare_reference(struct relation_list relations[TYPE_COUNT],
                              const struct record_type *type, const struct field *reference,
                              struct edge edge)
{
    declare_own(relations, type, reference, edge);
    if (reference->inverse)
        declare_inverses(relations, type, reference, edge);
    if (reference->through)
        declare_through(relations, type, reference, edge);
}

/* Declares the relations of the references in a list of fields, to which the edge leads. */
static void declare_fields(struct relation_list relations[TYPE_COUNT],
                           const struct record_type *type, struct field_list fields,
                           struct edge edge)
{
    assert(fields.count == 0 || edge.step_count < EDGE_STEPS_MAX);
    edge.step_count++;
    for (size_t i = 0; i < fields.count; i++) {
        edge.steps[edge.step_count - 1] = (uint8_t)i;
        if (fields.at[i].kind == FIELD_REFERENCE)
            declare_reference(relations, type, &fields.at[i], edge);
        else if (fields.at[i].kind == FIELD_OBJECT)
            declare_fields(relations, type, fields.at[i].members, edge);
    }
}

void relations_declare(struct relation_list ret_relations[TYPE_COUNT])
{
    memset(ret_relations, 0, TYPE_COUNT * sizeof *ret_relations);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        declare_fields(ret_relations, record_types[i], record_types[i]->fields,
                       (struct edge){.step_count = 0});
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
