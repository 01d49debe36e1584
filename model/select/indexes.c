#include "select/indexes.h"

#include "archive/archive_private.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#define CEILING_MIN ((size_t)64 << 20)

struct indexed {
    struct indexed *next;
    const struct record_type *type;
    struct value_index *index;
};

struct archive_indexes {
    pthread_mutex_t lock; /* of making one */
    _Atomic(struct indexed *) first;
    size_t bytes;
};

struct archive_indexes *archive_indexes_create(void)
{
    struct archive_indexes *indexes = calloc(1, sizeof *indexes);
    if (indexes)
        pthread_mutex_init(&indexes->lock, NULL);
    return indexes;
}

void archive_indexes_destroy(struct archive_indexes *indexes)
{
    if (!indexes)
        return;
    for (struct indexed *one = atomic_load(&indexes->first), *next; one; one = next) {
        next = one->next;
        value_index_destroy(one->index);
        free(one);
    }
    pthread_mutex_destroy(&indexes->lock);
    free(indexes);
}

static bool is_path(const struct field_path *left, const struct field_path *right)
{
    for (size_t i = 0; i < left->count && i < right->count; i++)
        if (left->steps[i].field != right->steps[i].field)
            return false;
    return left->count == right->count;
}

static const struct value_index *find(struct archive_indexes *indexes,
                                      const struct record_type *type, const struct field_path *path)
{
    const struct indexed *one = atomic_load_explicit(&indexes->first, memory_order_acquire);
    for (; one; one = one->next)
        if (one->type == type && is_path(&one->index->path, path))
            return one->index;
    return NULL;
}

static const struct value_index *keep(struct archive_indexes *indexes,
                                      const struct record_type *type, struct value_index *index)
{
    struct indexed *one = malloc(sizeof *one);
    if (!one) {
        value_index_destroy(index);
        return NULL;
    }
    *one = (struct indexed){atomic_load(&indexes->first), type, index};
    indexes->bytes += index->bytes;
    atomic_store_explicit(&indexes->first, one, memory_order_release);
    return index;
}

/* What an index may take, before it is made: an entry, a rank, a group for each record and the
 * chunks. */
static bool has_room(const struct archive *archive, const struct record_type *type)
{
    const size_t records = archive->records[type->index].count;
    const size_t quarter = archive->arena.used / 4;
    return archive->indexes->bytes + records * 32 <=
           (quarter > CEILING_MIN ? quarter : CEILING_MIN);
}

static const struct value_index *make(const struct archive *archive, const struct record_type *type,
                                      const struct field_path *path, const uint32_t *id_ranks)
{
    const struct record_list *list = &archive->records[type->index];
    struct archive_indexes *indexes = archive->indexes;
    pthread_mutex_lock(&indexes->lock);
    const struct value_index *index = find(indexes, type, path);
    if (!index && has_room(archive, type)) {
        struct value_index *made =
            value_index_create(path, (const struct record *const *)list->at, list->count, id_ranks);
        index = made ? keep(indexes, type, made) : NULL;
    }
    pthread_mutex_unlock(&indexes->lock);
    return index;
}

static const struct value_index *index_of_ids(const struct archive *archive,
                                              const struct record_type *type)
{
    const struct field *id = &type->fields.at[0];
    const struct field_path path = {.steps = {{id, 0}}, .count = 1, .end = id};
    const struct value_index *index = find(archive->indexes, type, &path);
    return index ? index : make(archive, type, &path, NULL);
}

const struct value_index *archive_index(const struct archive *archive,
                                        const struct record_type *type,
                                        const struct field_path *path)
{
    const struct value_index *index = find(archive->indexes, type, path);
    if (index)
        return index;
    const struct value_index *ids = index_of_ids(archive, type);
    if (!ids || path->end == &type->fields.at[0])
        return ids;
    return make(archive, type, path, ids->ranks);
}
