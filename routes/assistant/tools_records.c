/* The tools that begin with one record. */
#include "assistant/find.h"
#include "assistant/gather.h"
#include "assistant/statement.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    REFERRING_SHOWN = 5 /* of each relation */
};

/* Adds the first records of a relation that refer to the record. A relation with the name of a
 * field leads the other way. */
static void add_referring(struct mcp *mcp, json_t *list, const char *name, const char *path)
{
    struct fetch_target target = {.length = 0};
    json_t *relation = json_object(), *records = json_array();
    fetch_path(&target, path + strlen(request_base_path(mcp->request)));
    fetch_number(&target, "limit", REFERRING_SHOWN);
    const json_t *page = fetch_json(mcp, &target), *data = json_object_get(page, "data");
    for (size_t i = 0; i < json_array_size(data); i++)
        mcp_append(records, statement_reference(mcp, json_array_get(data, i)));
    const json_t *total = json_object_get(json_object_get(page, "meta"), "total");
    if (json_array_size(data) == 0)
        return;
    mcp_set_text(relation, "relation", name);
    mcp_share(relation, "total", (json_t *)(uintptr_t)total);
    if (json_integer_value(total) > REFERRING_SHOWN)
        mcp_set_text(relation, "collection", path + strlen(request_base_path(mcp->request)) + 1);
    mcp_set(relation, "records", records);
    mcp_append(list, relation);
}

static json_t *referring(struct mcp *mcp, const json_t *record)
{
    json_t *list = json_array(), *path;
    const char *name;
    json_object_foreach(json_object_get(record, "links"), name, path)
    {
        if (strcmp(name, "self") != 0 && !json_object_get(record, name) && json_is_string(path))
            add_referring(mcp, list, name, json_string_value(path));
    }
    return list;
}

json_t *tool_get_record(struct tool_call *call)
{
    json_t *content = json_object();
    const json_t *record = find_any_record(call, tool_text(call, "id"));
    if (!record)
        return NULL;
    mcp_set(content, "record", statement_of(call->mcp, record, STATEMENT_WHOLE));
    mcp_set(content, "referred_by", referring(call->mcp, record));
    return content;
}

/* The lists of a person's part. A point of the discussion that is only addressed to the person is
 * counted apart. */
static const struct {
    const char *name, *collection;
    const char *filter; /* for the person, or NULL */
} parts[] = {
    {"papers", "papers", NULL},
    {"discussions", "discussions", "speaker"},
    {"addressed_to", "discussions", "speaker__not"},
    {"proposals", "proposals", NULL},
    {"decisions", "decisions", NULL},
    {"actions", "actions", NULL},
    {"sessions", "sessions", NULL},
};

json_t *tool_person_part(struct tool_call *call)
{
    char id[FIND_ID_BYTES];
    json_t *counts = json_object();
    struct gathering gathering = gather_begin(call);
    if (!find_id(call, "people", tool_text(call, "person"), id))
        return NULL;
    gathering.person = id;
    struct fetch_target person = {.length = 0};
    fetch_path(&person, "/people");
    fetch_segment(&person, id);
    const json_t *record = fetch_json(call->mcp, &person);
    if (!record)
        return NULL;
    mcp_set(gathering.content, "person", statement_of(call->mcp, record, STATEMENT_WHOLE));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct fetch_target part = person;
        fetch_segment(&part, parts[i].collection);
        if (parts[i].filter)
            fetch_list(&part, parts[i].filter, id);
        mcp_set(counts, parts[i].name, json_integer(gather_list(&gathering, &part, false)));
    }
    mcp_set(gathering.content, "counts", counts);
    gathering.nothing = "No paper, point, proposal, decision, action or session names this person. "
                        "What the record says of the person is in \"person\".";
    return gather_end(&gathering);
}

/* The lists of an overview, and how many records of each it has. */
static const struct overview {
    const char *collection;
    int64_t limit;
} overviews[] = {{"meetings", 20}, {"documents", 20}, {"topics", 50}};

/* Adds references to the first records of a collection. Says in `note` if there are more. */
static void add_overview(struct mcp *mcp, json_t *content, const struct overview *overview,
                         struct buffer *note)
{
    char more[100];
    struct fetch_target target = {.length = 0};
    json_t *list = json_array();
    fetch_segment(&target, overview->collection);
    fetch_number(&target, "limit", overview->limit);
    const json_t *page = fetch_json(mcp, &target), *data = json_object_get(page, "data");
    const int64_t total =
        json_integer_value(json_object_get(json_object_get(page, "meta"), "total"));
    for (size_t i = 0; i < json_array_size(data); i++) {
        const json_t *record = json_array_get(data, i);
        json_t *reference = statement_reference(mcp, record);
        mcp_share(reference, "start_date", json_object_get(record, "start_date"));
        mcp_share(reference, "lines", json_object_get(record, "lines"));
        mcp_append(list, reference);
    }
    mcp_set(content, overview->collection, list);
    if (total <= overview->limit)
        return;
    snprintf(more, sizeof more, "%s%" PRId64 " of %" PRId64 " %s",
             note->length ? ", " : "These are the first ", overview->limit, total,
             overview->collection);
    buffer_append_text(note, more);
}

/* Adds the overviews, and a note if one of them does not have all records. */
static void add_overviews(struct mcp *mcp, json_t *content)
{
    struct buffer note;
    buffer_init(&note, RESPONSE_BODY_MAX);
    for (size_t i = 0; i < sizeof overviews / sizeof *overviews; i++)
        add_overview(mcp, content, &overviews[i], &note);
    if (note.length) {
        buffer_append_text(&note, "; list_records has all.");
        mcp_set(content, "note", json_stringn(note.bytes, note.length));
    }
    mcp->is_unavailable |= note.failed;
    buffer_finish(&note);
}

json_t *tool_describe_archive(struct tool_call *call)
{
    struct fetch_target home = {.length = 0};
    json_t *content = json_object(), *collections = json_array();
    fetch_path(&home, "/");
    const json_t *service = fetch_json(call->mcp, &home);
    const json_t *list = json_object_get(service, "collections");
    if (!service)
        return NULL;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *collection = json_array_get(list, i);
        json_t *shown = json_object();
        mcp_share(shown, "name", json_object_get(collection, "name"));
        mcp_share(shown, "type", json_object_get(collection, "type"));
        mcp_share(shown, "count", json_object_get(collection, "count"));
        mcp_share(shown, "documentation", json_object_get(collection, "documentation"));
        mcp_append(collections, shown);
    }
    mcp_share(content, "version", json_object_get(json_object_get(service, "data"), "version"));
    mcp_set(content, "collections", collections);
    add_overviews(call->mcp, content);
    return content;
}
