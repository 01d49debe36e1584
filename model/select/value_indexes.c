#include "select/value_indexes.h"

#include "work/work.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#define CEILING_MIN ((size_t)64 << 20)

struct value_index_node {
    struct value_index_node *next;
    const struct record_type *type;
    struct value_index *index;
};

struct value_indexes {
    const struct archive *archive;
    pthread_mutex_t lock;                     /* held while an index is built */
    _Atomic(struct value_index_node *) first; /* the newest; nodes are never removed */
    size_t bytes, ceiling;                    /* of all indexes */
};

size_t value_indexes_ceiling(size_t archive_bytes)
{
    return archive_bytes / 4 > CEILING_MIN ? archive_bytes / 4 : CEILING_MIN;
}

struct value_indexes *value_indexes_create(const struct archive *archive, size_t ceiling)
{
    struct value_indexes *indexes = calloc(1, sizeof *indexes);
    if (!indexes)
        return NULL;
    indexes->archive = archive;
    indexes->ceiling = ceiling;
    pthread_mutex_init(&indexes->lock, NULL);
    return indexes;
}

void value_indexes_destroy(struct value_indexes *indexes)
{
    if (!indexes)
        return;
    for (struct value_index_node *one = atomic_load(&indexes->first), *next; one; one = next) {
        next = one->next;
        value_index_destroy(one->index);
        free(one);
    }
    pthread_mutex_destroy(&indexes->lock);
    free(indexes);
}

static bool is_same_path(const struct field_path *left, const struct field_path *right)
{
    for (size_t i = 0; i < left->count && i < right->count; i++)
        if (left->steps[i].field != right->steps[i].field)
            return false;
    return left->count == right->count && left->first_only == right->first_only;
}

static const struct value_index *value_indexes_find(struct value_indexes *indexes,
                                                    const struct record_type *type,
                                                    const struct field_path *path)
{
    const struct value_index_node *one =
        atomic_load_explicit(&indexes->first, memory_order_acquire);
    for (; one; one = one->next)
        if (one->type == type && is_same_path(&one->index->path, path))
            return one->index;
    return NULL;
}

/* Takes the index. Returns NULL if out of memory. */
static const struct value_index *value_indexes_add(struct value_indexes *indexes,
                                                   const struct record_type *type,
                                                   struct value_index *index)
{
    struct value_index_node *one = malloc(sizeof *one);
    if (!one) {
        value_index_destroy(index);
        return NULL;
    }
    *one = (struct value_index_node){atomic_load(&indexes->first), type, index};
    indexes->bytes += index->bytes;
    atomic_store_explicit(&indexes->first, one, memory_order_release);
    return index;
}

/* Reports whether one more index fits, before it is made: it may take an entry, a rank and a group
 * for each record, and the chunks. */
static bool has_room(const struct value_indexes *indexes, size_t records)
{
    return indexes->bytes + records * 40 <= indexes->ceiling;
}

static const struct value_index *value_indexes_build(struct value_indexes *indexes,
                                                     const struct record_type *type,
                                                     const struct field_path *path,
                                                     const uint32_t *id_ranks, struct work *work)
{
    size_t count;
    const int64_t began = work_clock();
    const struct record *const *records = archive_all(indexes->archive, type, &count);
    if (!work_begin_shared(work, value_index_work(path, records, count)))
        return NULL;
    pthread_mutex_lock(&indexes->lock);
    const struct value_index *index = value_indexes_find(indexes, type, path);
    if (!index && has_room(indexes, count)) {
        struct value_index *made = value_index_create(path, records, count, id_ranks);
        index = made ? value_indexes_add(indexes, type, made) : NULL;
    }
    pthread_mutex_unlock(&indexes->lock);
    work_end_shared(work, began);
    return index;
}

static const struct value_index *index_of_ids(struct value_indexes *indexes,
                                              const struct record_type *type, struct work *work)
{
    const struct field *id = &type->fields.at[0];
    const struct field_path path = {.steps = {{id, 0}}, .count = 1, .end = id};
    const struct value_index *index = value_indexes_find(indexes, type, &path);
    return index ? index : value_indexes_build(indexes, type, &path, NULL, work);
}

const struct value_index *value_indexes_get(struct value_indexes *indexes,
                                            const struct record_type *type,
                                            const struct field_path *path, struct work *work)
{
    const struct value_index *index = value_indexes_find(indexes, type, path);
    if (index)
        return index;
    const struct value_index *ids = index_of_ids(indexes, type, work);
    if (!ids || path->end == &type->fields.at[0])
        return ids;
    return value_indexes_build(indexes, type, path, ids->ranks, work);
}
