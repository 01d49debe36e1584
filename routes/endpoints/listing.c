#include "endpoints/listing.h"

#include "endpoints/call_search.h"
#include "formats/format_stream.h"
#include "work/work.h"

#include <stdlib.h>
#include <xxhash.h>

enum {
    IDENTITY_BYTES_MAX = 3 * TARGET_BYTES_MAX + 1024,
    UNITS_RESERVED = 1000000 /* of work, for the answer after the suggestion */
};

/* Computes the identity of a file from everything that it depends on: the record, the program, the
 * URL of the list, the format and the parameters in the order of their names. So it is known before
 * the file is written, and the same on all servers. Returns false if out of memory. */
static bool identify_file(const struct call *call, const struct listing *listing,
                          const struct query *query, uint64_t ret_identity[2])
{
    const struct parameter *sorted[TARGET_PARAMETERS_MAX];
    struct buffer text;
    char separator = '?';
    buffer_init(&text, IDENTITY_BYTES_MAX);
    for (size_t i = 0; i < query->target->parameter_count; i++) {
        size_t place = i;
        for (; place > 0 && strcmp(sorted[place - 1]->name, query->target->parameters[i].name) > 0;
             place--)
            sorted[place] = sorted[place - 1];
        sorted[place] = &query->target->parameters[i];
    }
    buffer_append_text(&text, archive_version(call->snapshot->archive).sha256);
    buffer_append_text(&text, " " RAPPORTEUR_VERSION " ");
    buffer_append_text(&text, listing->resource.format->suffix);
    url_append(&text, &listing->resource.url);
    for (size_t i = 0; i < query->target->parameter_count; i++)
        url_append_parameter(&text, &separator, sorted[i]->name, sorted[i]->list);
    const XXH128_hash_t hash = XXH3_128bits(text.bytes, text.length);
    ret_identity[0] = hash.low64;
    ret_identity[1] = hash.high64;
    const bool whole = !text.failed;
    buffer_finish(&text);
    return whole;
}

/* Counts the length of a streamed file if the answer needs it: to HTTP/1.0, which has no chunks, so
 * that a part of it does not look complete; and to HEAD, unless that takes too much work. */
static void count_file(const struct request *request, struct body_source *source)
{
    const bool chunked = !request->version || strcmp(request->version, "HTTP/1.1") == 0;
    if (request->method == METHOD_HEAD && request->work) {
        struct work work = *request->work;
        format_stream_count(source, &work);
    } else if (!chunked) {
        format_stream_count(source, request->work);
    }
}

/* Replaces a file that has been cut by a source that writes all of it. Takes the records of the
 * selection. */
static void stream_file(const struct call *call, const struct listing *listing,
                        const struct query *query, const struct format_writer *writer,
                        struct selection *selection, struct response *response)
{
    const size_t offset = (size_t)query->offset;
    const bool in_list = listing->count - selection->page_count >= offset;
    buffer_finish(&response->body);
    writer->paged->cut_to = 0;
    response->source =
        format_stream_create(listing->resource.format, writer, selection->page,
                             selection->page_count, in_list ? listing->records + offset : NULL);
    if (!response->source || !identify_file(call, listing, query, response->source->identity))
        response->failed = true;
    if (!response->source)
        return;
    selection->page = NULL;
    count_file(call->request, response->source);
}

/* Spends the work of the included records in the rest of a file, which is not counted while it is
 * streamed: as much for each record as in the part that is written. Returns false if that is too
 * much. */
static bool spend_rest_of_includes(const struct call *call, const struct selection *selection,
                                   size_t written)
{
    struct work *work = call->request->work;
    const uint64_t rest = selection->page_count - written;
    const uint64_t each = work ? work->by_purpose[WORK_INCLUDED] / written : 0;
    return work_spend(work, WORK_INCLUDED, each * rest);
}

/* Returns what a query selects of a list; if `found` is not NULL, only of the records in it. */
static struct selection_request selection_of(const struct call *call, const struct listing *listing,
                                             const struct query *query,
                                             const struct ordinals *found)
{
    return (struct selection_request){.selector = call->snapshot->selector,
                                      .type = listing->resource.type,
                                      .records = listing->records,
                                      .count = listing->count,
                                      .members = listing->members,
                                      .filters = query->filters,
                                      .filter_count = query->filter_count,
                                      .searched = found != NULL,
                                      .found = found ? found->at : NULL,
                                      .found_count = found ? found->count : 0,
                                      .work = call->request->work};
}

/* Limits the length of the answer. Returns true if what is longer is streamed. */
static bool limit_length(const struct request *request, const struct format *format, bool pretty,
                         struct format_writer *writer, struct response *response)
{
    if (!format->file)
        return false;
    if (!request->streams) {
        response_allow_file(response);
        return false;
    }
    const bool streams = !pretty && !request->coding.identity_excluded;
    writer->longest = streams ? FILE_BYTES_WHOLE : FILE_BYTES_UNSTREAMED;
    return streams;
}

