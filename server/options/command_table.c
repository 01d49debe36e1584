#include "options/command_table.h"

#include <stdint.h>
#include <string.h>

#define USE_DATA "use --data to name a data file"

const struct command_entry command_table[] = {
    {"serve", COMMAND_SERVE, "[serve] [FLAGS]", "serve the record over HTTP", 0, 0, NULL, USE_DATA},
    {"check", COMMAND_CHECK, "check [PATH|URL...]",
     "report faults and warnings in data files, or in --data", 0, SIZE_MAX, NULL, NULL},
    {"convert", COMMAND_CONVERT, "convert PATH...",
     "print data of any format as one record in JSON", 1, SIZE_MAX,
     "at least one file, folder or URL", NULL},
    {"formats", COMMAND_FORMATS, "formats", "list the formats that data can have", 0, 0, NULL,
     "formats takes no arguments"},
    {"mcp", COMMAND_MCP, "mcp [FLAGS]", "serve assistants on standard input and output (MCP)", 0, 0,
     NULL, USE_DATA},
    {"schema", COMMAND_SCHEMA, "schema", "print the JSON Schema of data files", 0, 0, NULL,
     "schema takes no arguments"},
    {"openapi", COMMAND_OPENAPI, "openapi [FLAGS]", "print the OpenAPI description of the service",
     0, 0, NULL, USE_DATA},
    {"export", COMMAND_EXPORT, "export [FLAGS] DIR", "write the whole API to a folder, as files", 1,
     1, "a folder to write into", "name one folder; " USE_DATA},
    {"ready", COMMAND_READY, "ready [URL|PID]", "exit with status 0 if a server is ready", 0, 1,
     NULL, "ready takes one URL or process"},
};

const size_t command_table_size = sizeof command_table / sizeof *command_table;

const struct command_entry *command_table_named(const char *name)
{
    for (size_t i = 0; i < command_table_size; i++)
        if (strcmp(command_table[i].name, name) == 0)
            return &command_table[i];
    return NULL;
}

const struct command_entry *command_table_entry(enum command command)
{
    for (size_t i = 0; i < command_table_size; i++)
        if (command_table[i].command == command)
            return &command_table[i];
    return NULL;
}
