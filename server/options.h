/* The command line and its twin, the environment.
 *
 * Every flag has an environment variable, RAPPORTEUR_ and its name; the flag wins. The table in
 * flags.c is the only list of them.
 */
#pragma once

#include <stdbool.h>
#include <stdio.h>

enum command {
    COMMAND_SERVE,
    COMMAND_CHECK,
    COMMAND_READY,
    COMMAND_SCHEMA,
    COMMAND_OPENAPI,
    COMMAND_HELP,
    COMMAND_VERSION
};

enum {
    OPTIONS_DATA_MAX = 64,
    OPTIONS_ORIGINS_MAX = 32
};

struct options {
    enum command command;
    const char *data[OPTIONS_DATA_MAX]; /* files and folders; none is the built-in record */
    size_t data_count;
    const char *listen;                       /* ADDRESS:PORT, or NULL: see `host` and `port` */
    const char *host, *port;                  /* HOST and PORT, or the defaults */
    const char *origins[OPTIONS_ORIGINS_MAX]; /* whose pages may read answers; none is any */
    size_t origin_count;
    long threads;
    long connections;
    long per_address;
    long header_bytes;
    long idle_seconds;
    long stop_seconds;
    long cache_bytes;
    bool access_log;
    char *const *operands; /* what follows the command: paths of check, the URL of ready */
    size_t operand_count;
    char
        *lists[2]; /* owned: what `data` and `origins` point into where the environment gave them */
};

/* Reads the command line and the environment. False, with what is wrong and the nearest known name
 * written to `errors`, where the usage is wrong. Reorders argv; options_finish in either case. */
bool options_parse(int argc, char **argv, struct options *ret_options, FILE *errors);
void options_finish(struct options *options);

void options_write_help(FILE *out);
