#include "pages/search_facets.h"

#include "pages/apart.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    SEARCH_PAGE_VALUES_MAX = 12 /* values of one facet */
};

static const char *const headings[SEARCH_FACET_COUNT] = {[SEARCH_FACET_MEETING] = "Meeting",
                                                         [SEARCH_FACET_YEAR] = "Year",
                                                         [SEARCH_FACET_TOPIC] = "Topic",
                                                         [SEARCH_FACET_PERSON] = "Person"};

static void open_facet(struct page *page, const char *heading)
{
    markup_open(&page->markup, "section", NULL);
    markup_element(&page->markup, "h2", heading, NULL);
    markup_open(&page->markup, "ul", NULL);
}

static void close_facet(struct page *page)
{
    markup_close(&page->markup, "ul");
    markup_close(&page->markup, "section");
}

/* Opens the link of a value, which the search has instead of its own; NULL for none. */
static void open_value(struct page *page, const char *name, const char *value, bool current)
{
    markup_open(&page->markup, "li", NULL);
    markup_open(&page->markup, "a", NULL);
    page_href_with(page, page->url, name, value);
    markup_attribute(&page->markup, "aria-current", current ? "true" : NULL);
}

static void close_value(struct page *page, size_t count)
{
    markup_text(&page->markup, " ");
    markup_open(&page->markup, "span", NULL);
    markup_number(&page->markup, count);
    markup_close(&page->markup, "span");
    markup_close(&page->markup, "a");
    markup_close(&page->markup, "li");
}

static void write_types(struct page *page, const struct page_search *search)
{
    const unsigned all = (1u << TYPE_COUNT) - 1;
    const size_t *by_type = search->results->by_type;
    char label[SAY_BYTES];
    size_t sum = 0;
    for (size_t i = 0; i < TYPE_COUNT; i++)
        sum += by_type[i];
    open_facet(page, "Type");
    open_value(page, "type", NULL, search->choice->types == all);
    markup_text(&page->markup, "Everything");
    close_value(page, sum);
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        if (!by_type[i])
            continue;
        open_value(page, "type", record_types[i]->name, search->choice->types == TARGET(i));
        markup_text(&page->markup,
                    say_collection(page->archive, record_types[i]->collection, true, label));
        close_value(page, by_type[i]);
    }
    close_facet(page);
}

/* Writes the name of a value to `text`: a year, the short name of a meeting, or the label of a
 * record. Returns the length. */
static size_t say_value(const struct page *page, enum search_facet facet, uint32_t number,
                        char text[SAY_MEETING_BYTES])
{
    const struct record *record = search_facet_record(page->archive, facet, number);
    if (facet == SEARCH_FACET_YEAR)
        return (size_t)snprintf(text, SAY_MEETING_BYTES, "%" PRIu32, number);
    if (!record)
        return (size_t)snprintf(text, SAY_MEETING_BYTES, "unknown");
    return facet == SEARCH_FACET_MEETING ? say_meeting(page->archive, record, text)
                                         : record_write_label(record, text);
}

static void write_name(struct page *page, enum search_facet facet, uint32_t number)
{
    char text[SAY_MEETING_BYTES];
    const size_t length = say_value(page, facet, number, text);
    if (search_facet_record(page->archive, facet, number))
        markup_name(&page->markup, text, length);
    else
        markup_text(&page->markup, text);
}

/* Writes the name of value number `index`; of a topic or a person with what tells it apart from the
 * others in the facet. */
static void write_name_apart(struct page *page, const struct search_facets *facets,
                             enum search_facet facet, size_t index)
{
    const struct record *records[SEARCH_PAGE_VALUES_MAX] = {NULL};
    char text[RECORD_LABEL_MAX + APART_BYTES];
    size_t count = 0;
    for (; count < facets->facets[facet].count && count < SEARCH_PAGE_VALUES_MAX; count++)
        records[count] =
            search_facet_record(page->archive, facet, facets->facets[facet].at[count].number);
    if (records[index] && (facet == SEARCH_FACET_TOPIC || facet == SEARCH_FACET_PERSON))
        markup_name(&page->markup, text, apart_say_label(page, records, count, index, text));
    else
        write_name(page, facet, facets->facets[facet].at[index].number);
}

