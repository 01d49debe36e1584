#include "base/json_writer.h"
#include "describe/describe.h"
#include "endpoints/call.h"

static void write_link(struct json_writer *writer, const char *base_path, const struct route *route)
{
    json_write_open_member(writer, route->rel, '[');
    json_write_open(writer, '{');
    url_write_path_member(writer, "href", base_path, route->pattern);
    json_write_text_member(writer, "type", route->media_type);
    json_write_text_member(writer, "title", route->documentation);
    json_write_close(writer, '}');
    json_write_close(writer, ']');
}

static void write_linkset(struct json_writer *writer, const struct call *call)
{
    const struct request *request = call->request;
    json_write_open(writer, '{');
    json_write_open_member(writer, "linkset", '[');
    json_write_open(writer, '{');
    url_write_path_member(writer, "anchor", request->base_path, "/");
    for (size_t i = 0; i < call->routes->count; i++) {
        const struct route *route = &call->routes->at[i];
        if (route->rel && route != call->route && route_is_served(route, request))
            write_link(writer, request->base_path, route);
    }
    json_write_close(writer, '}');
    json_write_close(writer, ']');
    json_write_close(writer, '}');
}

void api_catalog_answer(const struct call *call, struct response *response)
{
    struct json_writer writer;
    if (!call_begin_document(
            call, API_CATALOG_MEDIA_TYPE "; profile=\"https://www.rfc-editor.org/info/rfc9727\"",
            response))
        return;
    json_writer_init(&writer, &response->body);
    write_linkset(&writer, call);
    buffer_append_byte(&response->body, '\n');
}
