/* All values to which a path leads from the records of a type, in their order, and for each value
 * the records that have it.
 *
 * Immutable once made. It answers a comparison with the values that meet it, and those with a set
 * of records; and of a path that leads to one value at most it is the order of the records by that
 * value.
 */
#pragma once

#include "archive/record_set.h"
#include "select/filter.h"

/* One value; the entries of group N are those from groups[N].first to before groups[N + 1].first.
 */
struct value_group {
    const struct value *value; /* of the path's end; NULL of the last group, see below */
    uint32_t first;
};

struct value_index {
    struct field_path path;
    size_t record_count; /* of the type */
    /* By value; group `group_count` holds the records without a value; one more ends that. */
    struct value_group *groups;
    uint32_t group_count;
    uint32_t *entries; /* ordinals; within a group, each record once, by id */
    uint32_t *ranks;   /* by ordinal, the record's group; NULL where a record may have several */
    struct edtf_bounds *bounds; /* of each group's value; NULL unless of dates */
    struct record_set *chunks;  /* the records of each CHUNK-th part of the entries together */
    size_t chunk_count, chunk_size;
    size_t bytes; /* of memory */
};

/* Makes an index of the path over all records of a type. `id_ranks` says of each ordinal which
 * place its id has among all ids; NULL where the path is the id itself. NULL when out of memory. */
struct value_index *value_index_create(const struct field_path *path,
                                       const struct record *const *records, size_t count,
                                       const uint32_t *id_ranks);

/* Accepts NULL. */
void value_index_destroy(struct value_index *index);

/* How many entries a group has. */
static inline size_t value_index_size(const struct value_index *index, uint32_t group)
{
    return index->groups[group + 1].first - index->groups[group].first;
}

/* Adds to an empty set, of the type's size, the records that meet a filter on the index's path. */
void value_index_match(const struct value_index *index, const struct filter *filter,
                       struct record_set *set);
