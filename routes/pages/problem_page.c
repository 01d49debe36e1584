#include "pages/problem_page.h"

#include <stdio.h>

void problem_page_write(struct page *page, unsigned status, const char *title, const char *detail)
{
    struct markup *markup = &page->markup;
    char code[16];
    snprintf(code, sizeof code, "%u", status);
    page_begin(page, page_text_of(title), page_text_of(""), false);
    page_write_trail(page, title);
    markup_open(markup, "div", "class", "head error", NULL);
    markup_element(markup, "p", code, "class", "code", NULL);
    markup_element(markup, "h1", title, NULL);
    while (*detail) {
        const size_t length = strcspn(detail, "\n");
        markup_prose(markup, "p", detail, length, "class", "lead", NULL);
        detail += length + (detail[length] == '\n');
    }
    markup_close(markup, "div");
    page_end(page);
}
