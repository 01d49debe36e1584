/* The head of a request: which fields of it matter, and whether it is one at all.
 *
 * libmicrohttpd lets pass what RFC 9110 and RFC 9112 forbid, 0.9.75 more than 1.0.1. What another
 * program on the way could read differently is refused here, before anything is answered.
 */
#pragma once

#include "http/request.h"

#include <microhttpd.h>
#include <stddef.h>

/* The fields whose repeated lines are joined to one list (RFC 9110, section 5.2). */
enum head_list {
    HEAD_ACCEPT,
    HEAD_ACCEPT_ENCODING,
    HEAD_IF_MATCH,
    HEAD_IF_NONE_MATCH,
    HEAD_LIST_COUNT
};

struct head {
    struct request request; /* its texts are the library's until the request is completed */
    const char *refusal;    /* why it is no request to answer, in a sentence; or NULL */
    unsigned refusal_status;
    bool has_content; /* a body follows */
    /* What has been seen, to be judged at the end. */
    const char *host, *content_length;
    bool transfer_encoding;
    const char *next;              /* where the next field is to begin; see head.c */
    char *joined[HEAD_LIST_COUNT]; /* owned: lists that came in several lines */
};

/* The request line: method and version as the library hands them to the access handler, the target
 * as it handed it to the callback before that, which may have cut it short since, and a copy of the
 * whole target, which must outlive the head. */
struct request_line {
    const char *method, *version, *target, *whole_target;
};

/* Reads a request's head. */
void head_read(struct head *ret_head, struct MHD_Connection *connection,
               const struct request_line *line);
void head_finish(struct head *head);
