/* The action bar: cite, link, download, API. */
#include "layout/citation_text.h"
#include "layout/link.h"

#include <stdio.h>

static void open_action(struct page *page, const char *name)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "details", "name", "use", NULL);
    markup_element(markup, "summary", name, NULL);
    markup_open(markup, "div", "class", "panel", NULL);
}

static void close_action(struct page *page)
{
    markup_close(&page->markup, "div");
    markup_close(&page->markup, "details");
}

/* Writes a link to the subject in a format. */
static void write_format_link(struct page *page, const struct page_format *format)
{
    struct markup *markup = &page->markup;
    struct url url = page->url;
    url.suffix = format->suffix;
    markup_open(markup, "a", NULL);
    page_href_with(page, url, NULL, NULL);
    markup_attribute(markup, "type", format->media_type);
    markup_text(markup, format->suffix);
    markup_close(markup, "a");
    markup_text(markup, " ");
}

/* Reports whether a format is for reference managers. */
static bool is_citation(const struct page_format *format)
{
    static const char *const suffixes[] = {".bib", ".ris", ".csl.json"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (strcmp(format->suffix, suffixes[i]) == 0)
            return true;
    return false;
}

/* Writes links to the formats that are for citations, or to the others. */
static void write_formats(struct page *page, bool citations)
{
    struct markup *markup = &page->markup;
    bool any = false;
    for (size_t i = 0; i < page->format_count; i++)
        any |= is_citation(&page->formats[i]) == citations;
    if (!any)
        return;
    markup_open(markup, "p", "class", "formats", NULL);
    for (size_t i = 0; i < page->format_count; i++)
        if (is_citation(&page->formats[i]) == citations)
            write_format_link(page, &page->formats[i]);
    markup_close(markup, "p");
}

/* Writes an address to copy, after `before`. */
static void write_code(struct page *page, const char *label, const char *before, const char *suffix)
{
    struct markup *markup = &page->markup;
    struct buffer address;
    buffer_init(&address, (size_t)4 * TARGET_BYTES_MAX);
    buffer_append_text(&address, before);
    page_append_address(page, suffix, &address);
    buffer_append_byte(&address, '\0');
    markup_element(markup, "dt", label, NULL);
    markup_open(markup, "dd", NULL);
    markup_element(markup, "code", address.failed ? "" : address.bytes, NULL);
    markup_close(markup, "dd");
    buffer_finish(&address);
}

static void write_citation(struct page *page)
{
    struct markup *markup = &page->markup;
    if (!page->record || page->url.count == 3)
        return;
    open_action(page, "Cite");
    markup_open(markup, "dl", NULL);
    markup_element(markup, "dt", "Chicago", NULL);
    markup_open(markup, "dd", NULL);
    markup_open(markup, "span", NULL);
    citation_text_write(page->record, page->meeting, markup);
    markup_close(markup, "span");
    markup_close(markup, "dd");
    markup_close(markup, "dl");
    write_formats(page, true);
    close_action(page);
}

void page_write_actions(struct page *page)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "div", "class", "actions", "role", "group", "aria-label",
                page->record && page->url.count == 2 ? "Use this record" : "Use this list", NULL);
    write_citation(page);
    open_action(page, "Link");
    markup_open(markup, "dl", NULL);
    write_code(page, "This page, always current", "", NULL);
    markup_close(markup, "dl");
    close_action(page);
    open_action(page, "Download");
    write_formats(page, false);
    close_action(page);
    open_action(page, "API");
    markup_open(markup, "dl", NULL);
    write_code(page, "The same as JSON", page->publication.url ? "curl " : "GET ", NULL);
    markup_close(markup, "dl");
    close_action(page);
    markup_close(markup, "div");
    markup_break(markup);
}
