/* The choice of a representation, and what a client is told where there is none. */
#include "handlers.h"

#include <stdio.h>
#include <string.h>

/* ".json, .csv and .bib": the suffixes that there are for a type. */
static void list_suffixes(const struct record_type *type, char *text, size_t size)
{
    const struct representation *representation, *last = NULL;
    size_t used = 0;
    *text = '\0';
    for (size_t i = 0; (representation = representation_at(i)); i++) {
        if (!representation_is_for(representation, type))
            continue;
        if (last && used < size)
            used +=
                (size_t)snprintf(text + used, size - used, "%s%s", used ? ", " : "", last->suffix);
        last = representation;
    }
    if (last && used < size)
        snprintf(text + used, size - used, "%s%s", used ? " and " : "", last->suffix);
}

/* `available`: [{"media_type", "href"}]. */
static void write_available(struct json_writer *writer, const struct resource *resource)
{
    const struct representation *representation;
    json_write_name(writer, "available");
    json_write_open(writer, '[');
    for (size_t i = 0; (representation = representation_at(i)); i++) {
        struct url url = resource->url;
        url.suffix = representation->suffix;
        if (!representation_is_for(representation, resource->type))
            continue;
        json_write_open(writer, '{');
        json_write_name(writer, "media_type");
        json_write_text(writer, representation->media_type);
        json_write_name(writer, "href");
        url_write(writer, &url);
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
    write_available(&writer, resource);
    problem_close(&writer);
}

bool call_represent(const struct call *call, const char *suffix, struct resource *resource,
                    struct response *response)
{
    resource->representation =
        *suffix ? representation_by_suffix(suffix, resource->type)
                : representation_preferred(call->request->accept, resource->type);
    if (!resource->representation) {
        answer_none(call, suffix, resource, response);
        return false;
    }
    /* JSON is what a URL without a suffix stands for; what else it may give has one of its own. */
    if (*suffix || resource->representation != representation_at(0)) {
        resource->url.suffix = resource->representation->suffix;
        resource->by_other_name |= !*suffix;
    }
    response->negotiated = true;
    return true;
}
