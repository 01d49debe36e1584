/* Relations between records.
 *
 * The field tables define them. A reference is a relation of its own record ("presenters"). If its
 * row names an inverse, it is a relation of its target, too ("papers"). The members are computed
 * once, when an archive is loaded.
 */
#pragma once

#include "archive/record.h"

enum {
    RELATIONS_MAX = 32,
    RELATION_EDGES_MAX = 8,
    EDGE_STEPS_MAX = 3
};

/* A reference field that contributes members to a relation. */
struct edge {
    /* The positions in the lists of fields that lead to the reference: in the table of the
     * referring type, then in the members of objects. */
    uint8_t steps[EDGE_STEPS_MAX];
    uint8_t step_count;
    enum field_role through; /* a to-one field of the target to follow next, or ROLE_NONE */
};

struct relation {
    const char *name;
    const struct record_type *owner;  /* the type that has the relation */
    const struct record_type *member; /* the type of the members */
    bool inverse; /* true if the members refer to the owner, not the owner to the members */
    bool to_one;  /* true if an owner has at most one member */
    struct edge edges[RELATION_EDGES_MAX];
    size_t edge_count;
    /* The owner with ordinal N has the members from offsets[N] to offsets[N + 1] (exclusive). */
    const uint32_t *offsets;
    const struct record *const *members;
};

/* The relations of one type. */
struct relation_list {
    struct relation at[RELATIONS_MAX];
    size_t count;
};

/* Stores the relations that the field tables define, indexed by type, without members. */
void relations_declare(struct relation_list ret_relations[TYPE_COUNT]);

/* Returns the members of a relation of `owner`, each once. An inverse relation has the order of the
 * files, any other the order in the owner's field. */
const struct record *const *relation_members(const struct relation *relation,
                                             const struct record *owner, size_t *ret_count);

/* Returns the only member of a to-one relation, or NULL. */
const struct record *relation_member(const struct relation *relation, const struct record *owner);
