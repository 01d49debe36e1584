/* The JSON-LD context, as a document of its own. */
#include "endpoints/call.h"
#include "formats/jsonld_context.h"

void context_answer(const struct call *call, struct response *response)
{
    struct json_writer writer;
    if (!call_has_no_parameters(call, response))
        return;
    response->status = 200;
    response_add_header(response, "Content-Type", "application/ld+json");
    call_add_self_link(call, CONTEXT_PATH, response);
    json_writer_init(&writer, &response->body);
    context_write(&writer, call->request->base_path);
    buffer_append_byte(&response->body, '\n');
}
