#include "records/extensions.h"

#include "base/array.h"

bool extensions_add(struct extensions *list, struct extension extension)
{
    struct extension *at =
        array_reserve(list->at, &list->capacity, list->count + 1, sizeof *list->at);
    if (!at)
        return false;
    list->at = at;
    list->at[list->count++] = extension;
    return true;
}
