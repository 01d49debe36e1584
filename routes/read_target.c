#include "read_target.h"

#include "http/problem.h"
#include "http/url.h"

#include <stdio.h>
#include <string.h>

void answer_unknown_path(const struct request *request, struct response *response)
{
    problem_answer(response, request, 404, "unknown path; see %s/ for the available paths",
                   request_base_path(request));
}

static void answer_bad_target(const struct request *request, enum target_status status,
                              struct response *response)
{
    switch (status) {
    case TARGET_TOO_LONG:
        problem_answer(response, request, 414,
                       "the request target is too long; at most %d bytes are allowed",
                       TARGET_BYTES_MAX);
        break;
    case TARGET_TOO_MANY_PARAMETERS:
        problem_answer(response, request, 400, "too many parameters; at most %d are allowed",
                       TARGET_PARAMETERS_MAX);
        break;
    case TARGET_BAD_ENCODING:
        problem_answer(response, request, 400,
                       "cannot decode the request target: it has an invalid percent-encoding, a "
                       "control character or invalid UTF-8");
        break;
    case TARGET_NO_PATH:
        problem_answer(response, request, 400,
                       "the request target is not a path; begin it with \"/\", or send an absolute "
                       "http URL");
        break;
    default:
        answer_unknown_path(request, response);
    }
}

/* Reports whether a client could follow a path with this segment to another host: an empty segment,
 * as in "//elsewhere", or one that begins with a backslash, which browsers treat as a slash. */
static bool may_lead_away(const char *segment)
{
    return !*segment || *segment == '\\';
}

/* Redirects to the same target without the slash: 308 (RFC 9110, section 15.4.9). */
static void answer_trailing_slash(const struct request *request, const struct target *target,
                                  struct response *response)
{
    const char *path = target_path(request->target);
    const size_t length = strcspn(path, "?");
    struct buffer location;
    for (size_t i = 0; i < target->segment_count; i++)
        if (may_lead_away(target->segments[i])) {
            answer_unknown_path(request, response);
            return;
        }
    buffer_init(&location, BASE_PATH_BYTES_MAX + TARGET_BYTES_MAX + 1);
    buffer_append_text(&location, request_base_path(request));
    buffer_append(&location, path, length - 1);
    buffer_append_text(&location, path + length);
    response->status = 308;
    response_add_written_header(response, "Location", &location);
}

/* Parses the target of a page that is a file: "/query/offset=100/people.html" is
 * "/people.html?offset=100". */
static enum target_status parse_file_target(const char *text, struct target *target)
{
    char whole[TARGET_BYTES_MAX + 1];
    const char *query = text + sizeof URL_QUERY_FOLDER - 1, *path = strchr(query, '/');
    if (!path || strchr(text, '?') || strlen(text) > TARGET_BYTES_MAX)
        return target_parse(text, target);
    snprintf(whole, sizeof whole, "%s?%.*s", path, (int)(path - query), query);
    return target_parse(whole, target);
}

static enum target_status parse_any_target(const struct request *request, struct target *target)
{
    return request_has_files(request) &&
                   strncmp(request->target, URL_QUERY_FOLDER, sizeof URL_QUERY_FOLDER - 1) == 0
               ? parse_file_target(request->target, target)
               : target_parse(request->target, target);
}

bool read_target(const struct request *request, struct target *target, struct response *response)
{
    const enum target_status status = parse_any_target(request, target);
    if (status != TARGET_OK)
        answer_bad_target(request, status, response);
    else if (target->trailing_slash)
        answer_trailing_slash(request, target, response);
    return status == TARGET_OK && !target->trailing_slash;
}
