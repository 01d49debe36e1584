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
 * A browser gets a page with the same results; without `q`, it has only the form.
 */
#include "endpoints/call_search.h"
#include "endpoints/endpoints.h"
#include "formats/page.h"
#include "formats/record_json.h"
#include "http/html.h"
#include "pages/pages.h"
#include "work/work.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The results of a search, and the call to be answered with them. */
struct search_outcome {
    const struct call *call;
    struct search_query query;
    struct search_results results;
    struct buffer html; /* of one snippet */
};

static void append_snippet_html(struct buffer *out, char c)
{
    if (c == SEARCH_MARK_BEGIN)
        buffer_append_text(out, "<mark>");
    else if (c == SEARCH_MARK_END)
        buffer_append_text(out, "</mark>");
    else
        html_append(out, &c, 1);
}

static void write_search_snippet(struct json_writer *writer, struct search_outcome *found,
                                 const struct record *record)
{
    size_t length = 0;
    const char *snippet =
        searcher_snippet(found->call->snapshot->searcher, &found->query, record, &length);
    writer->out->failed |= !snippet;
    found->html.length = 0;
    for (size_t i = 0; snippet && i < length; i++)
        append_snippet_html(&found->html, snippet[i]);
    json_write_string(writer, found->html.bytes, found->html.length);
}

static void write_search_hit(struct json_writer *writer, struct search_outcome *found,
                             const struct search_hit *hit)
{
    json_write_open(writer, '{');
    record_json_write_reference_members(writer, found->call->request->base_path, hit->record);
    json_write_name(writer, "score");
    json_write_number(writer, hit->score);
    json_write_name(writer, "snippet");
    write_search_snippet(writer, found, hit->record);
    json_write_close(writer, '}');
}

/* Stores the types that have results, those with the most first; types with equally many results
 * stay in their order. Returns how many there are. */
static size_t order_types_by_count(const struct search_results *results, size_t types[TYPE_COUNT])
{
    size_t count = 0;
    for (size_t type = 0; type < TYPE_COUNT; type++) {
        size_t at = count;
        if (!results->by_type[type])
            continue;
        for (; at > 0 && results->by_type[types[at - 1]] < results->by_type[type]; at--)
            types[at] = types[at - 1];
        types[at] = type;
        count++;
    }
    return count;
}

/* Writes the beginning of a value of a facet, and its end. */
static void open_facet_value(struct json_writer *writer)
{
    json_write_open(writer, '{');
    json_write_name(writer, "value");
}

static void close_facet_value(struct json_writer *writer, size_t count)
{
    json_write_name(writer, "count");
    json_write_integer(writer, (int64_t)count);
    json_write_close(writer, '}');
}

static void write_type_facet(struct json_writer *writer, const struct search_results *results)
{
    size_t types[TYPE_COUNT];
    const size_t count = order_types_by_count(results, types);
    json_write_name(writer, "type");
    json_write_open(writer, '[');
    for (size_t i = 0; i < count; i++) {
        open_facet_value(writer);
        json_write_text(writer, record_types[types[i]]->name);
        json_write_name(writer, "label");
        json_write_text(writer, record_types[types[i]]->name);
        close_facet_value(writer, results->by_type[types[i]]);
    }
    json_write_close(writer, ']');
}

/* Writes a value of a facet: a year, or a record. */
static void write_facet_value(struct json_writer *writer, const struct archive *archive,
                              enum search_facet facet, const struct search_counted *counted)
{
    char label[RECORD_LABEL_MAX];
    const struct record *record = search_facet_record(archive, facet, counted->number);
    size_t length = (size_t)snprintf(label, sizeof label, "%" PRIu32, counted->number);
    open_facet_value(writer);
    if (record) {
        json_write_text(writer, record_id(record));
        length = record_write_label(record, label);
    } else {
        json_write_integer(writer, counted->number);
    }
    json_write_name(writer, "label");
    json_write_string(writer, label, length);
    close_facet_value(writer, counted->count);
}

static void write_facets(struct json_writer *writer, const struct search_outcome *found)
{
    json_write_name(writer, "facets");
    json_write_open(writer, '{');
    write_type_facet(writer, &found->results);
    for (int facet = 0; facet < SEARCH_FACET_COUNT; facet++) {
        json_write_name(writer, search_facet_names[facet]);
        json_write_open(writer, '[');
        for (size_t i = 0; i < found->results.facets.facets[facet].count; i++)
            write_facet_value(writer, found->call->snapshot->archive, (enum search_facet)facet,
                              &found->results.facets.facets[facet].at[i]);
        json_write_close(writer, ']');
    }
    json_write_close(writer, '}');
}

