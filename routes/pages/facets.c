#include "pages/facets.h"

#include "pages/apart.h"
#include "pages/chosen.h"
#include "values/country.h"
#include "work/work.h"

#include <inttypes.h>
#include <stdio.h>

enum {
    FACETS_MAX = 5,        /* of one list */
    FACET_ROWS_MAX = 12,   /* values of one facet */
    FACET_RECORDS_MIN = 8, /* a shorter list needs no facets */
    FACET_FILED_MAX = 1000 /* records of a list whose facets lead to files */
};

/* The fields whose values are offered, by their roles, in this order. */
static const enum field_role facet_roles[] = {
    ROLE_KIND,    ROLE_EVENT_STATUS, ROLE_SUBJECT, ROLE_SESSION, ROLE_MEETING,
    ROLE_COUNTRY, ROLE_AUTHOR,       ROLE_OWNER,   ROLE_CITY,    ROLE_TRACK,
};

static const struct field *facet_field(const struct record_type *type, enum field_role role)
{
    const struct field *field = field_list_with_role(type->fields, role);
    return field && facet_applies(field) ? field : NULL;
}

/* Reports whether a folder can be named by any value of a field. */
static bool names_files(const struct field *field)
{
    return field->kind == FIELD_REFERENCE || field->kind == FIELD_ENUM ||
           field->kind == FIELD_COUNTRY;
}

/* Reports whether the values of a list may have files: those of a short collection, of which no
 * value is chosen. */
static bool may_have_files(const struct page *page, const struct page_list *list)
{
    return page->url.count == 1 && list->total <= FACET_FILED_MAX &&
           !list->query->target->parameter_count;
}

bool facets_are_useful(const struct page *page, const struct page_list *list)
{
    if (list->total < FACET_RECORDS_MIN || !list->selection ||
        (page->publication.files && !may_have_files(page, list)))
        return false;
    for (size_t i = 0; i < sizeof facet_roles / sizeof *facet_roles; i++)
        if (facet_field(list->selection->type, facet_roles[i]))
            return true;
    return list->query->facet_count > 0;
}

/* Writes the label of value number `index`, a record, and what tells it apart from the others. */
static void write_record_label(struct page *page, const struct facet *facet, size_t index)
{
    const struct record *records[FACET_ROWS_MAX];
    char text[RECORD_LABEL_MAX + APART_BYTES];
    size_t count = 0;
    for (; count < facet->count && count < FACET_ROWS_MAX; count++)
        records[count] = facet->counts[count].value->record;
    markup_name(&page->markup, text, apart_say_label(page, records, count, index, text));
}

/* Writes value number `index` as words. */
static void write_label(struct page *page, const struct field *field, const struct facet *facet,
                        size_t index)
{
    const struct value *value = facet->counts[index].value;
    char text[SAY_MEETING_BYTES];
    if (field->kind == FIELD_REFERENCE && value->record->type == &meeting_type)
        markup_name(&page->markup, text, say_meeting(page->archive, value->record, text));
    else if (field->kind == FIELD_REFERENCE)
        write_record_label(page, facet, index);
    else if (field->kind == FIELD_ENUM)
        markup_text(&page->markup, say_term(value->text, true, text));
    else if (field->kind == FIELD_COUNTRY)
        markup_text(&page->markup, country_name(value->text));
    else if (field->kind == FIELD_INTEGER || field->kind == FIELD_BOOLEAN)
        markup_number(&page->markup, (uint64_t)value->integer);
    else
        markup_name(&page->markup, value->text, value->count);
}

static void write_facet_row(struct page *page, const struct page_list *list, const char *name,
                            const struct field *field, const struct facet *facet, size_t index)
{
    const struct facet_count *counted = &facet->counts[index];
    struct markup *markup = &page->markup;
    char operand[OPERAND_BYTES];
    if (!operand_write(field, counted->value, operand))
        return;
    markup_open(markup, "li", NULL);
    markup_open(markup, "a", NULL);
    page_href_with(page, page->url, name, operand);
    if (facet_is_chosen(list, name, field, counted->value))
        markup_attribute(markup, "aria-current", "true");
    write_label(page, field, facet, index);
    markup_text(markup, " ");
    markup_open(markup, "span", NULL);
    markup_number(markup, counted->count);
    markup_close(markup, "span");
    markup_close(markup, "a");
    markup_close(markup, "li");
}

