/* A line of the access log, for one request, in one of two formats.
 *
 * A line has at most LOG_LINE_MAX bytes, so that one write to a pipe takes it whole or not at all;
 * texts that are too long are cut. Whatever bytes a client has sent, a line is one line of ASCII
 * (combined) or of valid JSON in UTF-8 (json).
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
    LOGGED_TEXT_COUNT
};

/* The most bytes of each text that a line has. */
extern const size_t logged_text_max[LOGGED_TEXT_COUNT];

struct logged {
    int64_t time;      /* when the head was complete, in nanoseconds since 1970 */
    uint64_t duration; /* from then to the end of the response, in nanoseconds */
    uint64_t bytes;    /* of the response's body */
    unsigned status;
    struct address client;
    const char *texts[LOGGED_TEXT_COUNT]; /* borrowed; NULL if the text is missing */
};

/* Appends the line and its line feed. The ceiling of `out` is at least LOG_LINE_MAX. */
void log_line_append(const struct logged *logged, enum access_log_format format,
                     struct buffer *out);
