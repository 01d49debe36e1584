#include "connections/forwarded.h"

#include "base/token.h"

#include <string.h>
#include <strings.h>

static const char white[] = " \t";

void forwarded_init(struct forwarded *forwarded, const struct network *trusted,
                    size_t trusted_count, const struct address *peer)
{
    *forwarded = (struct forwarded){trusted, trusted_count, *peer, *peer, false};
}

/* Adds the next address from the left; `address` is NULL if the text is not an address. An
 * untrusted address becomes the client, and so does the leftmost one; other addresses change
 * nothing. */
static void forwarded_add(struct forwarded *forwarded, const struct address *address)
{
    if (!address)
        forwarded->client = forwarded->peer;
    else if (!forwarded->begun ||
             !network_any_contains(forwarded->trusted, forwarded->trusted_count, address))
        forwarded->client = *address;
    forwarded->begun = true;
}

/* Accepts an empty text, or a colon with a number or a pseudonym (RFC 7239, section 6.3). */
static bool forwarded_is_port(const char *text, size_t length)
{
    if (length == 0)
        return true;
    const bool pseudonym = length > 1 && text[1] == '_';
    const char *allowed = pseudonym ? "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                      "0123456789._-"
                                    : "0123456789";
    if (*text != ':' || length < (pseudonym ? 3u : 2u) || (!pseudonym && length > 6))
        return false;
    for (size_t i = 1; i < length; i++)
        if (!strchr(allowed, text[i]))
            return false;
    return true;
}

/* Parses an address with or without a port; IPv6 is in brackets (RFC 7239, section 6). */
static bool forwarded_parse_node(const char *text, size_t length, struct address *ret_address)
{
    const char *end = memchr(text, *text == '[' ? ']' : ':', length);
    if (*text != '[') {
        const size_t host = end ? (size_t)(end - text) : length;
        return forwarded_is_port(text + host, length - host) &&
               address_parse(text, host, ret_address);
    }
    return end && memchr(text, ':', (size_t)(end - text)) &&
           forwarded_is_port(end + 1, length - (size_t)(end + 1 - text)) &&
           address_parse(text + 1, (size_t)(end - text) - 1, ret_address);
}

void forwarded_read_for(struct forwarded *forwarded, const char *line)
{
    struct address address;
    for (;;) {
        line += strspn(line, white);
        const size_t whole = strcspn(line, ",");
        size_t length = whole;
        while (length > 0 && strchr(white, line[length - 1]))
            length--;
        if (length > 0)
            forwarded_add(forwarded, address_parse(line, length, &address) ||
                                             forwarded_parse_node(line, length, &address)
                                         ? &address
                                         : NULL);
        if (!line[whole])
            return;
        line += whole + 1;
    }
}

enum {
    VALUE_MAX = 64 /* longer than any address */
};

/* Copies a quoted string without its quotes and backslashes; `line` begins after the first quote.
 * Cuts a value that is too long, which is then not an address. Returns the rest of the line, or
 * NULL if the string has no end. */
static const char *forwarded_read_quoted(const char *line, char value[VALUE_MAX])
{
    size_t length = 0;
    for (; *line && *line != '"'; line++) {
        if (*line == '\\' && !*++line)
            return NULL;
        if (length + 1 < VALUE_MAX)
            value[length++] = *line;
    }
    value[length] = '\0';
    return *line ? line + 1 : NULL;
}

/* Copies a token or a quoted string, cut as above. Returns the rest of the line, or NULL if it is
 * malformed. */
static const char *forwarded_read_value(const char *line, char value[VALUE_MAX])
{
    if (*line == '"')
        return forwarded_read_quoted(line + 1, value);
    const size_t length = token_length(line);
    const size_t copied = length < VALUE_MAX ? length : VALUE_MAX - 1;
    memcpy(value, line, copied);
    value[copied] = '\0';
    return length > 0 ? line + length : NULL;
}

/* Reads an element up to its comma: pairs separated by semicolons (RFC 7239, section 4). Writes the
 * value of `wanted`, or "", to `value`. Returns the rest of the line, or NULL if it is malformed.
 */
static const char *forwarded_read_element(const char *line, const char *wanted,
                                          char value[VALUE_MAX])
{
    char name[VALUE_MAX];
    for (*value = '\0';; line++) {
        line += strspn(line, white);
        if (!*line || *line == ',')
            return line;
        if (*line == ';')
            continue;
        line = *line == '"' ? NULL : forwarded_read_value(line, name);
        if (!line || *line != '=')
            return NULL;
        const bool is_wanted = strcasecmp(name, wanted) == 0;
        if (is_wanted && *value)
            return NULL;
        line = forwarded_read_value(line + 1, is_wanted ? value : name);
        line = line ? line + strspn(line, white) : NULL;
        if (!line || (*line && *line != ';' && *line != ','))
            return NULL;
        if (*line != ';')
            return line;
    }
}

void forwarded_read(struct forwarded *forwarded, const char *line)
{
    struct address address;
    char value[VALUE_MAX];
    for (;; line++) {
        line += strspn(line, " \t,");
        if (!*line)
            return;
        line = forwarded_read_element(line, "for", value);
        forwarded_add(forwarded,
                      line && *value && forwarded_parse_node(value, strlen(value), &address)
                          ? &address
                          : NULL);
        if (!line || !*line)
            return;
    }
}

bool forwarded_is_https(const char *line, const char *scheme)
{
    char value[VALUE_MAX] = "";
    while (line && *(line += strspn(line, " \t,")))
        line = forwarded_read_element(line, "proto", value);
    if (!line || !*value)
        return scheme && strcasecmp(scheme, "https") == 0;
    return strcasecmp(value, "https") == 0;
}
