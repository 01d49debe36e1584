#include "pages/search_files_page.h"

/* Writes links to the lists, which have every record. */
static void write_lists(struct page *page)
{
    struct markup *markup = &page->markup;
    char name[SAY_BYTES];
    size_t count;
    const struct collection *collections = archive_collections(page->archive, &count);
    markup_open(markup, "ul", "class", "chips", NULL);
    for (size_t i = 0; i < count; i++) {
        if (!collections[i].count)
            continue;
        markup_open(markup, "li", NULL);
        page_link_collection(page, collections[i].name,
                             say_collection(page->archive, collections[i].name, true, name));
        markup_close(markup, "li");
    }
    markup_close(markup, "ul");
}

/* Writes the form, and the place of the results, which the script fills (looks/search_files.js). */
static void write_search(struct page *page)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "form", "class", "big", "role", "search", "aria-label", "Search again",
                "data-search", "", NULL);
    markup_void(markup, "input", "class", "field", "type", "search", "name", "q", "aria-label",
                "Words to search for", "autocomplete", "off", NULL);
    markup_element(markup, "button", "Search", "class", "btn", "type", "submit", NULL);
    markup_close(markup, "form");
    markup_open(markup, "noscript", NULL);
    markup_element(
        markup, "p",
        "This search needs JavaScript, because these pages are files. The lists have every "
        "record:",
        "class", "empty", NULL);
    write_lists(page);
    markup_close(markup, "noscript");
}

void search_files_page_write(struct page *page)
{
    struct markup *markup = &page->markup;
    page_begin(page, page_text_of("Search"), page_text_of(""), false);
    page_write_trail(page, "Search");
    markup_open(markup, "div", "class", "head", NULL);
    markup_element(markup, "h1", "Search", NULL);
    markup_close(markup, "div");
    if (page_has_search(page)) {
        write_search(page);
    } else {
        markup_element(markup, "p",
                       "This archive is too large to be searched as files. The lists have every "
                       "record:",
                       "class", "empty", NULL);
        write_lists(page);
    }
    page_end(page);
}
