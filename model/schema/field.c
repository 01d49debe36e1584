#include "schema/field.h"

#include "base/name.h"

const struct field *field_list_find(struct field_list fields, const char *name, size_t length)
{
    for (size_t i = 0; i < fields.count; i++)
        if (name_is(fields.at[i].name, name, length))
            return fields.at + i;
    return NULL;
}

const struct field *field_list_find_old(struct field_list fields, const char *name, size_t length)
{
    for (size_t i = 0; i < fields.count; i++)
        if (fields.at[i].old_name && name_is(fields.at[i].old_name, name, length))
            return fields.at + i;
    return NULL;
}

const struct field *field_list_with_role(struct field_list fields, enum field_role role)
{
    for (size_t i = 0; i < fields.count; i++)
        if (fields.at[i].role == role)
            return fields.at + i;
    return NULL;
}
