/* /robots.txt (RFC 9309). Keeps crawlers away from searches and filtered lists, whose number has no
 * limit. The sitemap has the address of every record. */
#include "discovery/discovery.h"
#include "discovery/origin.h"

void robots_answer(const struct call *call, struct response *response)
{
    char origin[ORIGIN_BYTES_MAX];
    struct buffer *out = &response->body;
    if (!call_begin_document(call, "text/plain; charset=utf-8", response))
        return;
    buffer_append_text(out, "User-agent: *\nDisallow: ");
    url_append_path(out, call->request->base_path, "/search");
    buffer_append_text(out, "\nDisallow: ");
    url_append_path(out, call->request->base_path, "/*?\n");
    if (!origin_find(call, response, origin))
        return;
    buffer_append_text(out, "\nSitemap: ");
    buffer_append_text(out, origin);
    url_append_path(out, call->request->base_path, SITEMAP_PATH "\n");
}
