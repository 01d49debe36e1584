#include "record_parts/record_parts.h"

#include "schema/types/every_record.h"

void record_page_mark_role(struct page *page, const struct record *record, enum field_role role)
{
    const struct field *field = field_list_with_role(record->type->fields, role);
    if (field && record_page_value(record, field)->count && record_infers(record, field))
        page_mark_inferred(page);
}

const struct field *record_page_find_sources(struct field_list fields)
{
    for (size_t i = 0; i < fields.count; i++)
        if (fields.at[i].kind == FIELD_OBJECT && fields.at[i].members.at == source_fields)
            return fields.at + i;
    return NULL;
}

const struct value *record_page_sources(const struct record *record)
{
    const struct field *field = record_page_find_sources(record->type->fields);
    return field ? record_page_value(record, field) : &value_absent;
}

bool record_page_has_statements(const struct field *field)
{
    return field->kind == FIELD_OBJECT && field->list && field->members.count > 1 &&
           field->members.at[0].kind == FIELD_TEXT && record_page_find_sources(field->members);
}
