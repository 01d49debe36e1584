#include "options/cors_origin.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define LETTERS "abcdefghijklmnopqrstuvwxyz"
#define DIGITS "0123456789"

static bool has_upper_case(const char *text)
{
    return strpbrk(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != NULL;
}

/* Returns the length of the host at the start of the text, or 0 if there is no host. */
static size_t origin_host_length(const char *text)
{
    if (*text != '[')
        return strspn(text, LETTERS DIGITS "-._");
    const size_t inner = strspn(text + 1, DIGITS "abcdef:.");
    return inner > 0 && text[1 + inner] == ']' ? inner + 2 : 0;
}

/* Checks a port; browsers omit the default port of a scheme. */
static const char *origin_port_problem(const char *scheme, const char *port)
{
    const size_t length = strspn(port, DIGITS);
    if (length == 0 || length > 5 || port[length] || strtol(port, NULL, 10) > UINT16_MAX)
        return "it must have a port from 0 to 65535 after \":\", and nothing after that";
    if ((strncmp(scheme, "https:", 6) == 0 && strcmp(port, "443") == 0) ||
        (strncmp(scheme, "http:", 5) == 0 && strcmp(port, "80") == 0))
        return "it must omit the default port of its scheme, as browsers do";
    return NULL;
}

const char *cors_origin_problem(const char *text)
{
    if (has_upper_case(text))
        return "it must be in lower case, as browsers send it";
    const size_t scheme = strspn(text, LETTERS) > 0 ? strspn(text, LETTERS DIGITS "+-.") : 0;
    if (scheme == 0 || strncmp(text + scheme, "://", 3) != 0)
        return "it must begin with a scheme and \"://\"";
    const char *host = text + scheme + 3;
    const size_t length = origin_host_length(host);
    if (length == 0)
        return "it must have a host after \"://\", without \"*\"";
    if (host[length] == ':')
        return origin_port_problem(text, host + length + 1);
    return host[length] ? "it must have nothing after its host except a port, not even \"/\""
                        : NULL;
}
