#include "pages/paging.h"

static void write_link(struct page *page, const char *href, const char *rel, const char *text)
{
    if (!href)
        return;
    markup_open(&page->markup, "a", "href", href, "rel", rel, NULL);
    markup_text(&page->markup, text);
    markup_close(&page->markup, "a");
}

void paging_write(struct page *page, uint64_t offset, size_t count, size_t total,
                  const char *previous, const char *next)
{
    struct markup *markup = &page->markup;
    if ((!previous && !next) || !total)
        return;
    markup_open(markup, "nav", "class", "pages", "aria-label", "Pages", NULL);
    write_link(page, previous, "prev", "Previous");
    markup_text(markup, " ");
    markup_open(markup, "span", "class", "soft", NULL);
    if (count) {
        markup_number(markup, offset + 1);
        markup_text(markup, " to ");
        markup_number(markup, offset + count);
        markup_text(markup, " of ");
    } else {
        markup_text(markup, "after the last of ");
    }
    markup_number(markup, total);
    markup_close(markup, "span");
    markup_text(markup, " ");
    write_link(page, next, "next", "Next");
    markup_close(markup, "nav");
}
