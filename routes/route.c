#include "route.h"

#include "describe/api_catalog.h"
#include "describe/data_schema.h"
#include "describe/docs.h"
#include "describe/openapi.h"
#include "endpoints/dashboard.h"
#include "formats/jsonld_context.h"

#include <string.h>

static const struct route_parameter readyz_verbose = {
    READYZ_VERBOSE, "Whether to say how each part of the server is; with any value, or none."};

static const struct route routes[] = {
    {.pattern = "/",
     .answer = root_answer,
     .delivery = ROUTE_NEGOTIATED,
     .name = "service",
     .documentation = "What there is to ask for, and which data are loaded. A browser, which would "
                      "rather have HTML, is given the dashboard.",
     .media_type = "application/json",
     .page = true,
     .schema = "Service",
     .example = "/"},
    {.pattern = "/livez",
     .answer = livez_answer,
     .for_watchers = true,
     .name = "livez",
     .documentation = "Whether the program lives: \"ok\".",
     .media_type = "text/plain"},
    {.pattern = "/readyz",
     .answer = readyz_answer,
     .for_watchers = true,
     .name = "readyz",
     .documentation = "Whether the record is loaded and can be asked for: \"ok\", or 503. With "
                      "\"verbose\", how each part of the server is.",
     .media_type = "text/plain",
     .parameter = &readyz_verbose,
     .relation = "status"},
    {.pattern = "/metrics",
     .answer = metrics_answer,
     .for_watchers = true,
     .name = "metrics",
     .documentation = "What is counted and measured, in the text format of Prometheus.",
     .media_type = "text/plain"},
    {.pattern = OPENAPI_PATH,
     .answer = openapi_answer,
     .delivery = ROUTE_FIXED,
     .name = "openapi",
     .documentation = "The description of this service in OpenAPI 3.1.",
     .media_type = OPENAPI_MEDIA_TYPE,
     .schema = "AnyObject",
     .relation = "service-desc",
     .linked = true},
    {.pattern = DOCS_PATH,
     .answer = docs_answer,
     .delivery = ROUTE_FIXED,
     .name = "docs",
     .documentation = "The reference for readers.",
     .media_type = DOCS_MEDIA_TYPE,
     .relation = "service-doc",
     .linked = true},
    {.pattern = DATA_SCHEMA_PATH,
     .answer = data_schema_answer,
     .delivery = ROUTE_FIXED,
     .name = "schema",
     .documentation = "The JSON Schema of a data file.",
     .media_type = DATA_SCHEMA_MEDIA_TYPE,
     .schema = "AnyObject",
     .relation = "describedby",
     .linked = true},
    {.pattern = CONTEXT_PATH,
     .answer = context_answer,
     .delivery = ROUTE_FIXED,
     .name = "context",
     .documentation = "What the members of records mean as linked data: the JSON-LD context.",
     .media_type = "application/ld+json",
     .schema = "AnyObject"},
    {.pattern = API_CATALOG_PATH,
     .answer = api_catalog_answer,
     .delivery = ROUTE_FIXED,
     .name = "api_catalog",
     .documentation = "Where the service is described, for programs that look for services "
                      "(RFC 9727).",
     .media_type = API_CATALOG_MEDIA_TYPE,
     .schema = "AnyObject",
     .relation = "api-catalog"},
    {.pattern = "/search",
     .answer = search_answer,
     .delivery = ROUTE_NEGOTIATED,
     .subject = ROUTE_SEARCH,
     .name = "search",
     .documentation = "What there is about some words, of whatever type, the best first.",
     .media_type = "application/json",
     .schema = "SearchResults",
     .example = "/search?q=energy&limit=1"},
    {.pattern = "/assets/{version}/{name}", .answer = asset_answer, .subject = ROUTE_ASSET},
    {.pattern = "/{collection}",
     .answer = collection_answer,
     .delivery = ROUTE_NEGOTIATED,
     .subject = ROUTE_COLLECTION,
     .name = "list",
     .documentation = "A page of the collection."},
    {.pattern = "/{collection}/{id}",
     .answer = item_answer,
     .delivery = ROUTE_NEGOTIATED,
     .subject = ROUTE_ITEM,
     .name = "item",
     .documentation = "One record, by its id, or by its number where only one has it."},
    {.pattern = "/{collection}/{id}/{relation}",
     .answer = relation_answer,
     .delivery = ROUTE_NEGOTIATED,
     .subject = ROUTE_RELATION,
     .documentation = "A page of the records to which one leads."},
};

const struct route *route_at(size_t index)
{
    return index < sizeof routes / sizeof *routes ? &routes[index] : NULL;
}

void route_append_description_links(struct buffer *out, const char *base_path)
{
    for (size_t i = 0; i < sizeof routes / sizeof *routes; i++) {
        if (!routes[i].linked)
            continue;
        buffer_append_text(out, out->length ? ", <" : "<");
        url_append_path(out, base_path, routes[i].pattern);
        buffer_append_text(out, ">; rel=\"");
        buffer_append_text(out, routes[i].relation);
        buffer_append_text(out, "\"");
    }
}

bool route_is_served(const struct route *route, const struct request *request)
{
    return request->part == PART_ALL || route->for_watchers == (request->part == PART_WATCHERS);
}

static bool matches(const char *pattern, const struct target *target)
{
    const char *next = pattern[1] ? pattern + 1 : NULL;
    for (size_t i = 0; i < target->segment_count; i++) {
        if (!next)
            return false;
        const size_t length = strcspn(next, "/");
        const char *segment = target->segments[i];
        if (*next != '{' && (strncmp(next, segment, length) != 0 || segment[length]))
            return false;
        next = next[length] ? next + length + 1 : NULL;
    }
    return !next;
}

const struct route *route_find(const struct target *target)
{
    for (size_t i = 0; i < sizeof routes / sizeof *routes; i++)
        if (matches(routes[i].pattern, target))
            return &routes[i];
    return NULL;
}
