#define _GNU_SOURCE /* memmem */
#include "pages/search_page.h"

#include "pages/paging.h"
#include "search/snippet.h"

#include <stdio.h>
#include <string.h>

static void write_form(struct page *page, const struct page_search *search)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "form", "class", "big", "role", "search", "aria-label", "Search again",
                NULL);
    markup_open(markup, "input", "class", "field", "type", "search", "name", "q", "aria-label",
                "Words to search for", NULL);
    markup_attribute(markup, "value", search->q ? search->q : "");
    markup_close_void(markup, "input");
    markup_element(markup, "button", "Search", "class", "btn", "type", "submit", NULL);
    markup_close(markup, "form");
}

static void write_head(struct page *page, const struct page_search *search)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "div", "class", "head", NULL);
    if (search->q) {
        markup_open(markup, "p", "class", "kicker", NULL);
        markup_number(markup, search->total);
        markup_text(markup, search->total == 1 ? " result" : " results");
        markup_close(markup, "p");
    }
    markup_element(markup, "h1", "Search", NULL);
    write_form(page, search);
    markup_close(markup, "div");
}

static void write_type(struct page *page, const char *type, const char *label, size_t count,
                       bool current)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "li", NULL);
    markup_open(markup, "a", NULL);
    page_href_with(page, page->url, "type", type);
    markup_attribute(markup, "aria-current", current ? "true" : NULL);
    markup_text(markup, label);
    markup_text(markup, " ");
    markup_open(markup, "span", NULL);
    markup_number(markup, count);
    markup_close(markup, "span");
    markup_close(markup, "a");
    markup_close(markup, "li");
}

/* Writes the types that have results, each as a link to the search in that type. */
static void write_types(struct page *page, const struct page_search *search)
{
    struct markup *markup = &page->markup;
    const unsigned all = (1u << TYPE_COUNT) - 1;
    char label[SAY_BYTES];
    size_t sum = 0;
    for (size_t i = 0; i < TYPE_COUNT; i++)
        sum += search->by_type[i];
    markup_open(markup, "nav", "class", "facets", "aria-label", "Narrow the search", NULL);
    markup_open(markup, "details", "class", "fold", NULL);
    markup_element(markup, "summary", "Narrow the search", NULL);
    markup_close(markup, "details");
    markup_open(markup, "div", "class", "lists", NULL);
    markup_open(markup, "section", NULL);
    markup_element(markup, "h2", "Type", NULL);
    markup_open(markup, "ul", NULL);
    write_type(page, NULL, "Everything", sum, search->types == all);
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (search->by_type[i])
            write_type(page, record_types[i]->name,
                       say_term(record_types[i]->collection, true, label), search->by_type[i],
                       search->types == TARGET(i));
    markup_close(markup, "ul");
    markup_close(markup, "section");
    markup_close(markup, "div");
    markup_close(markup, "nav");
}

static void write_nothing(struct page *page, const struct page_search *search)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "p", "class", "empty", NULL);
    if (!search->q) {
        markup_text(markup, "Write what to look for: words of a paper, a person, a proposal, a "
                            "place.");
    } else if (search->suggestion) {
        markup_text(markup, "Nothing has these words. Did you mean ");
        markup_open(markup, "a", NULL);
        page_href_with(page, page->url, "q", search->suggestion);
        markup_name(markup, search->suggestion, strlen(search->suggestion));
        markup_close(markup, "a");
        markup_text(markup, "?");
    } else {
        markup_text(markup, "Nothing has these words. Fewer words find more; nucl* finds whatever "
                            "begins so.");
    }
    markup_close(markup, "p");
}

void search_page_begin(struct page *page, const struct page_search *search)
{
    struct markup *markup = &page->markup;
    const bool found = search->by_type && search->total;
    page_begin(page, page_text_of("Search"), page_text_of(""), false);
    page_write_trail(page, "Search");
    write_head(page, search);
    markup_open(markup, "div", "class", found ? "split" : "list", NULL);
    if (found)
        write_types(page, search);
    markup_open(markup, "div", NULL);
    if (!found)
        write_nothing(page, search);
    else
        markup_open(markup, "ol", "class", "rows hits", NULL);
    markup_break(markup);
}

