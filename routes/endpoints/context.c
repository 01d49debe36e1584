/* /context.jsonld: the JSON-LD context. */
#include "endpoints/endpoints.h"
#include "formats/jsonld_context.h"

void context_answer(const struct call *call, struct response *response)
{
    struct json_writer writer;
    char address[REQUEST_ADDRESS_BYTES];
    if (!call_begin_document(call, "application/ld+json", response))
        return;
    response->varies_by_host = true;
    request_address(call->request, address);
    json_writer_init(&writer, &response->body);
    jsonld_context_write(&writer, address, call->request->base_path);
    buffer_append_byte(&response->body, '\n');
}
