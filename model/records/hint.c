#include "records/hint.h"

#include "unicode/nearest_name.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* Appends two texts, or neither if they do not fit. Returns the new value of `used`. */
static size_t hint_append(char hint[HINT_BYTES_MAX], size_t used, const char *first,
                          const char *second)
{
    if (used + strlen(first) + strlen(second) >= HINT_BYTES_MAX)
        return used;
    return used + (size_t)snprintf(hint + used, HINT_BYTES_MAX - used, "%s%s", first, second);
}

static void append_choices(const char *const *choices, const char *before,
                           char hint[HINT_BYTES_MAX])
{
    assert(choices[0]);
    size_t used = hint_append(hint, 0, before, choices[0]);
    for (const char *const *choice = choices + 1; *choice; choice++)
        used = hint_append(hint, used, ", ", *choice);
}

const char *hint_choices(const char *const *choices, const char *name, size_t length,
                         char hint[HINT_BYTES_MAX])
{
    struct nearest_name nearest;
    nearest_name_init(&nearest, name, length);
    for (const char *const *choice = choices; *choice; choice++)
        nearest_name_offer(&nearest, *choice);
    if (nearest.best) {
        snprintf(hint, HINT_BYTES_MAX, "did you mean \"%s\"?", nearest.best);
        return hint;
    }
    append_choices(choices, "expected one of ", hint);
    return hint;
}

const char *hint_list(const char *const *choices, char hint[HINT_BYTES_MAX])
{
    append_choices(choices, "", hint);
    return hint;
}

const char *hint_fields(struct field_list fields, const char *name, size_t length,
                        char hint[HINT_BYTES_MAX])
{
    const char *names[FIELDS_MAX + 1] = {NULL};
    for (size_t i = 0; i < fields.count && i < FIELDS_MAX; i++)
        names[i] = fields.at[i].name;
    return hint_choices(names, name, length, hint);
}
