/* The text of a document, line by line, with what cites each. */
#include "base/decimal.h"
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
    markup_open(&page->markup, "div", "class", "by", NULL);
    for (size_t i = reader->next; i < end; i++) {
        const struct citing *citing = &reader->list->at[i];
        if (citing->again || records++ >= CITING_SHOWN_MAX)
            continue;
        markup_text(&page->markup, records > 1 ? ", " : "");
        citing_write_record(page, citing->record);
    }
    if (records > CITING_SHOWN_MAX)
        write_more_link(page, reader->list->at[reader->next].from, records - CITING_SHOWN_MAX);
    markup_close(&page->markup, "div");
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
    markup_text(markup, " ");
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
    markup_text(markup, written == 1 ? " line with text supports" : " lines with text support");
    markup_text(markup, " something in the record. Their numbers are red");
    markup_text(markup, cited < written ? ", and the other lines are grey. " : ". ");
    markup_text(markup, "The records that cite a line are beside it, or appear when you choose its "
                        "number.");
    markup_close(markup, "p");
}

/* Returns the first line of the page, by its parameter `offset`; of a page after the last one, that
 * of the last. */
static uint32_t first_line(const struct record_page *page)
{
    const struct target *target = page->page->target;
    const uint32_t lines = page->lines.text->lines;
    int64_t offset = 0;
    for (size_t i = 0; target && i < target->parameter_count; i++)
        if (strcmp(target->parameters[i].name, "offset") == 0)
            decimal_parse(target->parameters[i].value, strlen(target->parameters[i].value),
                          &offset);
    if (offset < 0 || offset >= lines)
        return page_lines_before(lines) + 1;
    return (uint32_t)offset + 1;
}

static void write_part_link(struct page *page, const char *rel, uint32_t before, const char *text)
{
    markup_open(&page->markup, "a", "rel", rel, NULL);
    page_href_line(page, url_of_record(page->base_path, page->record), before + 1);
    markup_text(&page->markup, text);
    markup_close(&page->markup, "a");
}

/* Writes which lines the page has, and links to those before and after them. */
static void write_parts(struct record_page *page, uint32_t first, uint32_t last)
{
    struct markup *markup = &page->page->markup;
    const uint32_t lines = page->lines.text->lines;
    char text[80];
    if (first == 1 && last == lines)
        return;
    snprintf(text, sizeof text, "Lines %u\xE2\x80\x93%u of %u.", first, last, lines);
    markup_open(markup, "p", "class", "say", NULL);
    markup_text(markup, text);
    if (first > 1) {
        markup_text(markup, " ");
        write_part_link(page->page, "prev", first > PAGE_LINES_MAX ? first - 1 - PAGE_LINES_MAX : 0,
                        "The lines before");
    }
    if (last < lines) {
        markup_text(markup, first > 1 ? ", " : " ");
        write_part_link(page->page, "next", last, "The lines after");
    }
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
    markup_text(markup,
                page->lines.text->lines > PAGE_LINES_MAX ? "The whole text" : "The text as a file");
    markup_close(markup, "a");
    markup_close(markup, "p");
}

/* Skips the passages that begin before the first line of the page. */
static void skip_lines(struct reader *reader, uint32_t first)
{
    for (; reader->next < reader->list->count && reader->list->at[reader->next].from < first;
         reader->next++)
        if (reader->list->at[reader->next].to > reader->cited_until)
            reader->cited_until = reader->list->at[reader->next].to;
}

void reader_write(struct record_page *page)
{
    struct markup *markup = &page->page->markup;
    struct citing_list list;
    if (page->record->type != &document_type)
        return;
    if (!archive_text(page->page->archive, page->record)) {
        absent_text_write(page);
        return;
    }
    if (!line_index_choose(&page->lines, page->record))
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
    const uint32_t first = first_line(page), lines = page->lines.text->lines;
    const uint32_t last = lines - first < PAGE_LINES_MAX ? lines : first + PAGE_LINES_MAX - 1;
    write_parts(page, first, last);
    markup_open(markup, "ul", "class", data ? "reader code" : "reader", NULL);
    markup_attribute(markup, "lang", language->count ? language->text : NULL);
    skip_lines(&reader, first);
    for (uint32_t line = first; line <= last; line++) {
        write_line(&reader, line);
        if (!work_spend_bytes(page->work, WORK_WRITING, markup->out->length))
            break;
    }
    markup_close(markup, "ul");
    write_parts(page, first, last);
    write_rest(page);
    page_close_section(page->page);
    citing_write_lines(page, &list, CITING_SHOWN_MAX, first, last);
    citing_finish(&list);
}