/* A snippet while it is written. */
struct snippet_writing {
    struct markup *markup;
    bool several;  /* true if it has the texts of several fields, each of which is isolated */
    bool in_match; /* true between the marks of a match */
};

static void write_mark(struct markup *markup, bool begins)
{
    if (begins)
        markup_open(markup, "mark", NULL);
    else
        markup_close(markup, "mark");
}

/* Appends the text of a field. A match may go on in the next field, in another element. */
static void write_field(struct snippet_writing *writing, const char *text, size_t length)
{
    size_t done = 0;
    if (writing->several)
        markup_open(writing->markup, "bdi", NULL);
    if (writing->in_match)
        write_mark(writing->markup, true);
    for (size_t i = 0; i < length; i++) {
        const bool begins = text[i] == SEARCH_MARK_BEGIN;
        if (!begins && text[i] != SEARCH_MARK_END)
            continue;
        markup_record_text(writing->markup, text + done, i - done);
        done = i + 1;
        if (begins != writing->in_match)
            write_mark(writing->markup, begins);
        writing->in_match = begins;
    }
    markup_record_text(writing->markup, text + done, length - done);
    if (writing->in_match)
        write_mark(writing->markup, false);
    if (writing->several)
        markup_close(writing->markup, "bdi");
}

/* Returns the place of the separator of two fields, or NULL. */
static const char *find_separator(const char *text, size_t length)
{
    return memmem(text, length, SEARCH_TEXT_SEPARATOR, sizeof SEARCH_TEXT_SEPARATOR - 1);
}

/* Appends a snippet. */
static void write_snippet(struct page *page, const struct page_hit *hit)
{
    struct markup *markup = &page->markup;
    const char *text = hit->snippet, *const end = text + hit->snippet_length;
    const char *separator = find_separator(text, hit->snippet_length);
    struct snippet_writing writing = {markup, separator != NULL, false};
    markup_open(markup, "p", "dir", "auto", NULL);
    for (; separator; separator = find_separator(text, (size_t)(end - text))) {
        write_field(&writing, text, (size_t)(separator - text));
        markup_text(markup, SEARCH_TEXT_SEPARATOR);
        text = separator + sizeof SEARCH_TEXT_SEPARATOR - 1;
    }
    write_field(&writing, text, (size_t)(end - text));
    markup_close(markup, "p");
}

/* Writes what the record is, and its meeting. */
static void write_kicker(struct page *page, const struct record *record)
{
    char text[SAY_MEETING_BYTES];
    const struct value *meeting = record_value(record, ROLE_MEETING);
    markup_open(&page->markup, "p", "class", "kicker", NULL);
    markup_text(&page->markup, say_kind(record, text));
    if (meeting->count && !page->meeting) {
        markup_text(&page->markup, ", ");
        markup_name(&page->markup, text, say_meeting(page->archive, meeting->record, text));
    }
    markup_close(&page->markup, "p");
}

void search_page_write_hit(struct page *page, const struct page_hit *hit)
{
    markup_open(&page->markup, "li", NULL);
    write_kicker(page, hit->record);
    markup_open(&page->markup, "p", "class", "t", NULL);
    page_link_record(page, hit->record);
    markup_close(&page->markup, "p");
    write_snippet(page, hit);
    markup_close(&page->markup, "li");
    markup_break(&page->markup);
}

void search_page_end(struct page *page, const struct page_search *search)
{
    if (search->by_type && search->total)
        markup_close(&page->markup, "ol");
    paging_write(page, search->offset, search->count, search->total, search->previous,
                 search->next);
    markup_close(&page->markup, "div");
    markup_close(&page->markup, "div");
    page_end(page);
}
