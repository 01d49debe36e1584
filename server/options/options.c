#include "options/options.h"

#include "base/name.h"
#include "options/flags.h"

#include <assert.h>
#include <getopt.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static const struct {
    const char *name;
    enum command command;
    const char *usage, *documentation;
    size_t operands_min, operands_max;
} commands[] = {
    {"serve", COMMAND_SERVE, "[serve] [FLAGS]", "serve the record over HTTP", 0, 0},
    {"check", COMMAND_CHECK, "check PATH|URL...",
     "say all that is wrong with data files, or nothing", 1, SIZE_MAX},
    {"schema", COMMAND_SCHEMA, "schema", "print the JSON Schema of data files", 0, 0},
    {"openapi", COMMAND_OPENAPI, "openapi [FLAGS]", "print the OpenAPI description of the service",
     0, 0},
    {"export", COMMAND_EXPORT, "export [FLAGS] DIR", "write the whole API into a folder, as files",
     1, 1},
    {"ready", COMMAND_READY, "ready [URL]", "whether a server is ready, as exit status", 0, 1},
};

enum {
    COMMAND_COUNT = sizeof commands / sizeof *commands
};

static void write_unknown_flag(const char *given, FILE *errors)
{
    const char *name = given + strspn(given, "-");
    struct nearest nearest;
    nearest_init(&nearest, name, strcspn(name, "="));
    for (size_t i = 0; i < flag_count; i++)
        nearest_offer(&nearest, flags[i].name);
    nearest_offer(&nearest, "help");
    nearest_offer(&nearest, "version");
    fprintf(errors, "rapporteur: unknown flag \"%s\"", given);
    if (nearest.best)
        fprintf(errors, "; nearest is \"--%s\"\n", nearest.best);
    else
        fputs("; see rapporteur --help\n", errors);
}

static void write_unknown_command(const char *given, FILE *errors)
{
    struct nearest nearest;
    nearest_init(&nearest, given, strlen(given));
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        nearest_offer(&nearest, commands[i].name);
    fprintf(errors, "rapporteur: unknown command \"%s\"", given);
    if (nearest.best)
        fprintf(errors, "; nearest is \"%s\"\n", nearest.best);
    else
        fputs("; see rapporteur --help\n", errors);
}

enum {
    FLAGS_MAX = 64, /* a bound for getopt's table */
    GETOPT_HELP = FLAGS_MAX + 1,
    GETOPT_VERSION
};

static void fill_getopt_table(struct option table[FLAGS_MAX])
{
    assert(flag_count + 3 <= FLAGS_MAX);
    memset(table, 0, FLAGS_MAX * sizeof *table);
    for (size_t i = 0; i < flag_count; i++)
        table[i] = (struct option){.name = flags[i].name,
                                   .has_arg = flags[i].kind == FLAG_WORD ? optional_argument
                                              : flags[i].argument        ? required_argument
                                                                         : no_argument,
                                   .val = (int)i + 1};
    table[flag_count] = (struct option){.name = "help", .val = GETOPT_HELP};
    table[flag_count + 1] = (struct option){.name = "version", .val = GETOPT_VERSION};
}

static bool parse_flag(struct options *options, int found, char **argv, FILE *errors)
{
    char label[FLAG_LABEL_MAX];
    if (found == GETOPT_HELP || found == GETOPT_VERSION) {
        options->command = found == GETOPT_HELP ? COMMAND_HELP : COMMAND_VERSION;
        return true;
    }
    if (found == ':') {
        fprintf(errors, "rapporteur: %s needs a value; see rapporteur --help\n", argv[optind - 1]);
        return false;
    }
    if (found == '?') {
        write_unknown_flag(argv[optind - 1], errors);
        return false;
    }
    const struct flag *flag = &flags[found - 1];
    snprintf(label, sizeof label, "--%s", flag->name);
    return flag_set(flag, options, label, optarg ? optarg : "yes", errors);
}

