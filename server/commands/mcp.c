/* rapporteur mcp: answers the messages of an assistant that has started the program. */
#include "base/error_text.h"
#include "base/server_log.h"
#include "commands/command_snapshot.h"
#include "commands/commands.h"
#include "router.h"
#include "sandbox/sandbox.h"
#include "work/work.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Codes of errors in JSON-RPC 2.0. */
enum {
    INVALID_REQUEST = -32600,
    INTERNAL_ERROR = -32603
};

/* A message on its way in: one line of standard input. */
struct line {
    char bytes[CONTENT_BYTES_MAX + 1]; /* with a carriage return, which is not part of it */
    size_t length;
    bool is_too_long; /* true if the rest of it is discarded */
};

struct assistant {
    struct command_snapshot snapshot;
    const struct options *options;
    struct line line;
};

/* Writes an error whose message has no id, because it could not be read. */
static bool write_error(int code, const char *why)
{
    printf("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":%d,\"message\":\"%s\"},\"id\":null}\n", code,
           why);
    return fflush(stdout) == 0 && !ferror(stdout);
}

/* Writes an answer as a line. Returns false if it cannot. */
static bool write_answer(const struct response *response)
{
    if (response->body.length == 0)
        return true;
    if (response->problem)
        return write_error(INTERNAL_ERROR, "out of memory");
    fwrite(response->body.bytes, 1, response->body.length, stdout);
    putc('\n', stdout);
    return fflush(stdout) == 0 && !ferror(stdout);
}

/* Answers the message in the line. */
static bool answer_line(struct assistant *assistant)
{
    struct work work;
    struct response response;
    const struct options *options = assistant->options;
    const struct content content = {.bytes = assistant->line.bytes,
                                    .length = assistant->line.length};
    const struct request request = {.method = METHOD_POST,
                                    .target = MCP_PATH,
                                    .content = &content,
                                    .base_path = options->base_path,
                                    .publication = &options->publication,
                                    .work = &work};
    work_begin(&work, (uint64_t)options->request_work * WORK_MILLION, 0);
    response_init(&response);
    router_answer(&assistant->snapshot.view, &request, &response);
    const bool written = write_answer(&response);
    response_finish(&response);
    return written;
}

/* Ends a line. Empty lines are passed over. */
static bool end_line(struct assistant *assistant)
{
    struct line *line = &assistant->line;
    bool written = true;
    if (line->length > 0 && line->bytes[line->length - 1] == '\r')
        line->length--;
    if (line->is_too_long || line->length > CONTENT_BYTES_MAX)
        written = write_error(INVALID_REQUEST, "a message has at most 65536 bytes");
    else if (line->length > 0)
        written = answer_line(assistant);
    line->length = 0;
    line->is_too_long = false;
    return written;
}

static bool read_bytes(struct assistant *assistant, const char *bytes, size_t length)
{
    struct line *line = &assistant->line;
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '\n') {
            if (!end_line(assistant))
                return false;
        } else if (line->length == sizeof line->bytes) {
            line->is_too_long = true;
        } else {
            line->bytes[line->length++] = bytes[i];
        }
    }
    return true;
}

/* Reads until the end of standard input, at which a last line without its end counts. */
static bool answer_all(struct assistant *assistant)
{
    char bytes[8192];
    for (;;) {
        const ssize_t count = read(STDIN_FILENO, bytes, sizeof bytes);
        if (count == 0)
            return end_line(assistant);
        if (count < 0 && errno != EINTR)
            return false;
        if (count > 0 && !read_bytes(assistant, bytes, (size_t)count))
            return false;
    }
}

enum exit_status command_mcp(const struct options *options)
{
    static struct assistant assistant;
    assistant.options = options;
    server_log_leave_out_below(SERVER_LOG_WARNING);
    if (!sandbox_enter(options))
        return EXIT_COULD_NOT;
    const enum exit_status status = command_snapshot_init(&assistant.snapshot, options);
    if (status != EXIT_DONE)
        return status;
    const bool answered = answer_all(&assistant);
    if (!answered)
        fprintf(stderr, "rapporteur: cannot read or write messages: %s\n", error_text(errno));
    command_snapshot_finish(&assistant.snapshot);
    return answered ? EXIT_DONE : EXIT_COULD_NOT;
}