static void write_facet(struct page *page, const struct page_list *list, const char *name,
                        const struct field *field, const struct facet *facet)
{
    struct markup *markup = &page->markup;
    char heading[SAY_BYTES];
    markup_open(markup, "section", NULL);
    markup_element(markup, "h2", say_term(name, true, heading), NULL);
    markup_open(markup, "ul", NULL);
    for (size_t i = 0; i < facet->count && i < FACET_ROWS_MAX; i++)
        write_facet_row(page, list, name, field, facet, i);
    markup_close(markup, "ul");
    markup_close(markup, "section");
}

/* Opens the part of the page with the facets, before the first of them. */
static void open_facets(struct page *page)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "nav", "class", "facets", "aria-label", "Narrow the list", NULL);
    markup_open(markup, "details", "class", "fold", NULL);
    markup_element(markup, "summary", "Narrow the list", NULL);
    markup_close(markup, "details");
    markup_open(markup, "div", "class", "lists", NULL);
}

/* Counts the values along a path and writes them, if there are several. Adds 1 to *written if so;
 * the first one opens the part of the page. */
static void write_counted(struct page *page, const struct page_list *list, const char *name,
                          const struct field_path *path, size_t *written)
{
    struct facet facet;
    if (!facet_count_values(list, name, path, &facet)) {
        page->markup.out->failed |= !work_is_used_up(list->work);
        return;
    }
    if (facet.count > 1) {
        if (!(*written)++)
            open_facets(page);
        write_facet(page, list, name, path->end, &facet);
    }
    facet_finish(&facet);
    work_spend_bytes(list->work, WORK_FACETS, page->markup.out->length);
}

static void write_usual_facets(struct page *page, const struct page_list *list, size_t *written)
{
    for (size_t i = 0; i < sizeof facet_roles / sizeof *facet_roles && *written < FACETS_MAX; i++) {
        const struct field *field = facet_field(list->selection->type, facet_roles[i]);
        struct field_path path;
        struct field_list fields;
        const char *unknown;
        if (page->publication.files && field && !names_files(field))
            continue;
        if (field && field_path_parse(list->selection->type, field->name, strlen(field->name),
                                      &path, &fields, &unknown) == FIELD_PATH_OK)
            write_counted(page, list, field->name, &path, written);
    }
}

void facets_write(struct page *page, const struct page_list *list)
{
    struct markup *markup = &page->markup;
    const struct query *query = list->query;
    size_t written = 0;
    for (size_t i = 0; i < query->facet_count; i++)
        write_counted(page, list, query->facet_names[i], &query->facets[i], &written);
    if (!query->facet_count)
        write_usual_facets(page, list, &written);
    if (!written)
        return;
    markup_close(markup, "div");
    markup_close(markup, "nav");
}

void facets_write_chosen(struct page *page, const struct page_list *list)
{
    struct markup *markup = &page->markup;
    const struct target *target = list->query->target;
    char name[SAY_BYTES], values[CHOSEN_BYTES];
    for (size_t i = 0; i < target->parameter_count; i++) {
        const struct parameter *parameter = &target->parameters[i];
        if (!chosen_is_filter(parameter))
            continue;
        markup_open(markup, "p", "class", "chosen", NULL);
        markup_open(markup, "a", NULL);
        page_href_with(page, page->url, parameter->name, NULL);
        markup_element(markup, "span", "Without ", "class", "vh", NULL);
        markup_text(markup, chosen_say_name(parameter, name));
        markup_text(markup, ":\xC2\xA0");
        markup_name(markup, values, chosen_say_values(page, list->query, parameter, values));
        markup_close(markup, "a");
        markup_close(markup, "p");
    }
}
