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

static struct MHD_Response *mhd_response_of_body(struct body *body)
{
    return MHD_create_response_from_buffer_with_free_callback_cls(body->length, body->bytes,
                                                                  mhd_response_release_body, body);
}

struct MHD_Response *mhd_response_create(const struct response *response, struct body *body,
                                         bool closing)
{
    struct MHD_Response *made = response->failed ? NULL : mhd_response_of_body(body);
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
static struct MHD_Response *mhd_response_of_length(size_t length)
{
    static char unread[1];
    return MHD_create_response_from_buffer(length, unread, MHD_RESPMEM_PERSISTENT);
}

static enum MHD_Result mhd_response_copy_header(void *made, enum MHD_ValueKind kind,
                                                const char *name, const char *value)
{
    (void)kind;
    return MHD_add_response_header(made, name, value);
}

struct MHD_Response *mhd_response_create_like(struct MHD_Response *other, struct body *body,
                                              size_t length, const char *name, const char *value)
{
    const int wanted = MHD_get_response_headers(other, NULL, NULL);
    struct MHD_Response *made;
    if (body) {
        body_retain(body);
        made = mhd_response_of_body(body);
        if (!made)
            body_release(body);
    } else {
        made = mhd_response_of_length(length);
    }
    if (made && MHD_get_response_headers(other, mhd_response_copy_header, made) == wanted &&
        MHD_add_response_header(made, name, value) == MHD_YES &&
        MHD_get_response_headers(made, NULL, NULL) == wanted + 1)
        return made;
    if (made)
        MHD_destroy_response(made);
    return NULL;
}

struct MHD_Response *mhd_response_create_bodiless(const struct response *response, size_t length,
                                                  bool closing)
{
    if (response->failed || response->body.failed)
        return NULL;
    if (response->source && response->source->length == BODY_LENGTH_UNKNOWN)
        return mhd_response_add_headers(stream_create_bodiless(), response, closing);
    if (response->source)
        length = (size_t)response->source->length;
    return mhd_response_add_headers(mhd_response_of_length(length), response, closing);
}
