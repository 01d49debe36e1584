/* The answers to a request: statuses, headers and contents. */
#include "describe/openapi_private.h"
#include "formats/format.h"

#include <stdio.h>
#include <string.h>

/* The answers that have a header. Those on every answer are described in the text of openapi.c. */
enum {
    ON_EVERY = 1,
    ON_VALIDATED = 2, /* 200 and 304 of answers with validators */
    ON_LIST = 4,
    ON_ITEM = 8
};

static const struct {
    const char *name, *documentation, *type;
    unsigned on;
} headers[] = {
    {"Cache-Control", "How long the answer may be used without validation.", "string", ON_EVERY},
    {"X-Content-Type-Options", "Always nosniff.", "string", ON_EVERY},
    {"Access-Control-Allow-Origin",
     "The origin whose pages may read the answer; missing if the operator allows none.", "string",
     ON_EVERY},
    {"Link",
     "Links (RFC 8288): self, collection, the pages of a list, service-desc, service-doc and "
     "describedby.",
     "string", ON_EVERY},
    {"Vary", "The request headers that the answer depends on.", "string", ON_EVERY},
    {"ETag", "The strong entity tag of the representation, for If-None-Match.", "string",
     ON_VALIDATED},
    {"Last-Modified", "The time of the last change of the loaded data, for If-Modified-Since.",
     "string", ON_VALIDATED},
    {"X-Total-Count", "The number of records on all pages.", "integer", ON_LIST},
    {"Content-Location", "The canonical URL, if another URL was requested.", "string",
     ON_LIST | ON_ITEM},
};

enum {
    HEADER_COUNT = sizeof headers / sizeof *headers
};

void openapi_write_headers(struct openapi *openapi)
{
    struct json_writer *json = &openapi->json;
    for (size_t i = 0; i < HEADER_COUNT; i++) {
        json_write_open_member(json, headers[i].name, '{');
        json_write_text_member(json, "description", headers[i].documentation);
        json_write_open_member(json, "schema", '{');
        json_write_text_member(json, "type", headers[i].type);
        json_write_close(json, '}');
        json_write_close(json, '}');
    }
}

static void write_header_refs(struct openapi *openapi, unsigned on)
{
    if (!on)
        return;
    json_write_open_member(&openapi->json, "headers", '{');
    for (size_t i = 0; i < HEADER_COUNT; i++)
        if (headers[i].on & on) {
            json_write_name(&openapi->json, headers[i].name);
            openapi_write_ref(openapi, OPENAPI_HEADERS, headers[i].name);
        }
    json_write_close(&openapi->json, '}');
}

/* The requests that can get an answer other than 200. */
enum {
    TO_ALL = 1,
    TO_VALIDATED = 2,
    TO_RECORDS = 4, /* that are named by an id or a number */
    TO_COMPLETE = 8 /* with complete addresses */
};

static const struct {
    const char *status, *name, *documentation;
    const char *media_type, *schema; /* NULL: no content */
    unsigned to;
} answers[] = {
    {"300", "MultipleChoices", "Several records have the number; they are listed.",
     "application/json", "Choices", TO_RECORDS},
    {"304", "NotModified",
     "The representation that the client has, according to If-None-Match or If-Modified-Since, is "
     "current.",
     NULL, NULL, TO_VALIDATED},
    {"400", "BadRequest",
     "At least one parameter is wrong, or the answer would be too large or take too much work; the "
     "parameters are listed.",
     "application/problem+json", "Problem", TO_ALL},
    {"404", "NotFound",
     "No record has this id or number, or the address of the service, which the answer needs, is "
     "not known.",
     "application/problem+json", "Problem", TO_RECORDS | TO_COMPLETE},
    {"default", "Problem",
     "Another problem. 406: Accept or Accept-Encoding excludes all available formats or codings. "
     "412: the representation is not the one that If-Match or If-Unmodified-Since requires. 414: "
     "the URL is too long. 429: the client has too many requests under way. 503: the server has no "
     "memory for the answer now, because others are "
     "unsent, or too many requests that take much work are waiting, or the record is still being "
     "loaded; Retry-After says when to ask again.",
     "application/problem+json", "Problem", TO_ALL},
};

enum {
    ANSWER_COUNT = sizeof answers / sizeof *answers
};

void openapi_write_responses(struct openapi *openapi)
{
    struct json_writer *json = &openapi->json;
    for (size_t i = 0; i < ANSWER_COUNT; i++) {
        json_write_open_member(json, answers[i].name, '{');
        json_write_text_member(json, "description", answers[i].documentation);
        write_header_refs(openapi, answers[i].media_type ? ON_EVERY : ON_EVERY | ON_VALIDATED);
        if (answers[i].media_type) {
            json_write_open_member(json, "content", '{');
            json_write_open_member(json, answers[i].media_type, '{');
            json_write_name(json, "schema");
            openapi_write_ref(openapi, OPENAPI_SCHEMAS, answers[i].schema);
            json_write_close(json, '}');
            json_write_close(json, '}');
        }
        json_write_close(json, '}');
    }
}

