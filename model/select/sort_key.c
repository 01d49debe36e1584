#include "select/sort_key.h"

bool sort_key_applies(const struct field *field)
{
    return !field->list && field->kind != FIELD_REFERENCE && field->kind != FIELD_OBJECT;
}

bool sort_key_follows(const struct field *field)
{
    return field->kind == FIELD_REFERENCE && field_path_further(field).count > 0;
}

bool sort_key_set_path(struct sort_key *key, const struct field_path *path)
{
    if (!sort_key_applies(path->end) || path->count > 2 ||
        (path->count == 2 && path->steps[0].field->kind != FIELD_REFERENCE))
        return false;
    key->path = *path;
    key->path.first_only = !field_path_is_single(path);
    return true;
}
