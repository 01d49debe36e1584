#include "base/log_stream.h"

#include <stdlib.h>
#include <string.h>

void log_stream_open(struct log_stream *stream)
{
    *stream = (struct log_stream){.file = NULL};
    if (server_log_format() != SERVER_LOG_PLAIN)
        stream->file = open_memstream(&stream->text, &stream->length);
    if (!stream->file)
        stream->file = stderr;
}

void log_stream_close(struct log_stream *stream, enum server_log_level level)
{
    if (stream->file == stderr)
        return;
    /* glibc returns no text if out of memory, and fclose succeeds. */
    const bool complete = fclose(stream->file) == 0 && stream->text;
    char *rest = NULL;
    for (const char *line = stream->text ? strtok_r(stream->text, "\n", &rest) : NULL; line;
         line = strtok_r(NULL, "\n", &rest))
        server_log_line(level, line);
    free(stream->text);
    if (!complete)
        server_log(SERVER_LOG_ERROR, "out of memory");
}
