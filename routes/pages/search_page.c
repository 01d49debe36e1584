#define _GNU_SOURCE /* memmem */
#include "pages/search_page.h"

#include "archive/archive.h"
#include "base/utf8.h"
#include "pages/paging.h"
#include "pages/search_facets.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum {
    WORDS_SHOWN_MAX = 80, /* bytes of the words in the title */
    TITLE_BYTES = WORDS_SHOWN_MAX + 16 + 2 * SAY_MEETING_BYTES,
    PEOPLE_MAX = 4 /* names of one hit */
};

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
    if (search->results) {
        markup_open(markup, "p", "class", "kicker", NULL);
        markup_number(markup, search->results->total);
        markup_text(markup, search->results->total == 1 ? " result" : " results");
        markup_close(markup, "p");
    }
    markup_element(markup, "h1", "Search", NULL);
    write_form(page, search);
    markup_close(markup, "div");
}

static bool is_narrowed(const struct page_search *search)
{
    bool narrowed = search->choice->types != (1u << TYPE_COUNT) - 1;
    for (int facet = 0; facet < SEARCH_FACET_COUNT; facet++)
        narrowed |= search->choice->facets[facet].count > 0;
    return narrowed;
}

/* Reports whether there is anything to narrow, or to choose instead. */
static bool has_facets(const struct page_search *search)
{
    size_t hits = 0;
    for (size_t i = 0; search->results && i < TYPE_COUNT; i++)
        hits += search->results->by_type[i];
    return hits > 0;
}

/* Reports whether a search has a word that records can have: not one that is excluded, and not only
 * punctuation. */
static bool has_word(const char *q)
{
    bool in_word = false, excluded = false;
    for (; *q; q++) {
        const unsigned char byte = (unsigned char)*q;
        excluded = in_word ? excluded : byte == '-';
        in_word = byte > ' ';
        if (!excluded && (byte >= 0x80 || isalnum(byte)))
            return true;
    }
    return false;
}

static void write_nothing(struct page *page, const struct page_search *search)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "p", "class", "empty", NULL);
    if (!search->q) {
        markup_text(markup, "Write what to look for: words of a paper, a person, a proposal, a "
                            "place.");
    } else if (search->results && search->results->total) {
        markup_text(markup, "The results end before this page.");
    } else if (!has_word(search->q)) {
        markup_text(markup, "The search has no word that records can have. Write at least one.");
    } else if (search->suggestion) {
        markup_text(markup, "No record has these words. Did you mean ");
        markup_open(markup, "a", NULL);
        page_href_with(page, page->url, "q", search->suggestion);
        markup_name(markup, search->suggestion, strlen(search->suggestion));
        markup_close(markup, "a");
        markup_text(markup, "?");
    } else if (is_narrowed(search)) {
        markup_text(markup, "Nothing here has these words. Fewer words or choices find more.");
    } else {
        markup_text(markup, "No record has these words. Fewer words find more, and so does * after "
                            "the first letters of a word.");
    }
    markup_close(markup, "p");
}

/* Returns the title: "Search: energy cooperation; papers; from 21". The words are from the request.
 */
static struct page_text find_title(const struct page *page, const struct page_search *search,
                                   char title[TITLE_BYTES])
{
    if (!search->q)
        return page_text_of("Search");
    const size_t length = strlen(search->q);
    const size_t most =
        length > WORDS_SHOWN_MAX ? utf8_cut_length(search->q, WORDS_SHOWN_MAX) : length;
    snprintf(title, TITLE_BYTES, "Search: %.*s%s", (int)most, search->q,
             most < length ? "\xE2\x80\xA6" : "");
    search_facets_append_chosen(page, search, title, TITLE_BYTES);
    return (struct page_text){title, strlen(title), true};
}

