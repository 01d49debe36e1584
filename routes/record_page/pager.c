/* Links to the records before and after a record, among those of its type and meeting; of a
 * meeting, among those of its series. */
#include "record_page/record_page_private.h"

/* Reports whether the records of a type have an order within a meeting. */
static bool has_order(const struct record_type *type)
{
    return type == &session_type || type == &agenda_item_type || type == &paper_type ||
           type == &discussion_type || type == &proposal_type || type == &decision_type ||
           type == &action_type;
}

static void write_neighbour(struct page *page, const struct record *record, bool next)
{
    struct markup *markup = &page->markup;
    char kind[SAY_BYTES], name[SAY_NAME_BYTES];
    markup_open(markup, "a", "rel", next ? "next" : "prev", NULL);
    if (next)
        markup_attribute(markup, "class", "next");
    page_href(page, url_of_record(page->base_path, record), NULL);
    markup_element(markup, "span", say_kind(record, kind), "class", "soft", NULL);
    markup_text(markup, " ");
    markup_open(markup, "b", NULL);
    markup_name(markup, name, say_name(record, name));
    markup_close(markup, "b");
    markup_close(markup, "a");
}

void pager_find(struct record_page *page)
{
    size_t count = 0, at = 0;
    if (page->record->type == &meeting_type)
        series_find(page);
    if (!page->page->meeting || !has_order(page->record->type))
        return;
    const struct record *const *records =
        relations_find_members(page, page->page->meeting, page->record->type, &count);
    while (at < count && records[at] != page->record)
        at++;
    if (at == count)
        return;
    page->page->before = at > 0 ? records[at - 1] : NULL;
    page->page->after = at + 1 < count ? records[at + 1] : NULL;
}

void pager_write(struct record_page *page)
{
    struct markup *markup = &page->page->markup;
    if (!page->page->before && !page->page->after)
        return;
    markup_break(markup);
    markup_open(markup, "nav", "class", "pager", "aria-label", "Previous and next", NULL);
    if (page->page->before)
        write_neighbour(page->page, page->page->before, false);
    markup_text(markup, " ");
    if (page->page->after)
        write_neighbour(page->page, page->page->after, true);
    markup_close(markup, "nav");
}
