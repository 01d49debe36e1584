#include "mcp/revision.h"

#include "base/token.h"

#include <string.h>

#define META "io.modelcontextprotocol/"

static const char *const revisions[] = {MCP_REVISION_MODERN, MCP_REVISION_LEGACY, "2025-06-18"};

enum {
    REVISION_COUNT = sizeof revisions / sizeof *revisions
};

/* Before 2025-06-18 there was no header field; clients that have one for this are served alike. */
static const char first_with_http[] = "2025-03-26";

static bool is_legacy(const char *revision)
{
    if (strcmp(revision, first_with_http) == 0)
        return true;
    for (size_t i = 1; i < REVISION_COUNT; i++)
        if (strcmp(revision, revisions[i]) == 0)
            return true;
    return false;
}

const char *revision_negotiate(const char *requested)
{
    for (size_t i = 1; i < REVISION_COUNT; i++)
        if (requested && strcmp(requested, revisions[i]) == 0)
            return revisions[i];
    return MCP_REVISION_LEGACY;
}

json_t *revision_list(void)
{
    json_t *list = json_array();
    for (size_t i = 0; i < REVISION_COUNT; i++)
        mcp_append(list, json_string(revisions[i]));
    return list;
}

static bool refuse_revision(struct mcp *mcp, const char *requested)
{
    mcp_refuse_with(mcp, 400, MCP_UNSUPPORTED_REVISION, "Unsupported protocol version");
    mcp->error_data = json_object();
    mcp_set(mcp->error_data, "supported", revision_list());
    mcp_set_text(mcp->error_data, "requested", requested);
    return false;
}

static bool refuse_header(struct mcp *mcp, const char *field, const char *what)
{
    mcp_refuse_with(mcp, 400, MCP_HEADER_MISMATCH, "Header mismatch: %s %s", field, what);
    return false;
}

static int digit_of(char letter)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *found = letter ? strchr(digits, letter) : NULL;
    return found ? (int)(found - digits) : -1;
}

/* Reports whether `length` characters of Base64 decode to a text. */
static bool base64_is(const char *code, size_t length, const char *text)
{
    const size_t expected = strlen(text);
    unsigned bits = 0, value = 0;
    size_t count = 0;
    while (length > 0 && code[length - 1] == '=')
        length--;
    for (size_t i = 0; i < length; i++) {
        const int digit = digit_of(code[i]);
        if (digit < 0)
            return false;
        value = (value << 6 | (unsigned)digit) & 0xffff;
        bits += 6;
        if (bits < 8)
            continue;
        bits -= 8;
        if (count == expected || (unsigned char)text[count++] != (value >> bits & 0xff))
            return false;
    }
    return count == expected;
}

/* Reports whether a field has a value, which may be encoded as "=?base64?...?=". */
static bool field_is(const char *field, const char *value)
{
    static const char open[] = "=?base64?", end[] = "?=";
    const size_t length = strlen(field), around = sizeof open + sizeof end - 2;
    if (length >= around && strncmp(field, open, sizeof open - 1) == 0 &&
        strcmp(field + length - (sizeof end - 1), end) == 0)
        return base64_is(field + sizeof open - 1, length - around, value);
    return strcmp(field, value) == 0;
}

/* Returns the parameter that the field Mcp-Name repeats, or NULL if the method has none. */
static const char *name_parameter(const char *method)
{
    if (strcmp(method, "tools/call") == 0 || strcmp(method, "prompts/get") == 0)
        return "name";
    return strcmp(method, "resources/read") == 0 ? "uri" : NULL;
}

static bool check_fields(struct mcp *mcp, const struct content *content)
{
    const char *parameter = name_parameter(mcp->method);
    const char *name = parameter ? mcp_text_of(mcp->params, parameter) : NULL;
    if (!content->rpc_method)
        return refuse_header(mcp, "Mcp-Method", "is missing");
    if (strcmp(content->rpc_method, mcp->method) != 0)
        return refuse_header(mcp, "Mcp-Method", "is not the method of the message");
    if (parameter && !content->rpc_name)
        return refuse_header(mcp, "Mcp-Name", "is missing");
    if (parameter && (!name || !field_is(content->rpc_name, name)))
        return refuse_header(mcp, "Mcp-Name", "is not the name or URI in the message");
    return true;
}

static bool check_capabilities(struct mcp *mcp, const json_t *meta)
{
    if (json_is_object(json_object_get(meta, META "clientCapabilities")))
        return true;
    mcp_refuse_with(mcp, 400, MCP_INVALID_PARAMS,
                    "_meta must have an object \"" META "clientCapabilities\"");
    return false;
}

/* Reads a request whose `_meta` names its revision. `field` is the header field, or NULL. */
static bool read_modern(struct mcp *mcp, const struct content *content, const json_t *meta,
                        const char *revision, const char *field)
{
    const bool http = mcp->request->version != NULL;
    mcp->modern = true;
    if (http) {
        if (!field)
            return refuse_header(mcp, "MCP-Protocol-Version", "is missing");
        if (strcmp(field, revision) != 0)
            return refuse_header(mcp, "MCP-Protocol-Version", "is not the version in _meta");
    }
    if (strcmp(revision, MCP_REVISION_MODERN) != 0)
        return refuse_revision(mcp, revision);
    return check_capabilities(mcp, meta) && (!http || check_fields(mcp, content));
}

bool revision_read(struct mcp *mcp, const struct content *content)
{
    json_t *meta = mcp_param(mcp, "_meta");
    json_t *named = json_object_get(meta, META "protocolVersion");
    const char *field = mcp->request->version ? content->protocol_version : NULL;
    if (json_is_string(named))
        return read_modern(mcp, content, meta, json_string_value(named), field);
    if (named || (field && strcmp(field, MCP_REVISION_MODERN) == 0)) {
        mcp->modern = true;
        mcp_refuse_with(mcp, 400, MCP_INVALID_PARAMS,
                        "_meta must have a text \"" META "protocolVersion\"");
        return false;
    }
    if (!field || is_legacy(field) || strcmp(mcp->method, "initialize") == 0)
        return true;
    return refuse_revision(mcp, field);
}

void revision_complete(const struct mcp *mcp, json_t *result, int64_t ttl)
{
    if (!mcp->modern)
        return;
    json_t *meta = json_object(), *server = json_object();
    mcp_set_text(server, "name", "rapporteur");
    mcp_set_text(server, "version", RAPPORTEUR_VERSION);
    mcp_set(meta, META "serverInfo", server);
    mcp_set(result, "_meta", meta);
    mcp_set_text(result, "resultType", "complete");
    if (ttl < 0)
        return;
    mcp_set(result, "ttlMs", json_integer(ttl));
    mcp_set_text(result, "cacheScope", "public");
}
