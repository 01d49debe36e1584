#include "archive/record.h"

const char *record_id(const struct record *record)
{
    return record->values[0].text;
}

const struct value *record_value(const struct record *record, enum field_role role)
{
    static const struct value none = {.count = 0};
    const struct field *field = record ? field_list_with_role(record->type->fields, role) : NULL;
    return field ? &record->values[field - record->type->fields.at] : &none;
}

void record_choose_label(struct record *record)
{
    static const enum field_role naming[] = {ROLE_TITLE, ROLE_DESCRIPTION};
    for (size_t i = 0; i < sizeof naming / sizeof *naming; i++) {
        const struct value *value = record_value(record, naming[i]);
        if (value->count) {
            record->label = (uint32_t)(value - record->values);
            return;
        }
    }
}

const struct value *record_label(const struct record *record)
{
    return &record->values[record->label];
}
