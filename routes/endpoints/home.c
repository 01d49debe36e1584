/* /: the home page for browsers, and the service document for programs. The home page is the page
 * of the meeting that the archive is about. If there is no such meeting, it lists all meetings. */
#include "endpoints/endpoints.h"
#include "http/problem.h"
#include "pages/pages.h"

#include <string.h>

/* Reports whether the path has a suffix, so that it names the page and not the service document. */
static bool has_suffix(const struct call *call)
{
    return strcmp(call->route->pattern, "/") != 0;
}

/* Writes the page of a meeting, as its own URL has it. */
static void write_meeting(const struct call *call, const struct record *meeting,
                          struct response *response)
{
    struct query query = {.target = call->target};
    struct format_writer writer = {.archive = call->snapshot->archive,
                                   .base_path = call->request->base_path,
                                   .type = meeting->type,
                                   .query = &query,
                                   .view = &query.view,
                                   .publication = call->request->publication,
                                   .request = call->request,
                                   .work = call->request->work,
                                   .out = &response->body,
                                   .home = true};
    format_write(&format_html, &writer, &meeting, 1);
}

static void answer_page(const struct call *call, struct response *response)
{
    const struct record *meeting = page_main_meeting(call->snapshot->archive);
    struct page page;
    if (!call_begin_document(call, format_html.media_type, response))
        return;
    response_add_page_policy(response);
    if (meeting) {
        write_meeting(call, meeting, response);
        return;
    }
    page_init(&page, call->snapshot->archive, call->request, &response->body);
    home_page_write(&page, call->request->work);
}

void home_answer(const struct call *call, struct response *response)
{
    if (request_wants_page(call->request, has_suffix(call)))
        answer_page(call, response);
    else if (has_suffix(call))
        problem_answer(response, call->request, 404, "there are no pages here; see %s/",
                       request_base_path(call->request));
    else
        service_answer(call, response);
}
