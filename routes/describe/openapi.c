#include "describe/openapi_private.h"

#include "describe/describe.h"
#include "describe/json_schema.h"
#include "formats/format.h"

#include <stdio.h>
#include <string.h>

enum {
    DESCRIPTION_BYTES_MAX = 16384
};

static const char description[] =
    "The record of a meeting: sessions, people, papers, discussions and proposals, with a source "
    "for every fact and links between related records.\n\n"
    "- Every path supports GET, HEAD (like GET, but without content) and OPTIONS (the supported "
    "methods); other methods of HTTP get 405, unknown ones 501.\n"
    "- A path that ends with a slash is redirected (308) to the path without it, and the id of a "
    "record that was joined with another one to the id that is kept.\n"
    "- A list can be filtered by any field; the parameter `filters` describes the operators. Dots "
    "lead further, after one reference, as in `presenters.country=JP`, and into objects, as in "
    "`attendance.roles=chair`. Filters on members of the same list of "
    "objects are met by one object. Several values, separated by "
    "commas, select the records with any of them; a comma in a value is written `%2C` (or `\\,`). "
    "Several filters select the records that match all of them. Case and accents of human-readable "
    "text are ignored.\n"
    "- `include`, `sort` and `facet` also take names that lead one step further, such as "
    "`include=papers.presenters` and `sort=session.number`. A hyphen before a name in `sort` sorts "
    "in descending order; records without a value come last.\n"
    "- An unknown parameter is an error (400), and so is an unknown path (404). Problems follow "
    "RFC 9457 and suggest known names.\n"
    "- Every answer has `Cache-Control`, `Link` (RFC 8288), `Vary`, `X-Content-Type-Options: "
    "nosniff` and, unless the operator allows no other origin, `Access-Control-Allow-Origin`.\n"
    "- Answers have `ETag` and `Last-Modified`; a request with `If-None-Match` or "
    "`If-Modified-Since` gets 304 if the answer has not changed.\n"
    "- Answers are compressed with br, zstd or gzip, according to `Accept-Encoding`.\n"
    "- Records are available in several formats, selected by `Accept` or by a suffix of the path, "
    "which takes precedence: `/papers.csv` is the same as `/papers` with `Accept: text/csv`. A "
    "parameter that a format does not support is an error. The formats other than JSON:\n";

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

/* Writes the description of the service, which ends with a list of formats. */
static void write_description(struct openapi *openapi)
{
    struct buffer text;
    const struct format *format;
    buffer_init(&text, DESCRIPTION_BYTES_MAX);
    buffer_append_text(&text, description);
    for (size_t i = 1; (format = format_at(i)); i++) {
        char line[400];
        snprintf(line, sizeof line, "  - `%s`: %s\n", format->suffix, format->documentation);
        buffer_append_text(&text, line);
    }
    openapi->json.out->failed |= text.failed;
    json_write_name(&openapi->json, "description");
    if (!text.failed)
        json_write_string(&openapi->json, text.bytes, text.length);
    buffer_finish(&text);
}

static void write_info(struct openapi *openapi)
{
    struct json_writer *json = &openapi->json;
    json_write_open_member(json, "info", '{');
    json_write_text_member(json, "title", "rapporteur");
    json_write_text_member(json, "summary", "The record of a meeting as a JSON API.");
    write_description(openapi);
    json_write_text_member(json, "version", RAPPORTEUR_VERSION);
    json_write_open_member(json, "contact", '{');
    json_write_text_member(json, "name", "The operator of this server");
    json_write_close(json, '}');
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
    write_tag(
        openapi, "service",
        "The service document, search, relations, the descriptions of the service and its state.");
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
