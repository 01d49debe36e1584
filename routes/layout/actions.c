/* The action bar: cite, link, download, API. */
#include "citation/citation.h"
#include "layout/citation_text.h"
#include "layout/link.h"
#include "layout/scholar.h"

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
    markup_text(markup, format->name);
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

/* Opens an entry with a text to copy. */
static void open_entry(struct page *page, const char *label, const char *element)
{
    struct markup *markup = &page->markup;
    markup_element(markup, "dt", label, NULL);
    markup_open(markup, "dd", NULL);
    markup_open(markup, element, NULL);
}

static void close_entry(struct page *page, const char *element)
{
    markup_close(&page->markup, element);
    markup_close(&page->markup, "dd");
}

/* Writes the address of the subject to copy. */
static void write_address(struct page *page)
{
    struct buffer address;
    buffer_init(&address, (size_t)4 * TARGET_BYTES_MAX);
    page_append_address(page, &address);
    buffer_append_byte(&address, '\0');
    markup_text(&page->markup, address.failed ? "" : address.bytes);
    page->markup.out->failed |= address.failed;
    buffer_finish(&address);
}

/* Writes the command that requests the subject, in quotes for a shell. */
static void write_command(struct page *page)
{
    struct buffer address, command;
    buffer_init(&address, (size_t)4 * TARGET_BYTES_MAX);
    buffer_init(&command, (size_t)12 * TARGET_BYTES_MAX + sizeof "curl ''");
    page_append_resource_address(page, &address);
    buffer_append_text(&command, "curl '");
    for (size_t i = 0; i < address.length; i++)
        if (address.bytes[i] == '\'')
            buffer_append_text(&command, "%27");
        else
            buffer_append_byte(&command, address.bytes[i]);
    buffer_append_text(&command, "'");
    buffer_append_byte(&command, '\0');
    markup_text(&page->markup, command.failed ? "" : command.bytes);
    page->markup.out->failed |= address.failed || command.failed;
    buffer_finish(&address);
    buffer_finish(&command);
}

/* Reports whether the subject is a record, and not a list of records that refer to it. */
static bool is_of_record(const struct page *page)
{
    return page->record && page->url.count == 2;
}

static void write_citation(struct page *page)
{
    struct markup *markup = &page->markup;
    if (!is_of_record(page) || !(CITATION_TYPES & TARGET(page->record->type->ordinal)))
        return;
    open_action(page, "Cite");
    markup_open(markup, "dl", NULL);
    open_entry(page, "APA", "span");
    citation_text_write_apa(page);
    close_entry(page, "span");
    open_entry(page, "Chicago", "span");
    citation_text_write_chicago(page);
    close_entry(page, "span");
    markup_close(markup, "dl");
    write_formats(page, true);
    close_action(page);
}

/* Writes the address, and the current version of the record. */
static void write_link(struct page *page)
{
    struct markup *markup = &page->markup;
    char version[PAGE_DATA_VERSION_BYTES];
    open_action(page, "Link");
    markup_open(markup, "dl", NULL);
    open_entry(page, "This page, always current", "code");
    write_address(page);
    close_entry(page, "code");
    if (page->archive) {
        open_entry(page, "As it is now", "span");
        write_address(page);
        markup_text(markup, " (record version ");
        page_data_version(page->archive, version);
        markup_text(markup, version);
        markup_text(markup, ")");
        close_entry(page, "span");
    }
    markup_close(markup, "dl");
    close_action(page);
}

/* Writes the command that requests the subject, and a link to the reference. */
static void write_api(struct page *page)
{
    struct markup *markup = &page->markup;
    open_action(page, "API");
    markup_open(markup, "dl", NULL);
    open_entry(page, is_of_record(page) ? "The same record as JSON" : "The same list as JSON",
               "code");
    write_command(page);
    close_entry(page, "code");
    markup_close(markup, "dl");
    markup_open(markup, "p", "class", "formats", NULL);
    markup_open(markup, "a", NULL);
    page_href_path(page, "/docs");
    markup_text(markup, "API reference");
    markup_close(markup, "a");
    markup_close(markup, "p");
    close_action(page);
}

void page_write_actions(struct page *page)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "div", "class", "actions", "role", "group", "aria-label",
                is_of_record(page) ? "Use this record" : "Use this list", NULL);
    write_citation(page);
    write_link(page);
    if (page->format_count) {
        open_action(page, "Download");
        write_formats(page, false);
        close_action(page);
        write_api(page);
    }
    if (is_of_record(page))
        scholar_write_span(page);
    markup_close(markup, "div");
    markup_break(markup);
}
