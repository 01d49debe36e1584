#include "import/recognise.h"

#include <string.h>
#include <strings.h>

/* Returns the length of the word at the beginning of a list. */
static size_t word_length(const char *list)
{
    return strcspn(list, " ");
}

/* Returns the word after the first one, or the end of the list. */
static const char *next_word(const char *list)
{
    list += word_length(list);
    return list + strspn(list, " ");
}

/* Returns the length of the path of a URL, or of a whole path. */
static size_t path_length(const char *name)
{
    return strstr(name, "://") ? strcspn(name, "?#") : strlen(name);
}

bool recognise_suffix(const char *suffixes, const char *name)
{
    const size_t length = path_length(name);
    for (; suffixes && *suffixes; suffixes = next_word(suffixes)) {
        const size_t suffix = word_length(suffixes);
        if (length > suffix && strncasecmp(name + length - suffix, suffixes, suffix) == 0)
            return true;
    }
    return false;
}

bool recognise_media_type(const char *media_types, const char *media_type)
{
    const size_t length = media_type ? strcspn(media_type, "; \t") : 0;
    for (; length && media_types && *media_types; media_types = next_word(media_types))
        if (word_length(media_types) == length && strncasecmp(media_types, media_type, length) == 0)
            return true;
    return false;
}

bool recognise_json(const struct draft_source *source)
{
    for (size_t i = 0; i < source->length; i++)
        if (!strchr(" \t\r\n", source->bytes[i]))
            return source->bytes[i] == '{' || source->bytes[i] == '[';
    return false;
}
