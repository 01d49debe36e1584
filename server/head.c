#include "head.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static void refuse(struct head *head, unsigned status, const char *why)
{
    if (head->refusal)
        return;
    head->refusal = why;
    head->refusal_status = status;
}

/* Whether a byte is a letter, a digit or one of `others`. */
static bool is_one_of(unsigned char c, const char *others)
{
    const unsigned char letter = c | 0x20;
    return (letter >= 'a' && letter <= 'z') || (c >= '0' && c <= '9') ||
           (c != '\0' && strchr(others, c));
}

/* RFC 9110, section 5.6.2: so are methods and the names of fields. */
static bool is_token(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!is_one_of((unsigned char)text[i], "-!#$%&'*+.^_`|~"))
            return false;
    return length > 0;
}

/* RFC 9110, section 5.5: no control characters but the tab, no NUL. */
static bool is_field_value(const char *text, size_t length)
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

/* A host with an optional port; no user information. */
static bool is_host(const char *text)
{
    const char *host = behind_space(text), *rest = behind_host(host);
    if (rest == host)
        return false;
    if (*rest == ':')
        rest = behind_digits(rest + 1);
    return *behind_space(rest) == '\0';
}

static bool is_number(const char *text)
{
    const char *digits = behind_space(text), *rest = behind_digits(digits);
    return rest > digits && *behind_space(rest) == '\0';
}

/* Printable ASCII without what has no place in a URL; "#" and what follows is never sent. */
static bool is_target(const char *text)
{
    for (; *text; text++)
        if (*text <= ' ' || *text >= 0x7f || *text == '#')
            return false;
    return true;
}

/* Adds a line to a list that has come in one or more lines before. */
static const char *join(struct head *head, enum head_list list, const char *before,
                        const char *more)
{
    const size_t size = strlen(before) + strlen(more) + 3;
    char *joined = malloc(size);
    if (!joined) {
        refuse(head, 503, "out of memory");
        return before;
    }
    snprintf(joined, size, "%s, %s", before, more);
    free(head->joined[list]);
    head->joined[list] = joined;
    return joined;
}

static void read_list(struct head *head, enum head_list list, const char **value, const char *line)
{
    *value = *value ? join(head, list, *value, line) : line;
}

static void read_host(struct head *head, const char *value)
{
    if (head->host)
        refuse(head, 400, "there is more than one Host");
    else if (!is_host(value))
        refuse(head, 400, "Host is not a host and an optional port");
    head->host = value;
}

static void read_content_length(struct head *head, const char *value)
{
    if (head->content_length)
        refuse(head, 400, "there is more than one Content-Length");
    else if (!is_number(value))
        refuse(head, 400, "Content-Length is not a number");
    else if (strpbrk(value, "123456789"))
        head->has_content = true;
    head->content_length = value;
}

static bool is_called(const char *name, size_t length, const char *wanted, size_t wanted_length)
{
    return length == wanted_length && strncasecmp(name, wanted, length) == 0;
}

#define IS(literal) is_called(name, length, literal, sizeof(literal) - 1)

static void read_known_field(struct head *head, const char *name, size_t length, const char *value)
{
    struct request *request = &head->request;
    if (IS("Host"))
        read_host(head, value);
    else if (IS("Accept"))
        read_list(head, HEAD_ACCEPT, &request->accept, value);
    else if (IS("Accept-Encoding"))
        read_list(head, HEAD_ACCEPT_ENCODING, &request->accept_encoding, value);
    else if (IS("If-None-Match"))
        read_list(head, HEAD_IF_NONE_MATCH, &request->if_none_match, value);
    else if (IS("If-Modified-Since"))
        request->if_modified_since = value;
    else if (IS("Origin"))
        request->origin = value;
    else if (IS("Access-Control-Request-Method"))
        request->preflight = true;
    else if (IS("Content-Length"))
        read_content_length(head, value);
    else if (IS("Transfer-Encoding"))
        head->transfer_encoding = head->has_content = true;
}

static enum MHD_Result read_field(void *cls, enum MHD_ValueKind kind, const char *name,
                                  size_t length, const char *value, size_t value_length)
{
    struct head *head = cls;
    (void)kind;
    if (!is_token(name, length))
        refuse(head, 400, "the name of a field is no token");
    else if (!is_field_value(value ? value : "", value_length))
        refuse(head, 400, "the value of a field has a control character");
    else
        read_known_field(head, name, length, value ? value : "");
    return head->refusal ? MHD_NO : MHD_YES;
}

static enum method parse_method(const char *method)
{
    if (strcmp(method, MHD_HTTP_METHOD_GET) == 0)
        return METHOD_GET;
    if (strcmp(method, MHD_HTTP_METHOD_HEAD) == 0)
        return METHOD_HEAD;
    if (strcmp(method, MHD_HTTP_METHOD_OPTIONS) == 0)
        return METHOD_OPTIONS;
    return METHOD_OTHER;
}

/* What only the whole head shows. */
static void judge(struct head *head, const char *method, const char *version)
{
    if (!is_token(method, strlen(method)))
        refuse(head, 400, "the method is no token");
    if (!is_target(head->request.target))
        refuse(head, 400, "the request target has a character that must be percent-encoded");
    if (!head->host && strcmp(version, MHD_HTTP_VERSION_1_1) == 0)
        refuse(head, 400, "there is no Host");
    if (head->transfer_encoding && head->content_length)
        refuse(head, 400, "there is both Content-Length and Transfer-Encoding");
    if (head->transfer_encoding && strcmp(version, MHD_HTTP_VERSION_1_1) != 0)
        refuse(head, 400, "there is a Transfer-Encoding in a request of HTTP/1.0");
    if (head->has_content && head->request.method != METHOD_OTHER)
        refuse(head, 413, "this is a read-only record; send no content");
}

void head_read(struct head *ret_head, struct MHD_Connection *connection, const char *method,
               const char *version, const char *target)
{
    *ret_head = (struct head){.request = {.method = parse_method(method), .target = target}};
    MHD_get_connection_values_n(connection, MHD_HEADER_KIND, read_field, ret_head);
    if (!ret_head->refusal)
        judge(ret_head, method, version);
}

void head_finish(struct head *head)
{
    for (size_t i = 0; i < HEAD_LIST_COUNT; i++) {
        free(head->joined[i]);
        head->joined[i] = NULL;
    }
}
