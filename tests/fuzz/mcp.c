/* Fuzzes the messages of assistants. The first line of the input has header fields, separated by
 * tabs: MCP-Protocol-Version, Mcp-Method, Mcp-Name and Origin; it is empty for a message on
 * standard input. The rest is the message. */
#define _DEFAULT_SOURCE /* strsep(3) */

#include "mcp/mcp.h"
#include "input.h"
#include "router.h"
#include "small_archive.h"

#include <jansson.h>
#include <string.h>

enum {
    KEY_BYTES_MAX = 8192
};

static const char *next_field(char **rest)
{
    char *field = strsep(rest, "\t");
    return field && *field ? field : NULL;
}

/* Reports whether a field has control characters: the server refuses them before the router. */
static bool is_refused(const char *text)
{
    for (; *text; text++)
        if (((unsigned char)*text < ' ' && *text != '\t') || *text == 0x7f)
            return true;
    return false;
}

static void check_status(const struct response *response)
{
    static const unsigned statuses[] = {200, 202, 400, 403, 404};
    bool found = false;
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        found |= statuses[i] == response->status;
    MUST(found);
    MUST((response->status == 202) == (response->body.length == 0));
}

/* Every answer is one JSON text in one line. */
static void check_body(const struct response *response)
{
    if (response->body.length == 0)
        return;
    json_t *json =
        json_loadb(response->body.bytes, response->body.length, JSON_REJECT_DUPLICATES, NULL);
    MUST(json);
    if (!response->problem)
        MUST(!memchr(response->body.bytes, '\n', response->body.length));
    json_decref(json);
}

static void answer_message(const struct request *request, struct response *response)
{
    response_init(response);
    router_answer(small_archive_view(), request, response);
    check_status(response);
    check_body(response);
}

/* An answer made of its stem has the same bytes. */
static void check_stem(const struct request *request, const struct response *response)
{
    struct buffer key, repeated;
    buffer_init(&key, KEY_BYTES_MAX);
    buffer_init(&repeated, RESPONSE_BODY_MAX);
    if (response->stem && mcp_write_key(request->content, &key)) {
        MUST(response->status == 200);
        buffer_append(&repeated, response->body.bytes, response->stem);
        mcp_write_id(request->content, &repeated);
        MUST(repeated.length == response->body.length &&
             memcmp(repeated.bytes, response->body.bytes, repeated.length) == 0);
    }
    buffer_finish(&key);
    buffer_finish(&repeated);
}

static void send_message(struct request *request, struct content *content)
{
    const struct snapshot_view not_loaded = {.archive = NULL};
    struct response response;
    request->content = content;
    answer_message(request, &response);
    check_stem(request, &response);
    response_finish(&response);
    response_init(&response);
    router_answer(&not_loaded, request, &response);
    response_finish(&response);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct publication publication = {.mcp = true, .url = "http://record.example.org"};
    const uint8_t *end = size ? memchr(data, '\n', size) : NULL;
    char *line = input_text(data, end ? (size_t)(end - data) : size), *rest = line;
    struct content content = {.length = end ? size - (size_t)(end + 1 - data) : 0};
    struct request request = {.method = METHOD_POST,
                              .target = MCP_PATH,
                              .publication = &publication,
                              .host = "record.example.org",
                              .version = *line ? "HTTP/1.1" : NULL};
    if (!is_refused(line) && content.length <= CONTENT_BYTES_MAX) {
        char *exact = malloc(content.length ? content.length : 1);
        if (exact && content.length)
            memcpy(exact, end + 1, content.length);
        content.bytes = exact;
        content.protocol_version = next_field(&rest);
        content.rpc_method = next_field(&rest);
        content.rpc_name = next_field(&rest);
        request.origin = next_field(&rest);
        if (exact)
            send_message(&request, &content);
        free(exact);
    }
    free(line);
    return 0;
}
