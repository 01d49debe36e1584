#include "assistant/find.h"

#include "archive/archive.h"
#include "base/decimal.h"
#include "unicode/fold_match.h"
#include "unicode/nearest_name.h"

#include <stdio.h>
#include <string.h>

enum {
    CANDIDATES = 8,
    NAME_MAX_BYTES = 1000 /* a longer name is no one's */
};

/* Returns the part of a path or URL after its last slash, and its length without what follows the
 * path. */
static const char *last_segment(const char *name, size_t *ret_length)
{
    size_t length = strcspn(name, "?#");
    while (length > 1 && name[length - 1] == '/')
        length--;
    size_t begin = length;
    while (begin > 0 && name[begin - 1] != '/')
        begin--;
    *ret_length = length - begin;
    return name + begin;
}

static bool copy_id(const char *id, size_t length, char ret_id[FIND_ID_BYTES])
{
    if (length >= FIND_ID_BYTES)
        return false;
    memcpy(ret_id, id, length);
    ret_id[length] = '\0';
    return true;
}

static const struct record *find(const struct mcp *mcp, const struct collection *collection,
                                 const char *id, size_t length)
{
    const struct record *record = archive_find(mcp->snapshot->archive, collection, id, length);
    return record ? record
                  : archive_find_kept(mcp->snapshot->archive, collection->type, id, length);
}

/* Looks for an id in a collection, also for that of a record that was joined with another one. The
 * id may have the suffix of pages. */
static const struct record *look_up(const struct mcp *mcp, const struct collection *collection,
                                    const char *name)
{
    static const char suffix[] = ".html";
    const size_t suffix_length = sizeof suffix - 1;
    size_t length;
    const char *id = last_segment(name, &length);
    const struct record *record = find(mcp, collection, id, length);
    if (record || length <= suffix_length ||
        memcmp(id + length - suffix_length, suffix, suffix_length) != 0)
        return record;
    return find(mcp, collection, id, length - suffix_length);
}

/* Looks for an id, or for a number that only one record of the collection has. */
static const struct record *look_up_number(const struct mcp *mcp,
                                           const struct collection *collection, const char *name)
{
    size_t length;
    int64_t number;
    const struct record *numbered;
    const struct record *record = look_up(mcp, collection, name);
    const char *id = last_segment(name, &length);
    if (record || !decimal_parse_canonical(id, length, &number) ||
        archive_find_numbered(mcp->snapshot->archive, collection, number, &numbered, 1) != 1)
        return record;
    return numbered;
}

/* Returns the hits of a search for records of a type. */
static json_t *search(struct mcp *mcp, const char *type, const char *words)
{
    struct fetch_target target = {.length = 0};
    fetch_path(&target, "/search");
    fetch_text(&target, "q", words);
    fetch_list(&target, "type", type);
    fetch_number(&target, "limit", CANDIDATES);
    return json_object_get(fetch_json(mcp, &target), "data");
}

/* Reports whether a label contains a word, also without its accents or in other case. */
static bool has_word(struct mcp *mcp, const json_t *label, const char *word, size_t length)
{
    struct buffer folded;
    buffer_init(&folded, FOLD_OPERAND_BYTES_MAX);
    mcp->is_unavailable |= !text_fold(word, length, &folded);
    const bool found = !folded.failed && folded.length &&
                       text_fold_contains(json_string_value(label), json_string_length(label),
                                          folded.bytes, folded.length);
    buffer_finish(&folded);
    return found;
}

/* Reports whether the label of a hit contains each word of a name. */
static bool is_called(struct mcp *mcp, const json_t *hit, const char *name)
{
    const json_t *label = json_object_get(hit, "label");
    size_t count = 0;
    if (!label || strlen(name) > NAME_MAX_BYTES)
        return false;
    for (size_t length; *name; name += length + (name[length] == ' ')) {
        length = strcspn(name, " ");
        if (length && !has_word(mcp, label, name, length))
            return false;
        count += length > 0;
    }
    return count > 0;
}

