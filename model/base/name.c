#include "base/name.h"

#include <string.h>

bool name_is(const char *known, const char *name, size_t length)
{
    /* Most names differ in the first character. */
    return (length == 0 || *known == *name) && strncmp(known, name, length) == 0 &&
           known[length] == '\0';
}

const char *name_article(const char *noun)
{
    return strchr("aeiou", *noun) ? "an" : "a";
}
