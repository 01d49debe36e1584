#include "describe/openapi_private.h"

#include "describe/describe.h"
#include "describe/json_schema.h"

#include <stdio.h>
#include <string.h>

static const char description[] =
    "The record of a meeting: sessions, people, papers, discussions and proposals, with a source "
    "for every fact and links between related records.\n\n"
    "- Every path supports GET, HEAD (like GET, but without content) and OPTIONS (the supported "
    "methods); other methods of HTTP get 405, unknown ones 501.\n"
    "- A path that ends with a slash is redirected (308) to the path without it, and the id of a "
    "record that was joined with another one to the id that is kept.\n"
    "- A list can be filtered by any field. In addition to the parameters described here, dots "
    "lead further, after one reference, as in `presenters.country=JP`, and into objects, as in "
    "`attendance.roles=chair`, with the same operators. Filters on members of the same list of "
    "objects are met by one object. Several values, separated by "
    "commas, select the records with any of them; a comma in a value is written `%2C` (or `\\,`). "
    "Several "
    "filters select the records that match all of them.\n"
    "- An unknown parameter is an error (400), and so is an unknown path (404). Problems follow "
    "RFC 9457 and suggest known names.\n"
    "- Answers have `ETag` and `Last-Modified`; a request with `If-None-Match` or "
    "`If-Modified-Since` gets 304 if the answer has not changed.\n"
    "- Records are available in several formats, selected by `Accept` or by a suffix of the path, "
    "which takes precedence: `/papers.csv` is the same as `/papers` with `Accept: text/csv`. A "
    "parameter that a format does not support is an error.\n"
    "- Answers are compressed with br, zstd or gzip, according to `Accept-Encoding`.\n";

void openapi_schema_name(const struct record_type *type, const char *suffix,
                         char name[OPENAPI_NAME_MAX])
{
    char class[OPENAPI_NAME_MAX];
    record_type_write_class(type, class, sizeof class);
    snprintf(name, OPENAPI_NAME_MAX, "%.40s%.20s", class, suffix);
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

/* Writes the server, which is the one that the description was read from, and that requests need no
 * authentication. */
static void write_servers(struct openapi *openapi)
{
    struct json_writer *json = &openapi->json;
    const char *base_path = request_base_path(openapi->call->request);
    json_write_open_member(json, "servers", '[');
    json_write_open(json, '{');
    json_write_text_member(json, "url", *base_path ? base_path : "/");
    json_write_text_member(json, "description", "The server of this description.");
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
    write_tag(openapi, "service",
              "The service document, search, the descriptions of the service and its state.");
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
