/* The note on the page of a document whose text the service does not have. */
#include "record_page/citing.h"
#include "record_page/record_page_private.h"

/* Returns the number of lines that something cites. The passages are in the order of their lines.
 */
static size_t count_cited(const struct citing_list *list)
{
    size_t cited = 0;
    uint32_t until = 0;
    for (size_t i = 0; i < list->count; i++) {
        const uint32_t from = list->at[i].from > until ? list->at[i].from : until + 1;
        if (list->at[i].to < from)
            continue;
        cited += list->at[i].to - from + 1;
        until = list->at[i].to;
    }
    return cited;
}

void absent_text_write(struct record_page *page)
{
    struct markup *markup = &page->page->markup;
    const struct value *lines = record_value(page->record, ROLE_LINE_COUNT);
    struct citing_list list;
    citing_find(&list, page->page->archive, page->record, page->page->meeting, page->work);
    markup->out->failed |= list.failed;
    const size_t cited = count_cited(&list);
    citing_finish(&list);
    if (!cited)
        return;
    page_open_section(page->page, "text", "The text", false);
    markup_open(markup, "p", "class", "say", NULL);
    markup_text(markup, "The text is not part of this service; the record cites ");
    markup_number(markup, cited);
    if (lines->count) {
        markup_text(markup, " of its ");
        markup_number(markup, (uint64_t)lines->integer);
    }
    markup_text(markup, (lines->count ? lines->integer == 1 : cited == 1) ? " line." : " lines.");
    markup_close(markup, "p");
    page_close_section(page->page);
}
