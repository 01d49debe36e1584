/* The picture of the flow of a meeting: from what was said to the proposals that take it up, and to
 * the decisions on these.
 *
 * The columns are lists of equal rows, so a curve is drawn from row to row without measuring: row i
 * of n is at (i + 1/2) / n of the height. Below each proposal and decision is a list of its links,
 * with their reasons, in the order of the curves. Narrow screens show it in place of the curves; on
 * wide ones a fold does, for those who do not see them.
 */
#include "meeting_page/flow.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    FLOW_HEIGHT = 1000 /* units of the drawing */
};

/* Writes the id of the row of a proposal or a decision. */
static const char *key_of(const struct record *record, char key[SLUG_BYTES_MAX + 20])
{
    snprintf(key, SLUG_BYTES_MAX + 20, "%s-%s", record->type->name, record_id(record));
    return key;
}

/* Returns the speaker: the family name of the first author, else the speaker in the words of the
 * source, else a value that is absent. */
static const struct value *find_speaker(const struct record *record)
{
    const struct field *field = field_list_with_role(record->type->fields, ROLE_AUTHOR);
    const struct value *author = record_value(record, ROLE_AUTHOR);
    if (field && field->list && author->count)
        author = author->items;
    if (!field || !author->count)
        return record_value(record, ROLE_ATTRIBUTION);
    const struct value *family = record_value(author->record, ROLE_FAMILY_NAME);
    return family->count ? family : record_label(author->record);
}

/* Returns the length of the speaker's name and the blanks after it, if a label begins with them. */
static size_t name_length(const char *label, size_t length, const struct value *speaker)
{
    size_t at = speaker->count;
    if (!at || at >= length || memcmp(label, speaker->text, at) != 0 || !strchr(" ,:", label[at]))
        return 0;
    while (at < length && strchr(" ,:", label[at]))
        at++;
    return at;
}

/* Writes a link to a source, with its number, and its speaker, or its kind if it has none. */
static void write_source(struct page *page, const struct record *record)
{
    struct markup *markup = &page->markup;
    char label[RECORD_LABEL_MAX], kind[SAY_BYTES];
    const struct value *speaker = find_speaker(record);
    const size_t length = record_write_label(record, label);
    const size_t name = name_length(label, length, speaker);
    markup_open(markup, "a", NULL);
    page_href(page, url_of_record(page->base_path, record), NULL);
    row_write_number(page, record);
    if (speaker->count)
        markup_name(markup, speaker->text, speaker->count);
    else
        markup_text(markup, say_kind(record, kind));
    markup_close(markup, "a");
    markup_text(markup, " ");
    markup_open(markup, "span", "class", "what", NULL);
    markup_name(markup, label + name, length - name);
    markup_close(markup, "span");
}

static void write_source_row(struct page *page, const struct record *record)
{
    markup_open(&page->markup, "li", NULL);
    markup_open(&page->markup, "span", NULL);
    write_source(page, record);
    markup_close(&page->markup, "span");
    markup_close(&page->markup, "li");
}

/* A column of targets: the links to them, and the column from which these lead. */
struct column {
    const char *class;
    const struct record *const *records;
    size_t count;
    const struct flow_links *links;
    const struct record *const *before;
    size_t before_count;
    bool from_sources; /* true if the column before has the sources */
};

/* Writes what a link leads from, and its reason. */
static void write_reason(struct page *page, const struct column *column,
                         const struct flow_link *link)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "li", NULL);
    if (link->within)
        page_link_record(page, column->records[link->from]);
    else if (column->from_sources)
        write_source(page, column->before[link->from]);
    else
        page_link_record(page, column->before[link->from]);
    markup_open(markup, "p", NULL);
    markup_text(markup, link->inferred ? "Inferred" : "Stated");
    markup_text(markup, link->note->count ? ": " : "");
    if (link->note->count)
        markup_name(markup, link->note->text, link->note->count);
    markup_close(markup, "p");
    markup_close(markup, "li");
}

/* Writes the links of a target. Those of one target follow each other. Returns the number of the
 * first link of the next target. */
static size_t write_reasons(struct page *page, const struct column *column, size_t row, size_t link)
{
    struct markup *markup = &page->markup;
    const struct flow_links *links = column->links;
    if (link == links->count || links->at[link].to != row)
        return link;
    markup_open(markup, "ul", "class", "why", NULL);
    for (; link < links->count && links->at[link].to == row; link++)
        write_reason(page, column, &links->at[link]);
    markup_close(markup, "ul");
    return link;
}

/* Writes a proposal or a decision. */
static size_t write_target(struct page *page, const struct column *column, size_t row, size_t link)
{
    struct markup *markup = &page->markup;
    const struct record *record = column->records[row];
    char key[SLUG_BYTES_MAX + 20], label[RECORD_LABEL_MAX];
    markup_open(markup, "li", "id", key_of(record, key), NULL);
    markup_open(markup, "p", "class", "t", NULL);
    markup_open(markup, "a", NULL);
    page_href(page, url_of_record(page->base_path, record), NULL);
    row_write_number(page, record);
    markup_name(markup, label, record_write_label(record, label));
    markup_close(markup, "a");
    markup_close(markup, "p");
    row_write_details(page, record, true);
    link = write_reasons(page, column, row, link);
    markup_close(markup, "li");
    return link;
}

