#include "select/sort_key.h"

bool sort_key_applies(const struct field *field)
{
    return !field->list && field->kind != FIELD_REFERENCE && field->kind != FIELD_OBJECT;
}
