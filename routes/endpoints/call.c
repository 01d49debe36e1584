#include "endpoints/call.h"

#include "base/name.h"

#include <stdio.h>
#include <string.h>

static void answer_no_collection(const struct call *call, struct response *response)
{
    const char *name = call->target->segments[0], *base_path = request_base_path(call->request);
    size_t count;
    const struct collection *collections = archive_collections(call->snapshot->archive, &count);
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
    problem_answer(response, call->request, 406, "there is %s; send \"Accept: %s\" or none",
                   media_type, media_type);
    return false;
}

bool call_query(const struct call *call, const struct resource *resource, struct query *ret_query,
                struct response *response)
{
    const struct query_subject subject = {.archive = call->snapshot->archive,
                                          .type = resource->type,
                                          .scope = resource->list ? QUERY_LIST : QUERY_RECORD,
                                          .unsupported = resource->format->unsupported,
                                          .file = resource->format->file};
    struct parameter_faults faults = {.count = 0};
    if (query_parse(&subject, call->target, ret_query, &faults))
        return true;
    problem_answer_parameters(response, call->request, &faults);
    return false;
}

/* ".json, .csv and .bib": the suffixes that there are for a type. */
static void list_suffixes(const struct record_type *type, char *text, size_t size)
{
    const struct format *format, *last = NULL;
    size_t used = 0;
    *text = '\0';
    for (size_t i = 0; (format = format_at(i)); i++) {
        if (!format_is_for(format, type))
            continue;
        if (last && used < size)
            used +=
                (size_t)snprintf(text + used, size - used, "%s%s", used ? ", " : "", last->suffix);
        last = format;
    }
    if (last && used < size)
        snprintf(text + used, size - used, "%s%s", used ? " and " : "", last->suffix);
}

static bool is_unsupported(const struct format *format, const char *name)
{
    for (const char *const *other = format->unsupported; other && *other; other++)
        if (strcmp(*other, name) == 0)
            return true;
    return false;
}

/* What was asked for, in another format: without the parameters that mean nothing there. */
static void write_href(struct json_writer *writer, const struct call *call, struct url url,
                       const struct format *format)
{
    char separator = '?';
    url.suffix = format->suffix;
    json_write_name(writer, "href");
    json_write_begin_string(writer);
    url_append(writer->out, &url);
    for (size_t i = 0; i < call->target->parameter_count; i++) {
        const struct parameter *parameter = &call->target->parameters[i];
        if (!is_unsupported(format, parameter->name))
            url_append_parameter(writer->out, &separator, parameter->name, parameter->value);
    }
    json_write_end_string(writer);
}

/* `available`: [{"media_type", "href"}]. */
static void write_available(struct json_writer *writer, const struct call *call,
                            const struct resource *resource)
{
    const struct format *format;
    json_write_name(writer, "available");
    json_write_open(writer, '[');
    for (size_t i = 0; (format = format_at(i)); i++) {
        if (!format_is_for(format, resource->type))
            continue;
        json_write_open(writer, '{');
        json_write_name(writer, "media_type");
        json_write_text(writer, format->media_type);
        write_href(writer, call, resource->url, format);
        json_write_close(writer, '}');
    }
    json_write_close(writer, ']');
}

static void answer_none(const struct call *call, const char *suffix,
                        const struct resource *resource, struct response *response)
{
    char suffixes[120], detail[PROBLEM_DETAIL_MAX];
    struct json_writer writer;
    list_suffixes(resource->type, suffixes, sizeof suffixes);
    if (*suffix)
        snprintf(detail, sizeof detail, "there is no \"%.60s\" of %s; there is %s", suffix,
                 resource->type->collection, suffixes);
    else
        snprintf(detail, sizeof detail,
                 "of %s there is nothing that \"Accept\" asks for; see \"available\", and ask by "
                 "\"Accept\" or by a suffix, which is %s",
                 resource->type->collection, suffixes);
    problem_open(&writer, response, call->request, *suffix ? 404 : 406, detail);
    write_available(&writer, call, resource);
    problem_close(&writer);
}

bool call_represent(const struct call *call, const char *suffix, struct resource *resource,
                    struct response *response)
{
    resource->format = *suffix ? format_by_suffix(suffix, resource->type)
                               : format_preferred(call->request->accept, resource->type);
    if (!resource->format) {
        answer_none(call, suffix, resource, response);
        return false;
    }
    /* JSON is what a URL without a suffix stands for; what else it may give has one of its own. */
    if (*suffix || resource->format != format_at(0)) {
        resource->url.suffix = resource->format->suffix;
        resource->by_other_name |= !*suffix;
    }
    return true;
}
