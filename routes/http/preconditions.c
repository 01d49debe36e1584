#include "http/preconditions.h"

#include <string.h>

bool entity_tag_listed(const char *list, const char *entity_tag,
                       enum entity_tag_comparison comparison)
{
    const size_t length = strlen(entity_tag);
    const char *at = list + strspn(list, " \t");
    if (*at == '*')
        return at[1 + strspn(at + 1, " \t")] == '\0';
    for (;;) {
        at += strspn(at, " \t,");
        const bool weak = strncmp(at, "W/", 2) == 0;
        if (weak)
            at += 2;
        if (*at != '"')
            return false;
        if (strncmp(at, entity_tag, length) == 0 && !(weak && comparison == COMPARE_STRONGLY))
            return true;
        at = strchr(at + 1, '"');
        if (!at)
            return false;
        at++;
    }
}
