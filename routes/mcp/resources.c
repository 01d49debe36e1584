/* Records as resources. The URI of a record is its path in the API after "rapporteur:", as in
 * "rapporteur:/papers/some-id", which does not depend on where the service is; the URL of its page
 * is read, too. The text of a document has the suffix ".txt". */
#include "archive/archive.h"
#include "assistant/statement.h"
#include "mcp/methods.h"
#include "requests/fetch.h"
#include "requests/place.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PAGE = 50,
    CURSOR_BYTES = 80,
    URI_BYTES = 1000
};

/* Where a page of the list begins. */
struct cursor {
    size_t collection; /* in the order of the API */
    int64_t offset;
};

/* Reads a cursor: "COLLECTION:OFFSET". Without one the list begins. */
static bool read_cursor(const struct mcp *mcp, size_t count, struct cursor *ret_cursor)
{
    const json_t *value = mcp_param(mcp, "cursor");
    const char *text = json_string_value(value);
    char *end = NULL;
    *ret_cursor = (struct cursor){0, 0};
    if (!value)
        return true;
    if (!text || *text < '0' || *text > '9' || strlen(text) >= CURSOR_BYTES)
        return false;
    ret_cursor->collection = strtoul(text, &end, 10);
    if (*end != ':' || end[1] < '0' || end[1] > '9')
        return false;
    ret_cursor->offset = strtoll(end + 1, &end, 10);
    return !*end && ret_cursor->collection < count && ret_cursor->offset < INT64_C(1) << 53;
}

static json_t *resource_of(const struct mcp *mcp, const json_t *record)
{
    char uri[URI_BYTES];
    json_t *resource = json_object();
    const char *path = mcp_text_of(json_object_get(record, "links"), "self");
    const json_t *label = json_object_get(statement_reference(mcp, record), "label");
    snprintf(uri, sizeof uri, PLACE_SCHEME "%s",
             path ? path + strlen(request_base_path(mcp->request)) : "/");
    mcp_set_text(resource, "uri", uri);
    mcp_share(resource, "name", json_object_get(record, "id"));
    mcp_share(resource, "title", json_object_get(label, "text"));
    mcp_set_text(resource, "mimeType", "application/json");
    return resource;
}

/* Adds a page of a collection. Returns the number of its records, or -1. */
static int64_t add_page(struct mcp *mcp, const char *collection, int64_t offset, json_t *list)
{
    struct fetch_target target = {.length = 0};
    fetch_segment(&target, collection);
    fetch_number(&target, "limit", PAGE - (int64_t)json_array_size(list));
    fetch_number(&target, "offset", offset);
    const json_t *page = fetch_json(mcp, &target), *data = json_object_get(page, "data");
    for (size_t i = 0; i < json_array_size(data); i++)
        mcp_append(list, resource_of(mcp, json_array_get(data, i)));
    return page ? json_integer_value(json_object_get(json_object_get(page, "meta"), "total")) : -1;
}

static json_t *refuse_without_record(struct mcp *mcp)
{
    const char *detail = mcp_text_of(mcp->problem, "detail");
    return mcp_refuse(mcp, MCP_INTERNAL_ERROR, "%s",
                      detail ? detail : "the record is still being loaded");
}

/* Lists the records from a cursor on. Collections that are a part of another one are left out. */
static json_t *list_from(struct mcp *mcp, const struct collection *collections, size_t count,
                         struct cursor cursor)
{
    char next[CURSOR_BYTES] = "";
    json_t *result = json_object(), *list = json_array();
    for (; cursor.collection < count && !*next; cursor.collection++, cursor.offset = 0) {
        const size_t before = json_array_size(list);
        if (collections[cursor.collection].members)
            continue;
        const int64_t total =
            add_page(mcp, collections[cursor.collection].name, cursor.offset, list);
        if (total < 0)
            return refuse_without_record(mcp);
        cursor.offset += (int64_t)(json_array_size(list) - before);
        if (cursor.offset < total)
            snprintf(next, sizeof next, "%zu:%" PRId64, cursor.collection, cursor.offset);
    }
    mcp_set(result, "resources", list);
    if (*next)
        mcp_set_text(result, "nextCursor", next);
    return result;
}

json_t *mcp_resources_list(struct mcp *mcp)
{
    size_t count = 0;
    struct cursor cursor;
    if (!mcp->snapshot->archive)
        return refuse_without_record(mcp);
    const struct collection *collections = archive_collections(mcp->snapshot->archive, &count);
    if (!read_cursor(mcp, count, &cursor))
        return mcp_refuse(mcp, MCP_INVALID_PARAMS,
                          "\"cursor\" must be the nextCursor of a page of this list");
    return list_from(mcp, collections, count, cursor);
}

