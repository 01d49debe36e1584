/* The files that pages load, under names that change with their content. */
#include "dashboard/dashboard.h"
#include "endpoints/endpoints.h"
#include "http/problem.h"
#include "http/representation.h"
#include "looks/looks.h"

#include <string.h>

struct asset {
    const char *media_type;
    const unsigned char *bytes;
    size_t length;
    long long modified;
};

static bool find_of_looks(const char *name, struct asset *ret_asset)
{
    for (const struct looks_file *file = looks_files; file->name; file++)
        if (strcmp(file->name, name) == 0) {
            *ret_asset =
                (struct asset){file->media_type, file->bytes, file->length, looks_modified};
            return true;
        }
    return false;
}

static bool find_of_dashboard(const char *name, struct asset *ret_asset)
{
    for (const struct dashboard_file *file = dashboard_files; file->name; file++)
        if (strcmp(file->name, name) == 0) {
            *ret_asset =
                (struct asset){file->media_type, file->bytes, file->length, dashboard_modified};
            return true;
        }
    return false;
}

static bool find_asset(const char *version, const char *name, struct asset *ret_asset)
{
    if (strcmp(version, looks_version) == 0)
        return find_of_looks(name, ret_asset);
    return strcmp(version, dashboard_version) == 0 && find_of_dashboard(name, ret_asset);
}

void asset_answer(const struct call *call, struct response *response)
{
    const char *const *segments = call->target->segments;
    struct asset asset;
    if (!find_asset(segments[1], segments[2], &asset)) {
        problem_answer(response, call->request, 404,
                       "unknown file, or a file of an earlier version; reload the page at %s/",
                       request_base_path(call->request));
        return;
    }
    if (!call_has_no_parameters(call, response))
        return;
    response->status = 200;
    response_add_header(response, "Content-Type", asset.media_type);
    buffer_append(&response->body, (const char *)asset.bytes, asset.length);
    /* The name changes with the content, so caches may store the file forever. */
    if (representation_complete(call->request, asset.modified, response))
        response_add_header(response, "Cache-Control", "public, max-age=31536000, immutable");
    response->vary = "Accept-Encoding";
}
