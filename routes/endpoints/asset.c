/* The files that pages load, under names that change with their content. */
#include "endpoints/endpoints.h"
#include "http/problem.h"
#include "http/representation.h"
#include "looks/looks.h"

#include <string.h>

/* Returns the file, or NULL. */
static const struct looks_file *find_asset(const char *version, const char *name)
{
    if (strcmp(version, looks_version) != 0)
        return NULL;
    for (const struct looks_file *file = looks_files; file->name; file++)
        if (strcmp(file->name, name) == 0)
            return file;
    return NULL;
}

void asset_answer(const struct call *call, struct response *response)
{
    const char *const *segments = call->target->segments;
    const struct looks_file *file = find_asset(segments[1], segments[2]);
    if (!file) {
        problem_answer(response, call->request, 404,
                       "unknown file, or a file of an earlier version; reload the page at %s/",
                       request_base_path(call->request));
        return;
    }
    if (!call_has_no_parameters(call, response))
        return;
    response->status = 200;
    response_add_header(response, "Content-Type", file->media_type);
    buffer_append(&response->body, (const char *)file->bytes, file->length);
    /* The name changes with the content, so caches may store the file forever. */
    if (representation_complete(call->request, looks_modified, response))
        response_add_header(response, "Cache-Control", "public, max-age=31536000, immutable");
    response->vary = "Accept-Encoding";
}
