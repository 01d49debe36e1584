/* The tool that lists the records of a collection, or of a relation of a record. */
#include "archive/archive.h"
#include "assistant/filters.h"
#include "assistant/find.h"
#include "assistant/gather.h"
#include "requests/place.h"
#include "unicode/nearest_name.h"

#include <stdio.h>
#include <string.h>

/* Returns the collection with a name, or the one of the type with the name; or NULL. */
static const struct collection *collection_called(const struct archive *archive, const char *name)
{
    const struct collection *collection = archive_collection(archive, name, strlen(name));
    for (size_t i = 0; i < TYPE_COUNT && !collection; i++)
        if (strcmp(record_types[i]->name, name) == 0)
            collection = archive_collection(archive, record_types[i]->collection,
                                            strlen(record_types[i]->collection));
    return collection;
}

static json_t *refuse_collection(struct tool_call *call, const char *name)
{
    size_t count;
    struct nearest_name nearest;
    const struct collection *collections =
        archive_collections(call->mcp->snapshot->archive, &count);
    nearest_name_init(&nearest, name, strlen(name));
    tool_fail(call->mcp, "There is no collection \"%.40s\".", name);
    for (size_t i = 0; i < count; i++)
        nearest_name_offer(&nearest, collections[i].name);
    if (nearest.best)
        tool_say(call->mcp, " Did you mean \"%s\"?", nearest.best);
    for (size_t i = 0; i < count; i++)
        tool_say_allowed(call->mcp, i, collections[i].name);
    tool_say(call->mcp, ".");
    return NULL;
}

static bool refuse_relation(struct tool_call *call, const char *relation, json_t *links)
{
    const char *name;
    json_t *path;
    size_t count = 0;
    tool_fail(call->mcp, "The record has no relation \"%.40s\".", relation);
    json_object_foreach(links, name, path)
    {
        if (strcmp(name, "self") != 0)
            tool_say_allowed(call->mcp, count++, name);
    }
    tool_say(call->mcp, ".");
    return false;
}

/* Reports whether a name is that of a relation, such as "people/ID/papers". Its record is before
 * `*ret_length`. */
static bool is_relation(const struct mcp *mcp, const char *name, size_t *ret_length)
{
    const char *path = place_path(mcp, name);
    const char *last = path ? strrchr(path, '/') : NULL;
    *ret_length = last ? (size_t)(last - name) : 0;
    return last && memchr(path + 1, '/', (size_t)(last - path) - (last > path)) != NULL;
}

/* Begins a list with the relation of a record. Returns false with a failure noted. */
static bool begin_relation(struct tool_call *call, const char *name, size_t length,
                           struct fetch_target *list)
{
    char record_name[TARGET_BYTES_MAX];
    snprintf(record_name, sizeof record_name, "%.*s", (int)length, name);
    json_t *links = json_object_get(find_any_record(call, record_name), "links");
    const char *path = links ? mcp_text_of(links, name + length + 1) : NULL;
    if (!links)
        return false;
    if (!path || strcmp(name + length + 1, "self") == 0)
        return refuse_relation(call, name + length + 1, links);
    fetch_path(list, path + strlen(request_base_path(call->mcp->request)));
    return true;
}

json_t *tool_list_records(struct tool_call *call)
{
    size_t length;
    struct gathering gathering = gather_begin(call);
    struct fetch_target list = {.length = 0};
    const char *name = tool_text(call, "collection");
    const struct archive *archive = call->mcp->snapshot->archive;
    const bool relation = archive && is_relation(call->mcp, name, &length);
    const struct collection *collection = archive ? collection_called(archive, name) : NULL;
    if (archive && !collection && !relation)
        return refuse_collection(call, name);
    if (relation && !begin_relation(call, name, length, &list))
        return NULL;
    if (!relation)
        fetch_segment(&list, collection ? collection->name : name);
    if (!filters_add(call, &list))
        return NULL;
    if (!list.has_query)
        gathering.nothing = relation ? "No record has this relation to it."
                                     : "This archive has no records in this collection.";
    fetch_list(&list, "sort", tool_text(call, "sort"));
    if (gather_list(&gathering, &list, false) == 0 && collection && !gathering.failed)
        filters_note(call, collection->type, &list, gathering.content);
    return gather_end(&gathering);
}
