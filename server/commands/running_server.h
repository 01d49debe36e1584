/* The options of a server that runs, from its command line, so that a health check in its container
 * finds the address although flags and not the environment name it. */
#pragma once

#include "options/options.h"

#include <stdint.h>

struct running_server {
    struct options options;
    char *text; /* owned; the command line, which the options borrow */
    char **arguments;
};

/* Reads the command line of process `pid`, which may be an init that has started the server as
 * `docker run --init` does. If it names no server, the options are those of `otherwise`, without
 * operands. The environment is that of the calling process. Finish `ret_server` in either case. */
void running_server_read(struct running_server *ret_server, int64_t pid,
                         const struct options *otherwise);

void running_server_finish(struct running_server *server);
