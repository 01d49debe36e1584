/* A whole collection, and what the paths below collections share. */
#include "base/name.h"
#include "endpoints/call.h"
#include "endpoints/listing.h"

#include <string.h>

static void answer_no_collection(const struct call *call, struct response *response)
{
    const char *name = call->target->segments[0], *base_path = request_base_path(call->request);
    size_t count;
    const struct collection *collections = archive_collections(call->archive, &count);
    struct nearest nearest;
    nearest_init(&nearest, name, strlen(name));
    for (size_t i = 0; i < count; i++)
        nearest_offer(&nearest, collections[i].name);
    if (!*name)
        problem_answer(response, call->request, 404,
                       "there is nothing behind \"%s//\"; see %s/ for what there is", base_path,
                       base_path);
    else if (nearest.best)
        problem_answer(response, call->request, 404,
                       "there is no \"%s/%.80s\"; nearest is \"%s/%s\"", base_path, name, base_path,
                       nearest.best);
    else
        problem_answer(response, call->request, 404,
                       "there is no \"%s/%.80s\"; see %s/ for what there is", base_path, name,
                       base_path);
}

const struct collection *call_collection(const struct call *call, const char **ret_suffix,
                                         struct response *response)
{
    const char *name = call->target->segments[0];
    const size_t length = call->target->segment_count == 1 ? format_stem(name) : strlen(name);
    const struct collection *collection = archive_collection(call->archive, name, length);
    *ret_suffix = name + length;
    if (!collection)
        answer_no_collection(call, response);
    return collection;
}

void call_add_self_link(const struct call *call, const char *path, struct response *response)
{
    struct buffer value;
    buffer_init(&value, TARGET_BYTES_MAX);
    buffer_append_text(&value, "<");
    url_append_path(&value, call->request->base_path, path);
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

bool call_query(const struct call *call, const struct resource *resource, struct query *ret_query,
                struct response *response)
{
    const struct query_subject subject = {.archive = call->archive,
                                          .type = resource->type,
                                          .of = resource->list ? QUERY_OF_LIST : QUERY_OF_ONE,
                                          .lacks = resource->format->lacks,
                                          .file = resource->format->file};
    struct parameter_faults faults = {.count = 0};
    if (query_parse(&subject, call->target, ret_query, &faults))
        return true;
    problem_answer_parameters(response, call->request, &faults);
    return false;
}

void collection_answer(const struct call *call, struct response *response)
{
    struct query query;
    const char *suffix;
    const struct collection *collection = call_collection(call, &suffix, response);
    if (!collection)
        return;
    struct listing listing = {
        .resource = {.type = collection->type,
                     .list = true,
                     .url = url_of_collection(call->request->base_path, collection)},
        .records = collection->records,
        .count = collection->count,
        .members = collection->members};
    if (call_represent(call, suffix, &listing.resource, response) &&
        call_query(call, &listing.resource, &query, response))
        listing_answer(call, &listing, &query, response);
}
