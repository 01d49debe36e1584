/* An answer as the routes give it: status, headers and a body in memory.
 *
 * A response owns its body and its headers' values. The answer to HEAD has the body too; whoever
 * sends it leaves the body out.
 */
#pragma once

#include "base/buffer.h"

enum {
    RESPONSE_HEADERS_MAX = 16,
    RESPONSE_BODY_MAX = 64 * 1024 * 1024
};

struct header {
    const char *name; /* static */
    char *value;      /* allocated with malloc */
};

struct response {
    const char *route; /* the pattern of the row of routes that answered, or NULL */
    unsigned status;   /* RFC 9110, section 15 */
    struct header headers[RESPONSE_HEADERS_MAX];
    size_t header_count;
    struct buffer body;
    bool failed;     /* a header could not be added; see also body.failed */
    bool negotiated; /* the representation was chosen, so `Accept` need not be looked at */
    bool of_host;    /* it tells the request's host, so only who asks that host is to be sent it */
};

void response_init(struct response *response);
void response_finish(struct response *response);

/* Whether the answer is none, as there was no memory for it. */
bool response_is_lost(const struct response *response);

/* Forgets the answer so that another may be given, but not which route gave it. */
void response_restart(struct response *response);

/* Adds a header with a copy of `value`. Values come from the program and from checked data, and
 * hold no control characters. */
void response_add_header(struct response *response, const char *name, const char *value);

/* The same with a value that was written into a buffer, which is empty afterwards. */
void response_add_written_header(struct response *response, const char *name, struct buffer *value);

/* Replaces the value of a header, or adds it. The value is a buffer's, as above. */
void response_set_written_header(struct response *response, const char *name, struct buffer *value);

/* Ends a body of compact JSON with a line feed, or with `pretty` indents it first. */
void response_end_json(struct response *response, bool pretty);

/* The value of a header, or NULL. */
const char *response_header(const struct response *response, const char *name);
