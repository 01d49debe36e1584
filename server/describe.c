/* rapporteur schema: what describes the program's data, without a server. */
#include "commands.h"
#include "data_schema.h"
#include "response.h"

/* Prints a description on standard output. */
static int print(struct buffer *description)
{
    const bool written =
        !description->failed &&
        fwrite(description->bytes, 1, description->length, stdout) == description->length &&
        fflush(stdout) == 0;
    if (!written)
        fputs("rapporteur: the description cannot be written\n", stderr);
    buffer_finish(description);
    return written ? EXIT_DONE : EXIT_COULD_NOT;
}

int command_schema(const struct options *options)
{
    struct buffer schema;
    (void)options;
    buffer_init(&schema, RESPONSE_BODY_MAX);
    data_schema_write(&schema);
    return print(&schema);
}
