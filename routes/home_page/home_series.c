/* The series of the meetings of an archive, or the bodies that meet. */
#include "home_page/home_private.h"
#include "query/query.h"
#include "work/work.h"

#include <string.h>

enum {
    SERIES_MAX = 12 /* if there are more, none is shown */
};

/* The meetings that have the same value of a field. */
struct series {
    const struct value *value;
    size_t count;
};

bool home_is_same(const struct field *field, const struct value *a, const struct value *b)
{
    if (!a->count || !b->count)
        return false;
    return field->kind == FIELD_REFERENCE
               ? a->record == b->record
               : a->count == b->count && memcmp(a->text, b->text, a->count) == 0;
}

/* Counts a meeting with a value. Returns false if there are too many values. */
static bool count_value(const struct field *field, const struct value *value,
                        struct series series[SERIES_MAX], size_t *count)
{
    size_t at = 0;
    while (at < *count && !home_is_same(field, series[at].value, value))
        at++;
    if (at == SERIES_MAX)
        return false;
    if (at == *count)
        series[(*count)++] = (struct series){value, 0};
    series[at].count++;
    return true;
}

/* Finds the values of a field, and counts the meetings with each. Returns the number of values, or
 * 0 if there are too many. */
static size_t find_series(const struct home *home, const struct field *field,
                          struct series series[SERIES_MAX])
{
    const size_t position = (size_t)(field - meeting_type.fields.at);
    size_t count = 0;
    if (!work_spend(home->work, WORK_FACETS, home->count * WORK_VALUE))
        return 0;
    for (size_t i = 0; i < home->count; i++) {
        const struct value *value = record_field(home->meetings[i].record, position);
        if (value->count && !count_value(field, value, series, &count))
            return 0;
    }
    return count;
}

static void write_series(struct page *page, const struct field *field, const struct series *series)
{
    struct markup *markup = &page->markup;
    char operand[OPERAND_BYTES], label[RECORD_LABEL_MAX];
    if (!operand_write(field, series->value, operand))
        return;
    markup_open(markup, "li", NULL);
    home_open_link(page, meeting_type.collection, field->name, operand);
    if (field->kind == FIELD_REFERENCE)
        markup_name(markup, label, record_write_label(series->value->record, label));
    else
        markup_name(markup, series->value->text, series->value->count);
    markup_text(markup, " ");
    markup_open(markup, "span", "class", "soft", NULL);
    markup_number(markup, series->count);
    markup_close(markup, "span");
    markup_close(markup, "a");
    markup_close(markup, "li");
}

void home_write_series(struct home *home)
{
    static const char *const names[] = {"series", "body"};
    struct series series[SERIES_MAX] = {{NULL, 0}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct field *field =
            field_list_find(meeting_type.fields, names[i], strlen(names[i]));
        const size_t count = field ? find_series(home, field, series) : 0;
        if (count < 2)
            continue;
        markup_open(&home->page->markup, "ul", "class", "chips", NULL);
        for (size_t at = 0; at < count; at++)
            write_series(home->page, field, &series[at]);
        markup_close(&home->page->markup, "ul");
        return;
    }
}
