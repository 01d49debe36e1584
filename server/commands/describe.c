/* rapporteur schema, rapporteur openapi: the descriptions of the data and of the service, without a
 * server. */
#include "describe/describe.h"
#include "commands/command_snapshot.h"
#include "commands/commands.h"
#include "router.h"

/* Prints a description on standard output. */
static int print(const struct buffer *description)
{
    const bool written =
        !description->failed &&
        fwrite(description->bytes, 1, description->length, stdout) == description->length &&
        fflush(stdout) == 0;
    if (!written)
        fputs("rapporteur: the description cannot be written\n", stderr);
    return written ? EXIT_DONE : EXIT_COULD_NOT;
}

int command_schema(const struct options *options)
{
    struct buffer schema;
    (void)options;
    buffer_init(&schema, RESPONSE_BODY_MAX);
    data_schema_write(&schema);
    const int status = print(&schema);
    buffer_finish(&schema);
    return status;
}

/* Prints what a server with these options would answer. */
static int print_openapi(const struct options *options, const struct snapshot_view *view)
{
    const struct request request = {.method = METHOD_GET,
                                    .target = OPENAPI_PATH,
                                    .base_path = options->base_path,
                                    .listener_role =
                                        options->admin_listen ? LISTENER_RECORD : LISTENER_ALL};
    struct response response;
    response_init(&response);
    router_answer(view, &request, &response);
    const int status = print(&response.body);
    response_finish(&response);
    return status;
}

int command_openapi(const struct options *options)
{
    struct command_snapshot snapshot;
    int status = command_snapshot_init(&snapshot, options);
    if (status != EXIT_DONE)
        return status;
    status = print_openapi(options, &snapshot.view);
    command_snapshot_finish(&snapshot);
    return status;
}
