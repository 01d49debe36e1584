#include "pages/problem_page.h"

#include <stdio.h>
#include <string.h>

/* The words for a reader, by status. Other statuses have the phrase of the status as heading. */
static const struct words {
    unsigned status;
    const char *heading;
    const char *lead; /* NULL for the detail of the problem */
} words[] = {
    {400, "This address cannot be answered", NULL},
    {404, "There is no page here",
     "The address may contain a mistake, or the record may have changed."},
    {406, "There is no page in this format", NULL},
    {414, "This address is too long", NULL},
    {500, "Something went wrong", "The fault is with this service, not with you."},
    {503, "This page cannot be shown now", NULL},
};

static struct words find_words(unsigned status, const char *title)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].status == status)
            return words[i];
    return (struct words){status, title, NULL};
}

/* Reports whether a quotation is a suggestion: a path of this service after "did you mean". */
static bool is_suggested(const char *before, size_t length, const char *quoted)
{
    static const char phrase[] = "did you mean ";
    return length >= sizeof phrase - 1 &&
           strncmp(before + length - (sizeof phrase - 1), phrase, sizeof phrase - 1) == 0 &&
           quoted[0] == '/' && quoted[1] != '/' && quoted[1] != '\\';
}

/* Appends a quoted path as a link. */
static void write_suggestion(struct page *page, const char *path, size_t length)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "a", NULL);
    markup_begin_attribute(markup, "href");
    markup_append_to_attribute(markup, path, length);
    if (page->publication.pages == PAGES_SUFFIX)
        markup_append_to_attribute(markup, ".html", 5);
    markup_end_attribute(markup);
    markup_name(markup, path, length);
    markup_close(markup, "a");
}

/* Appends a line, which quotes what the request says. The texts in quotation marks are isolated; so
 * is a text outside that sets a direction, because a quoted text may have such a mark itself. */
static void write_line(struct page *page, const char *line, size_t length)
{
    struct markup *markup = &page->markup;
    const char *const end = line + length, *before = line;
    size_t before_length = 0;
    for (bool quoted = false; line < end; quoted = !quoted) {
        const char *mark = memchr(line, '"', (size_t)(end - line));
        const size_t size = (size_t)((mark ? mark : end) - line);
        if (quoted && is_suggested(before, before_length, line))
            write_suggestion(page, line, size);
        else if (quoted)
            markup_name(markup, line, size);
        else
            markup_append_isolated(markup, line, size);
        markup_text(markup, mark ? "\"" : "");
        before = line;
        before_length = size;
        line += size + (mark ? 1 : 0);
    }
}

/* Writes each line of the detail as a paragraph. */
static void write_detail(struct page *page, const char *detail, const char *class)
{
    while (*detail) {
        const size_t length = strcspn(detail, "\n");
        markup_open(&page->markup, "p", "class", class, NULL);
        write_line(page, detail, length);
        markup_close(&page->markup, "p");
        detail += length + (detail[length] == '\n');
    }
}

/* Writes ways to continue: a search, and a link to the home page. */
static void write_ways(struct page *page)
{
    struct markup *markup = &page->markup;
    if (page->archive) {
        markup_open(markup, "form", "class", "big", "role", "search", "aria-label",
                    "Search for what should be here", NULL);
        page_action_search(page);
        markup_void(markup, "input", "class", "field", "type", "search", "name", "q", "aria-label",
                    "Words to search for", "placeholder", "Search the record", NULL);
        markup_element(markup, "button", "Search", "class", "btn", "type", "submit", NULL);
        markup_close(markup, "form");
    }
    markup_open(markup, "p", "class", "more", NULL);
    markup_open(markup, "a", NULL);
    page_href_home(page);
    markup_text(markup, "To the home page");
    markup_close(markup, "a");
    markup_close(markup, "p");
}

void problem_page_write(struct page *page, unsigned status, const char *title, const char *detail)
{
    struct markup *markup = &page->markup;
    const struct words said = find_words(status, title);
    char code[60];
    snprintf(code, sizeof code, "%u %.50s", status, title);
    page_begin(page, page_text_of(said.heading), page_text_of(""), false);
    page_write_trail(page, said.heading);
    markup_open(markup, "div", "class", "head error", NULL);
    markup_element(markup, "p", code, "class", "code", NULL);
    markup_element(markup, "h1", said.heading, NULL);
    if (said.lead)
        markup_element(markup, "p", said.lead, "class", "lead", NULL);
    write_detail(page, detail, said.lead ? "soft" : "lead");
    write_ways(page);
    markup_close(markup, "div");
    page_end(page);
}
