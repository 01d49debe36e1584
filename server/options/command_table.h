/* The table of all commands, which the command line and --help read. */
#pragma once

#include <stddef.h>

enum command {
    COMMAND_SERVE,
    COMMAND_CHECK,
    COMMAND_READY,
    COMMAND_SCHEMA,
    COMMAND_OPENAPI,
    COMMAND_EXPORT,
    COMMAND_CONVERT,
    COMMAND_FORMATS,
    COMMAND_MCP,
    COMMAND_HELP,
    COMMAND_VERSION
};

struct command_entry {
    const char *name;
    enum command command;
    const char *usage, *documentation; /* as --help shows them */
    size_t operands_min, operands_max;
    const char *missing; /* description of missing operands; NULL if none are needed */
    const char *surplus; /* advice if there are too many operands; NULL if any number is accepted */
};

extern const struct command_entry command_table[];
extern const size_t command_table_size;

/* Returns the entry of a command, by name or by value. Returns NULL if it has no entry, as --help.
 */
const struct command_entry *command_table_named(const char *name);
const struct command_entry *command_table_entry(enum command command);
