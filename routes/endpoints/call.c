#include "endpoints/call.h"

#include "unicode/nearest_name.h"

#include <stdio.h>
#include <string.h>

enum {
    PART_BYTES_MIN = 3 /* of a part of an id that is looked for */
};

const char *call_find_near_id(const struct collection *collection, const char *id, size_t length)
{
    struct nearest_name whole, last;
    const char *by_last = NULL, *best;
    nearest_name_init(&whole, id, length);
    nearest_name_init(&last, id, length);
    for (size_t i = 0; i < collection->count; i++) {
        const char *known = record_id(collection->records[i]), *hyphen = strrchr(known, '-');
        nearest_name_offer(&whole, known);
        best = last.best;
        if (hyphen && length >= PART_BYTES_MIN)
            nearest_name_offer(&last, hyphen + 1);
        by_last = last.best != best ? known : by_last;
    }
    return whole.best ? whole.best : by_last;
}

/* Returns the collection whose name, or the name of whose records, is nearest to a name, or NULL.
 */
static const struct collection *find_near_collection(const struct archive *archive,
                                                     const char *name)
{
    enum {
        NAME_BYTES = 40
    };
    size_t count;
    const struct collection *collections = archive_collections(archive, &count);
    struct nearest_name nearest;
    nearest_name_init(&nearest, name, strlen(name));
    for (size_t i = 0; i < count; i++)
        nearest_name_offer(&nearest, collections[i].name);
    for (size_t i = 0; i < count && nearest.best; i++)
        if (nearest.best == collections[i].name)
            return &collections[i];
    for (size_t i = 0; i < count; i++) {
        char plural[NAME_BYTES];
        snprintf(plural, sizeof plural, "%ss", collections[i].type->name);
        nearest_name_init(&nearest, name, strlen(name));
        nearest_name_offer(&nearest, plural);
        nearest_name_offer(&nearest, collections[i].type->name);
        if (nearest.best)
            return &collections[i];
    }
    return NULL;
}

static void answer_no_collection(const struct call *call, struct response *response)
{
    const char *name = call->target->segments[0], *base_path = request_base_path(call->request);
    const char *id = call->target->segment_count == 2 ? call->target->segments[1] : NULL;
    const struct collection *near = find_near_collection(call->snapshot->archive, name);
    const char *near_id = near && id ? call_find_near_id(near, id, format_stem(id)) : NULL;
    if (!*name)
        problem_answer(response, call->request, 404,
                       "unknown path \"%s//\"; see %s/ for the available paths", base_path,
                       base_path);
    else if (near)
        problem_answer(response, call->request, 404,
                       "unknown path \"%s/%.80s\"; did you mean \"%s/%s%s%s\"?", base_path, name,
                       base_path, near->name, near_id ? "/" : "", near_id ? near_id : "");
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
