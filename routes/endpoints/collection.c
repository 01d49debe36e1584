/* /{collection}: a collection. */
#include "endpoints/endpoints.h"
#include "endpoints/listing.h"

void collection_answer(const struct call *call, struct response *response)
{
    struct query query;
    const char *suffix;
    const struct collection *collection = call_collection(call, &suffix, response);
    if (!collection)
        return;
    struct listing listing = {
        .resource = {.type = collection->type,
                     .url = url_of_collection(call->request->base_path, collection)},
        .records = collection->records,
        .count = collection->count,
        .members = collection->members};
    if (resource_choose_format(call, suffix, &listing.resource, response) &&
        resource_parse_query(call, &listing.resource, &query, response))
        listing_answer(call, &listing, &query, response);
}
