#include "endpoints/call.h"

#include "unicode/nearest_name.h"

#include <stdio.h>
#include <string.h>

static void answer_no_collection(const struct call *call, struct response *response)
{
    const char *name = call->target->segments[0], *base_path = request_base_path(call->request);
    size_t count;
    const struct collection *collections = archive_collections(call->snapshot->archive, &count);
    struct nearest_name nearest;
    nearest_name_init(&nearest, name, strlen(name));
    for (size_t i = 0; i < count; i++)
        nearest_name_offer(&nearest, collections[i].name);
    if (!*name)
        problem_answer(response, call->request, 404,
                       "unknown path \"%s//\"; see %s/ for the available paths", base_path,
                       base_path);
    else if (nearest.best)
        problem_answer(response, call->request, 404,
                       "unknown path \"%s/%.80s\"; did you mean \"%s/%s\"?", base_path, name,
                       base_path, nearest.best);
    else
        problem_answer(response, call->request, 404,
                       "unknown path \"%s/%.80s\"; see %s/ for the available paths", base_path,
                       name, base_path);
}

const struct collection *call_collection(const struct call *call, const char **ret_suffix,
                                         struct response *response)
{
    const char *name = call->target->segments[0];
    const size_t length = call->target->segment_count == 1 ? format_stem(name) : strlen(name);
    const struct collection *collection = archive_collection(call->snapshot->archive, name, length);
    *ret_suffix = name + length;
    if (!collection)
        answer_no_collection(call, response);
    return collection;
}

void call_add_self_link(const struct call *call, struct response *response)
{
    struct buffer value;
    buffer_init(&value, TARGET_BYTES_MAX);
    buffer_append_text(&value, "<");
    url_append_path(&value, call->request->base_path, call->route->pattern);
    buffer_append_text(&value, ">; rel=\"self\"");
    response_add_written_header(response, "Link", &value);
}

bool call_has_no_parameters(const struct call *call, struct response *response)
{
    struct parameter_faults faults = {.count = 0};
    if (query_refuse(call->target, &faults))
        return true;
    problem_answer_parameters(response, call->request, &faults);
    return false;
}

bool call_begin_document(const struct call *call, const char *content_type,
                         struct response *response)
{
    if (!call_has_no_parameters(call, response))
        return false;
    response->status = 200;
    response_add_header(response, "Content-Type", content_type);
    call_add_self_link(call, response);
    return true;
}

bool call_accepts(const struct call *call, const char *media_type, struct response *response)
{
    if (negotiation_quality(call->request->accept, media_type) > 0)
        return true;
    problem_answer(response, call->request, 406,
                   "this path is available only as %s; send \"Accept: %s\" or no \"Accept\"",
                   media_type, media_type);
    return false;
}
