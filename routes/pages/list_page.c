#include "pages/list_page.h"

#include "pages/chosen.h"
#include "pages/facets.h"
#include "pages/paging.h"
#include "record_parts/row.h"

#include <stdio.h>

enum {
    DESCRIPTION_BYTES = 400,
    DESCRIBED_MAX = 3, /* records that the description names */
    TITLE_BYTES = SAY_BYTES + SAY_MEETING_BYTES + 2 * CHOSEN_BYTES
};

/* Writes a field of the form as a hidden one, so that a search keeps the filters. */
static void write_hidden_fields(struct page *page, const struct target *target)
{
    for (size_t i = 0; i < target->parameter_count; i++) {
        const struct parameter *parameter = &target->parameters[i];
        if (strcmp(parameter->name, "q") == 0 || strcmp(parameter->name, "offset") == 0 ||
            !*parameter->value)
            continue;
        markup_open(&page->markup, "input", "type", "hidden", NULL);
        markup_attribute(&page->markup, "name", parameter->name);
        markup_attribute(&page->markup, "value", parameter->list);
        markup_close_void(&page->markup, "input");
    }
}

/* Writes the form that searches this list. */
static void write_form(struct page *page, const struct page_list *list)
{
    struct markup *markup = &page->markup;
    char label[SAY_BYTES], name[SAY_BYTES];
    snprintf(label, sizeof label, "Search these %.100s",
             say_collection(page->archive, list->name, false, name));
    markup_open(markup, "form", "class", "big", "role", "search", NULL);
    markup_attribute(markup, "aria-label", label);
    write_hidden_fields(page, list->query->target);
    markup_open(markup, "input", "class", "field", "type", "search", "name", "q", NULL);
    markup_attribute(markup, "aria-label", label);
    markup_attribute(markup, "placeholder", label);
    markup_attribute(markup, "value", list->query->q ? list->query->q : "");
    markup_close_void(markup, "input");
    markup_element(markup, "button", "Search", "class", "btn", "type", "submit", NULL);
    markup_close(markup, "form");
}

/* Writes the list's heading: "Papers", and of what they are. */
static void write_list_head(struct page *page, const struct page_list *list)
{
    struct markup *markup = &page->markup;
    char name[SAY_BYTES];
    markup_open(markup, "div", "class", "head", NULL);
    markup_open(markup, "p", "class", "kicker", NULL);
    markup_number(markup, list->total);
    markup_text(markup, list->total == 1 ? " record" : " records");
    markup_close(markup, "p");
    markup_element(markup, "h1", say_collection(page->archive, list->name, true, name), NULL);
    if (page->record) {
        markup_open(markup, "p", "class", "lead", NULL);
        markup_text(markup, "Of ");
        page_link_record(page, page->record);
        markup_close(markup, "p");
    }
    page_write_actions(page);
    markup_close(markup, "div");
    if (!page->publication.files) /* files can only be searched together */
        write_form(page, list);
    facets_write_chosen(page, list);
}

/* Writes that nothing was found, and what is near. */
static void write_nothing(struct page *page, const struct page_list *list)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "p", "class", "empty", NULL);
    if (list->total) {
        markup_text(markup, "The list ends before this page.");
    } else if (!list->suggestion) {
        markup_text(markup, "Nothing here.");
    } else {
        markup_text(markup, "No record has these words. Did you mean ");
        markup_open(markup, "a", NULL);
        page_href_with(page, page->url, "q", list->suggestion);
        markup_name(markup, list->suggestion, strlen(list->suggestion));
        markup_close(markup, "a");
        markup_text(markup, "?");
    }
    markup_close(markup, "p");
}

/* Returns the title: "Papers", or "Papers of" and the record whose relation it is; with the filters
 * and the place of the page, so that no two pages of lists share a title. */
static struct page_text list_title(const struct page *page, const struct page_list *list,
                                   char title[TITLE_BYTES])
{
    char label[SAY_MEETING_BYTES];
    say_collection(page->archive, list->name, true, title);
    const size_t length = strlen(title);
    if (page->record && page->record->type == &meeting_type)
        say_meeting(page->archive, page->record, label);
    else if (page->record)
        record_write_label(page->record, label);
    if (page->record)
        snprintf(title + length, TITLE_BYTES - length, " of %s", label);
    chosen_append(page, list->query, title, TITLE_BYTES);
    return (struct page_text){title, strlen(title), strlen(title) > length};
}

/* Writes the description: "15 papers: The Six Party Process; ASEAN and the ARF" and so on. Returns
 * its length. */
static size_t list_describe(const struct page *page, const struct page_list *list,
                            char text[DESCRIPTION_BYTES])
{
    char name[SAY_BYTES], label[RECORD_LABEL_MAX];
    size_t length =
        (size_t)snprintf(text, DESCRIPTION_BYTES, "%zu %s", list->total,
                         list->total == 1 && list->selection->type
                             ? say_type(page->archive, list->selection->type, false, name)
                             : say_collection(page->archive, list->name, false, name));
    for (size_t i = 0; i < list->selection->page_count && i < DESCRIBED_MAX; i++) {
        const size_t size = record_write_label(list->selection->page[i], label);
        if (length + size + sizeof "; " > DESCRIPTION_BYTES)
            break;
        length += (size_t)snprintf(text + length, DESCRIPTION_BYTES - length, "%s%.*s",
                                   i ? "; " : ": ", (int)size, label);
    }
    return length;
}

void list_page_begin(struct page *page, const struct page_list *list)
{
    char title[TITLE_BYTES], name[SAY_BYTES], description[DESCRIPTION_BYTES];
    const size_t length = list_describe(page, list, description);
    page->previous = list->previous;
    page->next = list->next;
    page_begin(page, list_title(page, list, title), (struct page_text){description, length, true},
               false);
    page_write_trail(page, say_collection(page->archive, list->name, true, name));
    write_list_head(page, list);
    const bool useful = facets_are_useful(page, list);
    markup_open(&page->markup, "div", "class", useful ? "split" : "list", NULL);
    if (useful)
        facets_write(page, list);
    markup_open(&page->markup, "div", NULL);
    if (list->count)
        markup_open(&page->markup, "ul", "class", "rows", NULL);
    else if (!list->total || list->query->limit)
        write_nothing(page, list);
    markup_break(&page->markup);
}

void list_page_write_row(struct page *page, const struct record *record)
{
    row_write(page, record, false);
}

void list_page_end(struct page *page, const struct page_list *list)
{
    if (list->count)
        markup_close(&page->markup, "ul");
    paging_write(page, (uint64_t)list->query->offset, list->count, list->total, list->previous,
                 list->next);
    markup_close(&page->markup, "div");
    markup_close(&page->markup, "div");
    page_end(page);
}
