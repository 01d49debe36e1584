#include "assistant/find.h"

#include "assistant/called.h"
#include "assistant/words.h"
#include "requests/look_up.h"
#include "unicode/nearest_name.h"
#include "wording/wording.h"

#include <stdio.h>
#include <string.h>

enum {
    CANDIDATES = 50,
    CANDIDATES_SHOWN = 8,
    WORD_BYTES_MIN = 3 /* also a letter of Chinese or Japanese */
};

static bool copy_id(const char *id, char ret_id[FIND_ID_BYTES])
{
    const size_t length = strlen(id);
    if (length >= FIND_ID_BYTES)
        return false;
    memcpy(ret_id, id, length + 1);
    return true;
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

/* Reports whether a word can tell records apart: initials, articles and numbers are in many. */
static bool tells_apart(const char *word)
{
    return strlen(word) >= WORD_BYTES_MIN && word[strspn(word, "0123456789")];
}

/* Returns the hits of the word of a name that finds fewest, for a name that is not wholly right.
 * Returns NULL if none finds any. */
static json_t *search_words(struct mcp *mcp, const char *type, const char *name)
{
    char word[WORD_BYTES];
    json_t *fewest = NULL;
    for (size_t i = 0; i < WORDS_MAX && (name = words_next(name, word)); i++) {
        json_t *hits = tells_apart(word) ? search(mcp, type, word) : NULL;
        const size_t count = json_array_size(hits);
        if (count > 0 && (!fewest || count < json_array_size(fewest)))
            fewest = hits;
    }
    return fewest;
}

/* Adds hits to the failure. Their labels are words of the record. */
static void say_candidates(struct mcp *mcp, const json_t *hits, const char *without)
{
    for (size_t i = 0; i < json_array_size(hits) && i < CANDIDATES_SHOWN; i++) {
        struct buffer label;
        const json_t *hit = json_array_get(hits, i);
        buffer_init(&label, RESPONSE_BODY_MAX);
        tool_render_words(json_object_get(hit, "label"), &label);
        buffer_append_byte(&label, '\0');
        tool_say(mcp, "%s%s (%s)", i ? ", " : " Near: ", mcp_text_of(hit, "id"),
                 label.failed ? "" : label.bytes);
        mcp->is_unavailable |= label.failed;
        buffer_finish(&label);
    }
    tool_say(mcp, "%s", json_array_size(hits) ? ". Use one of these ids." : without);
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

/* Refuses a name. `hits` is what a search for it found, or the meetings on its date. */
static bool refuse_name(struct tool_call *call, const char *collection, const char *name,
                        const json_t *hits, bool has_date)
{
    const struct collection *records = collection_named(call->mcp, collection);
    tool_fail(call->mcp, "No single record of \"%s\" is called \"%.80s\".", collection, name);
    if (!has_date && say_near_id(call->mcp, records, name))
        return false;
    if (!has_date && records && json_array_size(hits) == 0)
        hits = search_words(call->mcp, records->type->name, name);
    say_candidates(call->mcp, hits, " Use search_record or list_records to find its id.");
    return false;
}

/* Reads the place of a record. Returns false, with a failure noted, for an address elsewhere. */
static bool read_place(struct tool_call *call, const char *name, struct place *ret_place)
{
    if (place_read(call->mcp, name, ret_place))
        return true;
    tool_fail(call->mcp,
              "\"%.80s\" is not an address of this service; write an id, or \"collection/id\".",
              name);
    return false;
}

/* Returns the record that a hit is. */
static const struct record *record_of_hit(const struct mcp *mcp,
                                          const struct collection *collection, const json_t *hit)
{
    const char *id = mcp_text_of(hit, "id");
    return id ? archive_find(mcp->snapshot->archive, collection, id, strlen(id)) : NULL;
}

/* Returns the only record that has the name, exactly if there is one, or NULL. A record that only
 * mentions it is not called so. */
static const struct record *only_called(struct mcp *mcp, const struct collection *collection,
                                        const json_t *hits, const char *name)
{
    const struct record *found[CALLED_EXACTLY + 1] = {NULL};
    size_t counts[CALLED_EXACTLY + 1] = {0};
    for (size_t i = 0; i < json_array_size(hits); i++) {
        const struct record *record = record_of_hit(mcp, collection, json_array_get(hits, i));
        const enum called called = record ? called_compare(mcp, record, name) : CALLED_NOT;
        found[called] = record;
        counts[called]++;
    }
    if (counts[CALLED_EXACTLY] > 0)
        return counts[CALLED_EXACTLY] == 1 ? found[CALLED_EXACTLY] : NULL;
    return counts[CALLED_PARTLY] == 1 && json_array_size(hits) < CANDIDATES ? found[CALLED_PARTLY]
                                                                            : NULL;
}

/* Returns the name of a person without titles before it, such as "Professor". */
static const char *without_titles(const char *name)
{
    size_t length;
    while ((length = words_at(WORDS_PERSON_TITLE, name, strlen(name))) > 0) {
        name += length;
        while ((length = words_blank_at(name, strlen(name))) > 0)
            name += length;
    }
    return name;
}

/* Finds the only record that is called by a name, which the label of a person may have without its
 * titles. Stores the hits of the search for it. */
static const struct record *find_called(struct mcp *mcp, const struct collection *collection,
                                        const char *name, const json_t **ret_hits)
{
    *ret_hits = search(mcp, collection->type->name, name);
    const struct record *record = only_called(mcp, collection, *ret_hits, name);
    const char *rest = collection->type == &person_type ? without_titles(name) : name;
    if (record || rest == name || !*rest)
        return record;
    const json_t *hits = search(mcp, collection->type->name, rest);
    if (json_array_size(hits) > 0)
        *ret_hits = hits;
    return only_called(mcp, collection, hits, rest);
}

static bool has_record(struct tool_call *call)
{
    if (!call->mcp->snapshot->archive)
        tool_fail(call->mcp, "The record is still being loaded; try again in a moment.");
    return call->mcp->snapshot->archive != NULL;
}

/* Finds the only record that is called by a name, or, if it is a meeting, is on the date in the
 * name. Stores what else is near. */
static const struct record *find_named(struct mcp *mcp, const struct collection *records,
                                       const char *name, const json_t **ret_hits,
                                       bool *ret_has_date)
{
    json_t *meetings;
    bool is_certain;
    const struct record *record = find_called(mcp, records, name, ret_hits);
    if (record || records->type != &meeting_type ||
        !find_meetings_by_date(mcp, name, &meetings, &is_certain))
        return record;
    *ret_has_date = true;
    *ret_hits = meetings;
    return is_certain ? record_of_hit(mcp, records, json_array_get(meetings, 0)) : NULL;
}

bool find_id(struct tool_call *call, const char *collection, const char *name,
             char ret_id[FIND_ID_BYTES])
{
    struct place place;
    bool has_date = false;
    const json_t *hits = NULL;
    if (!has_record(call) || !read_place(call, name, &place))
        return false;
    const struct collection *records = collection_named(call->mcp, collection);
    const struct record *record = records ? look_up(call->mcp, records, &place) : NULL;
    const bool is_name = strspn(name, "0123456789") < strlen(name);
    if (!record && records && is_name)
        record = find_named(call->mcp, records, name, &hits, &has_date);
    return (record && copy_id(record_id(record), ret_id)) ||
           refuse_name(call, collection, name, hits, has_date);
}

static bool has_id(const struct found_topics *topics, const char *id)
{
    const size_t length = strlen(id);
    for (const char *at = topics->ids; (at = strstr(at, id)); at += length)
        if ((at == topics->ids || at[-1] == ',') && (at[length] == ',' || !at[length]))
            return true;
    return false;
}

/* Adds an id to a list unless it is there already. */
static void add_id(struct found_topics *topics, const char *id)
{
    const size_t used = strlen(topics->ids);
    if (has_id(topics, id))
        return;
    if (topics->count == FIND_TOPICS_MAX || used + strlen(id) + 2 > FIND_LIST_BYTES) {
        topics->is_incomplete = true;
        return;
    }
    snprintf(topics->ids + used, FIND_LIST_BYTES - used, "%s%s", used ? "," : "", id);
    topics->count++;
}

/* Adds the topics that are narrower than one. */
static void add_narrower(struct mcp *mcp, const char *id, struct found_topics *topics)
{
    struct fetch_target target = {.length = 0};
    fetch_path(&target, "/topics");
    fetch_segment(&target, id);
    fetch_path(&target, "/narrower");
    fetch_number(&target, "limit", FIND_TOPICS_MAX + 1);
    const json_t *narrower = json_object_get(fetch_json(mcp, &target), "data");
    for (size_t i = 0; i < json_array_size(narrower); i++)
        add_id(topics, mcp_text_of(json_array_get(narrower, i), "id"));
}

/* Adds the topics that are narrower than those of the list, which grows meanwhile. */
static void add_all_narrower(struct mcp *mcp, struct found_topics *topics)
{
    char id[FIND_LIST_BYTES];
    for (const char *at = topics->ids; *at; at += strspn(at, ",")) {
        const size_t length = strcspn(at, ",");
        snprintf(id, sizeof id, "%.*s", (int)length, at);
        add_narrower(mcp, id, topics);
        at += length;
    }
}

bool find_topics(struct tool_call *call, const char *name, struct found_topics *ret_topics)
{
    struct place place;
    *ret_topics = (struct found_topics){.count = 0};
    if (!has_record(call) || !read_place(call, name, &place))
        return false;
    const struct collection *records = collection_named(call->mcp, "topics");
    const struct record *topic = records ? look_up(call->mcp, records, &place) : NULL;
    const json_t *hits = records && !topic ? search(call->mcp, "topic", name) : NULL;
    if (topic)
        add_id(ret_topics, record_id(topic));
    for (size_t i = 0; i < json_array_size(hits); i++) {
        topic = record_of_hit(call->mcp, records, json_array_get(hits, i));
        if (topic && called_compare(call->mcp, topic, name) != CALLED_NOT)
            add_id(ret_topics, record_id(topic));
    }
    add_all_narrower(call->mcp, ret_topics);
    return true;
}

static json_t *fetch_item(struct mcp *mcp, const struct collection *collection, const char *id)
{
    struct fetch_target target = {.length = 0};
    fetch_segment(&target, collection->name);
    fetch_segment(&target, id);
    return fetch_json(mcp, &target);
}

/* Says where a record is if its id is in another collection than the named one. */
static bool say_elsewhere(struct tool_call *call, const struct place *place)
{
    const struct collection *collection;
    if (look_up_everywhere(call->mcp, place, &collection) != 1)
        return false;
    tool_say(call->mcp, " Did you mean \"%s/%.*s\"?", collection->name, (int)place->id_length,
             place->id);
    return true;
}

/* Returns the meetings on the date in a name, or else what a search for it finds, or for one of its
 * words. */
static const json_t *hits_near(struct mcp *mcp, const char *name)
{
    bool is_certain;
    json_t *hits;
    if (find_meetings_by_date(mcp, name, &hits, &is_certain) && json_array_size(hits) > 0)
        return hits;
    hits = search(mcp, NULL, name);
    return json_array_size(hits) > 0 ? hits : search_words(mcp, NULL, name);
}

static json_t *refuse_id(struct tool_call *call, const char *name, const struct place *place)
{
    const struct collection *collection =
        archive_collection(call->mcp->snapshot->archive, place->id, place->id_length);
    if (collection)
        return tool_fail(call->mcp, "\"%s\" is a collection; list_records lists its records.",
                         collection->name);
    tool_fail(call->mcp, "No record has the id \"%.80s\".", name);
    if (say_elsewhere(call, place) || say_near_id(call->mcp, NULL, name))
        return NULL;
    say_candidates(call->mcp, hits_near(call->mcp, name), " Use search_record to find one.");
    return NULL;
}

json_t *find_any_record(struct tool_call *call, const char *name)
{
    struct place place;
    if (!has_record(call) || !read_place(call, name, &place))
        return NULL;
    const struct collection *collection = look_up_collection(call->mcp, &place);
    const bool is_bare = place.collection_length == 0;
    const size_t found = is_bare ? look_up_everywhere(call->mcp, &place, &collection) : 1;
    if (found > 1)
        return tool_fail(call->mcp,
                         "Several records have the id \"%.80s\"; write it with its collection, as "
                         "in \"people/%.80s\".",
                         name, name);
    const struct record *record = collection ? look_up(call->mcp, collection, &place) : NULL;
    return record ? fetch_item(call->mcp, collection, record_id(record))
                  : refuse_id(call, name, &place);
}
