#include "record_parts/related.h"

#include "query/record_view.h"

const struct field *related_find_field(void)
{
    const struct field_list fields = proposal_type.fields;
    for (size_t i = 0; i < fields.count; i++) {
        const struct field_list members = fields.at[i].members;
        if (fields.at[i].kind == FIELD_OBJECT && members.count == RELATED_NOTE + 1 &&
            include_applies(&members.at[RELATED_RECORD]) &&
            members.at[RELATED_BASIS].kind == FIELD_ENUM)
            return fields.at + i;
    }
    return NULL;
}