static bool parse_flags(int argc, char **argv, struct options *options, FILE *errors)
{
    struct option table[FLAGS_MAX];
    fill_getopt_table(table);
    opterr = 0;
    optind = 0; /* starts glibc's getopt anew, so that parsing twice is possible */
    for (;;) {
        /* NOLINTNEXTLINE(concurrency-mt-unsafe): there are no threads before its end. */
        const int found = getopt_long(argc, argv, ":h", table, NULL);
        if (found == -1)
            return true;
        if (!parse_flag(options, found == 'h' ? GETOPT_HELP : found, argv, errors))
            return false;
    }
}

/* What the environment says of the flags, before the command line is read. */
static bool read_environment(struct options *options, FILE *errors)
{
    for (size_t i = 0; i < flag_count; i++) {
        char variable[FLAG_LABEL_MAX];
        flag_variable(&flags[i], variable);
        const char *value = getenv(variable);
        if (!value || !*value || flag_is_list(&flags[i]))
            continue;
        if (!flag_set(&flags[i], options, variable, value, errors))
            return false;
    }
    const char *host = getenv("HOST"), *port = getenv("PORT");
    if (host && *host)
        options->host = host;
    if (port && *port)
        options->port = port;
    return true;
}

/* A variable's value, cut at its commas. */
static bool split_list(struct options *options, const struct flag *flag, char **list,
                       const char *value, FILE *errors)
{
    char *rest, *const copy = strdup(value);
    *list = copy;
    if (!copy) {
        fputs("rapporteur: out of memory\n", errors);
        return false;
    }
    for (char *item = strtok_r(copy, ",", &rest); item; item = strtok_r(NULL, ",", &rest))
        if (!flag_set(flag, options, flag->name, item, errors))
            return false;
    return true;
}

/* What the environment says of the lists that the command line leaves empty. */
static bool read_environment_lists(struct options *options, FILE *errors)
{
    char **list = options->lists;
    for (size_t i = 0; i < flag_count; i++) {
        char variable[FLAG_LABEL_MAX];
        if (!flag_is_list(&flags[i]))
            continue;
        flag_variable(&flags[i], variable);
        const char *value = getenv(variable);
        const size_t *count = (const size_t *)((const char *)options + flags[i].count);
        if (value && *count == 0 && !split_list(options, &flags[i], list, value, errors))
            return false;
        list++;
    }
    return true;
}

static bool parse_command(int argc, char **argv, struct options *options, FILE *errors)
{
    options->operands = argv + optind;
    options->operand_count = (size_t)(argc - optind);
    if (options->operand_count == 0 || options->command == COMMAND_HELP ||
        options->command == COMMAND_VERSION)
        return true;
    const char *given = *options->operands++;
    options->operand_count--;
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(given, commands[i].name) == 0) {
            options->command = commands[i].command;
            return true;
        }
    write_unknown_command(given, errors);
    return false;
}

static bool check_operands(const struct options *options, FILE *errors)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (commands[i].command != options->command)
            continue;
        if (options->operand_count < commands[i].operands_min) {
            fprintf(errors, "rapporteur: %s needs %s\n", commands[i].name,
                    commands[i].operands_max == 1 ? "a folder to write into"
                                                  : "at least one file or folder");
            return false;
        }
        if (options->operand_count > commands[i].operands_max) {
            fprintf(errors, "rapporteur: too much: \"%s\"; a data file is given with --data\n",
                    options->operands[commands[i].operands_max]);
            return false;
        }
    }
    return true;
}

static bool check_operand_texts(const struct options *options, FILE *errors)
{
    for (size_t i = 0; i < options->operand_count; i++)
        if (!*options->operands[i]) {
            fputs("rapporteur: \"\" names nothing; see rapporteur --help\n", errors);
            return false;
        }
    return true;
}

