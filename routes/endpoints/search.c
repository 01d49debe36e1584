/* /search: full text search in the records of all types, with the best results first.
 *
 *     {"data": [{"id", "type", "label", "href", "score", "snippet"}],
 *      "meta": {"total", "limit", "offset", "version",
 *               "facets": {"type": [...], "meeting": [...], "year": [...], "topic": [...],
 *                          "person": [...]}}, "links": {...}}
 *
 * A snippet is HTML: text of the record with <mark> and </mark> around the matches. All other
 * markup is escaped, so a page may insert the snippet as it is. Each facet counts the results that
 * meet the choice in the other facets, so that a client can offer other values; meta.total counts
 * the results that meet all of the choice. If it is 0 and a similar text finds something, that is
 * meta.suggestion.
 *
 * A browser gets a page with the same results; without `q`, it has only the form. Files have the
 * same results as lines or rows (search_results/files.c).
 */
#include "endpoints/call_search.h"
#include "endpoints/endpoints.h"
#include "formats/format.h"
#include "http/negotiation.h"
#include "pages/pages.h"
#include "search_results/search_results.h"
#include "work/work.h"

#include <stdlib.h>
#include <string.h>

static void write_search_rows(struct search_outcome *found, struct page *page,
                              const struct page_search *search)
{
    struct work *work = found->request->work;
    search_page_begin(page, search);
    for (size_t i = 0; i < found->results.count && !work_is_used_up(work); i++) {
        struct page_hit hit = {.record = found->results.hits[i].record};
        hit.snippet = searcher_snippet(found->snapshot->searcher, &found->query, hit.record,
                                       &hit.snippet_length);
        if (!hit.snippet) {
            page->markup.out->failed |= !work_is_used_up(work);
            break;
        }
        search_page_write_hit(page, &hit);
        work_spend_bytes(work, WORK_WRITING, page->markup.out->length);
    }
    search_page_end(page, search);
}

/* Writes the results as a page. */
static void write_search_page(struct search_outcome *found, const struct paged *paged,
                              struct response *response)
{
    const struct query *query = paged->query;
    const bool searched = query->q != NULL;
    struct page page;
    char *previous = searched ? page_find_neighbour(paged, false, &response->body) : NULL;
    char *next = searched ? page_find_neighbour(paged, true, &response->body) : NULL;
    const struct page_search search = {.q = query->q,
                                       .choice = &query->choice,
                                       .results = searched ? &found->results : NULL,
                                       .offset = (uint64_t)query->offset,
                                       .previous = previous,
                                       .next = next,
                                       .suggestion = paged->suggestion};
    page_init(&page, found->snapshot->archive, found->request, &response->body);
    page.url = (struct url){found->request->base_path, {"search"}, 1, NULL};
    page.target = query->target;
    response_add_page_policy(response);
    write_search_rows(found, &page, &search);
    free(previous);
    free(next);
}

/* The formats, the preferred first. */
static const struct search_format {
    const struct format *format;
    void (*write)(struct search_outcome *found, const struct paged *paged,
                  struct response *response);
} search_formats[] = {{&format_json, search_write_json},
                      {&format_html, write_search_page},
                      {&format_ndjson, search_write_ndjson},
                      {&format_csv, search_write_csv}};

enum {
    SEARCH_FORMAT_COUNT = sizeof search_formats / sizeof *search_formats
};

static const struct search_format *format_of_suffix(const struct request *request,
                                                    const char *suffix)
{
    for (size_t i = 0; i < SEARCH_FORMAT_COUNT; i++)
        if (strcmp(search_formats[i].format->suffix, suffix) == 0 &&
            (!search_formats[i].format->page || request_wants_page(request, true)))
            return &search_formats[i];
    return NULL;
}

static const struct search_format *format_of_preference(const struct request *request)
{
    const struct search_format *preferred = NULL;
    const bool page = request_wants_page(request, false);
    int best = 0;
    for (size_t i = 0; i < SEARCH_FORMAT_COUNT; i++) {
        const struct format *format = search_formats[i].format;
        const int quality = negotiation_quality(request->accept, format->media_type);
        if (format->page == page && quality > best) {
            best = quality;
            preferred = &search_formats[i];
        }
    }
    return preferred;
}

/* Chooses the format by the suffix of the path, which may be NULL, or else by `Accept`. Returns
 * NULL, with a problem answered, if there is none. */
