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

struct MHD_Response *mhd_response_create(struct response *response, bool closing)
{
    if (response->failed || response->body.failed)
        return NULL;
    struct MHD_Response *made = MHD_create_response_from_buffer(
        response->body.length, response->body.bytes,
        response->body.bytes ? MHD_RESPMEM_MUST_FREE : MHD_RESPMEM_PERSISTENT);
    if (made)
        response->body.bytes = NULL;
    return mhd_response_add_headers(made, response, closing);
}

struct MHD_Response *mhd_response_create_bodiless(const struct response *response, char *body,
                                                  size_t length)
{
    return mhd_response_add_headers(
        MHD_create_response_from_buffer(length, body, MHD_RESPMEM_PERSISTENT), response, false);
}
