#include "search/text.h"

#include "search/snippet.h"
#include "words/stemmer.h"

static void search_text_append_value(struct buffer *out, const struct value *value)
{
    if (out->length)
        buffer_append_text(out, SEARCH_TEXT_SEPARATOR);
    buffer_append(out, value->text, value->count);
}

static void search_text_append_members(struct buffer *out, struct field_list fields,
                                       const struct members *members, enum search_column column);

static void search_text_append_item(struct buffer *out, const struct field *field,
                                    const struct value *value, enum search_column column)
{
    if (!value->count)
        return;
    if (field->kind == FIELD_OBJECT)
        search_text_append_members(out, field->members, value->members, column);
    else
        search_text_append_value(out, field->kind == FIELD_REFERENCE ? record_label(value->record)
                                                                     : value);
}

static void search_text_append_members(struct buffer *out, struct field_list fields,
                                       const struct members *members, enum search_column column)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        if (field->kind != FIELD_OBJECT && field->search != column)
            continue;
        size_t count;
        const struct value *items = record_items(field, members_value(members, i), &count);
        for (size_t j = 0; j < count; j++)
            search_text_append_item(out, field, &items[j], column);
    }
}

bool search_text_write(struct buffer *out, const struct record *record, enum search_column column)
{
    buffer_clear(out);
    search_text_append_members(out, record->type->fields, record->members, column);
    return !out->failed;
}

unsigned search_text_language(const struct record *record)
{
    const struct field_list fields = record->type->fields;
    for (size_t i = 0; i < fields.count; i++)
        if (fields.at[i].kind == FIELD_LANGUAGE) {
            const struct value *tag = members_value(record->members, i);
            return stem_language(tag->count ? tag->text : "", tag->count);
        }
    return STEM_ENGLISH;
}
