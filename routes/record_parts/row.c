#include "record_parts/row.h"

#include "base/utf8.h"
#include "record_parts/record_parts.h"

#include <inttypes.h>
#include <stdio.h>

#define ELLIPSIS "\xE2\x80\xA6"

enum {
    TITLE_BYTES_MAX = 160
};

/* Writes the number of a record; the number of a meeting is part of its name. */
void row_write_number(struct page *page, const struct record *record)
{
    struct markup *markup = &page->markup;
    const struct value *number = record_value(record, ROLE_NUMBER);
    const struct value *printed = record_value(record, ROLE_PRINTED_NUMBER);
    char digits[24];
    if (record->type == &meeting_type || (!number->count && !printed->count))
        return;
    markup_open(markup, "span", "class", "n", NULL);
    if (number->count) {
        snprintf(digits, sizeof digits, "%" PRId64, number->integer);
        markup_text(markup, digits);
    } else {
        markup_name(markup, printed->text, printed->count);
    }
    markup_close(markup, "span");
    markup_text(markup, " ");
}

bool row_has_source(const struct record_type *type)
{
    return type == &proposal_type || type == &decision_type || type == &action_type;
}

/* Writes the title: more of a long one than references have, as some records have only their text
 * for a title. */
static void write_name(struct markup *markup, const struct record *record)
{
    char name[SAY_BYTES + TITLE_BYTES_MAX + sizeof ELLIPSIS];
    const struct value *title = record_label(record);
    size_t length = say_kind_before_title(record, name);
    const bool whole = title->count <= TITLE_BYTES_MAX;
    const size_t shown = whole ? title->count : utf8_cut_words(title->text, TITLE_BYTES_MAX);
    memcpy(name + length, title->text, shown);
    memcpy(name + length + shown, ELLIPSIS, sizeof ELLIPSIS);
    length += shown + (whole ? 0 : strlen(ELLIPSIS));
    markup_name(markup, name, length);
}

/* Writes the title as a link. */
static void write_title(struct page *page, const struct record *record, bool numbered)
{
    struct markup *markup = &page->markup;
    markup_open(markup, "p", "class", "t", NULL);
    markup_open(markup, "a", NULL);
    page_href(page, url_of_record(page->base_path, record), NULL);
    if (numbered)
        row_write_number(page, record);
    write_name(markup, record);
    markup_close(markup, "a");
    markup_close(markup, "p");
}

void row_write(struct page *page, const struct record *record, bool typed)
{
    struct markup *markup = &page->markup;
    char text[SAY_BYTES];
    markup_open(markup, "li", NULL);
    if (typed)
        markup_element(markup, "p", say_kind(record, text), "class", "kicker", NULL);
    write_title(page, record, !typed);
    row_write_details(page, record, row_has_source(record->type));
    markup_close(markup, "li");
    markup_break(markup);
}

void row_write_with_source(struct record_page *page, const struct record *record)
{
    struct markup *markup = &page->page->markup;
    markup_open(markup, "li", NULL);
    write_title(page->page, record, true);
    row_write_details(page->page, record, false);
    sources_write_of_record(page, record);
    markup_close(markup, "li");
    markup_break(markup);
}
