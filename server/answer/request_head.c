#include "answer/request_head.h"

#include "answer/grammar.h"

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
    else if (!grammar_is_host(value))
        refuse(head, 400, "Host is not a host and an optional port");
    head->host = head->request.host = value;
}

static void read_content_length(struct head *head, const char *value)
{
    if (head->content_length)
        refuse(head, 400, "there is more than one Content-Length");
    else if (!grammar_is_number(value))
        refuse(head, 400, "Content-Length is not a number without leading zeros");
    else if (strpbrk(value, "123456789"))
        head->has_content = true;
    head->content_length = value;
}

/* RFC 9112, section 6.3: what is not chunked at its end has no end that all agree on. Of codings
 * besides it, which nobody needs, there is none here. */
static void read_transfer_encoding(struct head *head, const char *value)
{
    if (head->transfer_encoding)
        refuse(head, 400, "there is more than one Transfer-Encoding");
    else if (!grammar_is_word(value, "chunked"))
        refuse(head, 400, "Transfer-Encoding is not chunked");
    head->transfer_encoding = head->has_content = true;
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
    else if (IS("If-Match"))
        read_list(head, HEAD_IF_MATCH, &request->if_match, value);
    else if (IS("If-None-Match"))
        read_list(head, HEAD_IF_NONE_MATCH, &request->if_none_match, value);
    else if (IS("If-Modified-Since"))
        request->if_modified_since = value;
    else if (IS("If-Unmodified-Since"))
        request->if_unmodified_since = value;
    else if (IS("Origin"))
        request->origin = value;
    else if (IS("Access-Control-Request-Method"))
        request->preflight = true;
    else if (IS("Content-Length"))
        read_content_length(head, value);
    else if (IS("Transfer-Encoding"))
        read_transfer_encoding(head, value);
    else if (IS("Expect") && !grammar_is_word(value, "100-continue"))
        refuse(head, 417, "the only expectation that can be met is 100-continue");
}

/* 0.9.75 takes a line feed for the end of a line and NUL for the end of a value, joins folded
 * lines, and skips spaces and fields without a name, all without a word. But it leaves what it
 * reads where it came, folded lines aside, and knows the size of it all. So the pieces of a sound
 * head lie side by side, up to its end. */
#if MHD_VERSION == 0x00097500
static void expect_beside(struct head *head, const char *piece, const char *expected)
{
    if (piece != expected)
        refuse(head, 400, "there is a line that ends, goes on or is spaced as none may");
}
#else
static void expect_beside(struct head *head, const char *piece, const char *expected)
{
    (void)head, (void)piece, (void)expected;
}
#endif

enum {
    SPACE = 1, /* between the words of the request line */
    LINE_END = 2
};

static const char *read_request_line(struct head *head, const struct request_line *line)
{
    const size_t length = strlen(line->whole_target);
    expect_beside(head, line->target, line->method + strlen(line->method) + SPACE);
    expect_beside(head, line->version, line->target + length + SPACE);
    return line->version + strlen(line->version) + LINE_END;
}

static enum MHD_Result read_field(void *cls, enum MHD_ValueKind kind, const char *name,
                                  size_t length, const char *value, size_t value_length)
{
    struct head *head = cls;
    (void)kind;
    expect_beside(head, name, head->next);
    if (value)
        head->next = value + value_length + LINE_END;
    else
        value = "";
    if (!grammar_is_token(name, length))
        refuse(head, 400, "the name of a field is no token");
    else if (!grammar_is_field_value(value, value_length))
        refuse(head, 400, "the value of a field has a control character");
    else
        read_known_field(head, name, length, value);
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
    if (!grammar_is_token(method, strlen(method)))
        refuse(head, 400, "the method is no token");
    if (!grammar_is_target(head->request.target))
        refuse(head, 400, "the request target has a character that must be percent-encoded");
    if (head->request.method != METHOD_OTHER &&
        !grammar_is_target_of(head->request.method, head->request.target))
        refuse(head, 400, "the request target is neither a path nor a whole http URL");
    if (!head->host && strcmp(version, MHD_HTTP_VERSION_1_1) == 0)
        refuse(head, 400, "there is no Host");
    if (head->transfer_encoding && head->content_length)
        refuse(head, 400, "there is both Content-Length and Transfer-Encoding");
    if (head->transfer_encoding && strcmp(version, MHD_HTTP_VERSION_1_1) != 0)
        refuse(head, 400, "there is a Transfer-Encoding in a request of HTTP/1.0");
    if (head->has_content && head->request.method != METHOD_OTHER)
        refuse(head, 413, "this is a read-only record; send no content");
}

void head_read(struct head *ret_head, struct MHD_Connection *connection,
               const struct request_line *line)
{
    *ret_head = (struct head){
        .request = {.method = parse_method(line->method), .target = line->whole_target}};
    ret_head->next = read_request_line(ret_head, line);
    MHD_get_connection_values_n(connection, MHD_HEADER_KIND, read_field, ret_head);
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    if (info)
        expect_beside(ret_head, line->method + info->header_size, ret_head->next + LINE_END);
    if (!ret_head->refusal)
        judge(ret_head, line->method, line->version);
}

void head_finish(struct head *head)
{
    for (size_t i = 0; i < HEAD_LIST_COUNT; i++) {
        free(head->joined[i]);
        head->joined[i] = NULL;
    }
}