static void write_answer_refs(struct openapi *openapi, const struct route *route)
{
    const bool records = route->subject == ROUTE_ITEM || route->subject == ROUTE_RELATION;
    const unsigned to = TO_ALL | (route->from_record ? TO_VALIDATED : 0u) |
                        (records ? TO_RECORDS : 0u) | (route->complete ? TO_COMPLETE : 0u);
    for (size_t i = 0; i < ANSWER_COUNT; i++)
        if (answers[i].to & to) {
            json_write_name(&openapi->json, answers[i].status);
            openapi_write_ref(openapi, OPENAPI_RESPONSES, answers[i].name);
        }
}

/* Writes the schema of a list or of one record, and the example if there is one. */
static void write_record_schema(struct openapi *openapi, const struct openapi_answer *answer)
{
    char name[OPENAPI_NAME_MAX];
    json_write_name(&openapi->json, "schema");
    if (answer->type) {
        openapi_schema_name(answer->type, answer->route->subject == ROUTE_ITEM ? "" : "List", name);
        openapi_write_ref(openapi, OPENAPI_SCHEMAS, name);
    } else {
        openapi_write_any_list(openapi);
    }
    if (answer->example)
        openapi_write_example(openapi, answer->example);
}

static void write_text_schema(struct openapi *openapi)
{
    json_write_open(&openapi->json, '{');
    json_write_text_member(&openapi->json, "type", "string");
    json_write_close(&openapi->json, '}');
}

/* Opens the content of a media type, whose parameters are not part of the name. */
static void open_media_type(struct openapi *openapi, const char *media_type)
{
    char name[OPENAPI_NAME_MAX];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(media_type, ";"), media_type);
    json_write_open_member(&openapi->json, name, '{');
}

static void write_text_content(struct openapi *openapi, const char *media_type)
{
    open_media_type(openapi, media_type);
    json_write_name(&openapi->json, "schema");
    write_text_schema(openapi);
    json_write_close(&openapi->json, '}');
}

/* Writes the content of an answer that does not consist of records. */
static void write_own_content(struct openapi *openapi, const struct route *route)
{
    if (!route->schema) {
        write_text_content(openapi, route->media_type);
        return;
    }
    open_media_type(openapi, route->media_type);
    json_write_name(&openapi->json, "schema");
    openapi_write_ref(openapi, OPENAPI_SCHEMAS, route->schema);
    if (route->example)
        openapi_write_example(openapi, route->example);
    json_write_close(&openapi->json, '}');
    if (route->page)
        write_text_content(openapi, "text/html");
    if (route->lines) {
        write_text_content(openapi, format_ndjson.media_type);
        write_text_content(openapi, format_csv.media_type);
    }
}

static bool is_available(const struct format *format, const struct openapi_answer *answer)
{
    const bool list = answer->route->subject != ROUTE_ITEM;
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if ((!answer->type || answer->type == record_types[i]) &&
            format_is_for(format, record_types[i], list))
            return true;
    return false;
}

/* Writes the content of records in each available format; the first, JSON, has a schema. The others
 * are described in the text of openapi.c. */
static void write_record_content(struct openapi *openapi, const struct openapi_answer *answer)
{
    const struct format *format;
    for (size_t i = 0; (format = format_at(i)); i++) {
        if (!is_available(format, answer))
            continue;
        open_media_type(openapi, format->media_type);
        if (i == 0)
            write_record_schema(openapi, answer);
        json_write_close(&openapi->json, '}');
    }
}

static unsigned headers_on(const struct route *route)
{
    const bool lists = route->subject == ROUTE_SEARCH || route->subject == ROUTE_COLLECTION ||
                       route->subject == ROUTE_RELATION;
    return (route->from_record ? ON_VALIDATED : 0u) | (lists ? ON_LIST : 0u) |
           (route->subject == ROUTE_ITEM ? ON_ITEM : 0u);
}

void openapi_write_answers(struct openapi *openapi, const struct openapi_answer *answer)
{
    struct json_writer *json = &openapi->json;
    const struct route *route = answer->route;
    json_write_open_member(json, "responses", '{');
    json_write_open_member(json, "200", '{');
    json_write_text_member(json, "description", "The answer.");
    write_header_refs(openapi, headers_on(route));
    json_write_open_member(json, "content", '{');
    if (route->media_type)
        write_own_content(openapi, route);
    else
        write_record_content(openapi, answer);
    json_write_close(json, '}');
    json_write_close(json, '}');
    write_answer_refs(openapi, route);
    json_write_close(json, '}');
}
