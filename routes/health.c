/* Whether the server lives and is ready: for those who watch it. */
#include "handlers.h"

static void answer_ok(const struct call *call, struct response *response)
{
    if (!call_has_no_parameters(call, response))
        return;
    response->status = 200;
    response_add_header(response, "Content-Type", "text/plain; charset=utf-8");
    response_add_header(response, "Cache-Control", "no-store");
    buffer_append_text(&response->body, "ok\n");
}

void livez_answer(const struct call *call, struct response *response)
{
    answer_ok(call, response);
}

/* Whoever is handed an archive has one to answer from. */
void readyz_answer(const struct call *call, struct response *response)
{
    answer_ok(call, response);
}
