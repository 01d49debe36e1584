/* An index of all values to which a path leads from the records of a type.
 *
 * The index has the different values in their order, and for each value the records that have it.
 * Example: the path "country" of five people, whose ordinals are 0 to 4 in the order of the file:
 *
 *     people                 groups                        entries        ranks
 *     0 carl  PT             0 "CN"  first 0 ----------->  0: 1 bea       0 carl: 1
 *     1 bea   CN                                           1: 4 dan       1 bea:  0
 *     2 eve   -              1 "PT"  first 2 ----------->  2: 3 ann       2 eve:  2
 *     3 ann   PT                                           3: 0 carl      3 ann:  1
 *     4 dan   CN             2 NULL  first 4 ----------->  4: 2 eve       4 dan:  0
 *                            3       first 5
 *
 * A group is a value. Its entries, ordinals of records, are those from its `first` to before the
 * `first` of the next group; within a group, each record occurs once, by id. Group `group_count`
 * (2) has the records without a value, and one more group ends that. A rank is the group of a
 * record; there are ranks only if the path leads to one value at most.
 *
 * So a filter becomes ranges of groups, found by binary search; a range of groups is a range of
 * entries; and the entries become the bits of a record_set. Where a range covers a whole chunk of
 * entries, the set of the chunk, which the index has ready, is united with the result instead:
 *
 *     entries  |....chunk 0....|....chunk 1....|....chunk 2....|...
 *     range              [singly][   by set    ][singly]
 *
 * Sorted by the path, records are in the order of the entries (ordering.h). The index is immutable.
 */
#pragma once

#include "archive/record_set.h"
#include "select/filter.h"

struct value_group {
    const struct value *value; /* at the end of the path; NULL of the records without a value */
    uint32_t first;            /* its first entry */
    bool same_text; /* true if the value is another spelling of the text in the group before */
    uint64_t key;   /* value_key.first of the value */
};

struct value_index {
    struct field_path path;
    size_t record_count;        /* of the type */
    struct value_group *groups; /* `group_count` + 2 */
    uint32_t group_count;       /* different values */
    uint32_t *entries;
    uint32_t *ranks;            /* by ordinal; NULL if a record may have several values */
    struct date_bounds *bounds; /* of each group's value; NULL unless they are dates */
    struct record_set *chunks;  /* the records of each full `chunk_size` entries */
    size_t chunk_count, chunk_size;
    size_t bytes; /* of memory */
};

/* Returns the units for creating such an index (work/work.h). */
uint64_t value_index_work(const struct field_path *path, const struct record *const *records,
                          size_t count);

/* Creates the index of a path over all records of a type. `id_ranks` has for each ordinal the place
 * of its id among all ids; NULL if the path is the id itself, or if neither the records without a
 * value nor the order of equal records matters. Returns NULL if out of memory. */
struct value_index *value_index_create(const struct field_path *path,
                                       const struct record *const *records, size_t count,
                                       const uint32_t *id_ranks);

/* Accepts NULL. */
void value_index_destroy(struct value_index *index);

/* Returns the number of entries of a group. */
static inline size_t value_index_size(const struct value_index *index, uint32_t group)
{
    return index->groups[group + 1].first - index->groups[group].first;
}

/* Adds the records that meet a filter on the index's path to an empty set of the type's size.
 * Returns false if out of memory, or if `work`, which may be NULL, is used up. */
bool value_index_match(const struct value_index *index, const struct filter *filter,
                       struct work *work, struct record_set *set);