/* Adds hits to the failure. Their labels are words of the record, so they are written as JSON. */
static void say_candidates(struct mcp *mcp, const json_t *hits)
{
    for (size_t i = 0; i < json_array_size(hits); i++) {
        const json_t *hit = json_array_get(hits, i);
        char *label = json_dumps(json_object_get(hit, "label"), JSON_ENCODE_ANY);
        tool_say(mcp, "%s%s (%.200s)", i ? ", " : " Near: ", mcp_text_of(hit, "id"),
                 label ? label : "");
    }
}

static const struct collection *collection_named(const struct mcp *mcp, const char *name)
{
    const struct archive *archive = mcp->snapshot->archive;
    return archive ? archive_collection(archive, name, strlen(name)) : NULL;
}

/* Adds the nearest id to the failure, of the records of one collection, or of all if it is NULL.
 * Returns false if none is near. */
static bool say_near_id(struct mcp *mcp, const struct collection *collection, const char *name)
{
    size_t count = 1;
    struct nearest_name nearest;
    const struct collection *collections =
        collection ? collection : archive_collections(mcp->snapshot->archive, &count);
    nearest_name_init(&nearest, name, strlen(name));
    for (size_t i = 0; i < count; i++)
        for (size_t at = 0; at < collections[i].count && nearest.steps_left > 0; at++)
            nearest_name_offer(&nearest, record_id(collections[i].records[at]));
    if (nearest.best)
        tool_say(mcp, " Did you mean \"%s\"?", nearest.best);
    return nearest.best != NULL;
}

static bool refuse_name(struct tool_call *call, const char *collection, const char *name,
                        const json_t *hits)
{
    tool_fail(call->mcp, "No single record of \"%s\" is called \"%.80s\".", collection, name);
    if (say_near_id(call->mcp, collection_named(call->mcp, collection), name))
        return false;
    say_candidates(call->mcp, hits);
    tool_say(call->mcp, "%s",
             json_array_size(hits) ? ". Use one of these ids."
                                   : " Use search_record or list_records to find its id.");
    return false;
}

/* Returns the only hit whose label has the name. A record that only mentions it is not called so.
 */
static const json_t *only_hit(struct mcp *mcp, const json_t *hits, const char *name)
{
    const json_t *found = NULL;
    for (size_t i = 0; i < json_array_size(hits); i++) {
        const json_t *hit = json_array_get(hits, i);
        if (!is_called(mcp, hit, name))
            continue;
        if (found)
            return NULL;
        found = hit;
    }
    return found;
}

static bool has_record(struct tool_call *call)
{
    if (!call->mcp->snapshot->archive)
        tool_fail(call->mcp, "The record is still being loaded; try again in a moment.");
    return call->mcp->snapshot->archive != NULL;
}

bool find_id(struct tool_call *call, const char *collection, const char *name,
             char ret_id[FIND_ID_BYTES])
{
    if (!has_record(call))
        return false;
    const struct collection *records = collection_named(call->mcp, collection);
    const struct record *record = records ? look_up_number(call->mcp, records, name) : NULL;
    if (record)
        return copy_id(record_id(record), strlen(record_id(record)), ret_id);
    const bool is_name = strspn(name, "0123456789") < strlen(name);
    const json_t *hits = records && is_name ? search(call->mcp, records->type->name, name) : NULL;
    const json_t *hit = only_hit(call->mcp, hits, name);
    const char *id = mcp_text_of(hit, "id");
    return (id && copy_id(id, strlen(id), ret_id)) || refuse_name(call, collection, name, hits);
}

/* Adds an id to a list unless it is there already. */
static void add_id(char ids[FIND_LIST_BYTES], const char *id)
{
    const size_t used = strlen(ids), length = strlen(id);
    for (const char *at = ids; (at = strstr(at, id)); at += length)
        if ((at == ids || at[-1] == ',') && (at[length] == ',' || !at[length]))
            return;
    if (used + length + 2 < FIND_LIST_BYTES)
        snprintf(ids + used, FIND_LIST_BYTES - used, "%s%s", used ? "," : "", id);
}

