/* The flow of a meeting: from what was said to the proposals that take it up.
 *
 * Both sides are lists of equal rows, so a curve is drawn from row to row without measuring: row i
 * of n is at (i + 1/2) / n of the height. Below each proposal is a list of its links, with their
 * reasons, in the order of the curves. Narrow screens show it in place of the curves; on wide ones
 * a fold does, for those who do not see them.
 */
#include "meeting_page/meeting_page_private.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    FLOW_ROWS_MAX = 60,   /* of each side; there is no picture of a longer list */
    FLOW_LINKS_MAX = 400, /* curves */
    FLOW_HEIGHT = 1000    /* units of the drawing */
};

struct flow_link {
    size_t from, to; /* rows; `from` is a row of the right side if `within` is true */
    bool within, inferred;
    const struct value *note;
};

struct flow {
    const struct record *const *proposals;
    size_t proposal_count;
    const struct record *sources[FLOW_ROWS_MAX];
    double mean[FLOW_ROWS_MAX]; /* of the rows to which the curves of a source lead */
    size_t source_count;
    struct flow_link links[FLOW_LINKS_MAX];
    size_t link_count;
};

/* Returns the row of a proposal, or `proposal_count`. */
static size_t find_proposal(const struct flow *flow, const struct record *record)
{
    size_t row = 0;
    while (row < flow->proposal_count && flow->proposals[row] != record)
        row++;
    return row;
}

/* Returns the row of a source, which is added. Returns FLOW_ROWS_MAX if there is no room. */
static size_t add_source(struct flow *flow, const struct record *record)
{
    for (size_t i = 0; i < flow->source_count; i++)
        if (flow->sources[i] == record)
            return i;
    if (flow->source_count == FLOW_ROWS_MAX)
        return FLOW_ROWS_MAX;
    flow->sources[flow->source_count] = record;
    return flow->source_count++;
}

static void add_link(struct flow *flow, size_t row, const struct value *object)
{
    const struct record *record = members_value(object->members, RELATED_RECORD)->record;
    const struct value *basis = members_value(object->members, RELATED_BASIS);
    const size_t proposal = find_proposal(flow, record);
    const bool within = proposal < flow->proposal_count;
    const size_t from = within ? proposal : add_source(flow, record);
    if (flow->link_count == FLOW_LINKS_MAX || (!within && from == FLOW_ROWS_MAX))
        return;
    flow->links[flow->link_count++] =
        (struct flow_link){from, row, within, strcmp(basis->text, "inferred") == 0,
                           members_value(object->members, RELATED_NOTE)};
}

static void find_links(struct flow *flow, const struct field *related)
{
    for (size_t row = 0; row < flow->proposal_count; row++) {
        const struct value *objects = record_page_value(flow->proposals[row], related);
        for (size_t i = 0; i < objects->count; i++)
            add_link(flow, row, &objects->items[i]);
    }
}

