/* Writes a line of the access log for one request, in one of two formats. Only the one in JSON has
 * the host, the identifiers and the time to the first byte.
 *
 * A line has at most LOG_LINE_MAX bytes, so that a write to a pipe is atomic; texts that are too
 * long are cut. A line is ASCII (combined) or valid JSON in UTF-8 (json), whatever bytes a client
 * has sent.
 */
#pragma once

#include "base/address.h"
#include "base/buffer.h"
#include "options/options.h"

#include <limits.h>

enum {
    LOG_LINE_MAX = PIPE_BUF
};

enum logged_text {
    LOGGED_METHOD,
    LOGGED_TARGET,
    LOGGED_PROTOCOL,
    LOGGED_REFERER,
    LOGGED_USER_AGENT,
    LOGGED_REPRESENTATION, /* the media type of the response */
    LOGGED_HOST,
    LOGGED_REQUEST_ID,  /* X-Request-ID, or one that the log has made */
    LOGGED_TRACEPARENT, /* of W3C Trace Context */
    LOGGED_TEXT_COUNT
};

/* The maximum bytes of each text in a line. */
extern const size_t logged_text_max[LOGGED_TEXT_COUNT];

struct logged {
    int64_t time;      /* when the head of the request was complete, in nanoseconds since 1970 */
    uint64_t duration; /* from then to the end of the response, in nanoseconds */
    uint64_t ready;    /* from then until the beginning of the response was sent, or 0 */
    uint64_t bytes;    /* of the response's body */
    unsigned status;
    struct address client;
    const char *texts[LOGGED_TEXT_COUNT]; /* borrowed; NULL if the text is missing */
};

/* Appends the line and its line feed. The ceiling of `out` is at least LOG_LINE_MAX. */
void log_line_append(const struct logged *logged, enum access_log_format format,
                     struct buffer *out);
