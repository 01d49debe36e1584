/* rapporteur schema, rapporteur openapi: the descriptions of the data and of the service, without a
 * server. */
#include "describe/describe.h"
#include "commands/commands.h"
#include "data/load.h"
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

/* What a server would answer. */
static int print_openapi(const struct options *options, const struct archive *archive)
{
    const struct request request = {.method = METHOD_GET,
                                    .target = OPENAPI_PATH,
                                    .base_path = options->base_path,
                                    .listener_role =
                                        options->admin_listen ? LISTENER_RECORD : LISTENER_ALL};
    struct searcher *searcher = searcher_create(archive_search_index(archive));
    struct response response;
    response_init(&response);
    if (searcher)
        router_answer(archive, searcher, &request, &response);
    else
        response.body.failed = true;
    const int status = print(&response.body);
    response_finish(&response);
    searcher_destroy(searcher);
    return status;
}

int command_openapi(const struct options *options)
{
    struct archive *archive = NULL;
    int status = load_once(options, options->data, options->data_count, &archive);
    if (status == EXIT_DONE)
        status = print_openapi(options, archive);
    archive_destroy(archive);
    return status;
}