static void write_search_body(struct response *response, struct search_outcome *found,
                              const struct paged *paged)
{
    struct work *work = found->call->request->work;
    struct json_writer writer;
    json_writer_init(&writer, &response->body);
    json_write_open(&writer, '{');
    json_write_name(&writer, "data");
    json_write_open(&writer, '[');
    for (size_t i = 0; i < found->results.count && !work_is_used_up(work); i++) {
        write_search_hit(&writer, found, &found->results.hits[i]);
        work_spend_bytes(work, WORK_WRITING, response->body.length);
    }
    json_write_close(&writer, ']');
    page_open_meta(&writer, found->call->snapshot->archive, paged);
    write_facets(&writer, found);
    json_write_close(&writer, '}');
    page_write_links(&writer, paged);
    json_write_close(&writer, '}');
    response_end_json(response, paged->query->pretty, work);
}

/* Answers with the results as JSON. */
static void write_search_json(struct search_outcome *found, const struct paged *paged,
                              struct response *response)
{
    page_add_headers(response, "application/json", paged);
    write_search_body(response, found, paged);
}

/* Writes the results as a page. */
static void write_search_rows(struct search_outcome *found, struct page *page,
                              const struct page_search *search)
{
    struct work *work = found->call->request->work;
    search_page_begin(page, search);
    for (size_t i = 0; i < found->results.count && !work_is_used_up(work); i++) {
        struct page_hit hit = {.record = found->results.hits[i].record};
        hit.snippet = searcher_snippet(found->call->snapshot->searcher, &found->query, hit.record,
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

static char *find_neighbour(const struct paged *paged, bool next)
{
    struct buffer url;
    buffer_init(&url, (size_t)4 * TARGET_BYTES_MAX);
    if (page_append_neighbour(&url, paged, next))
        return buffer_steal_text(&url);
    buffer_finish(&url);
    return NULL;
}

/* Answers with a page. */
static void write_search_page(struct search_outcome *found, const struct paged *paged,
                              struct response *response)
{
    const struct call *call = found->call;
    const struct query *query = paged->query;
    const bool searched = query->q != NULL;
    struct page page;
    char *previous = searched ? find_neighbour(paged, false) : NULL;
    char *next = searched ? find_neighbour(paged, true) : NULL;
    const struct page_search search = {.q = query->q,
                                       .choice = &query->choice,
                                       .results = searched ? &found->results : NULL,
                                       .offset = (uint64_t)query->offset,
                                       .previous = previous,
                                       .next = next,
                                       .suggestion = paged->suggestion};
    page_init(&page, call->snapshot->archive, call->request, &response->body);
    page.url = (struct url){call->request->base_path, {"search"}, 1, NULL};
    page.target = query->target;
    page_add_headers(response, "text/html; charset=utf-8", paged);
    response_add_page_policy(response);
    write_search_rows(found, &page, &search);
    free(previous);
    free(next);
}

static void write_search_answer(struct search_outcome *found, const struct query *query, bool page,
                                struct response *response)
{
    char *suggestion = found->results.total || !query->q
                           ? NULL
                           : call_search_suggest(found->call, query->q, query->choice.types);
    const bool suffix = page && request_pages(found->call->request) == PAGES_SUFFIX;
    const struct paged paged = {
        .url = {found->call->request->base_path, {"search"}, 1, suffix ? ".html" : NULL},
        .total = found->results.total,
        .query = query,
        .suggestion = suggestion};
    buffer_init(&found->html, RESPONSE_BODY_MAX);
    if (page)
        write_search_page(found, &paged, response);
    else
        write_search_json(found, &paged, response);
    response->failed |= found->html.failed;
    buffer_finish(&found->html);
    free(suggestion);
}

/* Parses the parameters. Returns false, with 400 answered, if `q` is missing or one is wrong. */
static bool read_search_query(const struct call *call, struct query *query, bool page,
                              struct response *response)
{
    const struct query_subject subject = {
        .archive = call->snapshot->archive, .scope = QUERY_SEARCH, .page = page};
    struct parameter_faults faults = {.count = 0};
    query_parse(&subject, call->target, query, &faults);
    if (!query->q && !page)
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
    struct search_outcome found = {.call = call};
    const bool suffix = strchr(call->target->segments[0], '.');
    const bool page = request_wants_page(call->request, suffix);
    if (!page && suffix) {
        problem_answer(response, call->request, 404, "there are no pages here; see %s/search",
                       request_base_path(call->request));
        return;
    }
    if (page && request_has_files(call->request)) {
        answer_files_page(call, response);
        return;
    }
    if (!read_search_query(call, &query, page, response) ||
        (query.q && !find_search_results(call, &query, &found, response)))
        return;
    if (page || call_accepts(call, "application/json", response))
        write_search_answer(&found, &query, page, response);
    free(found.results.hits);
}
