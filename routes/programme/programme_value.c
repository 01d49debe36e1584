#include "programme/programme_value.h"

#include "conference/conference.h"
#include "http/html.h"

#include <string.h>

const struct value *programme_member(const struct record *record, enum field_role list,
                                     const struct value *item, enum field_role member)
{
    const struct field *objects = field_list_with_role(record->type->fields, list);
    const struct field *field = objects ? field_list_with_role(objects->members, member) : NULL;
    return field ? members_value(item->members, (size_t)(field - objects->members.at))
                 : &value_absent;
}

const struct record *programme_target(const struct record *record, enum field_role role)
{
    const struct value *value = record_value(record, role);
    return value->count ? value->record : NULL;
}

bool programme_is_word(const struct value *value, const char *word)
{
    return value->count && strcmp(value->text, word) == 0;
}

void programme_append_paragraphs(struct buffer *out, const struct value *text)
{
    if (!text->count)
        return;
    if (!plain_text_is_html(text->text, text->count)) {
        buffer_append(out, text->text, text->count);
        return;
    }
    buffer_append_text(out, "<p>");
    for (const char *at = text->text, *end = at + text->count; at < end; at++) {
        const bool paragraph = end - at > 1 && memcmp(at, "\n\n", 2) == 0;
        if (*at == '\n')
            buffer_append_text(out, paragraph ? "</p>\n<p>" : "<br>\n");
        else
            html_append(out, at, 1);
        at += paragraph;
    }
    buffer_append_text(out, "</p>");
}
