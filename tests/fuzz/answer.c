#include "answer.h"

#include "http/preconditions.h"
#include "http/representation.h"
#include "input.h"
#include "router.h"

#include <jansson.h>
#include <string.h>

/* A value may contain a tab (RFC 9110, section 5.5): a CORS origin with one is returned as it is.
 */
static void check_headers(const struct response *response)
{
    for (size_t i = 0; i < response->header_count; i++)
        for (const char *c = response->headers[i].value; *c; c++)
            MUST(((unsigned char)*c >= ' ' && *c != 0x7f) || *c == '\t');
}

static bool begins_with(const char *text, const char *beginning)
{
    return text && strncmp(text, beginning, strlen(beginning)) == 0;
}

static bool is_json(const char *media_type)
{
    return begins_with(media_type, "application/json") ||
           begins_with(media_type, "application/ld+json") ||
           begins_with(media_type, "application/problem+json");
}

static void check_body(const struct response *response)
{
    json_error_t error;
    MUST(!response->failed && !response->body.failed);
    if (!is_json(response_header(response, "Content-Type")) ||
        response_header(response, "Content-Encoding"))
        return;
    json_t *json =
        json_loadb(response->body.bytes, response->body.length, JSON_REJECT_DUPLICATES, &error);
    MUST(json);
    json_decref(json);
}

/* Evaluates the preconditions, as the server does for every response with validators. */
static void judge(const struct request *request, struct response *response)
{
    const char *entity_tag = response_header(response, "ETag");
    const char *last_modified = response_header(response, "Last-Modified");
    MUST(response->validated == (entity_tag && last_modified));
    if (!response->validated)
        return;
    MUST(response->status == 200);
    if (preconditions_judge(request, entity_tag, last_modified) == PRECONDITIONS_NOT_MODIFIED)
        representation_omit_body(response);
}

unsigned answer(const struct snapshot_view *view, const struct request *request)
{
    struct response response;
    response_init(&response);
    router_answer(view, request, &response);
    MUST(response.status >= 200 && response.status < 600 && response.status != 500);
    check_headers(&response);
    check_body(&response);
    judge(request, &response);
    const unsigned status = response.status;
    response_finish(&response);
    return status;
}