/* Orders the sources by the mean row of their targets, so that few curves cross. */
static void order_sources(struct flow *flow)
{
    size_t place[FLOW_ROWS_MAX], order[FLOW_ROWS_MAX];
    const struct record *sources[FLOW_ROWS_MAX] = {NULL};
    double sums[FLOW_ROWS_MAX] = {0}, counts[FLOW_ROWS_MAX] = {0};
    for (size_t i = 0; i < flow->link_count; i++)
        if (!flow->links[i].within) {
            sums[flow->links[i].from] += (double)flow->links[i].to;
            counts[flow->links[i].from] += 1;
        }
    for (size_t i = 0; i < flow->source_count; i++) {
        size_t at = i;
        flow->mean[i] = sums[i] / counts[i];
        for (; at > 0 && flow->mean[order[at - 1]] > flow->mean[i]; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    for (size_t i = 0; i < flow->source_count; i++) {
        sources[i] = flow->sources[order[i]];
        place[order[i]] = i;
    }
    memcpy(flow->sources, sources, flow->source_count * sizeof *sources);
    for (size_t i = 0; i < flow->link_count; i++)
        if (!flow->links[i].within)
            flow->links[i].from = place[flow->links[i].from];
}

/* Writes the id of the row of a proposal. */
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

/* Writes a link to a source, with its speaker, or its kind if it has none. */
static void write_source(struct page *page, const struct record *record)
{
    struct markup *markup = &page->markup;
    char label[RECORD_LABEL_MAX], kind[SAY_BYTES];
    const struct value *speaker = find_speaker(record);
    const size_t length = record_write_label(record, label);
    const size_t name = name_length(label, length, speaker);
    markup_open(markup, "a", NULL);
    page_href(page, url_of_record(page->base_path, record), NULL);
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

/* Writes what a link leads from, and its reason. */
static void write_reason(struct page *page, const struct flow *flow, const struct flow_link *link)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "li", NULL);
    if (link->within)
        page_link_record(page, flow->proposals[link->from]);
    else
        write_source(page, flow->sources[link->from]);
    markup_open(markup, "p", NULL);
    markup_text(markup, link->inferred ? "Inferred" : "Stated");
    markup_text(markup, link->note->count ? ": " : "");
    if (link->note->count)
        markup_name(markup, link->note->text, link->note->count);
    markup_close(markup, "p");
    markup_close(markup, "li");
}

/* Writes the links of a proposal. Those of one proposal follow each other. Returns the number of
 * the first link of the next proposal. */
static size_t write_reasons(struct page *page, const struct flow *flow, size_t row, size_t link)
{
    struct markup *markup = &page->markup;
    if (link == flow->link_count || flow->links[link].to != row)
        return link;
    markup_open(markup, "ul", "class", "why", NULL);
    for (; link < flow->link_count && flow->links[link].to == row; link++)
        write_reason(page, flow, &flow->links[link]);
    markup_close(markup, "ul");
    return link;
}

static size_t write_proposal(struct page *page, const struct flow *flow, size_t row, size_t link)
{
    struct markup *markup = &page->markup;
    const struct record *record = flow->proposals[row];
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
    link = write_reasons(page, flow, row, link);
    markup_close(markup, "li");
    return link;
}

/* Returns the height of the middle of a row. */
static unsigned height_of(size_t row, size_t rows)
{
    return rows ? (unsigned)((2 * row + 1) * FLOW_HEIGHT / (2 * rows)) : 0;
}

static void write_curve(struct page *page, const struct flow *flow, const struct flow_link *link)
{
    struct markup *markup = &page->markup;
    char key[SLUG_BYTES_MAX + 20], href[SLUG_BYTES_MAX + 21], d[100];
    const unsigned y1 =
        height_of(link->from, link->within ? flow->proposal_count : flow->source_count);
    const unsigned y2 = height_of(link->to, flow->proposal_count);
    if (link->within)
        snprintf(d, sizeof d, "M100 %uC78 %u 78 %u 100 %u", y1, y1, y2, y2);
    else
        snprintf(d, sizeof d, "M0 %uC45 %u 55 %u 100 %u", y1, y1, y2, y2);
    snprintf(href, sizeof href, "#%s", key_of(flow->proposals[link->to], key));
    markup_open(markup, "a", "href", href, "tabindex", "-1", NULL);
    markup_open(markup, "path", "class", link->inferred ? "inferred" : "stated", "d", d, NULL);
    markup_close(markup, "path");
    markup_close(markup, "a");
}

static void write_picture(struct page *page, const struct flow *flow)
{
    struct markup *markup = &page->markup;
    size_t link = 0;
    markup_open(markup, "div", "class", "flow", NULL);
    markup_open(markup, "ol", "class", "from", NULL);
    for (size_t i = 0; i < flow->source_count; i++)
        write_source_row(page, flow->sources[i]);
    markup_close(markup, "ol");
    markup_open(markup, "div", "class", "curves", NULL);
    markup_open(markup, "svg", "viewBox", "0 0 100 1000", "preserveAspectRatio", "none",
                "aria-hidden", "true", "focusable", "false", NULL);
    for (size_t i = 0; i < flow->link_count; i++)
        write_curve(page, flow, &flow->links[i]);
    markup_close(markup, "svg");
    markup_close(markup, "div");
    markup_open(markup, "ol", "class", "to", NULL);
    for (size_t i = 0; i < flow->proposal_count; i++)
        link = write_proposal(page, flow, i, link);
    markup_close(markup, "ol");
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
    const struct field *related = related_find_field();
    if (!related || count > FLOW_ROWS_MAX)
        return false;
    struct flow *flow = calloc(1, sizeof *flow);
    if (!flow) {
        page->page->markup.out->failed = true;
        return false;
    }
    flow->proposals = proposals;
    flow->proposal_count = count;
    find_links(flow, related);
    const bool written = flow->source_count > 0;
    if (written) {
        order_sources(flow);
        write_flow(page->page, flow);
    }
    free(flow);
    return written;
}
