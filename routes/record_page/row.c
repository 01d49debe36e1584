#include "record_page/row.h"

#include "record_page/record_page_private.h"

#include <inttypes.h>
#include <stdio.h>

enum {
    PEOPLE_MAX = 4 /* names in a row */
};

/* Writes a separator before every detail but the first. */
static void separate(struct page *page, bool *any)
{
    markup_text(&page->markup, *any ? " \xC2\xB7 " : "");
    *any = true;
}

/* Writes the names of the people with a role, as links. */
static void write_people(struct page *page, const struct record *record, enum field_role role,
                         bool *any)
{
    const struct field *field = field_list_with_role(record->type->fields, role);
    size_t count;
    if (!field || field->kind != FIELD_REFERENCE || !record_page_value(record, field)->count)
        return;
    const struct value *items = record_items(field, record_page_value(record, field), &count);
    separate(page, any);
    for (size_t i = 0; i < count && i < PEOPLE_MAX; i++) {
        markup_text(&page->markup, i ? ", " : "");
        page_link_record(page, items[i].record);
    }
    markup_text(&page->markup, count > PEOPLE_MAX ? " and others" : "");
}

static void write_term(struct page *page, const struct record *record, enum field_role role,
                       bool *any)
{
    char text[SAY_BYTES];
    const struct value *value = record_value(record, role);
    if (!value->count)
        return;
    separate(page, any);
    markup_text(&page->markup, say_term(value->text, false, text));
}

static void write_words(struct page *page, const char *words, size_t length, bool *any)
{
    if (!length)
        return;
    separate(page, any);
    markup_name(&page->markup, words, length);
}

/* Writes what tells the record apart: who, what kind, when, where. */
static void write_details(struct page *page, const struct record *record)
{
    static const enum field_role people[] = {ROLE_AUTHOR, ROLE_CHAIR, ROLE_OWNER};
    char words[SAY_DATE_BYTES], name[SAY_BYTES];
    bool any = false;
    markup_open(&page->markup, "p", "class", "small soft", NULL);
    for (size_t i = 0; i < sizeof people / sizeof *people; i++)
        write_people(page, record, people[i], &any);
    write_term(page, record, ROLE_KIND, &any);
    if (record->type == &meeting_type || record->type == &event_type)
        write_term(page, record, ROLE_EVENT_STATUS, &any);
    const struct value *city = record_value(record, ROLE_CITY);
    write_words(page, city->text, city->count, &any);
    write_words(page, words,
                say_period(record_value(record, ROLE_START), record_value(record, ROLE_END), words),
                &any);
    write_words(page, words, say_date(record_value(record, ROLE_ISSUED), words), &any);
    write_words(page, words, say_date(record_value(record, ROLE_DUE), words), &any);
    const struct value *meeting = record_value(record, ROLE_MEETING);
    if (meeting->count && meeting->record != page->meeting)
        write_words(page, name, say_meeting(meeting->record, name), &any);
    markup_close(&page->markup, "p");
}

void row_write(struct page *page, const struct record *record, bool typed)
{
    struct markup *markup = &page->markup;
    char label[RECORD_LABEL_MAX], text[SAY_BYTES], digits[24];
    const size_t length = record_write_label(record, label);
    const struct value *number = record_value(record, ROLE_NUMBER);
    markup_open(markup, "li", NULL);
    if (typed)
        markup_element(markup, "p", say_kind(record, text), "class", "kicker", NULL);
    markup_open(markup, "p", "class", "t", NULL);
    markup_open(markup, "a", NULL);
    page_href(page, url_of_record(page->base_path, record), NULL);
    if (number->count && !typed) {
        snprintf(digits, sizeof digits, "%" PRId64, number->integer);
        markup_element(markup, "span", digits, "class", "n", NULL);
        markup_text(markup, " ");
    }
    markup_name(markup, label, length);
    markup_close(markup, "a");
    markup_close(markup, "p");
    write_details(page, record);
    markup_close(markup, "li");
    markup_break(markup);
}
