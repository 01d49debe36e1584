/* /manifest.webmanifest (W3C Web Application Manifest). Its addresses are paths, which browsers
 * resolve against its own URL. */
#include "discovery/discovery.h"
#include "endpoints/call.h"
#include "looks/looks.h"

#include <stdio.h>

void manifest_answer(const struct call *call, struct response *response)
{
    struct json_writer json;
    char icon[200];
    const char *base_path = call->request->base_path;
    if (!call_begin_document(call, "application/manifest+json", response))
        return;
    snprintf(icon, sizeof icon, "/assets/%s/favicon.svg", looks_version);
    json_writer_init(&json, &response->body);
    json_write_open(&json, '{');
    const char *name = publication_title(call->request->publication);
    json_write_text_member(&json, "name", name);
    json_write_text_member(&json, "short_name", name);
    url_write_path_member(&json, "start_url", base_path,
                          request_pages(call->request) == PAGES_SUFFIX ? "/index.html" : "/");
    url_write_path_member(&json, "scope", base_path, "/");
    json_write_text_member(&json, "display", "minimal-ui");
    json_write_text_member(&json, "background_color", "#fdfcf9");
    json_write_text_member(&json, "theme_color", "#1d1b18");
    json_write_open_member(&json, "icons", '[');
    json_write_open(&json, '{');
    url_write_path_member(&json, "src", base_path, icon);
    json_write_text_member(&json, "sizes", "any");
    json_write_text_member(&json, "type", "image/svg+xml");
    json_write_close(&json, '}');
    json_write_close(&json, ']');
    json_write_close(&json, '}');
    buffer_append_byte(&response->body, '\n');
}