static void write_value(struct page *page, const struct page_search *search,
                        enum search_facet facet, size_t index)
{
    const struct search_counted *counted = &search->results->facets.facets[facet].at[index];
    char year[16];
    const struct record *record = search_facet_record(page->archive, facet, counted->number);
    const uint32_t *chosen = search->choice->facets[facet].numbers;
    bool current = false;
    snprintf(year, sizeof year, "%" PRIu32, counted->number);
    for (size_t i = 0; i < search->choice->facets[facet].count; i++)
        current |= chosen[i] == counted->number;
    open_value(page, search_facet_names[facet], record ? record_id(record) : year, current);
    write_name_apart(page, &search->results->facets, facet, index);
    close_value(page, counted->count);
}

/* Writes the values of a facet, if there are several. */
static void write_facet(struct page *page, const struct page_search *search,
                        enum search_facet facet)
{
    const size_t count = search->results->facets.facets[facet].count;
    if (count < 2 && !search->choice->facets[facet].count)
        return;
    if (!count)
        return;
    open_facet(page, headings[facet]);
    for (size_t i = 0; i < count && i < SEARCH_PAGE_VALUES_MAX; i++)
        write_value(page, search, facet, i);
    close_facet(page);
}

void search_facets_write(struct page *page, const struct page_search *search)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "nav", "class", "facets", "aria-label", "Narrow the search", NULL);
    markup_open(markup, "details", "class", "fold", NULL);
    markup_element(markup, "summary", "Narrow the search", NULL);
    markup_close(markup, "details");
    markup_open(markup, "div", "class", "lists", NULL);
    write_types(page, search);
    for (int facet = 0; facet < SEARCH_FACET_COUNT; facet++)
        write_facet(page, search, (enum search_facet)facet);
    markup_close(markup, "div");
    markup_close(markup, "nav");
}

/* Writes what is chosen in a facet as a link to the search without it. */
static void write_chosen(struct page *page, const struct page_search *search,
                         enum search_facet facet)
{
    struct markup *markup = &page->markup;
    const size_t count = search->choice->facets[facet].count;
    if (!count)
        return;
    markup_open(markup, "p", "class", "chosen", NULL);
    markup_open(markup, "a", NULL);
    page_href_with(page, page->url, search_facet_names[facet], NULL);
    markup_element(markup, "span", "Without ", "class", "vh", NULL);
    markup_text(markup, headings[facet]);
    markup_text(markup, ":\xC2\xA0");
    for (size_t i = 0; i < count; i++) {
        markup_text(markup, i ? ", " : "");
        write_name(page, facet, search->choice->facets[facet].numbers[i]);
    }
    markup_close(markup, "a");
    markup_close(markup, "p");
}

void search_facets_write_chosen(struct page *page, const struct page_search *search)
{
    for (int facet = 0; facet < SEARCH_FACET_COUNT; facet++)
        write_chosen(page, search, (enum search_facet)facet);
}

/* Appends "; " and some words to a title of `size` bytes, if there is room. */
static void append(char *title, size_t size, const char *words)
{
    const size_t length = strlen(title);
    if (length + strlen("; ") + strlen(words) < size)
        snprintf(title + length, size - length, "; %s", words);
}

void search_facets_append_chosen(const struct page *page, const struct page_search *search,
                                 char *title, size_t size)
{
    char words[SAY_MEETING_BYTES];
    const unsigned types = search->choice->types;
    for (size_t i = 0; i < TYPE_COUNT && types != (1u << TYPE_COUNT) - 1; i++)
        if (types & TARGET(i))
            append(title, size,
                   say_collection(page->archive, record_types[i]->collection, false, words));
    for (int facet = 0; facet < SEARCH_FACET_COUNT; facet++)
        for (size_t i = 0; i < search->choice->facets[facet].count; i++) {
            say_value(page, (enum search_facet)facet, search->choice->facets[facet].numbers[i],
                      words);
            append(title, size, words);
        }
    snprintf(words, sizeof words, "from %" PRIu64, search->offset + 1);
    if (search->offset)
        append(title, size, words);
}
