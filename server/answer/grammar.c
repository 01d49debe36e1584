#include "answer/grammar.h"

#include "http/target.h"

#include <string.h>
#include <strings.h>

/* Whether a byte is a letter, a digit or one of `others`. */
static bool is_one_of(unsigned char c, const char *others)
{
    const unsigned char letter = c | 0x20;
    return (letter >= 'a' && letter <= 'z') || (c >= '0' && c <= '9') ||
           (c != '\0' && strchr(others, c));
}

bool grammar_is_token(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!is_one_of((unsigned char)text[i], "-!#$%&'*+.^_`|~"))
            return false;
    return length > 0;
}

bool grammar_is_field_value(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        const unsigned char c = (unsigned char)text[i];
        if ((c < ' ' && c != '\t') || c == 0x7f)
            return false;
    }
    return true;
}

/* Behind the host that a text begins with: an IPv6 address in brackets, or a name (RFC 3986,
 * section 3.2.2); the text itself where there is none. */
static const char *behind_host(const char *text)
{
    const char *at = text;
    if (*text != '[') {
        while (is_one_of((unsigned char)*at, ".-_~!$&'()*+;=%"))
            at++;
        return at;
    }
    at += 1 + strspn(text + 1, "0123456789abcdefABCDEF:.");
    return *at == ']' && at > text + 2 ? at + 1 : text;
}

static const char *behind_digits(const char *text)
{
    while (*text >= '0' && *text <= '9')
        text++;
    return text;
}

/* White space around a value is not of the value; 0.9.75 leaves some. */
static const char *behind_space(const char *text)
{
    while (*text == ' ' || *text == '\t')
        text++;
    return text;
}

/* The same with an optional port. */
static const char *behind_authority(const char *text)
{
    const char *rest = behind_host(text);
    return rest > text && *rest == ':' ? behind_digits(rest + 1) : rest;
}

bool grammar_is_host(const char *text)
{
    const char *host = behind_space(text), *rest = behind_authority(host);
    return rest > host && *behind_space(rest) == '\0';
}

bool grammar_is_number(const char *text)
{
    const char *digits = behind_space(text), *rest = behind_digits(digits);
    const bool leading_zero = *digits == '0' && rest > digits + 1;
    return rest > digits && !leading_zero && *behind_space(rest) == '\0';
}

bool grammar_is_word(const char *text, const char *word)
{
    const char *start = behind_space(text);
    const size_t length = strlen(word);
    return strncasecmp(start, word, length) == 0 && *behind_space(start + length) == '\0';
}

bool grammar_is_target(const char *text)
{
    for (; *text; text++)
        if (*text <= ' ' || *text >= 0x7f || *text == '#')
            return false;
    return true;
}

bool grammar_is_target_of(enum method method, const char *text)
{
    if (strcmp(text, "*") == 0)
        return method == METHOD_OPTIONS;
    const char *path = target_path(text);
    if (!path || path == text)
        return path;
    const char *host = strstr(text, "//") + 2, *rest = behind_authority(host);
    return rest > host && (rest == path || *rest == '\0');
}
