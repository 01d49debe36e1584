/* What a page has no room for. */
#include "record_page/record_page_private.h"

void rest_write(struct record_page *page, size_t shown, size_t count)
{
    struct markup *markup = &page->page->markup;
    struct url url = url_of_record(page->page->base_path, page->record);
    if (count <= shown)
        return;
    url.suffix = ".json";
    markup_open(markup, "p", "class", "more", NULL);
    markup_number(markup, count - shown);
    markup_text(markup, " more in the ");
    markup_open(markup, "a", NULL);
    page_href(page->page, url, NULL);
    markup_text(markup, "JSON");
    markup_close(markup, "a");
    markup_close(markup, "p");
}
