/* The command line and its twin, the environment.
 *
 * Every flag has an environment variable, RAPPORTEUR_ and its name; the flag wins. The table in
 * flags.c is the only list of them.
 */
#pragma once

#include "base/network.h"

#include <stdbool.h>
#include <stdio.h>

enum command {
    COMMAND_SERVE,
    COMMAND_CHECK,
    COMMAND_READY,
    COMMAND_SCHEMA,
    COMMAND_OPENAPI,
    COMMAND_EXPORT,
    COMMAND_HELP,
    COMMAND_VERSION
};

enum access_log_format {
    ACCESS_LOG_NONE,
    ACCESS_LOG_COMBINED,
    ACCESS_LOG_JSON
};

enum sandbox_mode {
    SANDBOX_WHERE_POSSIBLE, /* as SANDBOX_ENFORCE, as far as the kernel has it */
    SANDBOX_OFF,
    SANDBOX_WARN,
    SANDBOX_ENFORCE
};

enum {
    OPTIONS_DATA_MAX = 64,
    OPTIONS_CORS_ORIGINS_MAX = 32,
    OPTIONS_PROXIES_MAX = 32
};

struct options {
    enum command command;
    const char *data[OPTIONS_DATA_MAX]; /* files, folders, URLs; none is the built-in record */
    size_t data_count;
    const char *listen; /* ADDRESS:PORT, or NULL: see `host` and `port` */
    const char *
        admin_listen; /* the same for what is there for those who watch; NULL: no port of its own */
    const char *host, *port;                            /* HOST and PORT, or the defaults */
    const char *cors_origins[OPTIONS_CORS_ORIGINS_MAX]; /* "*" or "off" alone; none: as "*" */
    size_t cors_origin_count;
    struct network trusted_proxies[OPTIONS_PROXIES_MAX]; /* whose Forwarded header is trusted */
    size_t trusted_proxy_count;
    long threads;
    long connections;
    long per_address;
    long header_bytes;
    long idle_seconds;
    long drain_seconds;
    long stop_seconds;
    long cache_bytes;
    long refresh_seconds;
    long remote_seconds;            /* timeout of a fetch of data from a URL */
    long remote_bytes;              /* the most that a URL may send */
    const char *base_path;          /* what a proxy takes away before paths, or NULL */
    const char *state;              /* a folder, or NULL */
    const char *remote_ca;          /* file of the CA certificates for URLs; NULL: the system's */
    bool remote_http;               /* true if plain http is allowed to any host */
    const char *tls_cert, *tls_key; /* files in PEM, or both NULL */
    bool watch;
    enum sandbox_mode sandbox;
    const char *user; /* whom to become, by name or number, or NULL */
    enum access_log_format access_log;
    char *const *operands; /* what follows the command: paths of check, the URL of ready */
    size_t operand_count;
    char *lists[3]; /* owned: what the lists point into where the environment gave them */
};

/* Reads the command line and the environment. False, with what is wrong and the nearest known name
 * written to `errors`, where the usage is wrong. Reorders argv; options_finish in either case. */
bool options_parse(int argc, char **argv, struct options *ret_options, FILE *errors);
void options_finish(struct options *options);

/* Reports whether a value of --data is a URL, not a path. */
bool options_is_url(const char *data);

/* Reports whether any value of --data is a URL. */
bool options_has_url(const struct options *options);

void options_write_help(FILE *out);
