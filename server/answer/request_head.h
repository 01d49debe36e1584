/* The head of a request: reads the fields that matter, and refuses a malformed head.
 *
 * libmicrohttpd accepts some of what RFC 9110 and RFC 9112 forbid, 0.9.75 more than 1.0.1. A head
 * that another program on the way could read differently is refused here, before anything is
 * answered.
 */
#pragma once

#include "http/request.h"

#include <microhttpd.h>
#include <stddef.h>

/* The fields whose repeated lines are joined to one list (RFC 9110, section 5.2). */
enum request_head_list {
    REQUEST_HEAD_ACCEPT,
    REQUEST_HEAD_ACCEPT_ENCODING,
    REQUEST_HEAD_IF_MATCH,
    REQUEST_HEAD_IF_NONE_MATCH,
    REQUEST_HEAD_LIST_COUNT
};

struct request_head {
    struct request request; /* its texts are the library's until the request is completed */
    const char *accept_encoding;
    const char *refusal; /* why the request is refused, in a sentence; or NULL */
    unsigned refusal_status;
    bool has_content; /* a body follows */
    /* Read from the fields, to be checked at the end: */
    const char *host, *content_length;
    bool transfer_encoding;
    const char *next;                      /* where the next field must begin; see request_head.c */
    char *joined[REQUEST_HEAD_LIST_COUNT]; /* owned: lists that came in several lines */
};

/* The request line: method and version as the library hands them to the access handler; the target
 * as it handed it to the callback before that, which may have been cut short since; and a copy of
 * the whole target, which must outlive the head. */
struct request_line {
    const char *method, *version, *target, *whole_target;
};

/* Reads the head of a request. Call request_head_finish when the request is completed. */
void request_head_read(struct request_head *ret_head, struct MHD_Connection *connection,
                       const struct request_line *line);

/* Frees the joined lists; may be called again. */
void request_head_finish(struct request_head *head);
