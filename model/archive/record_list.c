#include "archive/record_list.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

struct record_list_key {
    const char *id;
    size_t length;
};

void record_list_finish(struct record_list *list)
{
    free(list->at);
    hash_table_finish(&list->by_id);
    *list = (struct record_list){.count = 0};
}

static uint32_t record_list_hash(const char *id, size_t length)
{
    const uint64_t hash = XXH3_64bits(id, length);
    return (uint32_t)(hash ^ hash >> 32);
}

static bool record_list_has_id(const void *items, uint32_t place, const void *key)
{
    const struct record_list *list = items;
    const struct record_list_key *wanted = key;
    const struct value *id = record_field(list->at[place], 0);
    return id->count == wanted->length && memcmp(id->text, wanted->id, wanted->length) == 0;
}

bool record_list_append(struct record_list *list, struct record *record)
{
    if (list->count == HASH_TABLE_ABSENT - 1)
        return false;
    struct record **at =
        array_reserve(list->at, &list->capacity, list->count + 1, sizeof(struct record *));
    if (!at)
        return false;
    list->at = at;
    if (!hash_table_reserve(&list->by_id, list->count + 1))
        return false;
    const struct value *id = record_field(record, 0);
    record->ordinal = (uint32_t)list->count;
    list->at[list->count++] = record;
    hash_table_add(&list->by_id, record_list_hash(id->text, id->count), record->ordinal);
    return true;
}

struct record *record_list_find(const struct record_list *list, const char *id, size_t length)
{
    const struct record_list_key key = {id, length};
    const uint32_t place =
        hash_table_find(&list->by_id, record_list_hash(id, length), record_list_has_id, list, &key);
    return place == HASH_TABLE_ABSENT ? NULL : list->at[place];
}

bool record_list_filter(struct record_list *list, record_list_keeps *keeps, void *context)
{
    const size_t count = list->count;
    bool kept = true;
    hash_table_finish(&list->by_id);
    list->count = 0;
    for (size_t i = 0; i < count; i++)
        if (keeps(list->at[i], context))
            kept &= record_list_append(list, list->at[i]);
    return kept;
}