/* Returns the height of the middle of a row. */
static unsigned height_of(size_t row, size_t rows)
{
    return rows ? (unsigned)((2 * row + 1) * FLOW_HEIGHT / (2 * rows)) : 0;
}

static void write_curve(struct page *page, const struct column *column,
                        const struct flow_link *link)
{
    struct markup *markup = &page->markup;
    char key[SLUG_BYTES_MAX + 20], href[SLUG_BYTES_MAX + 21], d[100];
    const unsigned y1 = height_of(link->from, link->within ? column->count : column->before_count);
    const unsigned y2 = height_of(link->to, column->count);
    if (link->within)
        snprintf(d, sizeof d, "M100 %uC78 %u 78 %u 100 %u", y1, y1, y2, y2);
    else
        snprintf(d, sizeof d, "M0 %uC45 %u 55 %u 100 %u", y1, y1, y2, y2);
    snprintf(href, sizeof href, "#%s", key_of(column->records[link->to], key));
    markup_open(markup, "a", "href", href, "tabindex", "-1", NULL);
    markup_open(markup, "path", "class", link->inferred ? "inferred" : "stated", "d", d, NULL);
    markup_close(markup, "path");
    markup_close(markup, "a");
}

/* Writes a column, with the curves that lead to it before it. */
static void write_column(struct page *page, const struct column *column)
{
    struct markup *markup = &page->markup;
    size_t link = 0;
    markup_open(markup, "div", "class", "curves", NULL);
    markup_open(markup, "svg", "viewBox", "0 0 100 1000", "preserveAspectRatio", "none",
                "aria-hidden", "true", "focusable", "false", NULL);
    for (size_t i = 0; i < column->links->count; i++)
        write_curve(page, column, &column->links->at[i]);
    markup_close(markup, "svg");
    markup_close(markup, "div");
    markup_open(markup, "ul", "class", column->class, NULL);
    for (size_t i = 0; i < column->count; i++)
        link = write_target(page, column, i, link);
    markup_close(markup, "ul");
}

static void write_picture(struct page *page, const struct flow *flow)
{
    struct markup *markup = &page->markup;
    const struct column proposals = {.class = "to",
                                     .records = flow->proposals,
                                     .count = flow->proposal_count,
                                     .links = &flow->taken_up,
                                     .before = flow->sources,
                                     .before_count = flow->source_count,
                                     .from_sources = true};
    const struct column decisions = {.class = "to decided",
                                     .records = flow->decisions,
                                     .count = flow->decision_count,
                                     .links = &flow->decided,
                                     .before = flow->proposals,
                                     .before_count = flow->proposal_count};
    markup_open(markup, "div", "class", flow->decision_count ? "flow onward" : "flow", NULL);
    markup_open(markup, "ul", "class", "from", NULL);
    for (size_t i = 0; i < flow->source_count; i++)
        write_source_row(page, flow->sources[i]);
    markup_close(markup, "ul");
    write_column(page, &proposals);
    if (flow->decision_count)
        write_column(page, &decisions);
    markup_close(markup, "div");
    markup_break(markup);
}

static void write_key(struct markup *markup, const char *class, const char *text)
{
    markup_open(markup, "span", NULL);
    markup_open(markup, "svg", "viewBox", "0 0 42 10", "aria-hidden", "true", NULL);
    markup_open(markup, "path", "class", class, "d", "M0 5H42", NULL);
    markup_close(markup, "path");
    markup_close(markup, "svg");
    markup_text(markup, text);
    markup_close(markup, "span");
}

static void write_flow(struct page *page, const struct flow *flow)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "figure", "class", "flow-figure", NULL);
    markup_open(markup, "details", "class", "fold", NULL);
    markup_element(markup, "summary", "As a list, with the reason for each link", NULL);
    markup_close(markup, "details");
    write_picture(page, flow);
    markup_open(markup, "figcaption", "class", "key", NULL);
    write_key(markup, "stated", "stated in the source");
    write_key(markup, "inferred", "inferred by the editor");
    markup_close(markup, "figcaption");
    markup_close(markup, "figure");
}

bool flow_write(struct record_page *page, const struct record *const *proposals, size_t count)
{
    if (count > FLOW_ROWS_MAX)
        return false;
    struct flow *flow = calloc(1, sizeof *flow);
    if (!flow) {
        page->page->markup.out->failed = true;
        return false;
    }
    flow->proposals = proposals;
    flow->proposal_count = count;
    flow_find(page, flow);
    const bool written = flow->source_count > 0;
    if (written)
        write_flow(page->page, flow);
    free(flow);
    return written;
}