static void add_headers(const struct listing *listing, const struct paged *paged,
                        struct response *response)
{
    page_add_headers(response, listing->resource.format->media_type, paged);
    response->varies_by_host = listing->resource.format->addressed;
    if (listing->resource.format->page)
        response_add_page_policy(response);
    if (listing->resource.by_other_name)
        page_add_content_location(response, paged);
}

static void write_list(const struct call *call, const struct listing *listing,
                       const struct query *query, struct paged *paged,
                       const struct selection_request *selected, struct selection *selection,
                       struct response *response)
{
    const struct request *request = call->request;
    const struct format *format = listing->resource.format;
    struct format_writer writer = {.archive = call->snapshot->archive,
                                   .base_path = request->base_path,
                                   .type = listing->resource.type,
                                   .query = query,
                                   .view = &query->view,
                                   .paged = paged,
                                   .selection = selection,
                                   .selected = selected,
                                   .publication = request->publication,
                                   .request = request,
                                   .work = request->work,
                                   .out = &response->body};
    const bool streams = limit_length(request, format, query->pretty, &writer, response);
    format_write(format, &writer, selection->page, selection->page_count);
    if (streams && paged->cut_to && !response->body.failed &&
        spend_rest_of_includes(call, selection, paged->cut_to))
        stream_file(call, listing, query, &writer, selection, response);
    else if (format->json)
        response_end_json(response, query->pretty, request->work);
}

/* Answers with a page of the records that the query selects; if `found` is not NULL, only of those
 * in it. `suggestion` may be NULL. */
static void answer_list(const struct call *call, const struct listing *listing,
                        const struct query *query, const struct ordinals *found,
                        const char *suggestion, struct response *response)
{
    struct selection selection;
    struct selection_request request = selection_of(call, listing, query, found);
    request.keys = query->keys;
    request.key_count = query->key_count;
    request.offset = (uint64_t)query->offset;
    request.limit = (size_t)query->limit;
    if (!selection_make(&request, &selection)) {
        response->failed = true;
        return;
    }
    struct paged paged = {listing->resource.url,
                          selection.total,
                          query,
                          0,
                          suggestion,
                          request_has_files(call->request) && listing->resource.format->page};
    write_list(call, listing, query, &paged, &request, &selection, response);
    add_headers(listing, &paged, response);
    selection_finish(&selection);
}

/* Counts the records of the list that a text finds and that meet the filters. Returns false if out
 * of memory or work. */
static bool count_selected(const struct call *call, const struct listing *listing,
                           const struct query *query, const char *text, struct work *work,
                           size_t *ret_count)
{
    const struct record_type *type = listing->resource.type;
    struct search_query parsed;
    struct ordinals found = {NULL, 0};
    struct selection selection = {.selector = call->snapshot->selector, .type = type, .work = work};
    struct searcher *searcher = call->snapshot->searcher;
    if (searcher_parse(searcher, text, work, &parsed) != SEARCH_QUERY_OK ||
        searcher_find_ordinals(searcher, &parsed, type->ordinal, &found.at, &found.count) !=
            SEARCH_DONE)
        return false;
    struct selection_request request = selection_of(call, listing, query, &found);
    request.limit = 1;
    request.work = work;
    const bool selected = selection_by_scan(&request, &selection);
    *ret_count = selection.total;
    selection_finish(&selection);
    free(found.at);
    return selected;
}

/* Returns true if a text finds a record of the list that meets the filters. The answer can do
 * without knowing: the text counts as one that finds none if the rest of the answer may need the
 * work. A trial takes as much as the whole limit allows, so that both have the same result. */
static bool finds_selected(const struct call *call, const struct listing *listing,
                           const struct query *query, const char *text)
{
    struct work *work = call->request->work, part;
    size_t count = 0;
    if (!work)
        return count_selected(call, listing, query, text, NULL, &count) && count > 0;
    if (!work_affords(work, UNITS_RESERVED))
        return false;
    part = *work;
    part.limit = part.allowed -= UNITS_RESERVED;
    part.next_look = 0;
    const bool selected = count_selected(call, listing, query, text, &part, &count);
    work_spend(work, WORK_SEARCH,
               (part.spent < part.limit ? part.spent : part.limit) - work->spent);
    return selected && count > 0;
}

/* Returns a text near the search that finds a record that the query selects; the caller frees it.
 * Returns NULL if no such text is found. */
static char *suggest(const struct call *call, const struct listing *listing,
                     const struct query *query)
{
    char *text = call_search_suggest(call, query->q, TARGET(listing->resource.type->ordinal));
    if (!text || finds_selected(call, listing, query, text))
        return text;
    free(text);
    return NULL;
}

void listing_answer(const struct call *call, const struct listing *listing,
                    const struct query *query, struct response *response)
{
    struct ordinals found = {NULL, 0};
    if (!query->q) {
        answer_list(call, listing, query, NULL, NULL, response);
    } else if (call_search_ordinals(call, query->q, listing->resource.type, &found, response)) {
        const struct format *format = listing->resource.format;
        char *suggestion =
            found.count || !(format->json || format->page) ? NULL : suggest(call, listing, query);
        answer_list(call, listing, query, &found, suggestion, response);
        free(suggestion);
        free(found.at);
    }
}
