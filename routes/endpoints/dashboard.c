/* The dashboard: a page for browsers, and the files that it loads.
 *
 * In a build with -Ddashboard=disabled, "/" is only the service document, and the files are
 * missing.
 */
#include "dashboard/dashboard.h"
#include "endpoints/endpoints.h"
#include "http/problem.h"
#include "http/representation.h"

#include <string.h>

/* Allows only the files of the page and the API: no inline script or style, no plug-in, no
 * embedding in a frame, and no form that is sent to another origin. */
#define CONTENT_SECURITY_POLICY                                                        \
    "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; " \
    "form-action 'self'"

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

static void append_dashboard_file(struct buffer *out, const char *base_path,
                                  const struct dashboard_file *file)
{
    if (file == &dashboard_page)
        append_dashboard_page(out, base_path);
    else
        buffer_append(out, (const char *)file->bytes, file->length);
}

/* Returns false if the client excludes every content coding, with 406 answered. */
static bool answer_dashboard_file(const struct call *call, const struct dashboard_file *file,
                                  struct response *response)
{
    response->status = 200;
    response_add_header(response, "Content-Type", file->media_type);
    append_dashboard_file(&response->body, call->request->base_path, file);
    return representation_complete(call->request, dashboard_modified, response);
}

static void answer_dashboard_page(const struct call *call, struct response *response)
{
    if (!answer_dashboard_file(call, &dashboard_page, response))
        return;
    response_add_header(response, "Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response_add_header(response, "Referrer-Policy", "same-origin");
    call_add_self_link(call, response);
}

/* A browser prefers HTML; a client that accepts any type is a program. */
void dashboard_answer_root(const struct call *call, struct response *response)
{
    const char *accept = call->request->accept;
    if (dashboard_page.length > 0 &&
        negotiation_quality(accept, "text/html") > negotiation_quality(accept, "application/json"))
        answer_dashboard_page(call, response);
    else
        service_answer(call, response);
}

static const struct dashboard_file *find_dashboard_asset(const char *version, const char *name)
{
    if (strcmp(version, dashboard_version) != 0)
        return NULL;
    for (const struct dashboard_file *file = dashboard_assets; file->name; file++)
        if (strcmp(file->name, name) == 0)
            return file;
    return NULL;
}

void dashboard_answer_asset(const struct call *call, struct response *response)
{
    const char *const *segments = call->target->segments;
    const struct dashboard_file *file = find_dashboard_asset(segments[1], segments[2]);
    if (!file) {
        problem_answer(response, call->request, 404,
                       "unknown file, or a file of an earlier version; reload the dashboard at %s/",
                       request_base_path(call->request));
        return;
    }
    if (!call_has_no_parameters(call, response))
        return;
    /* The name changes with the content, so caches may store the file forever. */
    if (answer_dashboard_file(call, file, response))
        response_add_header(response, "Cache-Control", "public, max-age=31536000, immutable");
    response->vary = "Accept-Encoding";
}
