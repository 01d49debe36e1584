#include "requests/fetch.h"

#include "work/work.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void add_byte(struct fetch_target *target, char byte)
{
    if (target->length < sizeof target->text - 1)
        target->text[target->length++] = byte;
}

void fetch_path(struct fetch_target *target, const char *path)
{
    for (; *path; path++)
        add_byte(target, *path);
}

/* Appends `length` bytes of a text, percent-encoded. A control character becomes a space: it has no
 * meaning in a name or a value, and the routes refuse most of them. */
static void add_encoded(struct fetch_target *target, const char *text, size_t length)
{
    static const char unreserved[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
    for (size_t i = 0; i < length; i++) {
        char code[4];
        const unsigned char byte = (unsigned char)text[i];
        if (byte && strchr(unreserved, byte)) {
            add_byte(target, text[i]);
            continue;
        }
        snprintf(code, sizeof code, "%%%02X", byte < ' ' || byte == 0x7f ? ' ' : byte);
        fetch_path(target, code);
    }
}

void fetch_segment(struct fetch_target *target, const char *segment)
{
    add_byte(target, '/');
    add_encoded(target, segment, strlen(segment));
}

/* Appends the name of a parameter, whose value is to follow. */
static void begin_parameter(struct fetch_target *target, const char *name)
{
    add_byte(target, target->has_query ? '&' : '?');
    target->has_query = true;
    add_encoded(target, name, strlen(name));
    add_byte(target, '=');
}

void fetch_list(struct fetch_target *target, const char *name, const char *value)
{
    if (!value)
        return;
    begin_parameter(target, name);
    for (size_t length;; value += length + 1) {
        value += strspn(value, " ");
        length = strcspn(value, ",");
        size_t end = length;
        while (end > 0 && value[end - 1] == ' ')
            end--;
        add_encoded(target, value, end);
        if (!value[length])
            return;
        add_byte(target, ',');
    }
}

void fetch_values(struct fetch_target *target, const char *name, const json_t *texts)
{
    begin_parameter(target, name);
    for (size_t i = 0; i < json_array_size(texts); i++) {
        const json_t *text = json_array_get(texts, i);
        if (i)
            add_byte(target, ',');
        add_encoded(target, json_string_value(text), json_string_length(text));
    }
}

void fetch_text(struct fetch_target *target, const char *name, const char *value)
{
    if (!value)
        return;
    begin_parameter(target, name);
    add_encoded(target, value, strlen(value));
}

void fetch_number(struct fetch_target *target, const char *name, int64_t value)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRId64, value);
    fetch_text(target, name, digits);
}

/* Sends the request. The bytes of earlier answers count as work already. */
static void send(struct mcp *mcp, const struct fetch_target *target, const char *accept,
                 struct response *response)
{
    struct request request = *mcp->request;
    request.method = METHOD_GET;
    request.content = NULL;
    request.target = target->text;
    request.accept = accept;
    request.by_user_agent = request.streams = request.preflight = false;
    request.if_match = request.if_none_match = NULL;
    request.if_modified_since = request.if_unmodified_since = NULL;
    request.coding = (struct coding_choice){0};
    if (request.work)
        request.work->counted = 0;
    response_init(response);
    mcp->get(mcp->snapshot, &request, response);
}

static json_t *read_body(struct mcp *mcp, const struct response *response, bool as_text)
{
    if (response->status == 200 && as_text)
        return json_stringn(response->body.bytes, response->body.length);
    json_t *json = response->body.length
                       ? json_loadb(response->body.bytes, response->body.length, 0, NULL)
                       : NULL;
    if (response->status == 200)
        return json;
    mcp->is_unavailable |= response->status == 503;
    mcp->problem = json;
    mcp->problem_status = response->status;
    return NULL;
}

static json_t *fetch(struct mcp *mcp, const struct fetch_target *target, const char *accept,
                     bool as_text)
{
    struct response response;
    mcp->problem = NULL;
    mcp->problem_status = 0;
    send(mcp, target, accept, &response);
    json_t *body = read_body(mcp, &response, as_text);
    response_finish(&response);
    return body;
}

json_t *fetch_json(struct mcp *mcp, const struct fetch_target *target)
{
    return fetch(mcp, target, "application/json", false);
}

json_t *fetch_as_text(struct mcp *mcp, const struct fetch_target *target)
{
    return fetch(mcp, target, "*/*", true);
}

json_t *fetch_record(struct mcp *mcp, const char *href)
{
    struct fetch_target target = {.length = 0};
    fetch_path(&target, href + strlen(request_base_path(mcp->request)));
    return fetch_json(mcp, &target);
}