static json_t *template_of(const char *uri, const char *name, const char *title,
                           const char *documentation, const char *type)
{
    json_t *template = json_object();
    mcp_set_text(template, "uriTemplate", uri);
    mcp_set_text(template, "name", name);
    mcp_set_text(template, "title", title);
    mcp_set_text(template, "description", documentation);
    mcp_set_text(template, "mimeType", type);
    return template;
}

json_t *mcp_resources_templates(struct mcp *mcp)
{
    json_t *result = json_object(), *list = json_array();
    if (mcp_param(mcp, "cursor"))
        return mcp_refuse(mcp, MCP_INVALID_PARAMS, "the list of templates has one page");
    mcp_append(list, template_of(PLACE_SCHEME "/{collection}/{id}", "record", "A record",
                                 "One record of a collection, such as papers or people, by its id.",
                                 "application/json"));
    mcp_append(list, template_of(PLACE_SCHEME "/documents/{id}.txt", "document_text",
                                 "The text of a document",
                                 "The cited text itself, if this archive has it.", "text/plain"));
    mcp_set(result, "resourceTemplates", list);
    return result;
}

static bool is_plain(const char *segment, size_t length)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~";
    return length > 0 && strspn(segment, plain) >= length;
}

static bool is_collection(const struct mcp *mcp, const struct place *place)
{
    const struct archive *archive = mcp->snapshot->archive;
    return !archive || archive_collection(archive, place->collection, place->collection_length);
}

/* Reads the URI of a record, or the URL of its page, which may end with the fragment of a citation.
 * Returns false if it is something else. */
static bool read_uri(const struct mcp *mcp, const char *uri, struct fetch_target *ret_target,
                     bool *ret_text)
{
    static const char suffix[] = ".txt";
    char text[TARGET_BYTES_MAX];
    struct place place;
    const char *path = place_path(mcp, uri);
    if (!path || *path != '/' || !place_read(mcp, uri, &place) || place.collection != path + 1 ||
        !is_plain(place.id, place.id_length) || !is_collection(mcp, &place))
        return false;
    const char *end = place.id + place.id_length;
    const size_t length = (size_t)(end - path), ending = sizeof suffix - 1;
    if (!strchr("#", *end) || length >= sizeof text)
        return false;
    snprintf(text, sizeof text, "%.*s", (int)length, path);
    *ret_text = place.id_length > ending && strcmp(text + length - ending, suffix) == 0;
    fetch_path(ret_target, text);
    return true;
}

static json_t *refuse_uri(struct mcp *mcp)
{
    const char *detail = mcp_text_of(mcp->problem, "detail");
    return mcp_refuse(mcp, mcp->modern ? MCP_INVALID_PARAMS : MCP_RESOURCE_NOT_FOUND,
                      "Resource not found%s%s", detail ? ": " : "", detail ? detail : "");
}

/* Returns the JSON of a record as it is served, or the text of a document. */
static json_t *read_text(struct mcp *mcp, const struct fetch_target *target, bool is_text)
{
    if (is_text)
        return fetch_as_text(mcp, target);
    const json_t *record = fetch_json(mcp, target);
    if (!record)
        return NULL;
    char *text = json_dumps(record, JSON_COMPACT);
    return text ? json_string(text) : NULL;
}

json_t *mcp_resources_read(struct mcp *mcp)
{
    bool is_text = false;
    struct fetch_target target = {.length = 0};
    const char *uri = mcp_text_of(mcp->params, "uri");
    json_t *result = json_object(), *contents = json_array(), *content = json_object(),
           *meta = json_object();
    if (!uri)
        return mcp_refuse(mcp, MCP_INVALID_PARAMS, "\"uri\" must be the URI of a resource");
    if (!read_uri(mcp, uri, &target, &is_text))
        return refuse_uri(mcp);
    json_t *text = read_text(mcp, &target, is_text);
    if (!text)
        return refuse_uri(mcp);
    mcp_set_text(content, "uri", uri);
    mcp_set_text(content, "mimeType", is_text ? "text/plain" : "application/json");
    mcp_set(content, "text", text);
    mcp_set(meta, "untrusted", json_true());
    mcp_set(content, "_meta", meta);
    mcp_append(contents, content);
    mcp_set(result, "contents", contents);
    return result;
}
