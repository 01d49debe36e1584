/* Whether the server lives and is ready: for those who watch it. */
#include "endpoints/endpoints.h"
#include "http/problem.h"

#include <string.h>

#define TEXT "text/plain; charset=utf-8"

static void begin(unsigned status, const char *media_type, struct response *response)
{
    response->status = status;
    response_add_header(response, "Content-Type", media_type);
    response_add_header(response, "Cache-Control", "no-store");
}

void livez_answer(const struct call *call, struct response *response)
{
    if (!call_has_no_parameters(call, response))
        return;
    begin(200, TEXT, response);
    buffer_append_text(&response->body, "ok\n");
}

/* `?verbose`, with any value. */
static bool is_verbose(const struct call *call)
{
    return call->target->parameter_count == 1 &&
           strcmp(call->target->parameters[0].name, READYZ_VERBOSE) == 0;
}

static void write_checks(const struct call *call, struct buffer *out)
{
    const struct server_status *status = call->request->server_status;
    buffer_append_text(out, call->snapshot->archive ? "[+]record: loaded\n"
                                                    : "[!]record: being loaded\n");
    if (status)
        status->write_checks(status->context, out);
}

/* Whoever is handed an archive has one to answer from. */
void readyz_answer(const struct call *call, struct response *response)
{
    const struct server_status *status = call->request->server_status;
    const bool draining = status && status->is_draining(status->context);
    const bool ready = call->snapshot->archive && !draining;
    const bool verbose = is_verbose(call);
    if (!verbose && !call_has_no_parameters(call, response))
        return;
    begin(ready ? 200 : 503, TEXT, response);
    if (verbose)
        write_checks(call, &response->body);
    buffer_append_text(&response->body, ready ? "ok\n" : draining ? "stopping\n" : "loading\n");
}

void metrics_answer(const struct call *call, struct response *response)
{
    const struct server_status *status = call->request->server_status;
    if (!call_has_no_parameters(call, response))
        return;
    begin(200, "text/plain; version=0.0.4; charset=utf-8", response);
    if (status)
        status->write_metrics(status->context, call->snapshot->archive, &response->body);
}
