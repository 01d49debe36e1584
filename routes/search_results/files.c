/* The results of a search as files: NDJSON, with the objects of the JSON, and CSV, with a row for
 * each of them. In CSV the snippet is the plain text. */
#include "formats/csv.h"
#include "formats/ndjson.h"
#include "http/url.h"
#include "search_results/search_results.h"
#include "work/work.h"

#include <stdio.h>

enum {
    SCORE_BYTES = 32
};

/* Writes one result to a file. */
typedef void hit_writer(struct search_outcome *found, const struct search_hit *hit,
                        struct buffer *out);

static void write_hits(struct search_outcome *found, hit_writer *write, struct response *response)
{
    struct work *work = found->request->work;
    for (size_t i = 0; i < found->results.count && !work_is_used_up(work); i++) {
        write(found, &found->results.hits[i], &response->body);
        work_spend_bytes(work, WORK_WRITING, response->body.length);
    }
}

static void write_line(struct search_outcome *found, const struct search_hit *hit,
                       struct buffer *out)
{
    struct json_writer writer;
    const size_t from = out->length;
    json_writer_init(&writer, out);
    search_write_hit(&writer, found, hit);
    ndjson_end_line(out, from);
}

void search_write_ndjson(struct search_outcome *found, const struct paged *paged,
                         struct response *response)
{
    (void)paged;
    write_hits(found, write_line, response);
}

/* Appends the text of a result around the words that were found, without marks. */
static void append_plain_snippet(struct search_outcome *found, const struct record *record,
                                 struct buffer *out)
{
    size_t length = 0;
    const char *text = searcher_snippet(found->snapshot->searcher, &found->query, record, &length);
    out->failed |= !text;
    found->snippet.length = 0;
    for (size_t i = 0; text && i < length; i++)
        if (text[i] != SEARCH_MARK_BEGIN && text[i] != SEARCH_MARK_END)
            buffer_append_byte(&found->snippet, text[i]);
    csv_cell_append(out, found->snippet.bytes, found->snippet.length);
}

static void write_row(struct search_outcome *found, const struct search_hit *hit,
                      struct buffer *out)
{
    char label[RECORD_LABEL_MAX], score[SCORE_BYTES];
    const struct record *record = hit->record;
    const struct url url = url_of_record(found->request->base_path, record);
    buffer_append_text(out, record_id(record));
    buffer_append_byte(out, ',');
    buffer_append_text(out, record->type->name);
    buffer_append_byte(out, ',');
    csv_cell_append(out, label, record_write_label(record, label));
    buffer_append_byte(out, ',');
    url_append(out, &url);
    snprintf(score, sizeof score, ",%.4g,", hit->score);
    buffer_append_text(out, score);
    append_plain_snippet(found, record, out);
    buffer_append_text(out, "\r\n");
}

void search_write_csv(struct search_outcome *found, const struct paged *paged,
                      struct response *response)
{
    if (paged->query->bom)
        buffer_append_text(&response->body, "\xEF\xBB\xBF");
    buffer_append_text(&response->body, "id,type,label,href,score,snippet\r\n");
    write_hits(found, write_row, response);
}
