#include "search/text.h"

#include <stdlib.h>
#include <string.h>

void search_text_init(struct search_text *text)
{
    *text = (struct search_text){0};
}

void search_text_finish(struct search_text *text)
{
    free(text->bytes);
    search_text_init(text);
}

bool search_text_append(struct search_text *text, const char *bytes, size_t length)
{
    if (length > text->capacity - text->length) {
        const size_t capacity = 2 * (text->length + length) + 256;
        char *grown = realloc(text->bytes, capacity);
        if (!grown)
            return false;
        text->bytes = grown;
        text->capacity = capacity;
    }
    if (length)
        memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    return true;
}

static bool append_value(struct search_text *text, const struct value *value)
{
    static const char separator[] = SEARCH_TEXT_SEPARATOR;
    if (text->length && !search_text_append(text, separator, sizeof separator - 1))
        return false;
    return search_text_append(text, value->text, value->count);
}

static bool append_members(struct search_text *text, struct field_list fields,
                           const struct value *values, enum search_column column);

static bool append_item(struct search_text *text, const struct field *field,
                        const struct value *value, enum search_column column)
{
    if (!value->count)
        return true;
    if (field->kind == FIELD_OBJECT)
        return append_members(text, field->members, value->items, column);
    return append_value(text, field->kind == FIELD_REFERENCE ? record_label(value->record) : value);
}

static bool append_members(struct search_text *text, struct field_list fields,
                           const struct value *values, enum search_column column)
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct field *field = &fields.at[i];
        if (field->kind != FIELD_OBJECT && field->search != column)
            continue;
        const struct value *items = field->list ? values[i].items : &values[i];
        const size_t count = field->list ? values[i].count : 1;
        for (size_t j = 0; j < count; j++)
            if (!append_item(text, field, &items[j], column))
                return false;
    }
    return true;
}

bool search_text_write(struct search_text *text, const struct record *record,
                       enum search_column column)
{
    text->length = 0;
    return append_members(text, record->type->fields, record->values, column);
}