static const struct search_format *find_search_format(const struct call *call, const char *suffix,
                                                      struct response *response)
{
    const struct request *request = call->request;
    const char *suffixes = request_pages(request) == PAGES_OFF ? ".json, .ndjson and .csv"
                                                               : ".json, .html, .ndjson and .csv";
    const struct search_format *format =
        suffix ? format_of_suffix(request, suffix) : format_of_preference(request);
    if (!format && suffix)
        problem_answer(response, request, 404,
                       "the results of a search are not available as \"%.60s\", only as %s", suffix,
                       suffixes);
    else if (!format)
        problem_answer(response, request, 406,
                       "the results of a search are not available in a format that \"Accept\" "
                       "allows; change \"Accept\", or use one of the suffixes %s",
                       suffixes);
    return format;
}

/* Returns the suffix of the URLs of the results: the canonical URLs of JSON and of pages have none,
 * unless pages need one. */
static const char *suffix_of_results(const struct call *call, const struct format *format,
                                     const char *suffix)
{
    if (format->page)
        return request_pages(call->request) == PAGES_SUFFIX ? ".html" : NULL;
    return suffix || format->file ? format->suffix : NULL;
}

static void write_search_answer(const struct call *call, struct search_outcome *found,
                                const struct query *query, const struct search_format *format,
                                const char *suffix, struct response *response)
{
    char *suggestion = found->results.total || !query->q
                           ? NULL
                           : call_search_suggest(call, query->q, query->choice.types);
    const struct paged paged = {.url = {found->request->base_path,
                                        {"search"},
                                        1,
                                        suffix_of_results(call, format->format, suffix)},
                                .total = found->results.total,
                                .query = query,
                                .suggestion = suggestion};
    buffer_init(&found->snippet, RESPONSE_BODY_MAX);
    page_add_headers(response, format->format->media_type, &paged);
    if (format->format->file && !suffix)
        page_add_content_location(response, &paged);
    format->write(found, &paged, response);
    response->failed |= found->snippet.failed;
    buffer_finish(&found->snippet);
    free(suggestion);
}

/* Parses the parameters. Returns false, with 400 answered, if `q` is missing or one is wrong. */
static bool read_search_query(const struct call *call, const struct format *format,
                              struct query *query, struct response *response)
{
    const struct publication *publication = call->request->publication;
    const struct query_subject subject = {.archive = call->snapshot->archive,
                                          .scope = QUERY_SEARCH,
                                          .unsupported = format->file ? format->unsupported : NULL,
                                          .file = format->file,
                                          .page = format->page,
                                          .bom = publication && publication->csv_bom};
    struct parameter_faults faults = {.count = 0};
    query_parse(&subject, call->target, query, &faults);
    if (!query->q && !format->page)
        problem_add_fault(&faults, "q",
                          "\"q\" is missing; add the words to search for, as in %s/search?q=energy",
                          request_base_path(call->request));
    if (faults.count)
        problem_answer_parameters(response, call->request, &faults);
    return faults.count == 0;
}

/* Returns false, with a problem answered, if the search fails. */
static bool find_search_results(const struct call *call, const struct query *query,
                                struct search_outcome *found, struct response *response)
{
    return call_search_parse(call, query->q, &found->query, response) &&
           call_search_is_done(searcher_find_chosen(call->snapshot->searcher, &found->query,
                                                    &query->choice, (size_t)query->limit,
                                                    (size_t)query->offset, &found->results),
                               response);
}

/* Answers with the page in which a script searches. The script reads the parameters, which the file
 * cannot depend on. */
static void answer_files_page(const struct call *call, struct response *response)
{
    struct page page;
    response->status = 200;
    response_add_header(response, "Content-Type", "text/html; charset=utf-8");
    call_add_self_link(call, response);
    response_add_page_policy(response);
    page_init(&page, call->snapshot->archive, call->request, &response->body);
    page.url = (struct url){call->request->base_path, {"search"}, 1, NULL};
    search_files_page_write(&page);
}

void search_answer(const struct call *call, struct response *response)
{
    struct query query;
    struct search_outcome found = {.snapshot = call->snapshot, .request = call->request};
    const char *suffix = strchr(call->target->segments[0], '.');
    const struct search_format *format = find_search_format(call, suffix, response);
    if (!format)
        return;
    if (format->format->page && request_has_files(call->request)) {
        answer_files_page(call, response);
        return;
    }
    if (!read_search_query(call, format->format, &query, response) ||
        (query.q && !find_search_results(call, &query, &found, response)))
        return;
    write_search_answer(call, &found, &query, format, suffix, response);
    free(found.results.hits);
}
