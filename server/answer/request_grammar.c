#include "answer/request_grammar.h"

#include "http/target.h"

#include <string.h>
#include <strings.h>

bool request_grammar_is_field_value(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        const unsigned char c = (unsigned char)text[i];
        if ((c < ' ' && c != '\t') || c == 0x7f)
            return false;
    }
    return true;
}

/* A host name may have letters, digits, and these (RFC 3986, section 3.2.2). */
static bool is_host_byte(unsigned char c)
{
    const unsigned char letter = c | 0x20;
    return (letter >= 'a' && letter <= 'z') || (c >= '0' && c <= '9') ||
           (c != '\0' && strchr(".-_~!$&'()*+;=%", c));
}

/* Returns the end of the host at the start of a text: a name, or an IPv6 address in brackets.
 * Returns the text itself if it does not start with a host. */
static const char *grammar_skip_host(const char *text)
{
    const char *at = text;
    if (*text != '[') {
        while (is_host_byte((unsigned char)*at))
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

bool request_grammar_is_word(const char *text, const char *word)
{
    const char *start = grammar_skip_space(text);
    const size_t length = strlen(word);
    return strncasecmp(start, word, length) == 0 && *grammar_skip_space(start + length) == '\0';
}

bool request_grammar_is_target(const char *text)
{
    for (; *text; text++)
        if (*text <= ' ' || *text >= 0x7f || *text == '#')
            return false;
    return true;
}

bool request_grammar_is_target_of(enum method method, const char *text)
{
    if (strcmp(text, "*") == 0)
        return method == METHOD_OPTIONS;
    const char *path = target_path(text);
    if (!path || path == text)
        return path;
    const char *host = strstr(text, "//") + 2, *rest = grammar_skip_authority(host);
    return rest > host && (rest == path || *rest == '\0');
}

bool request_grammar_is_registered_method(const char *name)
{
    static const char *const names[] = {"ACL",
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
                                        "VERSION-CONTROL"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}
