/* The ids of records that were joined with others. */
#include "archive/archive_private.h"

#include "base/array.h"

bool archive_add_joined(struct archive *archive, struct record *joined, const struct record *kept)
{
    struct joined_records *list = &archive->joined[joined->type->ordinal];
    const struct record **at =
        array_reserve(list->kept, &list->capacity, list->records.count + 1, sizeof *at);
    if (!at)
        return false;
    list->kept = at;
    if (!record_list_append(&list->records, joined))
        return false;
    list->kept[joined->ordinal] = kept;
    return true;
}

const struct record *archive_find_kept(const struct archive *archive,
                                       const struct record_type *type, const char *id,
                                       size_t length)
{
    const struct joined_records *list = &archive->joined[type->ordinal];
    const struct record *joined =
        list->records.count ? record_list_find(&list->records, id, length) : NULL;
    return joined ? list->kept[joined->ordinal] : NULL;
}

const struct record *archive_kept(const struct archive *archive, const struct record *record)
{
    const struct value *id = record_field(record, 0);
    const struct record *kept = archive_find_kept(archive, record->type, id->text, id->count);
    return kept ? kept : record;
}

const struct record *const *archive_joined(const struct archive *archive,
                                           const struct record_type *type, size_t *ret_count)
{
    const struct record_list *list = &archive->joined[type->ordinal].records;
    *ret_count = list->count;
    return (const struct record *const *)list->at;
}

size_t archive_joined_by_id(const struct archive *archive, const struct record_type *type)
{
    return archive->joined[type->ordinal].by_id;
}

void archive_count_joined_by_id(struct archive *archive, const struct record_type *type)
{
    archive->joined[type->ordinal].by_id++;
}

static bool is_kept(const struct record *record, void *context)
{
    return archive_kept(context, record) == record;
}

bool archive_drop_joined(struct archive *archive)
{
    bool dropped = true;
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (archive->joined[i].records.count)
            dropped &= record_list_filter(&archive->records[i], is_kept, archive);
    return dropped;
}
