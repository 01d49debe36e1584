/* /search-index.json: the texts of all records, in which a script searches if pages are files:
 *
 *     {"types": [{"name", "label", "path"}], "records": [[TYPE, ID, KIND, LABEL, TEXT], ...]}
 *
 * TYPE is a position in `types`; KIND says what the record is, such as "Paper 7". */
#include "discovery/discovery.h"
#include "endpoints/endpoints.h"
#include "http/problem.h"
#include "layout/layout.h"
#include "search/search.h"

#include <stdio.h>
#include <string.h>

/* Appends the texts of a column to `texts`, unless they are the label. */
static void append_column(const struct record *record, enum search_column column,
                          struct buffer *column_texts, struct buffer *texts)
{
    const struct value *label = record_label(record);
    if (!search_text_write(column_texts, record, column))
        texts->failed = true;
    if (column_texts->length == 0 || (column_texts->length == label->count &&
                                      memcmp(column_texts->bytes, label->text, label->count) == 0))
        return;
    if (texts->length)
        buffer_append_text(texts, SEARCH_TEXT_SEPARATOR);
    buffer_append(texts, column_texts->bytes, column_texts->length);
}

static void write_texts(struct json_writer *json, const struct record *record)
{
    struct buffer column_texts, texts;
    buffer_init(&column_texts, SEARCH_TEXT_CEILING);
    buffer_init(&texts, SEARCH_TEXT_CEILING);
    for (enum search_column column = SEARCH_TITLE; column < SEARCH_COLUMN_COUNT; column++)
        append_column(record, column, &column_texts, &texts);
    json_write_string(json, texts.length ? texts.bytes : "", texts.length);
    json->out->failed |= texts.failed;
    buffer_finish(&texts);
    buffer_finish(&column_texts);
}

/* Writes what the record is, and its meeting if there are several. */
static void write_kind(struct json_writer *json, const struct archive *archive,
                       const struct record *record, bool several)
{
    char kind[SAY_BYTES], meeting[SAY_MEETING_BYTES], whole[SAY_BYTES + SAY_MEETING_BYTES + 2];
    const struct value *of = record_value(record, ROLE_MEETING);
    say_kind(record, kind);
    if (several && of->count)
        say_meeting(archive, of->record, meeting);
    snprintf(whole, sizeof whole, "%s%s%s", kind, several && of->count ? ", " : "",
             several && of->count ? meeting : "");
    json_write_text(json, whole);
}

static void write_record(struct json_writer *json, const struct archive *archive,
                         const struct record *record, size_t type, bool several)
{
    char label[SAY_TITLE_BYTES];
    json_write_open(json, '[');
    json_write_integer(json, (int64_t)type);
    json_write_text(json, record_id(record));
    write_kind(json, archive, record, several);
    json_write_string(json, label, say_title(record, label));
    write_texts(json, record);
    json_write_close(json, ']');
}

static void write_types(struct json_writer *json, const struct archive *archive)
{
    char label[SAY_BYTES];
    json_write_open_member(json, "types", '[');
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        json_write_open(json, '{');
        json_write_text_member(json, "name", record_types[i]->name);
        json_write_text_member(json, "label",
                               say_collection(archive, record_types[i]->collection, true, label));
        json_write_text_member(json, "path", record_types[i]->collection);
        json_write_close(json, '}');
    }
    json_write_close(json, ']');
}

static void write_records(struct json_writer *json, const struct archive *archive)
{
    const bool several = page_main_meeting(archive) == NULL;
    json_write_open_member(json, "records", '[');
    for (size_t type = 0; type < TYPE_COUNT; type++) {
        size_t count;
        const struct record *const *records = archive_all(archive, record_types[type], &count);
        for (size_t i = 0; i < count; i++)
            write_record(json, archive, records[i], type, several);
    }
    json_write_close(json, ']');
}

void search_index_answer(const struct call *call, struct response *response)
{
    struct page page;
    struct json_writer json;
    page_init(&page, call->snapshot->archive, call->request, &response->body);
    if (!request_has_files(call->request) || !page_has_search(&page)) {
        problem_answer(response, call->request, 404,
                       "this file is only for pages that are files; see %s/search",
                       request_base_path(call->request));
        return;
    }
    if (!call_begin_document(call, "application/json", response))
        return;
    response_allow_file(response);
    json_writer_init(&json, &response->body);
    json_write_open(&json, '{');
    write_types(&json, call->snapshot->archive);
    write_records(&json, call->snapshot->archive);
    json_write_close(&json, '}');
    buffer_append_byte(&response->body, '\n');
}
