/* The dashboard: a page for browsers.
 *
 * In a build with -Ddashboard=disabled, "/" is only the service document.
 */
#include "dashboard/dashboard.h"
#include "endpoints/endpoints.h"
#include "http/representation.h"

/* Appends the page. With a base path, it writes absolute paths, so that the links work whether or
 * not the URL of the page ends with a slash. */
static void append_dashboard_page(struct buffer *out, const char *base_path)
{
    const char *page = (const char *)dashboard_page.bytes;
    size_t done = 0;
    for (const size_t *link = dashboard_page_links; base_path && *link; link++) {
        buffer_append(out, page + done, *link - done);
        url_append_path(out, base_path, page[*link] == '/' ? "" : "/");
        done = *link;
    }
    buffer_append(out, page + done, dashboard_page.length - done);
}

static void answer_dashboard_page(const struct call *call, struct response *response)
{
    response->status = 200;
    response_add_header(response, "Content-Type", dashboard_page.media_type);
    append_dashboard_page(&response->body, call->request->base_path);
    if (!representation_complete(call->request, dashboard_modified, response))
        return;
    response_add_page_policy(response);
    call_add_self_link(call, response);
}

/* A browser prefers HTML; a client that accepts any type is a program. */
void dashboard_answer_root(const struct call *call, struct response *response)
{
    if (dashboard_page.length > 0 && negotiation_prefers_page(call->request->accept))
        answer_dashboard_page(call, response);
    else
        service_answer(call, response);
}
