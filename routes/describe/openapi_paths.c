/* The paths, from the table of routes. A pattern with a segment in braces gives a path for every
 * collection or relation. */
#include "describe/openapi_private.h"

#include "describe/json_schema.h"
#include "http/url.h"

#include <assert.h>
#include <stdio.h>

/* The subject of a path; members that the route does not have are NULL. */
struct path_subject {
    const struct route *route;
    const struct collection *collection;
    const struct relation *relation;
};

static const struct record_type *subject_type(const struct path_subject *subject)
{
    return subject->relation     ? subject->relation->member
           : subject->collection ? subject->collection->type
                                 : NULL;
}

static void write_path_name(struct openapi *openapi, const struct path_subject *subject)
{
    char path[OPENAPI_NAME_MAX];
    if (!subject->collection)
        snprintf(path, sizeof path, "%s", subject->route->pattern);
    else
        snprintf(path, sizeof path, "/%s%s%s%s", subject->collection->name,
                 subject->route->subject == ROUTE_COLLECTION ? "" : "/{id}",
                 subject->relation ? "/" : "", subject->relation ? subject->relation->name : "");
    json_write_open_member(&openapi->json, path, '{');
}

/* Writes "operationId": "papers_list", "papers_item", "sessions_papers" or "service". */
static void write_operation_name(struct openapi *openapi, const struct path_subject *subject)
{
    char name[OPENAPI_NAME_MAX];
    const char *own = subject->relation ? subject->relation->name : subject->route->name;
    snprintf(name, sizeof name, "%s%s%s", subject->collection ? subject->collection->name : "",
             subject->collection ? "_" : "", own);
    json_write_text_member(&openapi->json, "operationId", name);
}

static void write_summary(struct openapi *openapi, const struct path_subject *subject)
{
    char summary[200];
    struct json_writer *json = &openapi->json;
    if (!subject->collection)
        snprintf(summary, sizeof summary, "%s", subject->route->name);
    else if (subject->relation)
        snprintf(summary, sizeof summary, "The %s of one of the %s", subject->relation->name,
                 subject->collection->name);
    else
        snprintf(summary, sizeof summary, "%s%s",
                 subject->route->subject == ROUTE_ITEM ? "One of the " : "List ",
                 subject->collection->name);
    json_write_text_member(json, "summary", summary);
    snprintf(summary, sizeof summary, "%s%s%s", subject->route->documentation,
             subject->collection ? " Type of record: " : "",
             subject->collection ? subject_type(subject)->documentation : "");
    json_write_text_member(json, "description", summary);
}

static const struct record *subject_first_record(const struct path_subject *subject)
{
    assert(subject->collection);
    return subject->collection->count ? subject->collection->records[0] : NULL;
}

static void write_id_parameter(struct openapi *openapi, const struct path_subject *subject)
{
    struct json_writer *json = &openapi->json;
    json_write_open(json, '{');
    json_write_text_member(json, "name", "id");
    json_write_text_member(json, "in", "path");
    json_write_boolean_member(json, "required", true);
    json_write_text_member(
        json, "description",
        "The id of the record, or its number if only one record has the number.");
    json_write_name(json, "schema");
    openapi_write_ref(openapi, OPENAPI_SCHEMAS, json_schema_kind_name(FIELD_ID));
    if (subject_first_record(subject))
        json_write_text_member(json, "example", record_id(subject_first_record(subject)));
    json_write_close(json, '}');
}

static void write_parameters(struct openapi *openapi, const struct path_subject *subject)
{
    const enum route_subject about = subject->route->subject;
    const enum query_scope scope = about == ROUTE_SEARCH       ? QUERY_SEARCH
                                   : about == ROUTE_COMPARISON ? QUERY_COMPARISON
                                   : about == ROUTE_ITEM       ? QUERY_RECORD
                                                               : QUERY_LIST;
    json_write_open_member(&openapi->json, "parameters", '[');
    if (about == ROUTE_ITEM || about == ROUTE_RELATION)
        write_id_parameter(openapi, subject);
    openapi_write_parameter_refs(openapi, subject_type(subject), scope);
    if (scope == QUERY_LIST)
        openapi_write_filter_refs(openapi, subject_type(subject));
    json_write_close(&openapi->json, ']');
}

static void write_only_parameter(struct json_writer *json, const struct route_parameter *parameter)
{
    json_write_open_member(json, "parameters", '[');
    json_write_open(json, '{');
    json_write_text_member(json, "name", parameter->name);
    json_write_text_member(json, "in", "query");
    json_write_boolean_member(json, "required", false);
    json_write_boolean_member(json, "allowEmptyValue", true);
    json_write_text_member(json, "description", parameter->documentation);
    json_write_open_member(json, "schema", '{');
    json_write_text_member(json, "type", "string");
    json_write_close(json, '}');
    json_write_close(json, '}');
    json_write_close(json, ']');
}

/* Returns the target of the example, or NULL: for a collection its first page with one record, for
 * an item the first record. */
static const char *example_target(const struct path_subject *subject, struct buffer *out)
{
    if (!subject->collection)
        return subject->route->example;
    if (subject->relation || !subject_first_record(subject))
        return NULL;
    const struct url item = url_of_record(NULL, subject_first_record(subject));
    const struct url list = url_of_collection(NULL, subject->collection);
    const bool is_item = subject->route->subject == ROUTE_ITEM;
    url_append(out, is_item ? &item : &list);
    buffer_append_text(out, is_item ? "" : "?limit=1");
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

static void write_relation_paths(struct openapi *openapi, struct path_subject *subject)
{
    size_t count;
    assert(subject->collection);
    const struct relation *relations =
        archive_relations(openapi->call->snapshot->archive, subject->collection->type, &count);
    for (size_t i = 0; i < count; i++) {
        subject->relation = &relations[i];
        write_operation(openapi, subject);
    }
}

static void write_collection_paths(struct openapi *openapi, const struct route *route)
{
    size_t count;
    const struct collection *collections =
        archive_collections(openapi->call->snapshot->archive, &count);
    for (size_t i = 0; i < count; i++) {
        struct path_subject subject = {route, &collections[i], NULL};
        if (route->subject == ROUTE_RELATION)
            write_relation_paths(openapi, &subject);
        else
            write_operation(openapi, &subject);
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
        else if (route->subject == ROUTE_SERVICE || route->subject == ROUTE_SEARCH ||
                 route->subject == ROUTE_COMPARISON)
            write_operation(openapi, &(struct path_subject){route, NULL, NULL});
        else if (route->subject != ROUTE_ASSET)
            write_collection_paths(openapi, route);
    }
    json_write_close(&openapi->json, '}');
}
