/* The names of the records that cite lines of a document, and the lines that many cite. */
#include "base/utf8.h"
#include "record_page/citing.h"
#include "record_page/record_page_private.h"
#include "work/work.h"

#include <stdio.h>

enum {
    LISTED_OF_LINE_MAX = 60, /* records in the list of one line */
    NAME_SHOWN_MAX = 32      /* bytes of the name of a record */
};

/* Returns the length of a name that the margin shows, cut between words if possible. */
static size_t cut_name(const struct value *name)
{
    if (name->count <= NAME_SHOWN_MAX)
        return name->count;
    const size_t most = utf8_cut_length(name->text, NAME_SHOWN_MAX);
    for (size_t length = most; length > NAME_SHOWN_MAX / 2; length--)
        if (name->text[length] == ' ')
            return length;
    return most;
}

/* Writes the kind and the title of a record; of a meeting only its short name. */
static void write_citing_name(struct page *page, const struct record *record)
{
    char text[SAY_MEETING_BYTES];
    const struct value *title = record_value(record, ROLE_TITLE);
    if (record->type == &meeting_type) {
        markup_name(&page->markup, text, say_meeting(page->archive, record, text));
        return;
    }
    markup_element(&page->markup, "span", say_kind(record, text), "class", "kind", NULL);
    if (!title->count)
        return;
    const size_t length = cut_name(title);
    markup_text(&page->markup, " ");
    markup_name(&page->markup, title->text, length);
    markup_text(&page->markup, length < title->count ? "\xE2\x80\xA6" : "");
}

void citing_write_record(struct page *page, const struct record *record)
{
    markup_open(&page->markup, "a", NULL);
    page_href(page, url_of_record(page->base_path, record), NULL);
    write_citing_name(page, record);
    markup_close(&page->markup, "a");
}

/* Returns the end of the passages that begin at the line of the one at `first`, and stores the
 * number of records that cite them. */
static size_t end_of_line(const struct citing_list *list, size_t first, size_t *ret_records)
{
    size_t end = first;
    *ret_records = 0;
    for (; end < list->count && list->at[end].from == list->at[first].from; end++)
        *ret_records += !list->at[end].again;
    return end;
}

/* Writes all records that cite passages from one line on, as far as there is room. */
static void write_line_citing(struct page *page, const struct citing_list *list, size_t first,
                              size_t end)
{
    struct markup *markup = &page->markup;
    char id[40], href[24], text[40];
    size_t written = 0, more = 0;
    snprintf(id, sizeof id, "all-of-L%u", list->at[first].from);
    snprintf(href, sizeof href, "#L%u", list->at[first].from);
    snprintf(text, sizeof text, "Line %u", list->at[first].from);
    markup_open(markup, "li", "id", id, NULL);
    markup_element(markup, "a", text, "class", "ref", "href", href, NULL);
    markup_text(markup, ": ");
    for (size_t i = first; i < end; i++) {
        if (list->at[i].again)
            continue;
        if (written == LISTED_OF_LINE_MAX) {
            more++;
            continue;
        }
        markup_text(markup, written++ ? ", " : "");
        citing_write_record(page, list->at[i].record);
    }
    if (more) {
        markup_text(markup, " and ");
        markup_number(markup, more);
        markup_text(markup, " more");
    }
    markup_close(markup, "li");
    markup_break(markup);
}

void citing_write_lines(struct record_page *page, const struct citing_list *list, size_t shown,
                        uint32_t first_line, uint32_t last_line)
{
    struct markup *markup = &page->page->markup;
    bool any = false;
    size_t records;
    for (size_t first = 0, end; first < list->count && !work_is_used_up(page->work); first = end) {
        end = end_of_line(list, first, &records);
        if (records <= shown || list->at[first].from < first_line ||
            list->at[first].from > last_line)
            continue;
        if (!any) {
            page_open_section(page->page, "much-cited", "Lines that are cited most", false);
            markup_open(markup, "ul", "class", "rows small", NULL);
        }
        any = true;
        write_line_citing(page->page, list, first, end);
        work_spend_bytes(page->work, WORK_WRITING, markup->out->length);
    }
    if (!any)
        return;
    markup_close(markup, "ul");
    page_close_section(page->page);
}
