/* Relations: the ways that lead from a record to others.
 *
 * They follow from the references in the field tables. A reference is a relation of its own record
 * ("presenters"); if its row names an inverse, it is a relation of its target too ("papers"). The
 * members are computed once, when an archive is loaded.
 */
#pragma once

#include "archive/record.h"

enum {
    RELATIONS_MAX = 16,
    RELATION_EDGES_MAX = 4
};

/* A reference that a relation is made of. */
struct edge {
    uint16_t field;          /* position in the referring type's table */
    int16_t member;          /* position in that field's members, or -1 for the field itself */
    enum field_role through; /* of the target's to-one field that leads on, or ROLE_NONE */
};

struct relation {
    const char *name;
    const struct record_type *owner;  /* the type that has the relation */
    const struct record_type *member; /* the type that it leads to */
    bool inverse; /* the members refer to the owner, not the owner to the members */
    bool to_one;  /* an owner has at most one member */
    struct edge edges[RELATION_EDGES_MAX];
    size_t edge_count;
    /* The members of the owner with ordinal N: [offsets[N], offsets[N + 1]) of `members`. */
    const uint32_t *offsets;
    const struct record *const *members;
};

/* The relations of one type. */
struct relation_list {
    struct relation at[RELATIONS_MAX];
    size_t count;
};

/* Stores the relations that the field tables declare, by type; without members yet. */
void relations_declare(struct relation_list ret_relations[TYPE_COUNT]);

/* Returns the members of a relation of `owner`, each once: of an inverse relation in the order of
 * the files, otherwise in the order in which the owner names them. */
const struct record *const *relation_members(const struct relation *relation,
                                             const struct record *owner, size_t *ret_count);

/* Returns the only member of a to-one relation, or NULL. */
const struct record *relation_member(const struct relation *relation, const struct record *owner);
