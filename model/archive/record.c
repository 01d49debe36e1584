#include "archive/record.h"

#include "base/utf8.h"

#include <assert.h>
#include <string.h>

enum {
    WHOLE_LABEL_MAX = 100
};

const struct value value_absent = {.count = 0};

const char *record_id(const struct record *record)
{
    return record->members->at[0].text;
}

const struct value *record_value(const struct record *record, enum field_role role)
{
    const struct field *field = record ? field_list_with_role(record->type->fields, role) : NULL;
    return field ? record_field(record, (size_t)(field - record->type->fields.at)) : &value_absent;
}

void record_choose_label(struct record *record)
{
    static const enum field_role naming[] = {ROLE_TITLE, ROLE_DESCRIPTION};
    for (size_t i = 0; i < sizeof naming / sizeof *naming; i++) {
        const struct field *field = field_list_with_role(record->type->fields, naming[i]);
        const size_t position = field ? (size_t)(field - record->type->fields.at) : 0;
        if (field && record_field(record, position)->count) {
            record->label = (uint32_t)position;
            return;
        }
    }
}

const struct value *record_label(const struct record *record)
{
    return record_field(record, record->label);
}

size_t record_write_label(const struct record *record, char label[RECORD_LABEL_MAX])
{
    static const char ellipsis[] = "\xe2\x80\xa6";
    static_assert(WHOLE_LABEL_MAX + sizeof ellipsis <= RECORD_LABEL_MAX, "a label is cut off");
    const struct value *text = record_label(record);
    if (text->count <= WHOLE_LABEL_MAX) {
        memcpy(label, text->text, text->count + 1);
        return text->count;
    }
    const size_t length = utf8_cut_words(text->text, WHOLE_LABEL_MAX);
    memcpy(label, text->text, length);
    memcpy(label + length, ellipsis, sizeof ellipsis);
    return length + strlen(ellipsis);
}

bool record_infers(const struct record *record, const struct field *field)
{
    const struct field_list fields = record->type->fields;
    for (size_t i = 0; i < fields.count; i++) {
        if (fields.at[i].kind != FIELD_FIELD_NAME)
            continue;
        const struct value *names = record_field(record, i);
        for (size_t at = 0; at < names->count; at++)
            if (strcmp(names->items[at].text, field->name) == 0)
                return true;
    }
    return false;
}
