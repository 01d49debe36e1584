#include "pages/choices_page.h"

#include "record_parts/row.h"

#include <stdio.h>

void choices_page_write(struct page *page, const char *name, const struct record *const *choices,
                        size_t count)
{
    struct markup *markup = &page->markup;
    char title[SAY_BYTES], plural[SAY_BYTES];
    snprintf(title, sizeof title, "%zu %.60s have the number %.20s", count,
             say_term(choices[0]->type->collection, false, plural), name);
    page_begin(page, page_text_of(title), page_text_of(""), false);
    page_write_trail(page, title);
    markup_open(markup, "div", "class", "head", NULL);
    markup_element(markup, "h1", title, NULL);
    markup_element(markup, "p", "Numbers count within a meeting. Which one do you want?", "class",
                   "lead", NULL);
    markup_close(markup, "div");
    markup_open(markup, "ul", "class", "rows", NULL);
    for (size_t i = 0; i < count; i++)
        row_write(page, choices[i], true);
    markup_close(markup, "ul");
    page_end(page);
}
