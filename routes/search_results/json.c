/* The results of a search as JSON. */
#include "formats/record_json.h"
#include "http/html.h"
#include "search_results/search_results.h"
#include "work/work.h"

#include <inttypes.h>
#include <stdio.h>

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
        searcher_snippet(found->snapshot->searcher, &found->query, record, &length);
    writer->out->failed |= !snippet;
    found->snippet.length = 0;
    for (size_t i = 0; snippet && i < length; i++)
        append_snippet_html(&found->snippet, snippet[i]);
    json_write_string(writer, found->snippet.bytes, found->snippet.length);
}

void search_write_hit(struct json_writer *writer, struct search_outcome *found,
                      const struct search_hit *hit)
{
    json_write_open(writer, '{');
    record_json_write_reference_members(writer, found->request->base_path, hit->record);
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
            write_facet_value(writer, found->snapshot->archive, (enum search_facet)facet,
                              &found->results.facets.facets[facet].at[i]);
        json_write_close(writer, ']');
    }
    json_write_close(writer, '}');
}

void search_write_json(struct search_outcome *found, const struct paged *paged,
                       struct response *response)
{
    struct work *work = found->request->work;
    struct json_writer writer;
    json_writer_init(&writer, &response->body);
    json_write_open(&writer, '{');
    json_write_name(&writer, "data");
    json_write_open(&writer, '[');
    for (size_t i = 0; i < found->results.count && !work_is_used_up(work); i++) {
        search_write_hit(&writer, found, &found->results.hits[i]);
        work_spend_bytes(work, WORK_WRITING, response->body.length);
    }
    json_write_close(&writer, ']');
    page_open_meta(&writer, found->snapshot->archive, paged);
    write_facets(&writer, found);
    json_write_close(&writer, '}');
    page_write_links(&writer, paged);
    json_write_close(&writer, '}');
    response_end_json(response, paged->query->pretty, work);
}
