/* The tool that shows lines of a document, and which records cite them. */
#include "archive/archive.h"
#include "assistant/find.h"
#include "assistant/statement.h"
#include "record_page/record_page.h"
#include "work/work.h"

#include <inttypes.h>
#include <string.h>

enum {
    LINES_MAX = 60,
    LINE_BYTES_MAX = 2000 /* shown of a line; a paragraph of minutes rarely has as many */
};

/* Lines of a document, counted from 1. */
struct span {
    int64_t from, to;
};

/* Returns the words of a line, which are cut before a character if they are too long. */
static json_t *line_words(const char *line, size_t length)
{
    size_t shown = length;
    if (length > LINE_BYTES_MAX)
        for (shown = LINE_BYTES_MAX; ((unsigned char)line[shown] & 0xc0) == 0x80; shown--)
            ;
    json_t *words = statement_words(line, shown);
    if (shown < length)
        mcp_set(words, "cut", json_true());
    return words;
}

/* Adds the text of the lines. Returns the number of lines of the whole text. */
static int64_t add_lines(json_t *lines, const char *text, size_t length, struct span span)
{
    int64_t number = 0;
    for (size_t at = 0; at < length; number++) {
        const char *end = memchr(text + at, '\n', length - at);
        const size_t bytes = end ? (size_t)(end - text) - at : length - at;
        if (number + 1 >= span.from && number + 1 <= span.to) {
            json_t *line = json_object();
            mcp_set(line, "line", json_integer(number + 1));
            mcp_set(line, "text", line_words(text + at, bytes));
            mcp_append(lines, line);
        }
        at += bytes + 1;
    }
    return number;
}

/* Adds the lines, or a note if the archive does not have them. Returns the number of lines of the
 * whole text, or 0. */
static int64_t add_text(struct tool_call *call, const char *id, struct span span, json_t *content)
{
    struct fetch_target target = {.length = 0};
    json_t *lines = json_array();
    int64_t total = 0;
    fetch_path(&target, "/documents");
    fetch_segment(&target, id);
    fetch_path(&target, ".txt");
    const json_t *text = fetch_as_text(call->mcp, &target);
    mcp_set(content, "has_text", json_boolean(text != NULL));
    if (text) {
        total = add_lines(lines, json_string_value(text), json_string_length(text), span);
        mcp_set(content, "lines_total", json_integer(total));
    } else {
        mcp_set_text(content, "note",
                     "This archive does not have the text of the document. Cite the lines by the "
                     "records that refer to them, and do not quote the document.");
    }
    mcp_set(content, "lines", lines);
    return total;
}

/* Reports whether one of the first `count` passages is of the same record. */
static bool is_repeated(const struct citing_list *list, size_t count, struct span span)
{
    for (size_t i = 0; i < count; i++)
        if (list->at[i].record == list->at[count].record && list->at[i].from <= span.to &&
            list->at[i].to >= span.from)
            return true;
    return false;
}

static json_t *fetch_citing(struct mcp *mcp, const struct record *record)
{
    struct fetch_target target = {.length = 0};
    fetch_segment(&target, record->type->collection);
    fetch_segment(&target, record_id(record));
    return fetch_json(mcp, &target);
}

/* Adds the page of statements that cite the lines. */
static void add_citing(struct tool_call *call, const struct citing_list *list, struct span span,
                       json_t *content)
{
    json_t *statements = json_array();
    int64_t total = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct citing *citing = &list->at[i];
        if (citing->from > span.to || citing->to < span.from || is_repeated(list, i, span))
            continue;
        total++;
        if (total <= call->offset || total > call->offset + call->limit)
            continue;
        const json_t *record = fetch_citing(call->mcp, citing->record);
        if (record)
            mcp_append(statements, statement_of(call->mcp, record, STATEMENT_LISTED));
    }
    mcp_set(content, "total", json_integer(total));
    mcp_set(content, "offset", json_integer(call->offset));
    if (call->offset + call->limit < total)
        mcp_set(content, "next_offset", json_integer(call->offset + call->limit));
    mcp_set(content, "statements", statements);
}

/* Reads the lines that are asked for. Returns false with a failure noted. */
static bool read_span(struct tool_call *call, struct span *ret_span)
{
    ret_span->from = tool_number(call, "from", 1);
    ret_span->to = tool_number(call, "to", ret_span->from + LINES_MAX - 1);
    if (ret_span->to >= ret_span->from && ret_span->to - ret_span->from < LINES_MAX)
        return true;
    tool_fail(call->mcp,
              "\"to\" must be at least \"from\", and at most %d lines are shown at a time.",
              LINES_MAX);
    return false;
}

/* Ends the span at the last line of a document, of which `lines` may be 0 if it is unknown. Returns
 * false, with a failure noted, if the span begins after that. */
static bool end_span(struct tool_call *call, const char *id, int64_t lines, struct span *span)
{
    if (lines > 0 && span->to > lines)
        span->to = lines;
    if (span->from <= span->to)
        return true;
    tool_fail(call->mcp, "The document \"%s\" has %" PRId64 " lines; \"from\" must be one of them.",
              id, lines);
    return false;
}

/* Notes that the records are too many to look through, if so. */
static bool is_too_costly(struct tool_call *call)
{
    if (!work_is_used_up(call->mcp->request->work))
        return false;
    tool_fail(call->mcp, "Finding the records that cite this document takes too much work.");
    return true;
}

json_t *tool_cited_lines(struct tool_call *call)
{
    char id[FIND_ID_BYTES];
    struct span span;
    struct citing_list list;
    json_t *content = json_object();
    const struct archive *archive = call->mcp->snapshot->archive;
    if (!read_span(call, &span) || !find_id(call, "documents", tool_text(call, "document"), id))
        return NULL;
    struct fetch_target target = {.length = 0};
    fetch_path(&target, "/documents");
    fetch_segment(&target, id);
    const json_t *document = fetch_json(call->mcp, &target);
    if (!document ||
        !end_span(call, id, json_integer_value(json_object_get(document, "lines")), &span))
        return NULL;
    mcp_set(content, "document", statement_reference(call->mcp, document));
    const int64_t lines = add_text(call, id, span, content);
    if (!end_span(call, id, lines, &span))
        return NULL;
    mcp_set(content, "from", json_integer(span.from));
    mcp_set(content, "to", json_integer(span.to));
    const struct collection *documents = archive_collection(archive, "documents", 9);
    citing_find(&list, archive, archive_find(archive, documents, id, strlen(id)), NULL,
                call->mcp->request->work);
    if (list.failed && !is_too_costly(call))
        call->mcp->is_unavailable = true;
    add_citing(call, &list, span, content);
    citing_finish(&list);
    return list.failed ? NULL : content;
}
