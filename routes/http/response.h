/* A response: status, headers and a body in memory.
 *
 * A response owns its body and its headers' values. The response to HEAD has a body too; the
 * server omits it.
 */
#pragma once

#include "base/buffer.h"

struct work;

enum {
    RESPONSE_HEADERS_MAX = 16,
    RESPONSE_BODY_MIB = 8,
    RESPONSE_BODY_MAX = RESPONSE_BODY_MIB * 1024 * 1024,
    RESPONSE_FILE_MAX = 64 * 1024 * 1024 /* of a body that ends early rather than fails */
};

#define BODY_LENGTH_UNKNOWN UINT64_MAX

/* Writes a body piece by piece. The pieces together are the body. */
struct body_source {
    /* Appends the next piece to `out`, which is the same buffer in all calls; the caller empties it
     * between them. Returns false after the last piece. Sets out->failed if it cannot, or if that
     * takes too much work. */
    bool (*write)(struct body_source *source, struct buffer *out);
    void (*destroy)(struct body_source *source);
    size_t bytes;         /* memory that it uses */
    uint64_t length;      /* of the body; or BODY_LENGTH_UNKNOWN */
    uint64_t identity[2]; /* equal if and only if the bodies are equal, with high probability */
};

struct header {
    const char *name; /* static */
    char *value;      /* allocated with malloc */
};

struct response {
    const char *route; /* the pattern of the route that answered, or NULL */
    unsigned status;   /* RFC 9110, section 15 */
    struct header headers[RESPONSE_HEADERS_MAX];
    size_t header_count;
    struct buffer body;
    /* Writes the body, and `body` is empty; or NULL. It borrows from the snapshot. Owned. */
    struct body_source *source;
    size_t room; /* the bytes that the server has for the body; SIZE_MAX if it sets no limit */
    bool refused_for_room;    /* true if it is a 503 because the server has no room for the body */
    bool refused_for_loading; /* true if it is a 503 because the record is not loaded yet */
    char *problem; /* the detail of a problem, in lines; NULL if it is not a problem. Owned. */
    bool failed;   /* true if a header could not be added; see also body.failed */
    /* The request fields that the answer depends on, in the syntax of `Vary`; or NULL. The router
     * adds `Origin`. */
    const char *vary;
    bool validated; /* true if coding and validators are in place (representation.h) */
    /* True if the body has the address by which the client called the service (request_address). */
    bool varies_by_host;
    /* The length of the part of the body that is equal for all requests with the same key (struct
     * content); their id and a brace follow it. 0 if the answer must not be cached. */
    size_t stem;
};

void response_init(struct response *response);
void response_finish(struct response *response);

/* Limits the body to the bytes that the server has for it. Call it before the body is written. */
void response_limit_body(struct response *response, size_t room);

/* Lets an empty body grow up to RESPONSE_FILE_MAX, or as far as there is room. */
void response_allow_file(struct response *response);

/* Reports whether the body could not be written because the server has no room for it now. */
bool response_lacks_room(const struct response *response);

/* Reports whether the answer could not be built: out of memory, too large, or status 5xx. */
bool response_is_lost(const struct response *response);

/* Discards the answer, but not the route, so that another answer can be built. */
void response_restart(struct response *response);

/* Adds the headers of a page: it may load only files of this service, and no inline script or
 * style; it has no plug-in, is in no frame, and sends its forms here. A page has the address of the
 * service, so it varies by host. */
void response_add_page_policy(struct response *response);

/* Adds a header with a copy of `value`, which has no control characters. Sets response->failed if
 * out of memory or if there are RESPONSE_HEADERS_MAX headers. */
void response_add_header(struct response *response, const char *name, const char *value);

/* Like response_add_header, but takes the content of a buffer, which is empty afterwards. */
void response_add_written_header(struct response *response, const char *name, struct buffer *value);

/* Like response_add_written_header, but replaces a header of the same name. */
void response_set_written_header(struct response *response, const char *name, struct buffer *value);

/* Ends a body of compact JSON with a line feed. Indents it first if `pretty`, and if `work`, which
 * may be NULL, suffices. */
void response_end_json(struct response *response, bool pretty, struct work *work);

/* Returns the value of a header, or NULL. */
const char *response_header(const struct response *response, const char *name);
