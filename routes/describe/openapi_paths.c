/* The paths, from the table of routes. Lists and records have a path for every collection; all
 * relations share one. */
#include "describe/openapi_private.h"

#include "http/url.h"

#include <stdio.h>

/* The subject of a path: a route, and the collection if the route is of one. */
struct path_subject {
    const struct route *route;
    const struct collection *collection;
};

static const struct record_type *subject_type(const struct path_subject *subject)
{
    return subject->collection ? subject->collection->type : NULL;
}

static void write_path_name(struct openapi *openapi, const struct path_subject *subject)
{
    char path[OPENAPI_NAME_MAX];
    if (!subject->collection)
        snprintf(path, sizeof path, "%s", subject->route->pattern);
    else
        snprintf(path, sizeof path, "/%s%s", subject->collection->name,
                 subject->route->subject == ROUTE_COLLECTION ? "" : "/{id}");
    json_write_open_member(&openapi->json, path, '{');
}

/* Writes "operationId": "papers_list", "papers_item" or "service". */
static void write_operation_name(struct openapi *openapi, const struct path_subject *subject)
{
    char name[OPENAPI_NAME_MAX];
    snprintf(name, sizeof name, "%s%s%s", subject->collection ? subject->collection->name : "",
             subject->collection ? "_" : "", subject->route->name);
    json_write_text_member(&openapi->json, "operationId", name);
}

static void write_summary(struct openapi *openapi, const struct path_subject *subject)
{
    char summary[200];
    struct json_writer *json = &openapi->json;
    if (!subject->collection)
        snprintf(summary, sizeof summary, "%s", subject->route->name);
    else
        snprintf(summary, sizeof summary, "%s%s",
                 subject->route->subject == ROUTE_ITEM ? "One of the " : "List ",
                 subject->collection->name);
    json_write_text_member(json, "summary", summary);
    json_write_text_member(json, "description", subject->route->documentation);
}

static void write_parameters(struct openapi *openapi, const struct path_subject *subject)
{
    const enum route_subject about = subject->route->subject;
    const enum query_scope scope = about == ROUTE_SEARCH       ? QUERY_SEARCH
                                   : about == ROUTE_COMPARISON ? QUERY_COMPARISON
                                   : about == ROUTE_ITEM       ? QUERY_RECORD
                                                               : QUERY_LIST;
    json_write_open_member(&openapi->json, "parameters", '[');
    if (about == ROUTE_RELATION)
        openapi_write_ref(openapi, OPENAPI_PARAMETERS, "collection");
    if (about == ROUTE_ITEM || about == ROUTE_RELATION)
        openapi_write_ref(openapi, OPENAPI_PARAMETERS, "id");
    if (about == ROUTE_RELATION)
        openapi_write_ref(openapi, OPENAPI_PARAMETERS, "relation");
    openapi_write_parameter_refs(openapi, subject_type(subject), scope);
    if (about == ROUTE_COLLECTION)
        openapi_write_filter_refs(openapi, subject_type(subject));
    if (scope == QUERY_LIST)
        openapi_write_ref(openapi, OPENAPI_PARAMETERS, OPENAPI_OPERATORS);
    json_write_close(&openapi->json, ']');
}

static void write_only_parameter(struct json_writer *json, const struct route_parameter *parameter)
{
    json_write_open_member(json, "parameters", '[');
    json_write_open(json, '{');
    json_write_text_member(json, "name", parameter->name);
    json_write_text_member(json, "in", "query");
    json_write_boolean_member(json, "allowEmptyValue", true);
    json_write_text_member(json, "description", parameter->documentation);
    json_write_open_member(json, "schema", '{');
    json_write_text_member(json, "type", "string");
    json_write_close(json, '}');
    json_write_close(json, '}');
    json_write_close(json, ']');
}

/* Returns the target of the example, or NULL. Of the collections, the first one has an example: its
 * first page, with one record and few fields. */
static const char *example_target(const struct path_subject *subject, struct buffer *out)
{
    if (!subject->collection)
        return subject->route->example;
    if (subject->route->subject != ROUTE_COLLECTION || subject_type(subject) != record_types[0] ||
        subject->collection->count == 0)
        return NULL;
    const struct url list = url_of_collection(NULL, subject->collection);
    url_append(out, &list);
    buffer_append_text(out, "?limit=1&fields=");
    buffer_append_text(out, record_types[0]->fields.at[1].name);
    buffer_append_byte(out, '\0');
    return out->failed ? NULL : out->bytes;
}

static void write_operation(struct openapi *openapi, const struct path_subject *subject)
{
    struct json_writer *json = &openapi->json;
    struct buffer target;
    buffer_init(&target, TARGET_BYTES_MAX);
    const struct openapi_answer answer = {subject->route, subject_type(subject),
                                          example_target(subject, &target)};
    json->out->failed |= target.failed;
    write_path_name(openapi, subject);
    json_write_open_member(json, "get", '{');
    write_operation_name(openapi, subject);
    json_write_open_member(json, "tags", '[');
    json_write_text(json, subject->collection ? subject->collection->name : "service");
    json_write_close(json, ']');
    write_summary(openapi, subject);
    if (subject->route->subject != ROUTE_SERVICE)
        write_parameters(openapi, subject);
    else if (subject->route->parameter)
        write_only_parameter(json, subject->route->parameter);
    openapi_write_answers(openapi, &answer);
    json_write_close(json, '}');
    json_write_close(json, '}');
    buffer_finish(&target);
}

static void write_collection_paths(struct openapi *openapi, const struct route *route)
{
    size_t count;
    const struct collection *collections =
        archive_collections(openapi->call->snapshot->archive, &count);
    for (size_t i = 0; i < count; i++) {
        write_operation(openapi, &(struct path_subject){route, &collections[i]});
    }
}

void openapi_write_paths(struct openapi *openapi)
{
    const struct route_table *routes = openapi->call->routes;
    json_write_open_member(&openapi->json, "paths", '{');
    for (size_t i = 0; i < routes->count; i++) {
        const struct route *route = &routes->at[i];
        if (!route_is_served(route, openapi->call->request))
            continue;
        else if (route->subject == ROUTE_COLLECTION || route->subject == ROUTE_ITEM)
            write_collection_paths(openapi, route);
        else if (route->subject != ROUTE_ASSET)
            write_operation(openapi, &(struct path_subject){route, NULL});
    }
    json_write_close(&openapi->json, '}');
}
