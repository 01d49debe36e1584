/* The service document: the collections and paths of the service, and a summary of the loaded
 * data. */
#include "base/json_writer.h"
#include "endpoints/endpoints.h"
#include "formats/page.h"

static size_t count_records(const struct archive *archive)
{
    size_t count, records = 0;
    const struct collection *collections = archive_collections(archive, &count);
    for (size_t i = 0; i < count; i++)
        if (collections[i].name == collections[i].type->collection)
            records += collections[i].count;
    return records;
}

static void write_service_data(struct json_writer *writer, const struct archive *archive)
{
    const struct archive_version version = archive_version(archive);
    char short_version[PAGE_DATA_VERSION_BYTES];
    page_data_version(archive, short_version);
    json_write_name(writer, "data");
    json_write_open(writer, '{');
    json_write_name(writer, "version");
    json_write_text(writer, short_version);
    json_write_name(writer, "sha256");
    json_write_text(writer, version.sha256);
    json_write_name(writer, "files");
    json_write_integer(writer, (int64_t)version.files);
    json_write_name(writer, "bytes");
    json_write_integer(writer, (int64_t)version.bytes);
    json_write_name(writer, "records");
    json_write_integer(writer, (int64_t)count_records(archive));
    json_write_close(writer, '}');
}

static void write_service_collection(struct json_writer *writer, const char *base_path,
                                     const struct collection *collection)
{
    const struct url href = url_of_collection(base_path, collection);
    json_write_open(writer, '{');
    json_write_name(writer, "name");
    json_write_text(writer, collection->name);
    json_write_name(writer, "type");
    json_write_text(writer, collection->type->name);
    json_write_name(writer, "count");
    json_write_integer(writer, (int64_t)collection->count);
    json_write_name(writer, "documentation");
    json_write_text(writer, collection->documentation);
    json_write_name(writer, "href");
    url_write(writer, &href);
    json_write_close(writer, '}');
}

/* Writes the links to the paths of the service, by name. */
static void write_service_links(struct json_writer *writer, const struct call *call)
{
    const struct request *request = call->request;
    json_write_open_member(writer, "links", '{');
    url_write_path_member(writer, "self", request->base_path, "/");
    if (request_pages(request) == PAGES_SUFFIX)
        url_write_path_member(writer, "home", request->base_path, "/index.html");
    for (size_t i = 0; i < call->routes->count; i++) {
        const struct route *route = &call->routes->at[i];
        if (route->subject == ROUTE_SERVICE && route->pattern[1] &&
            route_is_served(route, request) && route_has_address(route, request))
            url_write_path_member(writer, route->name, request->base_path, route->pattern);
    }
    json_write_close(writer, '}');
}

static void write_service_document(struct json_writer *writer, const struct call *call)
{
    size_t count;
    const char *base_path = call->request->base_path;
    const struct collection *collections = archive_collections(call->snapshot->archive, &count);
    json_write_open(writer, '{');
    json_write_name(writer, "name");
    json_write_text(writer, "rapporteur");
    write_service_data(writer, call->snapshot->archive);
    json_write_name(writer, "collections");
    json_write_open(writer, '[');
    for (size_t i = 0; i < count; i++)
        write_service_collection(writer, base_path, &collections[i]);
    json_write_close(writer, ']');
    write_service_links(writer, call);
    json_write_close(writer, '}');
}

void service_answer(const struct call *call, struct response *response)
{
    struct json_writer writer;
    if (!call_begin_document(call, "application/json", response) ||
        !call_accepts(call, "application/json", response))
        return;
    json_writer_init(&writer, &response->body);
    write_service_document(&writer, call);
    buffer_append_byte(&response->body, '\n');
}
