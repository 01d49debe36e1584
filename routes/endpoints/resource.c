#include "endpoints/resource.h"

#include <stdio.h>
#include <string.h>

static struct format_subject resource_subject(const struct call *call,
                                              const struct resource *resource)
{
    return (struct format_subject){call->snapshot->archive, resource->type, resource->record,
                                   request_pages(call->request)};
}

/* Writes a list of the suffixes of the available formats, such as ".json, .csv and .bib". */
static void list_format_suffixes(const struct format_subject *subject, char *text, size_t size)
{
    const struct format *format, *last = NULL;
    size_t used = 0;
    *text = '\0';
    for (size_t i = 0; (format = format_at(i)); i++) {
        if (!format_is_available(format, subject))
            continue;
        if (last && used < size)
            used +=
                (size_t)snprintf(text + used, size - used, "%s%s", used ? ", " : "", last->suffix);
        last = format;
    }
    if (last && used < size)
        snprintf(text + used, size - used, "%s%s", used ? " and " : "", last->suffix);
}

static bool format_refuses(const struct format *format, const char *name)
{
    for (const char *const *other = format->unsupported; other && *other; other++)
        if (strcmp(*other, name) == 0)
            return true;
    return false;
}

/* Writes "href": the requested target in this format, without parameters that it does not support.
 */
static void write_format_href(struct json_writer *writer, const struct call *call, struct url url,
                              const struct format *format)
{
    char separator = '?';
    url.suffix = format->suffix;
    json_write_name(writer, "href");
    json_write_begin_string(writer);
    url_append(writer->out, &url);
    for (size_t i = 0; i < call->target->parameter_count; i++) {
        const struct parameter *parameter = &call->target->parameters[i];
        if (!format_refuses(format, parameter->name))
            url_append_parameter(writer->out, &separator, parameter->name, parameter->list);
    }
    json_write_end_string(writer);
}

/* Writes "available": [{"media_type", "href"}]. */
static void write_available_formats(struct json_writer *writer, const struct call *call,
                                    const struct resource *resource)
{
    const struct format *format;
    const struct format_subject subject = resource_subject(call, resource);
    json_write_name(writer, "available");
    json_write_open(writer, '[');
    for (size_t i = 0; (format = format_at(i)); i++) {
        if (!format_is_available(format, &subject))
            continue;
        json_write_open(writer, '{');
        json_write_name(writer, "media_type");
        json_write_text(writer, format->media_type);
        write_format_href(writer, call, resource->url, format);
        json_write_close(writer, '}');
    }
    json_write_close(writer, ']');
}

static void answer_no_format(const struct call *call, const char *suffix,
                             const struct resource *resource, struct response *response)
{
    char suffixes[120], detail[PROBLEM_DETAIL_MAX];
    struct json_writer writer;
    const struct format_subject subject = resource_subject(call, resource);
    const struct format *asked = format_by_suffix(suffix);
    list_format_suffixes(&subject, suffixes, sizeof suffixes);
    const bool missing = asked && asked->is_available;
    if (missing && format_is_for(asked, resource->type, !resource->record))
        snprintf(detail, sizeof detail, "%s %s is not available as \"%s\": %s",
                 resource->type->name, record_id(resource->record), suffix, asked->lacking);
    else if (*suffix)
        snprintf(detail, sizeof detail, "%s are not available as \"%.60s\", only as %s",
                 resource->type->collection, suffix, suffixes);
    else
        snprintf(detail, sizeof detail,
                 "%s are not available in a format that \"Accept\" allows; change \"Accept\", or "
                 "use one of the suffixes %s",
                 resource->type->collection, suffixes);
    problem_open(&writer, response, call->request, *suffix ? 404 : 406, detail);
    write_available_formats(&writer, call, resource);
    problem_close(&writer);
}

bool resource_choose_format(const struct call *call, const char *suffix, struct resource *resource,
                            struct response *response)
{
    const struct format_subject subject = resource_subject(call, resource);
    const struct format *format =
        *suffix ? format_by_suffix(suffix) : format_preferred(call->request->accept, &subject);
    resource->format = format;
    if (!format || !format_is_available(format, &subject)) {
        answer_no_format(call, suffix, resource, response);
        return false;
    }
    /* The canonical URL of JSON has no suffix; those of the other formats have one. */
    if (*suffix || resource->format != format_at(0)) {
        resource->url.suffix = resource->format->suffix;
        resource->by_other_name |= !*suffix;
    }
    return true;
}

bool resource_parse_query(const struct call *call, const struct resource *resource,
                          struct query *ret_query, struct response *response)
{
    const struct publication *publication = call->request->publication;
    const struct query_subject subject = {.archive = call->snapshot->archive,
                                          .type = resource->type,
                                          .scope = resource->record ? QUERY_RECORD : QUERY_LIST,
                                          .unsupported = resource->format->unsupported,
                                          .file = resource->format->file,
                                          .page = resource->format->page,
                                          .bom = publication && publication->csv_bom};
    struct parameter_faults faults = {.count = 0};
    if (query_parse(&subject, call->target, ret_query, &faults))
        return true;
    problem_answer_parameters(response, call->request, &faults);
    return false;
}
