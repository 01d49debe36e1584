#include "pages/problem_page.h"

#include <stdio.h>
#include <string.h>

/* Appends a line, which quotes what the request says. The texts in quotation marks are isolated; so
 * is a text outside that sets a direction, because a quoted text may have such a mark itself. */
static void write_line(struct markup *markup, const char *line, size_t length)
{
    const char *const end = line + length;
    for (bool quoted = false; line < end; quoted = !quoted) {
        const char *mark = memchr(line, '"', (size_t)(end - line));
        const size_t size = (size_t)((mark ? mark : end) - line);
        if (quoted)
            markup_name(markup, line, size);
        else
            markup_append_isolated(markup, line, size);
        markup_text(markup, mark ? "\"" : "");
        line += size + (mark ? 1 : 0);
    }
}

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
        markup_open(markup, "p", "class", "lead", NULL);
        write_line(markup, detail, length);
        markup_close(markup, "p");
        detail += length + (detail[length] == '\n');
    }
    markup_close(markup, "div");
    page_end(page);
}
