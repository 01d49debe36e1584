/* The index is built by sorting: collect every occurrence of a value in a record, sort them by
 * value and then by id, cut the sorted list into groups of equal values, and derive the ranks,
 * bounds and chunks from the groups.
 */
#include "select/value_index.h"

#include "archive/value_order.h"
#include "base/array.h"
#include "schema/kind.h"
#include "work/work.h"

#include <stdlib.h>
#include <string.h>

enum {
    CHUNK_COUNT = 16,     /* the approximate number of chunks */
    CHUNK_SIZE_MIN = 4096 /* in a smaller chunk, the set would not be faster than its entries */
};

/* A value of a record. */
struct value_occurrence {
    struct value_key key;
    struct value_order *order; /* qsort passes no context, so each element refers to it */
    uint32_t ordinal, rank;    /* of the record; the rank orders the records that have the value */
};

struct value_occurrences {
    struct value_occurrence *at;
    size_t count, capacity;
    struct value_order order;
    uint32_t ordinal, rank; /* of the record that is visited */
    bool first_only;
    bool out_of_memory;
};

/* Adds an occurrence of a value. A field_path_visitor. */
static bool add_occurrence(void *context, const struct field *field, const struct value *value)
{
    struct value_occurrences *all = context;
    (void)field;
    struct value_occurrence *at =
        array_reserve(all->at, &all->capacity, all->count + 1, sizeof *at);
    if (!at) {
        all->out_of_memory = true;
        return true;
    }
    all->at = at;
    at[all->count++] = (struct value_occurrence){.key = value_order_key(&all->order, value),
                                                 .order = &all->order,
                                                 .ordinal = all->ordinal,
                                                 .rank = all->rank};
    return all->first_only;
}

/* Adds the bytes of a text to a uint64_t. A field_path_visitor. */
static bool add_text_bytes(void *context, const struct field *field, const struct value *value)
{
    uint64_t *bytes = context;
    (void)field;
    *bytes += value->count;
    return false;
}

uint64_t value_index_work(const struct field_path *path, const struct record *const *records,
                          size_t count)
{
    uint64_t bytes = 0;
    for (size_t i = 0; i < count && kind_is_folded(path->end->kind); i++)
        field_path_visit(path, records[i], add_text_bytes, &bytes);
    return count * (uint64_t)WORK_INDEXED + bytes * WORK_KEY_BYTE;
}

static int compare_occurrences(const void *left, const void *right)
{
    const struct value_occurrence *a = left, *b = right;
    const int order = value_order_compare(a->order, &a->key, &b->key);
    return order ? order : (a->rank > b->rank) - (a->rank < b->rank);
}

static bool is_same_value(const struct value_occurrence *a, const struct value_occurrence *b)
{
    return value_order_compare(a->order, &a->key, &b->key) == 0;
}

static void collect_occurrences(const struct field_path *path, const struct record *const *records,
                                size_t count, const uint32_t *id_ranks,
                                struct value_occurrences *all)
{
    for (size_t i = 0; i < count && !all->out_of_memory; i++) {
        all->ordinal = (uint32_t)i;
        all->rank = id_ranks ? id_ranks[i] : (uint32_t)i;
        field_path_visit(path, records[i], add_occurrence, all);
    }
    if (all->count)
        qsort(all->at, all->count, sizeof *all->at, compare_occurrences);
    all->out_of_memory |= all->order.failed;
}

/* Cuts the sorted occurrences into groups, each value once and in it each record once. */
static void store_groups(struct value_index *index, const struct value_occurrences *all)
{
    uint32_t entries = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct value_occurrence *one = &all->at[i], *last = i ? one - 1 : NULL;
        const bool same = last && is_same_value(last, one);
        if (!same)
            index->groups[index->group_count++] = (struct value_group){
                .value = one->key.value, .first = entries, .key = one->key.first};
        if (!same || last->ordinal != one->ordinal)
            index->entries[entries++] = one->ordinal;
    }
    index->groups[index->group_count] = (struct value_group){.first = entries};
    index->groups[index->group_count + 1].first = entries;
}

/* Marks the groups whose texts have the same fold as those before. Returns false if out of memory.
 */
static bool mark_same_texts(struct value_index *index)
{
    struct buffer folds[2];
    bool made = true;
    buffer_init(&folds[0], SIZE_MAX);
    buffer_init(&folds[1], SIZE_MAX);
    for (uint32_t i = 0; made && kind_is_folded(index->path.end->kind) && i < index->group_count;
         i++) {
        struct value_group *group = &index->groups[i];
        struct buffer *fold = &folds[i % 2], *last = &folds[1 - i % 2];
        buffer_clear(fold);
        made = text_fold(group->value->text, group->value->count, fold);
        group->same_text =
            i > 0 && fold->length == last->length &&
            (fold->length == 0 || memcmp(fold->bytes, last->bytes, fold->length) == 0);
    }
    buffer_finish(&folds[0]);
    buffer_finish(&folds[1]);
    return made;
}

/* Appends the records without a value, by id, as the last group. */
static void store_missing_group(struct value_index *index, const uint32_t *id_order,
                                const struct record_set *present)
{
    struct value_group *end = &index->groups[index->group_count + 1];
    for (size_t i = 0; id_order && i < index->record_count; i++)
        if (!record_set_has(present, id_order[i]))
            index->entries[end->first++] = id_order[i];
}

