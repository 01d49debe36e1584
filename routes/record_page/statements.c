/* The long texts and the statements of a record, each beside its source. */
#include "record_page/record_page_private.h"
#include "work/work.h"

#include <stdio.h>

/* Reports whether a field has the editor's notes about the record. */
static bool has_notes(const struct field *field)
{
    return record_page_has_statements(field) && field->term &&
           strcmp(field->term, "schema:comment") == 0;
}

/* Reports whether the record has statements of its own, with their own sources, besides notes. */
static bool has_own_statements(const struct record *record)
{
    const struct field_list fields = record->type->fields;
    for (size_t i = 0; i < fields.count; i++)
        if (record_page_has_statements(&fields.at[i]) && !has_notes(&fields.at[i]) &&
            record_field(record, i)->count)
            return true;
    return false;
}

bool statements_has_lead(const struct record *record, const struct field *field)
{
    return facts_is_long_text(record, field) &&
           (field->role != ROLE_DESCRIPTION || has_own_statements(record) ||
            !record_page_sources(record)->count) &&
           (field->role == ROLE_DESCRIPTION || strcmp(field->name, "lead") == 0);
}

/* Writes the number of a statement, which is a link to it. */
static void write_permalink(struct page *page, const char *what, const char *id, size_t number)
{
    struct markup *markup = &page->markup;
    char href[100], digits[24];
    snprintf(href, sizeof href, "#%s", id);
    snprintf(digits, sizeof digits, "%zu", number);
    markup_open(markup, "a", "class", "n", "href", href, "title", "Link to this", NULL);
    markup_open(markup, "span", "class", "vh", NULL);
    markup_text(markup, what);
    markup_text(markup, " ");
    markup_close(markup, "span");
    markup_text(markup, digits);
    markup_close(markup, "a");
}

/* Writes one statement of a list. */
static void write_statement(struct record_page *page, const struct field *field,
                            const struct value *object, size_t number)
{
    struct markup *markup = &page->page->markup;
    const struct value *text = members_value(object->members, 0);
    const struct field *sources = record_page_find_sources(field->members);
    char id[80], what[SAY_BYTES];
    snprintf(id, sizeof id, "%s-%zu", field->name, number);
    say_term(field->name, true, what);
    what[strlen(what) - 1] = '\0'; /* "Argument", "Note" */
    markup_open(markup, "li", "class", "claim", "id", id, NULL);
    write_permalink(page->page, what, id, number);
    markup_prose(markup, "p", text->text, text->count, NULL);
    (has_notes(field) ? sources_write_short : sources_write)(
        page, members_value(object->members, (size_t)(sources - field->members.at)), text->text,
        text->count);
    markup_close(markup, "li");
    markup_break(markup);
}

/* Writes a heading with the number of statements: "Four arguments". */
static const char *say_heading(const struct field *field, size_t count, char text[SAY_BYTES])
{
    static const char *const numbers[] = {
        "No",    "One",  "Two", "Three",  "Four",   "Five",     "Six",      "Seven",
        "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen"};
    char name[SAY_BYTES];
    say_term(field->name, false, name);
    const size_t length = strlen(name);
    if (count == 1 && length > 1 && name[length - 1] == 's')
        name[length - 1] = '\0';
    if (count < sizeof numbers / sizeof *numbers)
        snprintf(text, SAY_BYTES, "%s %.100s", numbers[count], name);
    else
        snprintf(text, SAY_BYTES, "%zu %.100s", count, name);
    return text;
}

static void write_statements(struct record_page *page, const struct field *field,
                             const struct value *list)
{
    char heading[SAY_BYTES];
    page_open_section(page->page, field->name, say_heading(field, list->count, heading), true);
    markup_open(&page->page->markup, "ul", "class", "claims", NULL);
    for (size_t i = 0; i < list->count && !work_is_used_up(page->work); i++) {
        write_statement(page, field, &list->items[i], i + 1);
        work_spend_bytes(page->work, WORK_WRITING, page->page->markup.out->length);
    }
    markup_close(&page->page->markup, "ul");
    page_close_section(page->page);
}

/* Writes a long text, with the source of the record beside it if it is the first. */
static void write_long_text(struct record_page *page, const struct field *field, bool sourced)
{
    struct markup *markup = &page->page->markup;
    const struct value *text = record_page_value(page->record, field);
    char heading[SAY_BYTES];
    page_open_section(page->page, field->name, say_term(field->name, true, heading), true);
    markup_open(markup, "div", "class", "claims", NULL);
    markup_open(markup, "div", "class", "claim", NULL);
    markup_prose(markup, "p", text->text, text->count, NULL);
    if (record_infers(page->record, field))
        page_mark_inferred(page->page);
    if (sourced)
        sources_write(page, record_page_sources(page->record), text->text, text->count);
    markup_close(markup, "div");
    markup_close(markup, "div");
    page_close_section(page->page);
}

void statements_write(struct record_page *page)
{
    const struct record *record = page->record;
    const struct field_list fields = record->type->fields;
    bool sourced = has_own_statements(record);
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        if (record_page_is_titled_by(record, field))
            continue;
        if (facts_is_long_text(record, field) && !statements_has_lead(record, field)) {
            write_long_text(page, field, !sourced);
            sourced = true;
        } else if (record_page_has_statements(field) && !has_notes(field) &&
                   record_field(record, i)->count) {
            write_statements(page, field, record_field(record, i));
        }
    }
}

/* Reports whether the sources of the record are beside one of its texts. */
static bool has_sourced_text(const struct record *record)
{
    const struct field_list fields = record->type->fields;
    for (size_t i = 0; i < fields.count; i++)
        if (facts_is_long_text(record, &fields.at[i]) &&
            !statements_has_lead(record, &fields.at[i]) &&
            !record_page_is_titled_by(record, &fields.at[i]))
            return !has_own_statements(record);
    return false;
}

/* Reports whether all sources of a record are the record itself, which is then a document. */
static bool is_own_source(const struct record *record)
{
    const struct value *sources = record_page_sources(record);
    for (size_t i = 0; i < sources->count; i++)
        if (passage_of(&sources->items[i]).document != record)
            return false;
    return true;
}

void statements_write_notes(struct record_page *page)
{
    const struct field_list fields = page->record->type->fields;
    for (size_t i = 0; i < fields.count; i++)
        if (has_notes(&fields.at[i]) && record_field(page->record, i)->count)
            write_statements(page, &fields.at[i], record_field(page->record, i));
    if (!has_sourced_text(page->record) && !is_own_source(page->record))
        sources_write_summary(page, record_page_sources(page->record));
}
