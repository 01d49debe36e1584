#include "archive/record.h"

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
