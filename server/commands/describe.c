/* rapporteur schema, rapporteur openapi: print the descriptions of the data files and the API. */
#include "describe/describe.h"
#include "commands/command_snapshot.h"
#include "commands/commands.h"
#include "router.h"

/* Prints a description on standard output. */
static enum exit_status describe_print(const struct buffer *description)
{
    const bool written =
        !description->failed &&
        fwrite(description->bytes, 1, description->length, stdout) == description->length &&
        fflush(stdout) == 0;
    if (!written)
        fputs("rapporteur: cannot write the description\n", stderr);
    return written ? EXIT_DONE : EXIT_COULD_NOT;
}

enum exit_status command_schema(const struct options *options)
{
    struct buffer schema;
    (void)options;
    buffer_init(&schema, RESPONSE_BODY_MAX);
    data_schema_write(&schema);
    const enum exit_status status = describe_print(&schema);
    buffer_finish(&schema);
    return status;
}

/* Prints the answer of a server with these options. */
static enum exit_status describe_print_openapi(const struct options *options,
                                               const struct snapshot_view *view)
{
    const struct request request = {.method = METHOD_GET,
                                    .target = OPENAPI_PATH,
                                    .base_path = options->base_path,
                                    .publication = &options->publication,
                                    .listener_role =
                                        options->admin_listen ? LISTENER_RECORD : LISTENER_ALL};
    struct response response;
    response_init(&response);
    router_answer(view, &request, &response);
    const enum exit_status status = describe_print(&response.body);
    response_finish(&response);
    return status;
}

enum exit_status command_openapi(const struct options *options)
{
    struct command_snapshot snapshot;
    enum exit_status status = command_snapshot_init(&snapshot, options);
    if (status != EXIT_DONE)
        return status;
    status = describe_print_openapi(options, &snapshot.view);
    command_snapshot_finish(&snapshot);
    return status;
}
