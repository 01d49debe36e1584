/* The options of the program, from the command line and the environment.
 *
 * Each flag has an environment variable, RAPPORTEUR_ followed by its name; the flag wins. The table
 * in flags.c lists all flags, the table in command_table.c all commands. `struct options` holds the
 * values that the other folders read. It borrows the texts of the command line and the environment.
 *
 * May include: base.
 */
#pragma once

#include "base/network.h"
#include "base/server_log.h"
#include "http/publication.h"
#include "options/command_table.h"
#include "options/flags.h"
#include "options/help.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum access_log_format {
    ACCESS_LOG_NONE,
    ACCESS_LOG_COMBINED,
    ACCESS_LOG_JSON
};

enum sandbox_mode {
    SANDBOX_IF_POSSIBLE, /* the default: SANDBOX_ENFORCE as far as the kernel supports it */
    SANDBOX_OFF,
    SANDBOX_WARN,
    SANDBOX_ENFORCE
};

enum {
    OPTIONS_FLAGS_MAX = 64, /* upper bound of the number of flags */
    OPTIONS_THREADS_MAX = 256,
    OPTIONS_DATA_MAX = 64,
    OPTIONS_CORS_ORIGINS_MAX = 32,
    OPTIONS_IGNORED_PARAMETERS_MAX = 32,
    OPTIONS_PROXIES_MAX = 32
};

struct options {
    enum command command;
    const char *data[OPTIONS_DATA_MAX]; /* files, folders, URLs; empty: the built-in record */
    size_t data_count;
    const char *listen;       /* ADDRESS:PORT, or NULL for `host` and `port` */
    const char *host, *port;  /* from HOST and PORT in the environment, or the defaults */
    const char *admin_listen; /* ADDRESS:PORT of the admin listener, or NULL */
    const char *cors_origins[OPTIONS_CORS_ORIGINS_MAX]; /* or only "*" or "off"; empty: "*" */
    size_t cors_origin_count;
    const char *ignored_parameters[OPTIONS_IGNORED_PARAMETERS_MAX]; /* names, besides the usual */
    size_t ignored_parameter_count;
    struct network trusted_proxies[OPTIONS_PROXIES_MAX]; /* their Forwarded header is trusted */
    size_t trusted_proxy_count;
    long threads;
    long connections;
    long per_address; /* connections per client address */
    long header_bytes;
    long head_seconds; /* for the head of a request to arrive in */
    long request_work; /* limit of the work for a request, in millions of units (work/work.h) */
    long idle_seconds;
    long drain_seconds;
    long stop_seconds;
    long cache_bytes;
    long least_rate;   /* bytes per second that a client must read; 0: none */
    long answer_bytes; /* limit of all unsent bodies */
    long refresh_seconds;
    long remote_seconds;            /* timeout of a fetch of data from a URL */
    long remote_bytes;              /* size limit of data from a URL */
    const char *remote_ca;          /* file of CA certificates for URLs, or NULL for the system's */
    bool remote_http;               /* true if plain http is allowed to any host */
    const char *state;              /* folder for copies of the data, or NULL */
    bool allow_shrink;              /* true if data may lose most records (data/shrinkage.h) */
    struct publication publication; /* pages, and the public address */
    const char *theme;              /* folder with the style and logo of the house, or NULL */
    const char *base_path;          /* prefix of paths that a proxy strips, or NULL */
    const char *tls_cert, *tls_key; /* files in PEM, or both NULL */
    long hsts_seconds;              /* Strict-Transport-Security; -1 for none */
    bool watch;
    const char *format; /* the name of a format (import/import.h), or NULL */
    const char *texts;  /* folder with texts of documents, or NULL */
    const char *map;    /* file with names of the columns of tables, or NULL */
    bool report;        /* true if convert prints a report in place of the record */
    bool explain;       /* true if convert prints what each line became */
    bool strict;        /* true if check fails for warnings */
    enum sandbox_mode sandbox;
    const char *user; /* name or number of the user to switch to, or NULL */
    enum access_log_format access_log;
    bool access_log_skip_health;       /* true if health checks are not in it */
    enum server_log_format log_format; /* SERVER_LOG_PLAIN if it is not given */
    char *const *operands;             /* arguments after the command, as the paths of check */
    size_t operand_count;
    /* Owned copies of environment variables that the elements of lists point into, by the position
     * of the flag in the table; NULL if unused. */
    char *list_texts[OPTIONS_FLAGS_MAX];
};

/* Reads the command line and the environment. Returns false, with the reason and the nearest known
 * name written to `errors`, if the usage is wrong. Reorders argv. Call options_finish in either
 * case. */
bool options_parse(int argc, char **argv, struct options *ret_options, FILE *errors);

/* Frees the texts that the options own. */
void options_finish(struct options *options);

/* Reports whether a value of --data is a URL rather than a path. */
bool options_is_url(const char *data);

/* Reports whether any value of --data is a URL. */
bool options_has_url(const struct options *options);

/* Logs a warning for each variable of the environment whose name is nearly that of a flag, and for
 * each flag that has no effect without another one. */
void options_warn(const struct options *options);
