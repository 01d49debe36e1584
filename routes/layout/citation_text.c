#include "layout/citation_text.h"

#include "layout/say_date.h"

#include <string.h>

enum {
    AUTHORS_MAX = 10 /* of a citation; the others are "et al." */
};

static void append_value(struct markup *markup, const struct value *value)
{
    markup_name(markup, value->text, value->count);
}

/* Returns the values of the field with a role. */
static const struct value *find_items(const struct record *record, enum field_role role,
                                      size_t *ret_count)
{
    const struct field *field = field_list_with_role(record->type->fields, role);
    const struct value *value = record_value(record, role);
    *ret_count = value->count ? field->list ? value->count : 1 : 0;
    return value->count && field->list ? value->items : value;
}

static void append_authors(const struct record *record, struct markup *markup)
{
    size_t count;
    const struct value *authors = find_items(record, ROLE_AUTHOR, &count);
    for (size_t i = 0; i < count && i < AUTHORS_MAX; i++) {
        markup_text(markup, i == 0 ? "" : i + 1 == count ? " and " : ", ");
        append_value(markup, record_label(authors[i].record));
    }
    markup_text(markup, count == 0 ? "" : count > AUTHORS_MAX ? ", et al. " : ". ");
}

/* Reports whether a title ends with a mark after which no full stop is set. */
static bool ends_sentence(const struct value *title)
{
    return title->count && strchr(".?!", title->text[title->count - 1]);
}

static void append_part(struct markup *markup, const struct value *value)
{
    if (!value->count)
        return;
    markup_text(markup, ", ");
    append_value(markup, value);
}

static void append_meeting(const struct record *meeting, struct markup *markup)
{
    char date[SAY_DATE_BYTES] = "";
    append_part(markup, record_value(meeting, ROLE_CITY));
    const size_t length =
        say_period(record_value(meeting, ROLE_START), record_value(meeting, ROLE_END), date);
    markup_text(markup, length ? ", " : "");
    markup_text(markup, date);
}

void citation_text_write(const struct record *record, const struct record *meeting,
                         struct markup *markup)
{
    char date[SAY_DATE_BYTES] = "";
    append_authors(record, markup);
    if (record == meeting) {
        append_value(markup, record_label(record));
    } else {
        markup_text(markup, "\xE2\x80\x9C");
        append_value(markup, record_label(record));
        markup_text(markup, ends_sentence(record_label(record)) ? "" : ".");
        markup_text(markup, "\xE2\x80\x9D");
    }
    if (meeting && meeting != record) {
        markup_text(markup, " ");
        append_value(markup, record_label(meeting));
    }
    if (meeting)
        append_meeting(meeting, markup);
    const size_t length = say_date(record_value(record, ROLE_ISSUED), date);
    markup_text(markup, length ? ", " : "");
    markup_text(markup, date);
    markup_text(markup, ".");
}
