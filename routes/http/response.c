#include "http/response.h"

#include "base/json_writer.h"
#include "work/work.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

void response_init(struct response *response)
{
    *response = (struct response){0};
    buffer_init(&response->body, RESPONSE_BODY_MAX);
    response->room = SIZE_MAX;
}

void response_limit_body(struct response *response, size_t room)
{
    response->room = room;
    if (response->body.ceiling > room)
        response->body.ceiling = room;
}

void response_allow_file(struct response *response)
{
    response->body.ceiling =
        response->room < RESPONSE_FILE_MAX ? response->room : RESPONSE_FILE_MAX;
}

bool response_lacks_room(const struct response *response)
{
    return response->body.exceeded && response->body.ceiling == response->room;
}

bool response_is_lost(const struct response *response)
{
    return response->failed || response->body.failed || response->status >= 500;
}

void response_finish(struct response *response)
{
    for (size_t i = 0; i < response->header_count; i++)
        free(response->headers[i].value);
    buffer_finish(&response->body);
    if (response->source)
        response->source->destroy(response->source);
    response->source = NULL;
    free(response->problem);
    response->problem = NULL;
    response->header_count = 0;
}

void response_restart(struct response *response)
{
    const char *route = response->route;
    response_finish(response);
    response_init(response);
    response->route = route;
}

static void take_header(struct response *response, const char *name, char *value)
{
    if (!value || response->header_count == RESPONSE_HEADERS_MAX) {
        free(value);
        response->failed = true;
        return;
    }
    response->headers[response->header_count++] = (struct header){name, value};
}

void response_add_header(struct response *response, const char *name, const char *value)
{
    take_header(response, name, strdup(value));
}

void response_add_written_header(struct response *response, const char *name, struct buffer *value)
{
    take_header(response, name, buffer_steal_text(value));
}

void response_set_written_header(struct response *response, const char *name, struct buffer *value)
{
    for (size_t i = 0; i < response->header_count; i++)
        if (strcasecmp(response->headers[i].name, name) == 0) {
            free(response->headers[i].value);
            response->headers[i] = response->headers[--response->header_count];
            break;
        }
    response_add_written_header(response, name, value);
}

void response_end_json(struct response *response, bool pretty, struct work *work)
{
    if (pretty &&
        work_spend(work, WORK_WRITING, response->body.length * (uint64_t)WORK_INDENTED_BYTE)) {
        struct buffer indented;
        buffer_init(&indented, response->body.ceiling);
        json_write_indented(&response->body, &indented);
        buffer_finish(&response->body);
        response->body = indented;
    }
    buffer_append_byte(&response->body, '\n');
}

const char *response_header(const struct response *response, const char *name)
{
    for (size_t i = 0; i < response->header_count; i++)
        if (strcasecmp(response->headers[i].name, name) == 0)
            return response->headers[i].value;
    return NULL;
}

void response_add_page_policy(struct response *response)
{
    response->varies_by_host = true;
    response_add_header(response, "Content-Security-Policy",
                        "default-src 'self'; object-src 'none'; base-uri 'none'; "
                        "frame-ancestors 'none'; form-action 'self'");
    response_add_header(response, "Referrer-Policy", "same-origin");
}
