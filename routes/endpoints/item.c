/* /{collection}/{id}: one record. */
#include "endpoints/endpoints.h"
#include "endpoints/named_record.h"
#include "endpoints/resource.h"
#include "endpoints/signposting.h"

enum {
    ITEM_HEADER_MAX = 4096
};

static void add_item_headers(const struct call *call, struct response *response,
                             const struct resource *resource, const struct collection *collection)
{
    struct buffer value;
    buffer_init(&value, ITEM_HEADER_MAX);
    if (resource->by_other_name) {
        url_append(&value, &resource->url);
        response_add_written_header(response, "Content-Location", &value);
    }
    buffer_append_text(&value, "<");
    url_append(&value, &resource->url);
    buffer_append_text(&value, ">; rel=\"self\", ");
    named_record_append_collection_link(&value, resource->url.base_path, collection);
    signposting_append(&value, call, resource);
    response_add_written_header(response, "Link", &value);
}

void item_answer(const struct call *call, struct response *response)
{
    struct named_record named;
    struct query query;
    if (!named_record_find(call, &named, response))
        return;
    struct resource resource = {.type = named.record->type,
                                .record = named.record,
                                .url = url_of_record(call->request->base_path, named.record),
                                .by_other_name = named.by_other_name};
    if (!resource_choose_format(call, named.suffix, &resource, response) ||
        !resource_parse_query(call, &resource, &query, response))
        return;
    struct format_writer writer = {.archive = call->snapshot->archive,
                                   .base_path = call->request->base_path,
                                   .type = resource.type,
                                   .query = &query,
                                   .view = &query.view,
                                   .publication = call->request->publication,
                                   .request = call->request,
                                   .work = call->request->work,
                                   .out = &response->body};
    response->status = 200;
    response->varies_by_host = resource.format->addressed;
    response_add_header(response, "Content-Type", resource.format->media_type);
    add_item_headers(call, response, &resource, named.collection);
    if (resource.format->page)
        response_add_page_policy(response);
    format_write(resource.format, &writer, &named.record, 1);
    if (resource.format->json)
        response_end_json(response, query.pretty, call->request->work);
}
