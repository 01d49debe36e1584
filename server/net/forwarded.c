#include "net/forwarded.h"

#include <string.h>
#include <strings.h>

static const char white[] = " \t";

void forwarded_init(struct forwarded *forwarded, const struct network *trusted,
                    size_t trusted_count, const struct address *peer)
{
    *forwarded = (struct forwarded){trusted, trusted_count, *peer, *peer, false};
}

/* What is read from the left is judged from the right: a trusted address passes on to what is on
 * its left, if anything is; others do not. NULL is what is no address. */
static void add(struct forwarded *forwarded, const struct address *address)
{
    if (!address)
        forwarded->client = forwarded->peer;
    else if (!forwarded->begun ||
             !network_any_contains(forwarded->trusted, forwarded->trusted_count, address))
        forwarded->client = *address;
    forwarded->begun = true;
}

/* Nothing, or a colon with a number or (RFC 7239, section 6.3) a pseudonym. */
static bool is_port(const char *text, size_t length)
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
        if (!text[i] || !strchr(allowed, text[i]))
            return false;
    return true;
}

/* An address with or without a port, which IPv6 has behind brackets (RFC 7239, section 6). */
static bool parse_node(const char *text, size_t length, struct address *ret_address)
{
    const char *end = memchr(text, *text == '[' ? ']' : ':', length);
    if (*text != '[') {
        const size_t host = end ? (size_t)(end - text) : length;
        return is_port(text + host, length - host) && address_parse(text, host, ret_address);
    }
    return end && memchr(text, ':', (size_t)(end - text)) &&
           is_port(end + 1, length - (size_t)(end + 1 - text)) &&
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
            add(forwarded,
                address_parse(line, length, &address) || parse_node(line, length, &address)
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

/* A value of `Forwarded`, without its quotation marks; what is too long is cut, and then it is no
 * address. Returns the end of it in the line, or NULL where it is malformed. */
static const char *read_value(const char *line, char value[VALUE_MAX])
{
    static const char token[] = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "abcdefghijklmnopqrstuvwxyz";
    size_t length = 0;
    const bool quoted = *line == '"';
    const char *at = line + quoted;
    while (quoted ? *at && *at != '"' : *at && strchr(token, *at)) {
        if (quoted && *at == '\\' && !*++at)
            return NULL;
        if (length + 1 < VALUE_MAX)
            value[length++] = *at;
        at++;
    }
    value[length] = '\0';
    if (quoted)
        return *at == '"' ? at + 1 : NULL;
    return at > line ? at : NULL;
}

/* An element, up to its comma: pairs with semicolons between them (RFC 7239, section 4). Returns
 * its end, or NULL where it is malformed; `value` is that of "for", or "". */
static const char *read_element(const char *line, char value[VALUE_MAX])
{
    char name[VALUE_MAX];
    for (*value = '\0';; line++) {
        line += strspn(line, white);
        if (!*line || *line == ',')
            return line;
        if (*line == ';')
            continue;
        line = *line == '"' ? NULL : read_value(line, name);
        if (!line || *line != '=')
            return NULL;
        const bool is_for = strcasecmp(name, "for") == 0;
        if (is_for && *value)
            return NULL;
        line = read_value(line + 1, is_for ? value : name);
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
        line = read_element(line, value);
        add(forwarded,
            line && *value && parse_node(value, strlen(value), &address) ? &address : NULL);
        if (!line || !*line)
            return;
    }
}
