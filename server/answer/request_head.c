#include "answer/request_head.h"

#include "answer/request_grammar.h"
#include "base/client_preference.h"
#include "base/token.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static void head_refuse(struct request_head *head, unsigned status, const char *why)
{
    if (head->refusal)
        return;
    head->refusal = why;
    head->refusal_status = status;
}

/* Appends a further line of a list field to the lines before it. */
static const char *head_join_list(struct request_head *head, enum request_head_list list,
                                  const char *before, const char *more)
{
    const size_t size = strlen(before) + strlen(more) + 3;
    char *joined = malloc(size);
    if (!joined) {
        head_refuse(head, 503, "out of memory");
        return before;
    }
    snprintf(joined, size, "%s, %s", before, more);
    free(head->joined[list]);
    head->joined[list] = joined;
    return joined;
}

static void head_read_list(struct request_head *head, enum request_head_list list,
                           const char **value, const char *line)
{
    *value = *value ? head_join_list(head, list, *value, line) : line;
}

static void head_read_host(struct request_head *head, const char *value)
{
    if (head->host)
        head_refuse(head, 400, "there is more than one Host field");
    else if (!request_grammar_is_host(value))
        head_refuse(head, 400, "Host must be a host with an optional port");
    head->host = head->request.host = value;
}

enum {
    LENGTH_DIGITS_MAX = 18 /* and white space; fits into 64 bits */
};

static void head_read_content_length(struct request_head *head, const char *value)
{
    if (head->content_length)
        head_refuse(head, 400, "there is more than one Content-Length field");
    else if (!request_grammar_is_number(value))
        head_refuse(head, 400, "Content-Length must be a number without leading zeros");
    else if (strspn(value, " \t0123456789") > LENGTH_DIGITS_MAX)
        head_refuse(head, 400, "Content-Length is too large a number");
    else if (strpbrk(value, "123456789"))
        head->has_content = true;
    head->content_length = value;
}

/* If "chunked" is not the last coding, the length of the body is ambiguous (RFC 9112, section 6.3).
 * No other coding is accepted. */
static void head_read_transfer_encoding(struct request_head *head, const char *value)
{
    if (head->transfer_encoding)
        head_refuse(head, 400, "there is more than one Transfer-Encoding field");
    else if (!request_grammar_is_word(value, "chunked"))
        head_refuse(head, 400, "Transfer-Encoding must be \"chunked\"");
    head->transfer_encoding = head->has_content = true;
}

static bool head_is_field(const char *name, size_t length, const char *wanted, size_t wanted_length)
{
    return length == wanted_length && strncasecmp(name, wanted, length) == 0;
}

/* Methods and field names are tokens (RFC 9110, sections 5.1 and 9.1). */
static bool head_is_token(const char *text, size_t length)
{
    return length > 0 && token_length(text) == length;
}

#define IS(literal) head_is_field(name, length, literal, sizeof(literal) - 1)

/* Reads a field about the content: its length, codings and type, the message of an assistant in it,
 * and what the client expects before it. */
static void head_read_content_field(struct request_head *head, const char *name, size_t length,
                                    const char *value)
{
    if (IS("Content-Length"))
        head_read_content_length(head, value);
    else if (IS("Transfer-Encoding"))
        head_read_transfer_encoding(head, value);
    else if (IS("Content-Type"))
        head->content.type = value;
    else if (IS("Content-Encoding"))
        head->content.coding = value;
    else if (IS("MCP-Protocol-Version"))
        head->content.protocol_version = value;
    else if (IS("Mcp-Method"))
        head->content.rpc_method = value;
    else if (IS("Mcp-Name"))
        head->content.rpc_name = value;
    else if (IS("Expect") && !request_grammar_is_word(value, "100-continue"))
        head_refuse(head, 417, "the only supported expectation is 100-continue");
}

static void head_read_known_field(struct request_head *head, const char *name, size_t length,
                                  const char *value)
{
    struct request *request = &head->request;
    if (IS("Host"))
        head_read_host(head, value);
    else if (IS("Accept"))
        head_read_list(head, REQUEST_HEAD_ACCEPT, &request->accept, value);
    else if (IS("Accept-Encoding"))
        head_read_list(head, REQUEST_HEAD_ACCEPT_ENCODING, &head->accept_encoding, value);
    else if (IS("If-Match"))
        head_read_list(head, REQUEST_HEAD_IF_MATCH, &request->if_match, value);
    else if (IS("If-None-Match"))
        head_read_list(head, REQUEST_HEAD_IF_NONE_MATCH, &request->if_none_match, value);
    else if (IS("If-Modified-Since"))
        request->if_modified_since = value;
    else if (IS("If-Unmodified-Since"))
        request->if_unmodified_since = value;
    else if (IS("User-Agent"))
        head->user_agent = value;
    else if (IS("X-Request-ID"))
        request->request_id = request_grammar_is_identifier(value) ? value : NULL;
    else if (IS("Origin"))
        request->origin = value;
    else if (IS("Forwarded"))
        head->forwarded = value;
    else if (IS("X-Forwarded-Proto"))
        head->forwarded_scheme = value;
    else if (IS("Access-Control-Request-Method"))
        request->preflight = true;
    else
        head_read_content_field(head, name, length, value);
}

