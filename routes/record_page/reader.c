/* The text of a document, line by line, with what cites each. */
#include "record_page/citing.h"
#include "record_page/record_page_private.h"
#include "unicode/fold.h"
#include "work/work.h"

#include <stdio.h>

enum {
    MARKED_LINES_MAX = 8, /* lines of a passage that looks/sources.css marks */
    CITING_SHOWN_MAX = 2, /* records beside one line */
    NAME_SHOWN_MAX = 32   /* bytes of the name of a record */
};

/* The lines that are being written, and the passages that begin at them or further on. */
struct reader {
    struct record_page *page;
    const struct citing_list *list;
    size_t next;          /* the first passage that begins later */
    uint32_t cited_until; /* the last line of the passages so far */
};

/* Writes anchors for the passages that begin at the line, "L26-L42", each once. The class of a
 * short one is its number of lines, which the style marks if the anchor is the target. */
static void write_anchors(struct reader *reader, uint32_t line, size_t end)
{
    struct markup *markup = &reader->page->page->markup;
    uint32_t last = line;
    char id[40], mark[24];
    for (size_t i = reader->next; i < end; i++) {
        const struct citing *citing = &reader->list->at[i];
        if (citing->to <= last)
            continue;
        last = citing->to;
        snprintf(id, sizeof id, "L%u-L%u", line, citing->to);
        snprintf(mark, sizeof mark, "anchor n%u", citing->to - line + 1);
        markup_open(markup, "span", "class", citing->to - line < MARKED_LINES_MAX ? mark : "anchor",
                    "id", id, NULL);
        markup_close(markup, "span");
    }
}

/* Writes a link to the list of all records that cite passages from a line on. */
static void write_more_link(struct page *page, uint32_t line, size_t more)
{
    char href[40];
    snprintf(href, sizeof href, "#all-of-L%u", line);
    markup_text(&page->markup, " and ");
    markup_open(&page->markup, "a", "href", href, NULL);
    markup_number(&page->markup, more);
    markup_text(&page->markup, " more");
    markup_close(&page->markup, "a");
}

/* Writes the records that cite passages from this line on. */
static void write_citing(struct reader *reader, size_t end)
{
    struct page *page = reader->page->page;
    size_t records = 0;
    if (reader->next == end)
        return;
    markup_open(&page->markup, "span", "class", "by", NULL);
    for (size_t i = reader->next; i < end; i++) {
        const struct citing *citing = &reader->list->at[i];
        if (citing->again || records++ >= CITING_SHOWN_MAX)
            continue;
        markup_text(&page->markup, records > 1 ? ", " : "");
        citing_write_record(page, citing->record);
    }
    if (records > CITING_SHOWN_MAX)
        write_more_link(page, reader->list->at[reader->next].from, records - CITING_SHOWN_MAX);
    markup_close(&page->markup, "span");
}

static const char *class_of(bool cited, bool start)
{
    if (start)
        return cited ? "cited start" : "bare start";
    return cited ? "cited" : "bare";
}

static void write_line(struct reader *reader, uint32_t line)
{
    struct markup *markup = &reader->page->page->markup;
    char digits[24], id[24], href[26];
    size_t length, end = reader->next;
    const char *text = line_index_line(&reader->page->lines, line, &length);
    while (end < reader->list->count && reader->list->at[end].from == line) {
        if (reader->list->at[end].to > reader->cited_until)
            reader->cited_until = reader->list->at[end].to;
        end++;
    }
    snprintf(digits, sizeof digits, "%u", line);
    snprintf(id, sizeof id, "L%u", line);
    snprintf(href, sizeof href, "#%s", id);
    markup_open(markup, "li", "id", id, NULL);
    if (!text_is_blank(text, length))
        markup_attribute(
            markup, "class",
            class_of(line <= reader->cited_until, line_begins_something(text, length)));
    markup_element(markup, "a", digits, "class", "ln", "href", href, NULL);
    markup_open(markup, "span", "class", "tx", "dir", "auto", NULL);
    write_anchors(reader, line, end);
    markup_record_text(markup, text, length);
    markup_close(markup, "span");
    write_citing(reader, end);
    markup_close(markup, "li");
    markup_break(markup);
    reader->next = end;
}

/* Counts the lines that are not blank, and those of them that something cites. */
static void write_summary(struct record_page *page, const struct citing_list *list)
{
    struct markup *markup = &page->page->markup;
    uint32_t until = 0;
    size_t written = 0, cited = 0, next = 0, length;
    for (uint32_t line = 1; line <= page->lines.text->lines; line++) {
        for (; next < list->count && list->at[next].from <= line; next++)
            if (list->at[next].to > until)
                until = list->at[next].to;
        const char *text = line_index_line(&page->lines, line, &length);
        const bool blank = text_is_blank(text, length);
        written += !blank;
        cited += !blank && line <= until;
    }
    markup_open(markup, "p", "class", "say", NULL);
    markup_number(markup, cited);
    markup_text(markup, " of ");
    markup_number(markup, written);
    markup_text(markup, written == 1 ? " line supports" : " lines support");
    markup_text(markup, " something in the record. They have a red rule, and the margin names what "
                        "rests on them");
    markup_text(markup, cited < written ? "; the other lines are grey." : ".");
    markup_close(markup, "p");
}

static void write_rest(struct record_page *page)
{
    struct markup *markup = &page->page->markup;
    struct url url = url_of_record(page->page->base_path, page->record);
    url.suffix = ".txt";
    markup_open(markup, "p", "class", "more", NULL);
    markup_open(markup, "a", NULL);
    page_href(page->page, url, NULL);
    markup_text(markup, page->lines.text->lines > READER_LINES_MAX ? "The whole text"
                                                                   : "The text as a file");
    markup_close(markup, "a");
    markup_close(markup, "p");
}

void reader_write(struct record_page *page)
{
    struct markup *markup = &page->page->markup;
    struct citing_list list;
    if (page->record->type != &document_type || !line_index_choose(&page->lines, page->record))
        return;
    const struct value *language = record_value(page->record, ROLE_LANGUAGE);
    citing_find(&list, page->page->archive, page->record, page->page->meeting, page->work);
    markup->out->failed |= list.failed;
    struct reader reader = {.page = page, .list = &list};
    const bool data = document_is_data(page->record);
    page_open_section(page->page, "text", data ? "The file" : "The text", false);
    if (data)
        markup_element(markup, "p", "This file was written for programs.", "class", "say", NULL);
    write_summary(page, &list);
    markup_open(markup, "ol", "class", data ? "reader code" : "reader", NULL);
    markup_attribute(markup, "lang", language->count ? language->text : NULL);
    for (uint32_t line = 1; line <= page->lines.text->lines && line <= READER_LINES_MAX; line++) {
        write_line(&reader, line);
        if (!work_spend_bytes(page->work, WORK_WRITING, markup->out->length))
            break;
    }
    markup_close(markup, "ol");
    write_rest(page);
    page_close_section(page->page);
    citing_write_lines(page, &list, CITING_SHOWN_MAX);
    citing_finish(&list);
}
