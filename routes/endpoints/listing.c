#include "endpoints/listing.h"

#include "endpoints/call_search.h"

#include <stdlib.h>

/* Answers with a page of the records that the query selects; if `found` is not NULL, only of those
 * in it. */
static void answer_list(const struct call *call, const struct listing *listing,
                        const struct query *query, const struct ordinals *found,
                        struct response *response)
{
    struct selection selection;
    const struct selection_request request = {.selector = call->snapshot->selector,
                                              .type = listing->resource.type,
                                              .records = listing->records,
                                              .count = listing->count,
                                              .members = listing->members,
                                              .filters = query->filters,
                                              .filter_count = query->filter_count,
                                              .keys = query->keys,
                                              .key_count = query->key_count,
                                              .searched = found != NULL,
                                              .found = found ? found->at : NULL,
                                              .found_count = found ? found->count : 0,
                                              .offset = (uint64_t)query->offset,
                                              .limit = (size_t)query->limit,
                                              .work = call->request->work};
    if (!selection_make(&request, &selection)) {
        response->failed = true;
        return;
    }
    struct paged paged = {listing->resource.url, selection.total, query, 0};
    struct format_writer writer = {.archive = call->snapshot->archive,
                                   .base_path = call->request->base_path,
                                   .type = listing->resource.type,
                                   .query = query,
                                   .paged = &paged,
                                   .selection = &selection,
                                   .work = call->request->work,
                                   .out = &response->body};
    if (listing->resource.format->file)
        response_allow_file(response);
    format_write(listing->resource.format, &writer, selection.page, selection.page_count);
    if (listing->resource.format->json)
        response_end_json(response, query->pretty, call->request->work);
    page_add_headers(response, listing->resource.format->media_type, &paged);
    if (listing->resource.by_other_name)
        page_add_content_location(response, &paged);
    selection_finish(&selection);
}

void listing_answer(const struct call *call, const struct listing *listing,
                    const struct query *query, struct response *response)
{
    struct ordinals found = {NULL, 0};
    if (!query->q) {
        answer_list(call, listing, query, NULL, response);
    } else if (call_search_ordinals(call, query->q, listing->resource.type, &found, response)) {
        answer_list(call, listing, query, &found, response);
        free(found.at);
    }
}
