#include "archive/record.h"

#include <assert.h>
#include <string.h>

const char *record_id(const struct record *record)
{
    return record->values[0].text;
}

const struct value *record_value(const struct record *record, const char *name)
{
    const struct field_list fields = record->type->fields;
    const struct field *field = field_list_find(fields, name, strlen(name));
    return field ? &record->values[field - fields.at] : NULL;
}

void record_choose_label(struct record *record)
{
    for (const char *const *name = record->type->label; *name; name++) {
        const struct value *value = record_value(record, *name);
        assert(value);
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
