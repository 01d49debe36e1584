#include "layout/citation_text.h"

#include "layout/say_date.h"

#include <string.h>

enum {
    AUTHORS_MAX = 10 /* of a citation; the others are "et al." */
};

static void append_value(struct buffer *out, const struct value *value)
{
    buffer_append(out, value->text, value->count);
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

static void append_authors(const struct record *record, struct buffer *out)
{
    size_t count;
    const struct value *authors = find_items(record, ROLE_AUTHOR, &count);
    for (size_t i = 0; i < count && i < AUTHORS_MAX; i++) {
        buffer_append_text(out, i == 0 ? "" : i + 1 == count ? " and " : ", ");
        append_value(out, record_label(authors[i].record));
    }
    buffer_append_text(out, count == 0 ? "" : count > AUTHORS_MAX ? ", et al. " : ". ");
}

/* Reports whether a title ends with a mark after which no full stop is set. */
static bool ends_sentence(const struct value *title)
{
    return title->count && strchr(".?!", title->text[title->count - 1]);
}

static void append_part(struct buffer *out, const struct value *value)
{
    if (!value->count)
        return;
    buffer_append_text(out, ", ");
    append_value(out, value);
}

static void append_meeting(const struct record *meeting, struct buffer *out)
{
    char date[SAY_DATE_BYTES];
    append_part(out, record_value(meeting, ROLE_CITY));
    const size_t length =
        say_period(record_value(meeting, ROLE_START), record_value(meeting, ROLE_END), date);
    buffer_append_text(out, length ? ", " : "");
    buffer_append(out, date, length);
}

bool citation_text_write(const struct record *record, const struct record *meeting,
                         struct buffer *out)
{
    char date[SAY_DATE_BYTES];
    append_authors(record, out);
    if (record == meeting) {
        append_value(out, record_label(record));
    } else {
        buffer_append_text(out, "\xE2\x80\x9C");
        append_value(out, record_label(record));
        buffer_append_text(out, ends_sentence(record_label(record)) ? "" : ".");
        buffer_append_text(out, "\xE2\x80\x9D");
    }
    if (meeting && meeting != record) {
        buffer_append_text(out, " ");
        append_value(out, record_label(meeting));
    }
    if (meeting)
        append_meeting(meeting, out);
    const size_t length = say_date(record_value(record, ROLE_ISSUED), date);
    buffer_append_text(out, length ? ", " : "");
    buffer_append(out, date, length);
    buffer_append_text(out, ".");
    return !out->failed;
}