/* Allocates one more element than `count`, so that an empty array is not NULL. */
static void *value_index_allocate(struct value_index *index, size_t count, size_t size)
{
    void *memory = calloc(count + 1, size);
    if (memory)
        index->bytes += (count + 1) * size;
    return memory;
}

static bool store_ranks(struct value_index *index)
{
    if (!field_path_is_single(&index->path))
        return true;
    index->ranks = value_index_allocate(index, index->record_count, sizeof *index->ranks);
    for (uint32_t group = 0; index->ranks && group <= index->group_count; group++)
        for (uint32_t i = index->groups[group].first; i < index->groups[group + 1].first; i++)
            index->ranks[index->entries[i]] = group;
    return index->ranks;
}

static bool store_bounds(struct value_index *index)
{
    if (index->path.end->kind != FIELD_DATE)
        return true;
    index->bounds = value_index_allocate(index, index->group_count, sizeof *index->bounds);
    for (size_t i = 0; index->bounds && i < index->group_count; i++)
        index->bounds[i] = date_bounds_of(index->groups[i].value);
    return index->bounds;
}

static bool store_chunks(struct value_index *index)
{
    const size_t entries = index->groups[index->group_count + 1].first;
    const size_t part = entries / CHUNK_COUNT + 1;
    index->chunk_size = part > CHUNK_SIZE_MIN ? part : CHUNK_SIZE_MIN;
    index->chunks = value_index_allocate(index, entries / index->chunk_size, sizeof *index->chunks);
    if (!index->chunks)
        return false;
    for (; (index->chunk_count + 1) * index->chunk_size <= entries; index->chunk_count++) {
        struct record_set *chunk = &index->chunks[index->chunk_count];
        if (!record_set_init(chunk, index->record_count))
            return false;
        index->bytes += index->record_count / 8;
        for (size_t i = 0; i < index->chunk_size; i++)
            record_set_add(chunk, index->entries[index->chunk_count * index->chunk_size + i]);
    }
    return true;
}

/* Returns the ordinals in the order of their ids, or NULL if out of memory. */
static uint32_t *order_by_id(const uint32_t *id_ranks, size_t count)
{
    uint32_t *order = calloc(count + 1, sizeof *order);
    for (size_t i = 0; order && i < count; i++)
        order[id_ranks[i]] = (uint32_t)i;
    return order;
}

/* Stores the group of the records without a value, which stays empty if `id_ranks` is NULL. Returns
 * false if out of memory. */
static bool store_missing(struct value_index *index, const uint32_t *id_ranks)
{
    struct record_set present = {NULL, 0};
    if (!id_ranks)
        return true;
    uint32_t *id_order = order_by_id(id_ranks, index->record_count);
    const bool made = id_order && record_set_init(&present, index->record_count);
    for (uint32_t i = 0; made && i < index->groups[index->group_count].first; i++)
        record_set_add(&present, index->entries[i]);
    if (made)
        store_missing_group(index, id_order, &present);
    record_set_finish(&present);
    free(id_order);
    return made;
}

static bool store_all(struct value_index *index, const struct value_occurrences *all,
                      const uint32_t *id_ranks)
{
    index->groups = value_index_allocate(index, all->count + 2, sizeof *index->groups);
    index->entries =
        value_index_allocate(index, all->count + index->record_count, sizeof *index->entries);
    if (!index->groups || !index->entries)
        return false;
    store_groups(index, all);
    return mark_same_texts(index) && store_missing(index, id_ranks) && store_ranks(index) &&
           store_bounds(index) && store_chunks(index);
}

static void *value_index_shrink(struct value_index *index, void *memory, size_t taken,
                                size_t needed)
{
    void *smaller = realloc(memory, needed);
    if (!smaller)
        return memory;
    index->bytes -= taken - needed;
    return smaller;
}

/* Returns the unused memory of groups and entries, which are allocated for the worst case. */
static void shrink_to_fit(struct value_index *index, size_t occurrences)
{
    const size_t groups = index->group_count + 2, entries = index->groups[groups - 1].first + 1;
    index->groups =
        value_index_shrink(index, index->groups, (occurrences + 3) * sizeof *index->groups,
                           groups * sizeof *index->groups);
    index->entries = value_index_shrink(
        index, index->entries, (occurrences + index->record_count + 1) * sizeof *index->entries,
        entries * sizeof *index->entries);
}

struct value_index *value_index_create(const struct field_path *path,
                                       const struct record *const *records, size_t count,
                                       const uint32_t *id_ranks)
{
    struct value_occurrences all = {.first_only = path->first_only};
    struct value_index *index = calloc(1, sizeof *index);
    if (!index)
        return NULL;
    index->path = *path;
    index->record_count = count;
    index->bytes = sizeof *index;
    value_order_init(&all.order, path->end);
    collect_occurrences(path, records, count, id_ranks, &all);
    const bool made = !all.out_of_memory && all.count < UINT32_MAX - count &&
                      store_all(index, &all, id_ranks) && !all.order.failed;
    if (made)
        shrink_to_fit(index, all.count);
    value_order_finish(&all.order);
    free(all.at);
    if (made)
        return index;
    value_index_destroy(index);
    return NULL;
}

void value_index_destroy(struct value_index *index)
{
    if (!index)
        return;
    for (size_t i = 0; index->chunks && i < index->chunk_count; i++)
        record_set_finish(&index->chunks[i]);
    free(index->groups);
    free(index->entries);
    free(index->ranks);
    free(index->bounds);
    free(index->chunks);
    free(index);
}