/* What PORT says, where a server goes by it. */
static bool check_port(const struct options *options, FILE *errors)
{
    char address[16], host[ADDRESS_HOST_MAX];
    const char *port;
    if (options->command != COMMAND_SERVE || options->listen)
        return true;
    const int length = snprintf(address, sizeof address, ":%s", options->port);
    if (length < (int)sizeof address && address_split(address, host, &port))
        return true;
    fprintf(errors, "rapporteur: PORT takes a number from 0 to 65535, not \"%s\"\n", options->port);
    return false;
}

static bool check_tls(const struct options *options, FILE *errors)
{
    if (!options->tls_cert == !options->tls_key)
        return true;
    fprintf(errors, "rapporteur: TLS needs both --tls-cert and --tls-key; --tls-%s is missing\n",
            options->tls_cert ? "key" : "cert");
    return false;
}

bool options_parse(int argc, char **argv, struct options *ret_options, FILE *errors)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    *ret_options = (struct options){.command = COMMAND_SERVE,
                                    .host = "127.0.0.1",
                                    .port = "8080",
                                    .threads = processors < 1     ? 1
                                               : processors > 256 ? 256
                                                                  : processors,
                                    .connections = 4096,
                                    .per_address = 1024,
                                    .header_bytes = 16384,
                                    .idle_seconds = 30,
                                    .stop_seconds = 10,
                                    .cache_bytes = 32L << 20,
                                    .refresh_seconds = 300,
                                    .remote_seconds = 60,
                                    .remote_bytes = 64L << 20};
    if (!read_environment(ret_options, errors) || !parse_flags(argc, argv, ret_options, errors) ||
        !parse_command(argc, argv, ret_options, errors) || !check_operands(ret_options, errors) ||
        !check_operand_texts(ret_options, errors))
        return false;
    return read_environment_lists(ret_options, errors) && check_port(ret_options, errors) &&
           check_tls(ret_options, errors);
}

void options_finish(struct options *options)
{
    for (size_t i = 0; i < sizeof options->lists / sizeof *options->lists; i++) {
        free(options->lists[i]);
        options->lists[i] = NULL;
    }
}

bool options_is_url(const char *data)
{
    return strncasecmp(data, "http://", 7) == 0 || strncasecmp(data, "https://", 8) == 0;
}

bool options_has_url(const struct options *options)
{
    for (size_t i = 0; i < options->data_count; i++)
        if (options_is_url(options->data[i]))
            return true;
    return false;
}

static void write_flag_help(const struct flag *flag, FILE *out)
{
    char left[48], variable[FLAG_LABEL_MAX];
    snprintf(left, sizeof left, "--%s%s%s", flag->name,
             flag->argument && flag->kind != FLAG_WORD ? " " : "",
             flag->argument ? flag->argument : "");
    fprintf(out, "  %-22s", left);
    if (strlen(left) >= 22)
        fprintf(out, "\n%-24s", "");
    for (const char *line = flag->documentation; *line;) {
        const size_t length = strcspn(line, "\n");
        fprintf(out, "%.*s\n%-24s", (int)length, line, "");
        line += length + (line[length] == '\n');
    }
    flag_variable(flag, variable);
    fprintf(out, "(%s)\n", variable);
}

void options_write_help(FILE *out)
{
    fputs("rapporteur - the record of a meeting as an HTTP JSON API\n\nUsage\n", out);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(out, "  rapporteur %-18s %s\n", commands[i].usage, commands[i].documentation);
    fputs("  rapporteur --version          print the version\n"
          "  rapporteur --help             print this\n\n"
          "Flags, and the environment variable that does the same (the flag wins)\n",
          out);
    for (size_t i = 0; i < flag_count; i++)
        write_flag_help(&flags[i], out);
    fputs("\nExamples\n"
          "  rapporteur                                  serve the built-in record\n"
          "  rapporteur --data meetings/ --listen :80    serve a folder, to everybody\n"
          "  rapporteur check meetings/2007.json         check a file before it goes live\n"
          "  rapporteur ready http://127.0.0.1:8080      for a container's health check\n\n"
          "Exit status\n"
          "  0  done        1  it could not        2  wrong usage        65  the data is wrong\n",
          out);
}
