#include "requests/look_up.h"

#include "base/decimal.h"

#include <string.h>

static const struct record *find(const struct mcp *mcp, const struct collection *collection,
                                 const char *id, size_t length)
{
    const struct record *record = archive_find(mcp->snapshot->archive, collection, id, length);
    return record ? record
                  : archive_find_kept(mcp->snapshot->archive, collection->type, id, length);
}

static const struct record *find_by_id(const struct mcp *mcp, const struct collection *collection,
                                       const struct place *place)
{
    static const char suffix[] = ".html";
    const size_t suffix_length = sizeof suffix - 1, length = place->id_length;
    const struct record *record = find(mcp, collection, place->id, length);
    if (record || length <= suffix_length ||
        memcmp(place->id + length - suffix_length, suffix, suffix_length) != 0)
        return record;
    return find(mcp, collection, place->id, length - suffix_length);
}

const struct collection *look_up_collection(const struct mcp *mcp, const struct place *place)
{
    return archive_collection(mcp->snapshot->archive, place->collection, place->collection_length);
}

const struct record *look_up(const struct mcp *mcp, const struct collection *collection,
                             const struct place *place)
{
    int64_t number;
    const struct record *numbered;
    const struct collection *named = look_up_collection(mcp, place);
    if (named && named->type != collection->type)
        return NULL;
    const struct record *record = find_by_id(mcp, collection, place);
    if (record || !decimal_parse_canonical(place->id, place->id_length, &number) ||
        archive_find_numbered(mcp->snapshot->archive, collection, number, &numbered, 1) != 1)
        return record;
    return numbered;
}

size_t look_up_everywhere(const struct mcp *mcp, const struct place *place,
                          const struct collection **ret_collection)
{
    size_t count, found = 0;
    const struct collection *collections = archive_collections(mcp->snapshot->archive, &count);
    for (size_t i = 0; i < count; i++)
        if (!collections[i].members && find_by_id(mcp, &collections[i], place)) {
            *ret_collection = &collections[i];
            found++;
        }
    return found;
}
