#include "discovery/feed.h"

#include "discovery/discovery.h"
#include "endpoints/call_search.h"
#include "endpoints/named_record.h"
#include "http/problem.h"
#include "work/work.h"

#include <stdlib.h>
#include <string.h>

enum {
    FEED_RESULTS_MAX = 1000 /* results of a search among which the latest are found */
};

struct feed_format {
    const char *media_type;
    void (*write)(const struct feed *feed, struct buffer *out);
};

static bool has_record(const struct feed *feed, const struct record *record)
{
    for (size_t i = 0; i < feed->count; i++)
        if (feed->entries[i].record == record)
            return true;
    return false;
}

/* Records with the same date stay in the order in which they are offered. */
void feed_offer(struct feed *feed, const struct record *record)
{
    struct feed_date date;
    const bool full = feed->count == FEED_ENTRIES_MAX;
    if (!feed_date_find(record, &date) ||
        (full && feed->entries[feed->count - 1].date.earliest >= date.earliest) ||
        has_record(feed, record))
        return;
    size_t at = full ? feed->count - 1 : feed->count++;
    for (; at > 0 && feed->entries[at - 1].date.earliest < date.earliest; at--)
        feed->entries[at] = feed->entries[at - 1];
    feed->entries[at] = (struct feed_entry){record, date};
}

static bool offer_all(struct feed *feed, const struct record *const *records, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!work_spend(feed->call->request->work, WORK_ORDER, WORK_RECORD))
            return false;
        feed_offer(feed, records[i]);
    }
    return true;
}

bool feed_find(struct feed *feed)
{
    static const struct record_type *const types[] = {&meeting_type, &decision_type, &action_type};
    const struct archive *archive = feed->call->snapshot->archive;
    size_t count, members;
    for (size_t i = 0; !feed->subject && i < sizeof types / sizeof *types; i++) {
        const struct record *const *records = archive_all(archive, types[i], &members);
        if (!offer_all(feed, records, members))
            return false;
    }
    if (!feed->subject)
        return true;
    const struct relation *relations = archive_relations(archive, feed->subject->type, &count);
    for (size_t i = 0; i < count; i++) {
        const struct record *const *records =
            relation_members(&relations[i], feed->subject, &members);
        if (relations[i].inverse && !offer_all(feed, records, members))
            return false;
    }
    return true;
}

/* Appends an address with the suffix of pages, if they have one. */
static void append_page(const struct feed *feed, struct url url, struct buffer *out)
{
    buffer_append_text(out, feed->origin);
    if (request_pages(feed->call->request) == PAGES_SUFFIX)
        url.suffix = ".html";
    url_append(out, &url);
}

void feed_append_address(const struct feed *feed, const struct record *record, struct buffer *out)
{
    append_page(feed, url_of_record(feed->call->request->base_path, record), out);
}

void feed_append_home(const struct feed *feed, struct buffer *out)
{
    const char *base_path = feed->call->request->base_path;
    if (feed->subject) {
        feed_append_address(feed, feed->subject, out);
    } else if (feed->search) {
        append_page(feed, (struct url){base_path, {"search"}, 1, NULL}, out);
        buffer_append_text(out, strchr(feed->call->request->target, '?'));
    } else {
        const bool suffix = request_pages(feed->call->request) == PAGES_SUFFIX;
        buffer_append_text(out, feed->origin);
        url_append_path(out, base_path, suffix ? "/index.html" : "/");
    }
}

void feed_append_self(const struct feed *feed, struct buffer *out)
{
    buffer_append_text(out, feed->origin);
    url_append_path(out, feed->call->request->base_path, target_path(feed->call->request->target));
}

int64_t feed_updated(const struct feed *feed)
{
    const int64_t changed = archive_version(feed->call->snapshot->archive).modified;
    return feed->count && feed->entries[0].date.second > changed ? feed->entries[0].date.second
                                                                 : changed;
}

/* Writes the answer. */
static void write_answer(const struct feed *feed, const struct feed_format *format,
                         struct response *response)
{
    response->status = 200;
    response_add_header(response, "Content-Type", format->media_type);
    format->write(feed, &response->body);
    work_spend_bytes(feed->call->request->work, WORK_WRITING, response->body.length);
}

static void answer_feed(const struct call *call, const struct record *subject,
                        const struct feed_format *format, struct response *response)
{
    struct feed feed = {.call = call, .subject = subject};
    if (origin_require(call, response, feed.origin) && call_has_no_parameters(call, response) &&
        feed_find(&feed))
        write_answer(&feed, format, response);
}

static void answer_feed_of(const struct call *call, const struct feed_format *format,
                           struct response *response)
{
    struct named_record named;
    if (named_record_find(call, &named, response))
        answer_feed(call, named.record, format, response);
}

/* Parses the parameters of a search. Returns false, with 400 answered, if one is wrong, or if one
 * is not "q" or "type". */
static bool read_search(const struct call *call, struct query *query, struct response *response)
{
    const struct query_subject subject = {.archive = call->snapshot->archive,
                                          .scope = QUERY_SEARCH};
    struct parameter_faults faults = {.count = 0};
    query_parse(&subject, call->target, query, &faults);
    if (!query->q)
        problem_add_fault(&faults, "q", "\"q\" is missing; add the words to search for");
    for (size_t i = 0; i < call->target->parameter_count; i++) {
        const char *name = call->target->parameters[i].name;
        if (!faults.count && strcmp(name, "q") != 0 && strcmp(name, "type") != 0)
            problem_add_fault(&faults, name, "the feed of a search takes only \"q\" and \"type\"");
    }
    if (faults.count)
        problem_answer_parameters(response, call->request, &faults);
    return faults.count == 0;
}

/* Answers with the latest among the best results of a search. */
static void answer_feed_of_search(const struct call *call, const struct feed_format *format,
                                  struct response *response)
{
    struct query query;
    struct search_query search;
    struct search_results results = {.hits = NULL};
    struct feed feed = {.call = call, .search = &query};
    if (!origin_require(call, response, feed.origin) || !read_search(call, &query, response) ||
        !call_search_parse(call, query.q, &search, response) ||
        !call_search_is_done(searcher_find_chosen(call->snapshot->searcher, &search, &query.choice,
                                                  FEED_RESULTS_MAX, 0, &results),
                             response))
        return;
    for (size_t i = 0; i < results.count; i++)
        feed_offer(&feed, results.hits[i].record);
    free(results.hits);
    write_answer(&feed, format, response);
}

static const struct feed_format atom = {"application/atom+xml; charset=utf-8", feed_atom_write};
static const struct feed_format json = {"application/feed+json", feed_json_write};

void feed_answer_atom(const struct call *call, struct response *response)
{
    answer_feed(call, NULL, &atom, response);
}

void feed_answer_json(const struct call *call, struct response *response)
{
    answer_feed(call, NULL, &json, response);
}

void feed_answer_atom_of(const struct call *call, struct response *response)
{
    answer_feed_of(call, &atom, response);
}

void feed_answer_json_of(const struct call *call, struct response *response)
{
    answer_feed_of(call, &json, response);
}

void feed_answer_atom_of_search(const struct call *call, struct response *response)
{
    answer_feed_of_search(call, &atom, response);
}

void feed_answer_json_of_search(const struct call *call, struct response *response)
{
    answer_feed_of_search(call, &json, response);
}
