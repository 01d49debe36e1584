/* /livez, /readyz and /metrics: the state of the server, for monitoring. */
#include "endpoints/endpoints.h"
#include "http/problem.h"

#include <string.h>

#define TEXT "text/plain; charset=utf-8"

static void begin_status(unsigned status, const char *media_type, struct response *response)
{
    response->status = status;
    response_add_header(response, "Content-Type", media_type);
    response_add_header(response, "Cache-Control", "no-store");
}

void health_answer_livez(const struct call *call, struct response *response)
{
    if (!call_has_no_parameters(call, response))
        return;
    begin_status(200, TEXT, response);
    buffer_append_text(&response->body, "ok\n");
}

static bool is_verbose(const struct call *call)
{
    return call->target->parameter_count == 1 &&
           strcmp(call->target->parameters[0].name, READYZ_VERBOSE) == 0;
}

static void write_readiness(const struct call *call, struct buffer *out)
{
    const struct server_status *status = call->request->server_status;
    buffer_append_text(out, call->snapshot->archive ? "[+]record: loaded\n"
                                                    : "[!]record: being loaded\n");
    if (status)
        status->write_checks(status->context, out);
}

void health_answer_readyz(const struct call *call, struct response *response)
{
    const struct server_status *status = call->request->server_status;
    const bool draining = status && status->is_draining(status->context);
    const bool ready = call->snapshot->archive && !draining;
    const bool verbose = is_verbose(call);
    if (!verbose && !call_has_no_parameters(call, response))
        return;
    begin_status(ready ? 200 : 503, TEXT, response);
    if (verbose)
        write_readiness(call, &response->body);
    buffer_append_text(&response->body, ready ? "ok\n" : draining ? "stopping\n" : "loading\n");
}

void health_answer_metrics(const struct call *call, struct response *response)
{
    const struct server_status *status = call->request->server_status;
    if (!call_has_no_parameters(call, response))
        return;
    begin_status(200, "text/plain; version=0.0.4; charset=utf-8", response);
    if (status)
        status->write_metrics(status->context, call->snapshot->archive, &response->body);
}
