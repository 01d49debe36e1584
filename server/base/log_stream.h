/* A stream whose lines become lines of the server's log, for functions that write to a FILE. */
#pragma once

#include "base/server_log.h"

#include <stdio.h>

struct log_stream {
    FILE *file; /* to write to */
    char *text; /* owned */
    size_t length;
};

/* Opens a stream. It is standard error itself if lines are plain, or if out of memory. */
void log_stream_open(struct log_stream *stream);

/* Logs each line that was written, all with one level. */
void log_stream_close(struct log_stream *stream, enum server_log_level level);
