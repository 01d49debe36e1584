/* Reads the fields that the server needs from the head of a request, and refuses a malformed head.
 *
 * libmicrohttpd accepts some heads that RFC 9110 and RFC 9112 forbid (0.9.75 more than 1.0.1). A
 * head that a proxy could read differently is refused here.
 */
#pragma once

#include "http/request.h"

#include <microhttpd.h>
#include <stddef.h>

/* The fields whose repeated lines are joined into one list (RFC 9110, section 5.2). */
enum request_head_list {
    REQUEST_HEAD_ACCEPT,
    REQUEST_HEAD_ACCEPT_ENCODING,
    REQUEST_HEAD_IF_MATCH,
    REQUEST_HEAD_IF_NONE_MATCH,
    REQUEST_HEAD_LIST_COUNT
};

struct request_head {
    struct request request; /* its texts belong to the library, until completion */
    const char *accept_encoding;
    const char *user_agent;
    const char *forwarded, *forwarded_scheme; /* what a proxy says of the client; or NULL */
    const char *refusal;                      /* the reason why the request is refused, or NULL */
    unsigned refusal_status;
    struct content content; /* its fields; the exchange adds the bytes */
    bool has_content;       /* true if a body follows */
    size_t bytes;           /* of the head */
    /* Fields that are checked at the end: */
    const char *host, *content_length;
    bool transfer_encoding;
    const char *next;                      /* where the next field must begin; see request_head.c */
    char *joined[REQUEST_HEAD_LIST_COUNT]; /* owned: lists that were sent in several lines */
};

/* The request line. `method` and `version` are the arguments of the access handler. `target` is the
 * argument of the earlier callback (exchange_target), which may have cut it since. `whole_target`
 * is a copy of the complete target, which must outlive the head. */
struct request_line {
    const char *method, *version, *target, *whole_target;
};

/* Hides fields from the library before it parses the fields of a head; call it when the request
 * line has been parsed. The library looks for the first field of a name, so it finds an empty one
 * that is added here, and request_head_read passes over it.
 *
 * - Cookie: the library stores each cookie, and without memory for them 0.9.75 closes the
 *   connection without an answer. Nothing here uses cookies.
 * - Content-Length, for 0.9.75 only: a refusal of it is sent with its head twice.
 *   request_head_read refuses the same values, and no content is read. It is not hidden if
 *   `has_content`: then content is to be read.
 *
 * MHD_set_connection_value is documented for the access handler, which is called later by the same
 * thread. tests/unit/net/exchange.c fails if a release changes that. */
void request_head_hide_fields(struct MHD_Connection *connection, bool has_content);

/* Reads the head of a request. Call request_head_finish when the request is completed. */
void request_head_read(struct request_head *ret_head, struct MHD_Connection *connection,
                       const struct request_line *line);

/* Frees the joined lists. It is safe to call this more than once. */
void request_head_finish(struct request_head *head);
