#include "describe/openapi_private.h"

#include "describe/describe.h"
#include "describe/json_schema.h"

#include <stdio.h>
#include <string.h>

static const char description[] =
    "The record of a meeting - sessions, people, papers, discussions, proposals - with every fact "
    "cited, linked and one request away.\n\n"
    "- Every path takes GET, HEAD (the same without content) and OPTIONS (what may be sent); "
    "anything else is 405.\n"
    "- A slash at the end of a path is redirected (308) to the path without it.\n"
    "- A list can be filtered by any field. Besides the parameters named here, a filter may lead "
    "one step further with a dot - behind a reference, as in `presenters.country=JP`, or within an "
    "object, as in `attendance.roles=chair` - and takes the same operators. Several values, joined "
    "by commas, mean any of them (a comma within a value is written `\\,`); several filters mean "
    "all of them.\n"
    "- A parameter that is not known is an error (400), and so is a path (404): problems follow "
    "RFC 9457 and say what there is instead.\n"
    "- Answers carry `ETag` and `Last-Modified`; with `If-None-Match` or `If-Modified-Since` an "
    "unchanged one is 304.\n"
    "- Records are given in several forms, by `Accept` or by a suffix of the path, which wins: "
    "`/papers.csv` and `/papers` with `Accept: text/csv` are the same. Parameters for which a form "
    "has no place are errors.\n"
    "- Answers are compressed as `Accept-Encoding` asks: br, zstd, gzip.\n";

void openapi_schema_name(const struct record_type *type, const char *suffix,
                         char name[OPENAPI_NAME_MAX])
{
    snprintf(name, OPENAPI_NAME_MAX, "%c%s%s", type->name[0] - 'a' + 'A', type->name + 1, suffix);
}

void openapi_write_ref(struct openapi *openapi, const char *definitions, const char *name)
{
    json_write_open(&openapi->json, '{');
    json_schema_write_ref(&openapi->json, definitions, name);
    json_write_close(&openapi->json, '}');
}

void openapi_write_example(struct openapi *openapi, const char *target)
{
    struct response response;
    response_init(&response);
    openapi->call->answer(openapi->call, target, &response);
    openapi->json.out->failed |= response_is_lost(&response);
    if (response.status == 200) {
        json_write_name(&openapi->json, "example");
        buffer_append(openapi->json.out, response.body.bytes, response.body.length - 1);
        openapi->json.comma = true;
    }
    response_finish(&response);
}

static void write_info(struct openapi *openapi)
{
    struct json_writer *json = &openapi->json;
    json_write_open_member(json, "info", '{');
    json_write_text_member(json, "title", "rapporteur");
    json_write_text_member(json, "summary", "The record of a meeting as a JSON API.");
    json_write_text_member(json, "description", description);
    json_write_text_member(json, "version", RAPPORTEUR_VERSION);
    json_write_open_member(json, "license", '{');
    json_write_text_member(json, "name", "MIT");
    json_write_text_member(json, "identifier", "MIT");
    json_write_close(json, '}');
    json_write_close(json, '}');
}

/* The server is the one that the description was read from; it needs no authentication. */
static void write_servers(struct openapi *openapi)
{
    struct json_writer *json = &openapi->json;
    const char *base_path = request_base_path(openapi->call->request);
    json_write_open_member(json, "servers", '[');
    json_write_open(json, '{');
    json_write_text_member(json, "url", *base_path ? base_path : "/");
    json_write_text_member(json, "description", "Where this description was read.");
    json_write_close(json, '}');
    json_write_close(json, ']');
    json_write_open_member(json, "security", '[');
    json_write_close(json, ']');
}

static void write_tag(struct openapi *openapi, const char *name, const char *documentation)
{
    json_write_open(&openapi->json, '{');
    json_write_text_member(&openapi->json, "name", name);
    json_write_text_member(&openapi->json, "description", documentation);
    json_write_close(&openapi->json, '}');
}

static void write_tags(struct openapi *openapi)
{
    size_t count;
    const struct collection *collections =
        archive_collections(openapi->call->snapshot->archive, &count);
    json_write_open_member(&openapi->json, "tags", '[');
    write_tag(openapi, "service", "The service itself: what there is, and how it is described.");
    for (size_t i = 0; i < count; i++)
        write_tag(openapi, collections[i].name, collections[i].documentation);
    json_write_close(&openapi->json, ']');
}

static void write_components(struct openapi *openapi)
{
    static const struct {
        const char *name;
        void (*write)(struct openapi *openapi);
    } components[] = {{"schemas", openapi_write_schemas},
                      {"parameters", openapi_write_parameters},
                      {"responses", openapi_write_responses},
                      {"headers", openapi_write_headers}};
    json_write_open_member(&openapi->json, "components", '{');
    for (size_t i = 0; i < sizeof components / sizeof *components; i++) {
        json_write_open_member(&openapi->json, components[i].name, '{');
        components[i].write(openapi);
        json_write_close(&openapi->json, '}');
    }
    json_write_close(&openapi->json, '}');
}

static void openapi_write(const struct call *call, struct buffer *out)
{
    struct openapi openapi = {.call = call};
    json_writer_init(&openapi.json, out);
    json_write_open(&openapi.json, '{');
    json_write_text_member(&openapi.json, "openapi", "3.1.0");
    write_info(&openapi);
    write_servers(&openapi);
    write_tags(&openapi);
    openapi_write_paths(&openapi);
    write_components(&openapi);
    json_write_close(&openapi.json, '}');
    buffer_append_byte(out, '\n');
}

void openapi_answer(const struct call *call, struct response *response)
{
    if (call_begin_document(call, OPENAPI_MEDIA_TYPE ";version=3.1", response))
        openapi_write(call, &response->body);
}
