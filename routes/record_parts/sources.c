/* The source beside the claim. */
#include "record_parts/record_parts.h"
#include "schema/types/every_record.h"

#include <stdio.h>

enum {
    PASSAGES_MAX = 12 /* passages of one statement */
};

/* How much of the sources of a statement is quoted. */
struct quoting {
    uint32_t lines;  /* of one passage; a link leads to the next line */
    size_t passages; /* links lead to the others */
    bool brief;      /* true if references do not name the first source of the meeting */
};
static const struct quoting beside_text = {7, 5, false}, beside_row = {3, 1, true};

/* Reports whether the archive has the cited lines. */
static bool has_lines(const struct page *page, const struct passage *passage)
{
    const struct document_text *text = archive_text(page->archive, passage->document);
    return passage->from && text && passage->to <= text->lines;
}

/* Reports whether the cited lines can be read as prose, and are there. */
static bool can_quote(struct record_page *page, const struct passage *passage)
{
    return has_lines(page->page, passage) && !document_is_data(passage->document) &&
           line_index_choose(&page->lines, passage->document);
}

/* Writes where a passage is, as words. Texts of other members than lines follow. */
static void write_place(struct page *page, const struct value *source,
                        const struct passage *passage, bool named)
{
    static const enum source_member others[] = {SOURCE_PAGES, SOURCE_PARAGRAPHS, SOURCE_SECTION,
                                                SOURCE_TIME};
    struct markup *markup = &page->markup;
    char text[SAY_BYTES];
    bool any = passage->lines->count > 0;
    if (any)
        markup_text(markup, say_lines(passage->lines, text));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const struct value *value = members_value(source->members, others[i]);
        if (!value->count)
            continue;
        markup_text(markup, any ? ", " : "");
        markup_text(markup, say_term(source_fields[others[i]].name, !any, text));
        markup_text(markup, " ");
        markup_name(markup, value->text, value->count);
        any = true;
    }
    if (any && !named)
        return;
    char label[RECORD_LABEL_MAX];
    const size_t length = record_write_label(passage->document, label);
    markup_text(markup, any ? " of " : "");
    markup_name(markup, label, length);
}

/* Writes a link to a passage in its document. */
static void write_reference(struct page *page, const struct value *source, bool named)
{
    struct markup *markup = &page->markup;
    const struct passage passage = passage_of(source);
    char fragment[40] = "";
    if (has_lines(page, &passage) && passage.from <= READER_LINES_MAX)
        snprintf(fragment, sizeof fragment, "L%u", passage.from);
    markup_open(markup, "a", "class", "ref", NULL);
    page_href(page, url_of_record(page->base_path, passage.document), *fragment ? fragment : NULL);
    write_place(page, source, &passage, named);
    markup_close(markup, "a");
}

/* Writes one line of the source: its number leads to it. */
static void write_line(struct record_page *page, uint32_t number)
{
    struct markup *markup = &page->page->markup;
    char digits[24], fragment[24];
    size_t length;
    const char *line = line_index_line(&page->lines, number, &length);
    if (line_begins_something(line, length)) {
        markup_open(markup, "span", "class", "start", NULL);
        markup_close(markup, "span");
    }
    snprintf(digits, sizeof digits, "%u", number);
    snprintf(fragment, sizeof fragment, "L%u", number);
    markup_open(markup, "a", "class", "ln", NULL);
    page_href(page->page, url_of_record(page->page->base_path, page->lines.document), fragment);
    markup_element(markup, "span", "Line ", "class", "vh", NULL);
    markup_text(markup, digits);
    markup_close(markup, "a");
    markup_text(markup, " ");
    markup_name(markup, line, length);
    markup_text(markup, " ");
}

static void write_quotation(struct record_page *page, const struct passage *passage, uint32_t lines)
{
    struct markup *markup = &page->page->markup;
    markup_open(markup, "p", NULL);
    uint32_t line = passage->from;
    for (; line <= passage->to && line < passage->from + lines; line++)
        write_line(page, line);
    if (line <= passage->to) {
        char fragment[24], text[40];
        snprintf(fragment, sizeof fragment, "L%u", line);
        snprintf(text, sizeof text, "on to line %u", passage->to);
        markup_open(markup, "a", "class", "ref", NULL);
        page_href(page->page, url_of_record(page->page->base_path, passage->document), fragment);
        markup_text(markup, text);
        markup_close(markup, "a");
    }
    markup_close(markup, "p");
}

