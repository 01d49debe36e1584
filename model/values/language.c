#include "values/language.h"

enum {
    PART_MAX = 8,
    LANGUAGE_MIN = 2
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Returns the length of the part that begins at `text`; its first part has letters only. */
static size_t part_length(const char *text, size_t length, bool first)
{
    size_t count = 0;
    while (count < length &&
           (is_letter(text[count]) || (!first && text[count] >= '0' && text[count] <= '9')))
        count++;
    return count;
}

/* Reports whether a tag is of private use, such as x-plain, or an old one, such as i-klingon. */
static bool has_no_language(const char *text, size_t length)
{
    const char mark = length > 1 ? text[0] : '\0';
    return mark && text[1] == '-' && (mark == 'x' || mark == 'X' || mark == 'i' || mark == 'I');
}

bool language_is_tag(const char *text, size_t length)
{
    size_t at = part_length(text, length, true);
    if ((at < LANGUAGE_MIN && !has_no_language(text, length)) || at > PART_MAX)
        return false;
    while (at < length) {
        if (text[at] != '-')
            return false;
        const size_t part = part_length(text + at + 1, length - at - 1, false);
        if (part == 0 || part > PART_MAX)
            return false;
        at += 1 + part;
    }
    return true;
}
