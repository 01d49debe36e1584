#include "answer/request_grammar.h"

#include "http/target.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

enum {
    IDENTIFIER_MAX = 128
};

#define EACH_BYTE(value) (UINT64_MAX / 0xff * (value))

/* Reports whether one of eight bytes is below ' ' or is 0x7f (see "Determine if a word has a byte
 * less than n" in Anderson's Bit Twiddling Hacks). */
static bool has_control(const char bytes[8])
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    const uint64_t low = (word - EACH_BYTE(' ')) & ~word;
    const uint64_t flipped = word ^ EACH_BYTE(0x7f);
    const uint64_t del = (flipped - EACH_BYTE(1)) & ~flipped;
    return ((low | del) & EACH_BYTE(0x80)) != 0;
}

static bool are_field_bytes(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        const unsigned char c = (unsigned char)text[i];
        if ((c < ' ' && c != '\t') || c == 0x7f)
            return false;
    }
    return true;
}

/* Most values have no control character at all, so eight bytes are tested at once. */
bool request_grammar_is_field_value(const char *text, size_t length)
{
    const char *end = text + length;
    if (length < 8)
        return are_field_bytes(text, length);
    for (; end - text > 8; text += 8)
        if (has_control(text) && !are_field_bytes(text, 8))
            return false;
    return !has_control(end - 8) || are_field_bytes(end - 8, 8);
}

/* true for the bytes of a host name: letters, digits, and .-_~!$&'()*+;=% (RFC 3986,
 * section 3.2.2). Each row has 16, and the first two rows are one. */
static const bool is_host_byte[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 0, /* !$%&'()*+-. */
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 0, 0,                         /* digits ; = */
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,                         /* A to O */
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1,                         /* P to Z _ */
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,                         /* a to o */
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 0                          /* p to z ~ */
};

/* Returns the end of the host at the start of a text: a name, or an IPv6 address in brackets.
 * Returns the text itself if it does not start with a host. */
static const char *grammar_skip_host(const char *text)
{
    const char *at = text;
    if (*text != '[') {
        while (is_host_byte[(unsigned char)*at])
            at++;
        return at;
    }
    at += 1 + strspn(text + 1, "0123456789abcdefABCDEF:.");
    return *at == ']' && at > text + 2 ? at + 1 : text;
}

static const char *grammar_skip_digits(const char *text)
{
    while (*text >= '0' && *text <= '9')
        text++;
    return text;
}

static const char *grammar_skip_space(const char *text)
{
    while (*text == ' ' || *text == '\t')
        text++;
    return text;
}

/* Returns the end of a host and an optional port. */
static const char *grammar_skip_authority(const char *text)
{
    const char *rest = grammar_skip_host(text);
    return rest > text && *rest == ':' ? grammar_skip_digits(rest + 1) : rest;
}

bool request_grammar_is_host(const char *text)
{
    const char *host = grammar_skip_space(text), *rest = grammar_skip_authority(host);
    return rest > host && *grammar_skip_space(rest) == '\0';
}

bool request_grammar_is_number(const char *text)
{
    const char *digits = grammar_skip_space(text), *rest = grammar_skip_digits(digits);
    const bool leading_zero = *digits == '0' && rest > digits + 1;
    return rest > digits && !leading_zero && *grammar_skip_space(rest) == '\0';
}

bool request_grammar_is_identifier(const char *text)
{
    static const char bytes[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                "+/=@:._-";
    const size_t length = strspn(text, bytes);
    return length > 0 && length <= IDENTIFIER_MAX && !text[length];
}

bool request_grammar_is_word(const char *text, const char *word)
{
    const char *start = grammar_skip_space(text);
    const size_t length = strlen(word);
    return strncasecmp(start, word, length) == 0 && *grammar_skip_space(start + length) == '\0';
}

bool request_grammar_is_target(const char *text)
{
    while ((unsigned char)(*text - '!') <= '~' - '!' && *text != '#')
        text++;
    return *text == '\0';
}

bool request_grammar_is_target_of(enum method method, const char *text)
{
    if (text[0] == '*' && text[1] == '\0')
        return method == METHOD_OPTIONS;
    const char *path = target_path(text);
    if (!path || path == text)
        return path;
    const char *host = strstr(text, "//") + 2, *rest = grammar_skip_authority(host);
    return rest > host && (rest == path || *rest == '\0');
}

/* The methods that IANA lists (RFC 9110, section 16.1). */
static const char *const registered_methods[] = {
    "ACL",
    "BASELINE-CONTROL",
    "BIND",
    "CHECKIN",
    "CHECKOUT",
    "CONNECT",
    "COPY",
    "DELETE",
    "GET",
    "HEAD",
    "LABEL",
    "LINK",
    "LOCK",
    "MERGE",
    "MKACTIVITY",
    "MKCALENDAR",
    "MKCOL",
    "MKREDIRECTREF",
    "MKWORKSPACE",
    "MOVE",
    "OPTIONS",
    "ORDERPATCH",
    "PATCH",
    "POST",
    "PRI",
    "PROPFIND",
    "PROPPATCH",
    "PUT",
    "QUERY",
    "REBIND",
    "REPORT",
    "SEARCH",
    "TRACE",
    "UNBIND",
    "UNCHECKOUT",
    "UNLINK",
    "UNLOCK",
    "UPDATE",
    "UPDATEREDIRECTREF",
    "VERSION-CONTROL",
};

bool request_grammar_is_registered_method(const char *name)
{
    for (size_t i = 0; i < sizeof registered_methods / sizeof *registered_methods; i++)
        if (strcmp(registered_methods[i], name) == 0)
            return true;
    return false;
}