static void add_narrower(struct mcp *mcp, const char *id, char ids[FIND_LIST_BYTES])
{
    struct fetch_target target = {.length = 0};
    fetch_path(&target, "/topics");
    fetch_segment(&target, id);
    fetch_path(&target, "/narrower");
    fetch_number(&target, "limit", FIND_TOPICS_MAX);
    const json_t *narrower = json_object_get(fetch_json(mcp, &target), "data");
    for (size_t i = 0; i < json_array_size(narrower); i++)
        add_id(ids, mcp_text_of(json_array_get(narrower, i), "id"));
}

bool find_topics(struct tool_call *call, const char *name, char ret_ids[FIND_LIST_BYTES])
{
    *ret_ids = '\0';
    if (!has_record(call))
        return false;
    const struct collection *topics = collection_named(call->mcp, "topics");
    const struct record *topic = topics ? look_up(call->mcp, topics, name) : NULL;
    if (topic) {
        add_id(ret_ids, record_id(topic));
        add_narrower(call->mcp, record_id(topic), ret_ids);
        return true;
    }
    const json_t *hits = topics ? search(call->mcp, "topic", name) : NULL;
    for (size_t i = 0; i < json_array_size(hits); i++)
        if (is_called(call->mcp, json_array_get(hits, i), name)) {
            const char *id = mcp_text_of(json_array_get(hits, i), "id");
            add_id(ret_ids, id);
            add_narrower(call->mcp, id, ret_ids);
        }
    return true;
}

static json_t *fetch_item(struct mcp *mcp, const struct collection *collection, const char *id)
{
    struct fetch_target target = {.length = 0};
    fetch_segment(&target, collection->name);
    fetch_segment(&target, id);
    return fetch_json(mcp, &target);
}

/* Returns the collection that the segment before the last one names, or NULL. */
static const struct collection *collection_of_path(const struct mcp *mcp, const char *name)
{
    size_t length;
    const char *id = last_segment(name, &length), *end = id > name ? id - 1 : name, *begin = end;
    while (begin > name && begin[-1] != '/')
        begin--;
    return archive_collection(mcp->snapshot->archive, begin, (size_t)(end - begin));
}

/* Finds the collections that have an id. Returns their number, and the last one. */
static size_t find_collections(const struct mcp *mcp, const char *name,
                               const struct collection **ret_collection)
{
    size_t count, found = 0;
    const struct collection *collections = archive_collections(mcp->snapshot->archive, &count);
    for (size_t i = 0; i < count; i++)
        if (!collections[i].members && look_up(mcp, &collections[i], name)) {
            *ret_collection = &collections[i];
            found++;
        }
    return found;
}

static json_t *refuse_id(struct tool_call *call, const char *name, size_t found)
{
    if (found > 1)
        return tool_fail(call->mcp,
                         "Several records have the id \"%.80s\"; write it with its collection, as "
                         "in \"people/%.80s\".",
                         name, name);
    tool_fail(call->mcp, "No record has the id \"%.80s\".", name);
    if (say_near_id(call->mcp, NULL, name))
        return NULL;
    const json_t *hits = search(call->mcp, NULL, name);
    say_candidates(call->mcp, hits);
    tool_say(call->mcp, "%s",
             json_array_size(hits) ? ". Use one of these ids." : " Use search_record to find one.");
    return NULL;
}

json_t *find_any_record(struct tool_call *call, const char *name)
{
    if (!has_record(call))
        return NULL;
    const struct collection *collection = collection_of_path(call->mcp, name);
    const struct record *record = collection ? look_up_number(call->mcp, collection, name) : NULL;
    if (!record) {
        const size_t found = find_collections(call->mcp, name, &collection);
        if (found != 1)
            return refuse_id(call, name, found);
        record = look_up(call->mcp, collection, name);
    }
    return fetch_item(call->mcp, collection, record_id(record));
}
