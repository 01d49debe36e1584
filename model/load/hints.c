/* What a fault says of a name or value that is not known. */
#include "base/name.h"
#include "load/file_reader.h"

#include <assert.h>
#include <string.h>

const char *json_kind(const json_t *json)
{
    switch (json_typeof(json)) {
    case JSON_OBJECT:
        return "an object";
    case JSON_ARRAY:
        return "an array";
    case JSON_STRING:
        return "a string";
    case JSON_INTEGER:
    case JSON_REAL:
        return "a number";
    case JSON_NULL:
        return "null";
    default:
        return "true or false";
    }
}

static size_t append(char *hint, size_t used, size_t size, const char *first, const char *second)
{
    if (used + strlen(first) + strlen(second) >= size)
        return used;
    return used + (size_t)snprintf(hint + used, size - used, "%s%s", first, second);
}

const char *hint_choices(const char *const *choices, const char *name, size_t length, char *hint,
                         size_t size)
{
    struct nearest nearest;
    nearest_init(&nearest, name, length);
    for (const char *const *choice = choices; *choice; choice++)
        nearest_offer(&nearest, *choice);
    if (nearest.best) {
        snprintf(hint, size, "nearest is \"%s\"", nearest.best);
        return hint;
    }
    assert(choices[0]);
    size_t used = append(hint, 0, size, "known are ", choices[0]);
    for (const char *const *choice = choices + 1; *choice; choice++)
        used = append(hint, used, size, ", ", *choice);
    return hint;
}

const char *hint_fields(struct field_list fields, const char *name, size_t length, char *hint,
                        size_t size)
{
    const char *names[FIELDS_MAX + 1] = {NULL};
    for (size_t i = 0; i < fields.count && i < FIELDS_MAX; i++)
        names[i] = fields.at[i].name;
    return hint_choices(names, name, length, hint, size);
}
