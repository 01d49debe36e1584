/* /context.jsonld: the JSON-LD context. */
#include "endpoints/endpoints.h"
#include "formats/jsonld_context.h"

void context_answer(const struct call *call, struct response *response)
{
    struct json_writer writer;
    if (!call_begin_document(call, "application/ld+json", response))
        return;
    json_writer_init(&writer, &response->body);
    jsonld_context_write(&writer, call->request->base_path);
    buffer_append_byte(&response->body, '\n');
}
