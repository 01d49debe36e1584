#include "options/options.h"

#include "options/command_table.h"
#include "options/environment.h"
#include "options/flag_value.h"
#include "unicode/nearest_name.h"
#include "work/work.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum {
    GETOPT_HELP = OPTIONS_FLAGS_MAX + 1, /* smaller values are 1 + the index of a flag */
    GETOPT_VERSION,
    GETOPT_TABLE_SIZE = OPTIONS_FLAGS_MAX + 3 /* with help, version and the terminator */
};

static void write_unknown(const char *noun, const char *given, const struct nearest_name *nearest,
                          const char *dashes, FILE *errors)
{
    fprintf(errors, "rapporteur: unknown %s \"%s\"", noun, given);
    if (nearest->best)
        fprintf(errors, "; did you mean \"%s%s\"?\n", dashes, nearest->best);
    else
        fputs("; see rapporteur --help\n", errors);
}

static void write_unknown_flag(const char *given, FILE *errors)
{
    const char *name = given + strspn(given, "-");
    struct nearest_name nearest;
    nearest_name_init(&nearest, name, strcspn(name, "="));
    for (size_t i = 0; i < flag_count; i++)
        nearest_name_offer(&nearest, flag_table[i].name);
    nearest_name_offer(&nearest, "help");
    nearest_name_offer(&nearest, "version");
    write_unknown("flag", given, &nearest, "--", errors);
}

static void write_unknown_command(const char *given, FILE *errors)
{
    struct nearest_name nearest;
    nearest_name_init(&nearest, given, strlen(given));
    for (size_t i = 0; i < command_table_size; i++)
        nearest_name_offer(&nearest, command_table[i].name);
    write_unknown("command", given, &nearest, "", errors);
}

static void fill_getopt_table(struct option table[GETOPT_TABLE_SIZE])
{
    memset(table, 0, GETOPT_TABLE_SIZE * sizeof *table);
    for (size_t i = 0; i < flag_count; i++)
        table[i] = (struct option){.name = flag_table[i].name,
                                   .has_arg = flag_table[i].kind == FLAG_WORD ? optional_argument
                                              : flag_table[i].argument        ? required_argument
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
    const struct flag *flag = &flag_table[found - 1];
    snprintf(label, sizeof label, "--%s", flag->name);
    return flag_value_set(flag, options, label, optarg ? optarg : "yes", errors);
}

static bool parse_flags(int argc, char **argv, struct options *options, FILE *errors)
{
    struct option table[GETOPT_TABLE_SIZE];
    fill_getopt_table(table);
    opterr = 0;
    optind = 0; /* resets glibc's getopt, so that options can be parsed twice */
    for (;;) {
        /* NOLINTNEXTLINE(concurrency-mt-unsafe): no thread has been started yet. */
        const int found = getopt_long(argc, argv, ":h", table, NULL);
        if (found == -1)
            return true;
        if (!parse_flag(options, found == 'h' ? GETOPT_HELP : found, argv, errors))
            return false;
    }
}

static bool parse_command(int argc, char **argv, struct options *options, FILE *errors)
{
    options->operands = argv + optind;
    options->operand_count = (size_t)(argc - optind);
    if (options->operand_count == 0 || options->command == COMMAND_HELP ||
        options->command == COMMAND_VERSION)
        return true;
    const struct command_entry *entry = command_table_named(*options->operands);
    if (!entry) {
        write_unknown_command(*options->operands, errors);
        return false;
    }
    options->command = entry->command;
    options->operands++;
    options->operand_count--;
    return true;
}

static bool check_operand_count(const struct options *options, FILE *errors)
{
    const struct command_entry *entry = command_table_entry(options->command);
    if (!entry)
        return true;
    if (options->operand_count < entry->operands_min)
        fprintf(errors, "rapporteur: %s needs %s\n", entry->name, entry->missing);
    else if (options->operand_count > entry->operands_max)
        fprintf(errors, "rapporteur: unexpected argument \"%s\"; %s\n",
                options->operands[entry->operands_max], entry->surplus);
    else
        return true;
    return false;
}

static bool check_operand_texts(const struct options *options, FILE *errors)
{
    for (size_t i = 0; i < options->operand_count; i++)
        if (!*options->operands[i]) {
            fputs("rapporteur: an argument is empty; see rapporteur --help\n", errors);
            return false;
        }
    return true;
}

/* Checks the environment variable PORT, if the server is to listen on it. */
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

/* Checks that requests can have a parameter of each name that is to be ignored. */
static bool check_ignored(const struct options *options, FILE *errors)
{
    for (size_t i = 0; i < options->ignored_parameter_count; i++) {
        const char *name = options->ignored_parameters[i];
        if (!name[strcspn(name, "=&#?+ ")])
            continue;
        fprintf(errors,
                "rapporteur: --ignore-parameter takes the name of a parameter, such as ref, not "
                "\"%s\"\n",
                name);
        return false;
    }
    return true;
}

static long default_threads(void)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return processors < 1 ? 1 : processors > OPTIONS_THREADS_MAX ? OPTIONS_THREADS_MAX : processors;
}

/* Sets what the choice of pages stands for. An export has files, unless the flag says otherwise. */
static bool settle_pages(struct options *options)
{
    struct publication *publication = &options->publication;
    publication->files = publication->pages == PAGES_FILES ||
                         (publication->pages == PAGES_USUAL && options->command == COMMAND_EXPORT);
    if (publication->files)
        publication->pages = PAGES_SUFFIX;
    return true;
}

bool options_parse(int argc, char **argv, struct options *ret_options, FILE *errors)
{
    *ret_options = (struct options){.command = COMMAND_SERVE,
                                    .host = "127.0.0.1",
                                    .port = "8080",
                                    .threads = default_threads(),
                                    .connections = 4096,
                                    .per_address = 1024,
                                    .header_bytes = 16384,
                                    .hsts_seconds = -1,
                                    .request_work = WORK_DEFAULT / WORK_MILLION,
                                    .head_seconds = 10,
                                    .idle_seconds = 75,
                                    .stop_seconds = 10,
                                    .cache_bytes = 32L << 20,
                                    .answer_bytes = 64L << 20,
                                    .least_rate = 1024,
                                    .refresh_seconds = 300,
                                    .remote_seconds = 60,
                                    .remote_bytes = 64L << 20};
    return environment_read(ret_options, errors) && parse_flags(argc, argv, ret_options, errors) &&
           parse_command(argc, argv, ret_options, errors) &&
           check_operand_count(ret_options, errors) && check_operand_texts(ret_options, errors) &&
           environment_read_lists(ret_options, errors) && check_port(ret_options, errors) &&
           check_tls(ret_options, errors) && check_ignored(ret_options, errors) &&
           settle_pages(ret_options);
}

void options_finish(struct options *options)
{
    for (size_t i = 0; i < OPTIONS_FLAGS_MAX; i++) {
        free(options->list_texts[i]);
        options->list_texts[i] = NULL;
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