void search_page_begin(struct page *page, const struct page_search *search)
{
    struct markup *markup = &page->markup;
    const struct search_results none = {0}, *results = search->results ? search->results : &none;
    const bool facets = has_facets(search);
    char title[TITLE_BYTES];
    page->previous = search->previous;
    page->next = search->next;
    page_begin(page, find_title(page, search, title), page_text_of(""), false);
    page_write_trail(page, "Search");
    write_head(page, search);
    search_facets_write_chosen(page, search);
    markup_open(markup, "div", "class", facets ? "split" : "list", NULL);
    if (facets)
        search_facets_write(page, search);
    markup_open(markup, "div", NULL);
    if (results->count)
        markup_open(markup, "ul", "class", "rows hits", NULL);
    else if (!results->total || search->offset)
        write_nothing(page, search);
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

/* Adds a text of a record to the kicker. */
static void add_words(struct page *page, const char *words, size_t length)
{
    if (!length)
        return;
    markup_text(&page->markup, ", ");
    markup_name(&page->markup, words, length);
}

/* Writes the agenda item of a decision, unless the title names it. */
static void add_item(struct page *page, const struct record *record)
{
    const struct record *item = say_find_item(record);
    char label[RECORD_LABEL_MAX];
    if (!item)
        return;
    markup_text(&page->markup, " on ");
    markup_name(&page->markup, label, record_write_label(item, label));
}

/* Writes what the record is, its meeting, and its date or that of the meeting. */
static void write_kicker(struct page *page, const struct record *record)
{
    char text[SAY_MEETING_BYTES], date[SAY_DATE_BYTES];
    const struct value *meeting = record_value(record, ROLE_MEETING);
    const bool names_meeting = meeting->count && !page->meeting;
    const struct record *dated = record;
    if (names_meeting && !record_value(record, ROLE_START)->count)
        dated = meeting->record;
    markup_open(&page->markup, "p", "class", "kicker", NULL);
    markup_text(&page->markup, say_kind(record, text));
    add_item(page, record);
    if (names_meeting)
        add_words(page, text, say_meeting(page->archive, meeting->record, text));
    if (dated == record || !(meeting_name_parts(page->archive, dated) & MEETING_NAME_DATE))
        add_words(page, date,
                  say_period(record_value(dated, ROLE_START), record_value(dated, ROLE_END), date));
    add_words(page, date, say_date(record_value(record, ROLE_ISSUED), date));
    markup_close(&page->markup, "p");
}

/* Writes the people of a field. Returns false if there are none. */
static bool write_people(struct page *page, const struct record *record, enum field_role role)
{
    const struct field *field = field_list_with_role(record->type->fields, role);
    const struct value *value = record_value(record, role);
    size_t count;
    if (!field || field->kind != FIELD_REFERENCE || !value->count)
        return false;
    const struct value *items = record_items(field, value, &count);
    markup_open(&page->markup, "p", "class", "small soft", NULL);
    for (size_t i = 0; i < count && i < PEOPLE_MAX; i++) {
        markup_text(&page->markup, i ? ", " : "");
        page_link_record(page, items[i].record);
    }
    markup_text(&page->markup, count > PEOPLE_MAX ? " and others" : "");
    markup_close(&page->markup, "p");
    return true;
}

/* Writes who spoke, moved, presided or is to act: the people, or the words of the source. */
static void write_speakers(struct page *page, const struct record *record)
{
    static const enum field_role people[] = {ROLE_AUTHOR, ROLE_MOVER, ROLE_CHAIR, ROLE_OWNER};
    static const enum field_role words[] = {ROLE_ATTRIBUTION, ROLE_OWNER_TEXT};
    for (size_t i = 0; i < sizeof people / sizeof *people; i++)
        if (write_people(page, record, people[i]))
            return;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const struct value *value = record_value(record, words[i]);
        if (!value->count)
            continue;
        markup_open(&page->markup, "p", "class", "small soft", NULL);
        markup_name(&page->markup, value->text, value->count);
        markup_close(&page->markup, "p");
        return;
    }
}

void search_page_write_hit(struct page *page, const struct page_hit *hit)
{
    markup_open(&page->markup, "li", NULL);
    write_kicker(page, hit->record);
    markup_open(&page->markup, "p", "class", "t", NULL);
    page_link_record(page, hit->record);
    markup_close(&page->markup, "p");
    write_speakers(page, hit->record);
    write_snippet(page, hit);
    markup_close(&page->markup, "li");
    markup_break(&page->markup);
}

void search_page_end(struct page *page, const struct page_search *search)
{
    const struct search_results none = {0}, *results = search->results ? search->results : &none;
    if (results->count)
        markup_close(&page->markup, "ul");
    paging_write(page, search->offset, results->count, results->total, search->previous,
                 search->next);
    markup_close(&page->markup, "div");
    markup_close(&page->markup, "div");
    page_end(page);
}
