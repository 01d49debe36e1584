/* The section of a person with the arguments of the person's papers. */
#include "record_page/record_page_private.h"
#include "work/work.h"

#include <stdio.h>

enum {
    ARGUED_MAX = 60,  /* arguments; a paper has the others */
    PAPERS_MAX = 200, /* of a person, that are looked at */
    FRAGMENT_BYTES = 60
};

/* Reports whether the subject of the page is an author of a paper. */
static bool is_author(const struct record_page *page, const struct record *paper)
{
    const struct field *field = field_list_with_role(paper->type->fields, ROLE_AUTHOR);
    size_t count = 0;
    const struct value *items =
        field ? record_items(field, record_page_value(paper, field), &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (items[i].count && items[i].record == page->record)
            return true;
    return false;
}

/* Writes an argument; its number is a link to its place on the page of the paper. */
static void write_argument(struct record_page *page, const struct record *paper,
                           const struct field *field, const struct value *object, size_t number)
{
    struct markup *markup = &page->page->markup;
    const struct value *text = members_value(object->members, 0);
    const struct field *sources = record_page_find_sources(field->members);
    char fragment[FRAGMENT_BYTES];
    snprintf(fragment, sizeof fragment, "%.30s-%zu", field->name, number);
    markup_open(markup, "li", "class", "claim", NULL);
    markup_open(markup, "a", "class", "n", NULL);
    page_href(page->page, url_of_record(page->page->base_path, paper), fragment);
    markup_element(markup, "span", "Argument ", "class", "vh", NULL);
    markup_number(markup, number);
    markup_close(markup, "a");
    markup_prose(markup, "p", text->text, text->count, NULL);
    sources_write(page, members_value(object->members, (size_t)(sources - field->members.at)),
                  text->text, text->count);
    markup_close(markup, "li");
    markup_break(markup);
    work_spend_bytes(page->work, WORK_WRITING, markup->out->length);
}

/* Writes the arguments of a paper below its title, at most `max`. Returns how many. */
static size_t write_paper(struct record_page *page, const struct record *paper,
                          const struct field *field, size_t max)
{
    struct markup *markup = &page->page->markup;
    const struct value *arguments = record_page_value(paper, field);
    const size_t count = arguments->count < max ? arguments->count : max;
    if (!count)
        return 0;
    markup_open(markup, "h3", NULL);
    page_link_record(page->page, paper);
    markup_close(markup, "h3");
    markup_open(markup, "ol", "class", "claims", NULL);
    for (size_t i = 0; i < count && !work_is_used_up(page->work); i++)
        write_argument(page, paper, field, &arguments->items[i], i + 1);
    markup_close(markup, "ol");
    return count;
}

void argued_write(struct record_page *page)
{
    const struct field *field = arguments_find_field();
    size_t count, written = 0;
    if (page->record->type != &person_type || !field)
        return;
    const struct record *const *papers =
        relations_find_members(page, page->record, &paper_type, &count);
    for (size_t i = 0; i < count && i < PAPERS_MAX && written < ARGUED_MAX; i++) {
        work_spend(page->work, WORK_WRITING, WORK_TEST);
        if (!is_author(page, papers[i]) || !record_page_value(papers[i], field)->count)
            continue;
        if (!written)
            page_open_section(page->page, "argued", "Argued", true);
        written += write_paper(page, papers[i], field, ARGUED_MAX - written);
    }
    if (written)
        page_close_section(page->page);
}
