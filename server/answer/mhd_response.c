#include "answer/mhd_response.h"

/* Adds the headers of `response` to `made`, which may be NULL. Destroys `made` and returns NULL if
 * that fails. */
static struct MHD_Response *mhd_response_add_headers(struct MHD_Response *made,
                                                     const struct response *response, bool closing)
{
    bool added = true;
    for (size_t i = 0; made && added && i < response->header_count; i++)
        added = MHD_add_response_header(made, response->headers[i].name,
                                        response->headers[i].value) == MHD_YES;
    if (made && added && closing)
        added = MHD_add_response_header(made, MHD_HTTP_HEADER_CONNECTION, "close") == MHD_YES;
    if (made && !added) {
        MHD_destroy_response(made);
        return NULL;
    }
    return made;
}

static void mhd_response_release_body(void *body)
{
    body_release(body);
}

struct MHD_Response *mhd_response_create(const struct response *response, struct body *body,
                                         bool closing)
{
    struct MHD_Response *made =
        response->failed ? NULL
                         : MHD_create_response_from_buffer_with_free_callback_cls(
                               body->length, body->bytes, mhd_response_release_body, body);
    if (!made) {
        body_release(body);
        return NULL;
    }
    return mhd_response_add_headers(made, response, closing);
}

struct MHD_Response *mhd_response_create_stream(struct response *response,
                                                const struct stream_context *context, bool closing)
{
    return mhd_response_add_headers(stream_create(context, response), response, closing);
}

/* The library needs a body for `Content-Length`, and does not read it. */
struct MHD_Response *mhd_response_create_bodiless(const struct response *response, size_t length,
                                                  bool closing)
{
    static char unread[1];
    if (response->failed || response->body.failed)
        return NULL;
    if (response->source && response->source->length == BODY_LENGTH_UNKNOWN)
        return mhd_response_add_headers(stream_create_bodiless(), response, closing);
    if (response->source)
        length = (size_t)response->source->length;
    return mhd_response_add_headers(
        MHD_create_response_from_buffer(length, unread, MHD_RESPMEM_PERSISTENT), response, closing);
}
