#include "assistant/gather.h"

#include "assistant/statement_fields.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    DECISIONS_SHOWN = 5 /* on one proposal */
};

struct gathering gather_begin(struct tool_call *call)
{
    return (struct gathering){.call = call, .content = json_object(), .statements = json_array()};
}

static int64_t at_least_zero(int64_t number)
{
    return number > 0 ? number : 0;
}

static void add(struct gathering *gathering, const json_t *record, bool is_search)
{
    struct mcp *mcp = gathering->call->mcp;
    const char *href = is_search ? mcp_text_of(record, "href") : NULL;
    if (href)
        record = fetch_record(mcp, href);
    if (!record) {
        gathering->failed = true;
        return;
    }
    json_t *statement = statement_of(mcp, record, gathering->size);
    if (gathering->person)
        mcp_set(statement, "part", statement_part(record, gathering->person));
    mcp_append(gathering->statements, statement);
}

int64_t gather_list(struct gathering *gathering, const struct fetch_target *list, bool is_search)
{
    struct fetch_target target = *list;
    const struct tool_call *call = gathering->call;
    const int64_t shown = (int64_t)json_array_size(gathering->statements);
    if (gathering->failed)
        return 0;
    fetch_number(&target, "limit", call->limit - shown);
    fetch_number(&target, "offset", at_least_zero(call->offset - gathering->total));
    const json_t *page = fetch_json(call->mcp, &target), *meta = json_object_get(page, "meta");
    const json_t *records = json_object_get(page, "data");
    gathering->failed = !page;
    for (size_t i = 0; i < json_array_size(records); i++)
        add(gathering, json_array_get(records, i), is_search);
    statement_set_words(gathering->content, "suggestion", json_object_get(meta, "suggestion"));
    const int64_t total = json_integer_value(json_object_get(meta, "total"));
    gathering->total += total;
    return total;
}

/* Reports whether a statement is on the page by itself. */
static bool is_on_page(const struct gathering *gathering, const json_t *statement)
{
    const json_t *url = json_object_get(statement, "url");
    for (size_t i = 0; i < json_array_size(gathering->statements); i++)
        if (json_equal(json_object_get(json_array_get(gathering->statements, i), "url"), url))
            return true;
    return false;
}

/* Returns a decision: its statement, or a reference with the result if the page has the statement
 * already. */
static json_t *decision_of(const struct gathering *gathering, const json_t *record)
{
    const struct mcp *mcp = gathering->call->mcp;
    json_t *reference = statement_reference(mcp, record);
    if (!is_on_page(gathering, reference))
        return statement_of(mcp, record, gathering->size);
    mcp_share(reference, "result", json_object_get(record, "result"));
    return reference;
}

static void add_decisions(struct gathering *gathering, json_t *proposal, const char *id)
{
    struct fetch_target target = {.length = 0};
    json_t *decisions = json_array();
    fetch_path(&target, "/proposals");
    fetch_segment(&target, id);
    fetch_path(&target, "/decisions");
    fetch_number(&target, "limit", DECISIONS_SHOWN);
    const json_t *page = fetch_json(gathering->call->mcp, &target);
    const json_t *records = json_object_get(page, "data");
    gathering->failed |= !page;
    for (size_t i = 0; i < json_array_size(records); i++)
        mcp_append(decisions, decision_of(gathering, json_array_get(records, i)));
    if (json_array_size(decisions))
        mcp_set(proposal, "decided_by", decisions);
}

void gather_decisions(struct gathering *gathering)
{
    for (size_t i = 0; i < json_array_size(gathering->statements) && !gathering->failed; i++) {
        json_t *statement = json_array_get(gathering->statements, i);
        const char *type = mcp_text_of(statement, "type"), *id = mcp_text_of(statement, "id");
        if (type && id && strcmp(type, "proposal") == 0)
            add_decisions(gathering, statement, id);
    }
}

/* Says why a page has no statements. */
static void set_note(const struct gathering *gathering, json_t *content)
{
    char note[120];
    if (gathering->total == 0) {
        mcp_set_text(content, "note",
                     gathering->nothing
                         ? gathering->nothing
                         : "Nothing matches these words and filters. Try other or fewer words "
                           "before you say that the record is silent; do not guess.");
    } else if (gathering->call->offset >= gathering->total) {
        snprintf(note, sizeof note,
                 "The offset is after the last statement: there are %" PRId64 ".",
                 gathering->total);
        mcp_set_text(content, "note", note);
    }
}

json_t *gather_end(struct gathering *gathering)
{
    json_t *content = gathering->content;
    const int64_t offset = gathering->call->offset;
    const int64_t next = offset + (int64_t)json_array_size(gathering->statements);
    if (gathering->failed)
        return NULL;
    mcp_set(content, "total", json_integer(gathering->total));
    mcp_set(content, "offset", json_integer(offset));
    if (next < gathering->total && next > offset)
        mcp_set(content, "next_offset", json_integer(next));
    if (!json_object_get(content, "note"))
        set_note(gathering, content);
    mcp_set(content, "statements", gathering->statements);
    return content;
}