/* libmicrohttpd 0.9.75 silently accepts a bare line feed as the end of a line and NUL as the end of
 * a value, joins folded lines, and skips spaces and fields without a name. But it leaves the text
 * in place, except folded lines, and reports the size of the head. So the parts of a well-formed
 * head are adjacent up to its end. */
#if MHD_VERSION == 0x00097500
static void head_expect_beside(struct request_head *head, const char *piece, const char *expected)
{
    if (piece != expected)
        head_refuse(head, 400,
                    "a header line is malformed: bare LF, folding, or stray white space");
}
#else
static void head_expect_beside(struct request_head *head, const char *piece, const char *expected)
{
    (void)head, (void)piece, (void)expected;
}
#endif

enum {
    SPACE = 1, /* between the words of the request line */
    LINE_END = 2
};

static const char *head_read_request_line(struct request_head *head,
                                          const struct request_line *line)
{
    const size_t length = strlen(line->whole_target);
    head_expect_beside(head, line->target, line->method + strlen(line->method) + SPACE);
    head_expect_beside(head, line->version, line->target + length + SPACE);
    return line->version + strlen(line->version) + LINE_END;
}

static const char hidden_cookie[] = MHD_HTTP_HEADER_COOKIE;
static const char hidden_length[] = MHD_HTTP_HEADER_CONTENT_LENGTH;

void request_head_hide_fields(struct MHD_Connection *connection, bool has_content)
{
    (void)has_content;
    MHD_set_connection_value(connection, MHD_HEADER_KIND, hidden_cookie, "");
#if MHD_VERSION == 0x00097500
    if (!has_content)
        MHD_set_connection_value(connection, MHD_HEADER_KIND, hidden_length, "0");
#endif
}

static bool head_is_hiding(const char *name)
{
    return name == hidden_cookie || name == hidden_length;
}

static enum MHD_Result head_read_field(void *cls, enum MHD_ValueKind kind, const char *name,
                                       size_t length, const char *value, size_t value_length)
{
    struct request_head *head = cls;
    (void)kind;
    if (name != head->next && head_is_hiding(name))
        return MHD_YES;
    head_expect_beside(head, name, head->next);
    if (value)
        head->next = value + value_length + LINE_END;
    else
        value = "";
    if (!head_is_token(name, length))
        head_refuse(head, 400, "the name of a header field is not a token");
    else if (!request_grammar_is_field_value(value, value_length))
        head_refuse(head, 400, "the value of a header field has a control character");
    else
        head_read_known_field(head, name, length, value);
    return head->refusal ? MHD_NO : MHD_YES;
}

static enum method head_parse_method(const char *method)
{
    if (strcmp(method, MHD_HTTP_METHOD_GET) == 0)
        return METHOD_GET;
    if (strcmp(method, MHD_HTTP_METHOD_HEAD) == 0)
        return METHOD_HEAD;
    if (strcmp(method, MHD_HTTP_METHOD_OPTIONS) == 0)
        return METHOD_OPTIONS;
    return request_grammar_is_registered_method(method) ? METHOD_OTHER : METHOD_UNKNOWN;
}

/* Makes the checks that involve more than one field. */
static void head_judge(struct request_head *head, const char *method, const char *version)
{
    if (!head_is_token(method, strlen(method)))
        head_refuse(head, 400, "the method is not a token");
    if (!request_grammar_is_target(head->request.target))
        head_refuse(head, 400, "the request target has a character that must be percent-encoded");
    if (head->request.method < METHOD_OTHER &&
        !request_grammar_is_target_of(head->request.method, head->request.target))
        head_refuse(head, 400, "the request target is neither a path nor a complete http URL");
    if (!head->host && strcmp(version, MHD_HTTP_VERSION_1_1) == 0)
        head_refuse(head, 400, "the Host field is missing");
    if (head->transfer_encoding && head->content_length)
        head_refuse(head, 400, "Content-Length and Transfer-Encoding cannot be used together");
    if (head->transfer_encoding && strcmp(version, MHD_HTTP_VERSION_1_1) != 0)
        head_refuse(head, 400, "HTTP/1.0 has no Transfer-Encoding");
    if (head->has_content && head->request.method < METHOD_OTHER)
        head_refuse(head, 413, "this is a read-only record; send no content");
}

void request_head_read(struct request_head *ret_head, struct MHD_Connection *connection,
                       const struct request_line *line)
{
    *ret_head = (struct request_head){.request = {.method = head_parse_method(line->method),
                                                  .target = line->whole_target,
                                                  .version = line->version}};
    ret_head->next = head_read_request_line(ret_head, line);
    MHD_get_connection_values_n(connection, MHD_HEADER_KIND, head_read_field, ret_head);
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    if (info) {
        ret_head->bytes = info->header_size;
        head_expect_beside(ret_head, line->method + info->header_size, ret_head->next + LINE_END);
    }
    struct request *request = &ret_head->request;
    request->accept =
        client_preference(request->accept, ret_head->user_agent, &request->by_user_agent);
    if (!ret_head->refusal)
        head_judge(ret_head, line->method, line->version);
}

void request_head_finish(struct request_head *head)
{
    for (size_t i = 0; i < REQUEST_HEAD_LIST_COUNT; i++)
        if (head->joined[i]) {
            free(head->joined[i]);
            head->joined[i] = NULL;
        }
}
