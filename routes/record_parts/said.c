#include "record_parts/record_parts.h"

#include <stdio.h>

void said_open_place(struct page *page, const struct record *record, size_t argument, size_t of)
{
    struct markup *markup = &page->markup;
    char text[SAY_BYTES], fragment[40];
    const struct value *stance = record_value(record, ROLE_STANCE);
    const struct value *kind = record_value(record, ROLE_KIND);
    snprintf(fragment, sizeof fragment, "arguments-%zu", argument);
    markup_open(markup, "span", NULL);
    markup_open(markup, "a", NULL);
    page_href(page, url_of_record(page->base_path, record), argument ? fragment : NULL);
    if (record->type == &paper_type || !kind->count)
        say_kind(record, text);
    else
        say_term(kind->text, true, text);
    markup_text(markup, text);
    if (of > 1) {
        snprintf(text, sizeof text, ", argument %zu of %zu", argument, of);
        markup_text(markup, text);
    }
    markup_close(markup, "a");
    if (stance->count) {
        markup_text(markup, ", ");
        markup_text(markup, say_term(stance->text, false, text));
        record_page_mark_role(page, record, ROLE_STANCE);
    }
}