/* Reports whether references must name their document: the archive has several and, if `brief` is
 * true, it is not the first source of the meeting that the page is about. */
static bool is_document_named(const struct page *page, const struct value *source, bool brief)
{
    size_t count;
    const struct value *of_meeting =
        page->meeting ? record_page_sources(page->meeting) : &value_absent;
    archive_all(page->archive, &document_type, &count);
    return count > 1 && !(brief && of_meeting->count &&
                          passage_of(of_meeting->items).document == passage_of(source).document);
}

/* Reports whether the next passage is in another document. Only the last of the passages in one
 * document names it. */
static bool is_last_of_document(const struct value *sources, size_t at)
{
    return at + 1 == sources->count || at + 1 == PASSAGES_MAX ||
           passage_of(&sources->items[at + 1]).document != passage_of(&sources->items[at]).document;
}

static void write_summary_text(struct record_page *page, const struct value *sources, bool brief)
{
    for (size_t i = 0; i < sources->count && i < PASSAGES_MAX; i++) {
        const struct passage passage = passage_of(&sources->items[i]);
        if (i)
            markup_text(&page->page->markup, "; ");
        write_place(page->page, &sources->items[i], &passage,
                    is_last_of_document(sources, i) &&
                        is_document_named(page->page, &sources->items[i], brief));
    }
}

/* Writes links to the passages, beginning with the one at `first`. */
static void write_references(struct page *page, const struct value *sources, size_t first,
                             bool brief)
{
    for (size_t i = first; i < sources->count && i < PASSAGES_MAX; i++) {
        if (i > first)
            markup_text(&page->markup, ", ");
        write_reference(page, &sources->items[i],
                        is_last_of_document(sources, i) &&
                            is_document_named(page, &sources->items[i], brief));
    }
}

static void write_quotations(struct record_page *page, const struct value *sources,
                             const struct quoting *quoting)
{
    struct markup *markup = &page->page->markup;
    const struct value *language = record_value(
        members_value(sources->items[0].members, SOURCE_DOCUMENT)->record, ROLE_LANGUAGE);
    markup_open(markup, "details", "class", "peek", NULL);
    markup_open(markup, "summary", NULL);
    write_summary_text(page, sources, quoting->brief);
    markup_close(markup, "summary");
    markup_close(markup, "details");
    markup_open(markup, "blockquote", "class", "lines", NULL);
    markup_attribute(markup, "lang", language->count ? language->text : NULL);
    size_t quoted = 0, at = 0;
    for (; at < sources->count && at < PASSAGES_MAX && quoted < quoting->passages; at++) {
        const struct passage passage = passage_of(&sources->items[at]);
        if (!can_quote(page, &passage))
            continue;
        write_quotation(page, &passage, quoting->lines);
        quoted++;
    }
    if (at < sources->count) {
        markup_open(markup, "p", NULL);
        write_references(page->page, sources, at, quoting->brief);
        markup_close(markup, "p");
    }
    markup_close(markup, "blockquote");
}

static void write_sources(struct record_page *page, const struct value *sources,
                          const struct quoting *quoting)
{
    struct markup *markup = &page->page->markup;
    bool quoted = false;
    if (!sources->count)
        return;
    for (size_t i = 0; i < sources->count && i < PASSAGES_MAX; i++) {
        const struct passage passage = passage_of(&sources->items[i]);
        quoted |= can_quote(page, &passage);
    }
    markup_open(markup, "div", "class", "source", NULL);
    if (quoted)
        write_quotations(page, sources, quoting);
    else
        write_references(page->page, sources, 0, quoting->brief);
    markup_close(markup, "div");
}

void sources_write(struct record_page *page, const struct value *sources)
{
    write_sources(page, sources, &beside_text);
}

void sources_write_short(struct record_page *page, const struct value *sources)
{
    write_sources(page, sources, &beside_row);
}

void sources_write_reference(struct page *page, const struct value *sources)
{
    if (sources->count)
        write_reference(page, sources->items, is_document_named(page, sources->items, true));
}

void sources_write_summary(struct record_page *page, const struct value *sources)
{
    struct markup *markup = &page->page->markup;
    if (!sources->count)
        return;
    markup_open(markup, "p", "class", "note", NULL);
    markup_text(markup, "Source: ");
    write_references(page->page, sources, 0, false);
    markup_text(markup, ".");
    markup_close(markup, "p");
}
