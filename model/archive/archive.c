#include "archive/archive_private.h"
#include "base/name.h"

#include <stdlib.h>

struct archive *archive_create(void)
{
    struct archive *archive = calloc(1, sizeof *archive);
    if (archive)
        arena_init(&archive->arena, ARCHIVE_BYTES_MAX);
    return archive;
}

void archive_destroy(struct archive *archive)
{
    if (!archive)
        return;
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        record_list_finish(&archive->records[i]);
        record_list_finish(&archive->joined[i].records);
        free(archive->joined[i].kept);
    }
    record_set_finish(&archive->speakers);
    arena_finish(&archive->arena);
    free(archive);
}

struct arena *archive_arena(struct archive *archive)
{
    return &archive->arena;
}

struct record_list *archive_records(struct archive *archive, const struct record_type *type)
{
    return &archive->records[type->ordinal];
}

void archive_set_version(struct archive *archive, const struct archive_version *version)
{
    archive->version = *version;
}

bool archive_set_text(struct archive *archive, const struct record *document,
                      struct document_text text)
{
    const size_t documents = archive->records[TYPE_DOCUMENT].count;
    if (!archive->texts)
        archive->texts = arena_take_array(&archive->arena, documents, sizeof *archive->texts);
    if (!archive->texts)
        return false;
    archive->texts[document->ordinal] = text;
    return true;
}

const struct document_text *archive_text(const struct archive *archive, const struct record *record)
{
    const bool known = archive->texts && record->type == &document_type;
    return known && archive->texts[record->ordinal].bytes ? &archive->texts[record->ordinal] : NULL;
}

size_t archive_bytes(const struct archive *archive)
{
    return archive->arena.used;
}

struct archive_version archive_version(const struct archive *archive)
{
    return archive->version;
}

const struct collection *archive_collections(const struct archive *archive, size_t *ret_count)
{
    *ret_count = COLLECTION_COUNT;
    return archive->collections;
}

const struct collection *archive_collection(const struct archive *archive, const char *name,
                                            size_t length)
{
    for (size_t i = 0; i < COLLECTION_COUNT; i++)
        if (name_is(archive->collections[i].name, name, length))
            return &archive->collections[i];
    return NULL;
}

const struct record *const *archive_all(const struct archive *archive,
                                        const struct record_type *type, size_t *ret_count)
{
    const struct record_list *list = &archive->records[type->ordinal];
    *ret_count = list->count;
    return (const struct record *const *)list->at;
}

static bool collection_has(const struct collection *collection, const struct record *record)
{
    return !collection->members || record_set_has(collection->members, record->ordinal);
}

const struct record *archive_find(const struct archive *archive,
                                  const struct collection *collection, const char *id,
                                  size_t length)
{
    const struct record *record =
        record_list_find(&archive->records[collection->type->ordinal], id, length);
    return record && collection_has(collection, record) ? record : NULL;
}

static int64_t number_of(const struct record *record)
{
    return record_value(record, ROLE_NUMBER)->integer;
}

/* Binary search: returns the position of the first record whose number is not below `number`. */
static size_t first_numbered(const struct record *const *sorted, size_t count, int64_t number)
{
    size_t low = 0;
    while (count > 0) {
        const size_t half = count / 2;
        if (number_of(sorted[low + half]) < number) {
            low += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return low;
}

size_t archive_find_numbered(const struct archive *archive, const struct collection *collection,
                             int64_t number, const struct record **ret_records, size_t max)
{
    const enum record_type_ordinal type = collection->type->ordinal;
    const struct record *const *sorted = archive->numbered[type].at;
    const size_t count = archive->numbered[type].count;
    size_t found = 0;
    for (size_t i = first_numbered(sorted, count, number);
         i < count && number_of(sorted[i]) == number; i++) {
        if (!collection_has(collection, sorted[i]))
            continue;
        if (found < max)
            ret_records[found] = sorted[i];
        found++;
    }
    return found;
}

const struct relation *archive_relations(const struct archive *archive,
                                         const struct record_type *type, size_t *ret_count)
{
    *ret_count = archive->relations[type->ordinal].count;
    return archive->relations[type->ordinal].at;
}

const struct relation *archive_relation(const struct archive *archive,
                                        const struct record_type *type, const char *name,
                                        size_t length)
{
    const struct relation_list *list = &archive->relations[type->ordinal];
    for (size_t i = 0; i < list->count; i++)
        if (name_is(list->at[i].name, name, length))
            return &list->at[i];
    return NULL;
}
