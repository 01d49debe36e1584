#include "options/cache_control.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

#define DIGITS "0123456789"

/* The characters of a token (RFC 9110, section 5.6.2). */
static const char token[] =
    DIGITS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&'*+-.^_`|~";

/* The directives whose argument is a number of seconds (RFC 9111, section 5.2.2, and RFC 5861). */
static const char *const in_seconds[] = {"max-age", "s-maxage", "stale-while-revalidate",
                                         "stale-if-error"};

/* The directives of requests, which mean nothing in an answer. */
static const char *const of_requests[] = {"max-stale", "min-fresh", "only-if-cached"};

static bool is_among(const char *const *names, size_t count, const char *name, size_t length)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(names[i]) == length && strncasecmp(names[i], name, length) == 0)
            return true;
    return false;
}

/* Returns the length of the argument of a directive, a token or a quoted text; 0 if it has none. */
static size_t argument_length(const char *argument)
{
    if (*argument != '"')
        return strspn(argument, token);
    const size_t inner = strcspn(argument + 1, "\"\\");
    return argument[1 + inner] == '"' ? inner + 2 : 0;
}

/* Checks a directive, and moves `place` behind it. */
static const char *directive_problem(const char **place)
{
    const char *name = *place;
    const size_t length = strspn(name, token);
    const bool has_argument = name[length] == '=';
    const char *argument = name + length + has_argument;
    const size_t argument_end = has_argument ? argument_length(argument) : 0;
    *place = argument + argument_end;
    if (length == 0)
        return "it must be directives between commas";
    if (is_among(of_requests, sizeof of_requests / sizeof *of_requests, name, length))
        return "it has a directive of requests";
    if (has_argument && argument_end == 0)
        return "it has a directive without a value after \"=\"";
    if (is_among(in_seconds, sizeof in_seconds / sizeof *in_seconds, name, length) &&
        (argument_end == 0 || strspn(argument, DIGITS) != argument_end))
        return "it must have a whole number of seconds after \"=\"";
    return NULL;
}

const char *cache_control_problem(const char *text)
{
    if (strlen(text) > CACHE_CONTROL_BYTES_MAX)
        return "it must have at most 200 bytes";
    for (const char *place = text;; place += 1 + strspn(place + 1, " ")) {
        const char *problem = directive_problem(&place);
        if (problem)
            return problem;
        place += strspn(place, " ");
        if (!*place)
            return NULL;
        if (*place != ',')
            return "it must be directives between commas";
    }
}
