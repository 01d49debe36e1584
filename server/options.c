#include "options.h"

#include "name.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum flag_kind {
    FLAG_TEXT,
    FLAG_LIST, /* may be repeated; its member is an array, and `count` says how full */
    FLAG_NUMBER,
    FLAG_SWITCH
};

/* One flag. Its environment twin is derived from its name. */
static const struct flag {
    const char *name;
    enum flag_kind kind;
    size_t member; /* in struct options */
    const char *argument;
    long minimum, maximum;     /* of a number; of a list, `maximum` is how often */
    size_t count;              /* FLAG_LIST: the member that counts */
    const char *documentation; /* lines of at most 56 characters */
} flags[] = {
    {"data", FLAG_LIST, offsetof(struct options, data), "PATH", 0, OPTIONS_DATA_MAX,
     offsetof(struct options, data_count),
     "a data file, or a folder whose *.json files are merged;\n"
     "may be repeated (in the environment: separated by\n"
     "commas); left out: the record built into the program"},
    {"listen", FLAG_TEXT, offsetof(struct options, listen), "ADDRESS:PORT", 0, 0, 0,
     "where to listen; 127.0.0.1:8080 if left out, or what\n"
     "HOST and PORT in the environment say; port 0 takes a\n"
     "free one, [::1]:8080 is IPv6, :8080 every address"},
    {"threads", FLAG_NUMBER, offsetof(struct options, threads), "N", 1, 256, 0,
     "threads that answer; one a processor if left out"},
    {"connections", FLAG_NUMBER, offsetof(struct options, connections), "N", 1, 1000000, 0,
     "connections open at once, 4096 if left out; further\n"
     "ones wait or are refused"},
    {"per-address", FLAG_NUMBER, offsetof(struct options, per_address), "N", 1, 1000000, 0,
     "of these, how many from one address; 1024 if left out"},
    {"header-bytes", FLAG_NUMBER, offsetof(struct options, header_bytes), "N", 4096, 1048576, 0,
     "memory for the head of a request and of its answer;\n"
     "16384 if left out"},
    {"idle-seconds", FLAG_NUMBER, offsetof(struct options, idle_seconds), "N", 1, 3600, 0,
     "after which a silent connection is closed; 30 if left\n"
     "out"},
    {"stop-seconds", FLAG_NUMBER, offsetof(struct options, stop_seconds), "N", 0, 3600, 0,
     "how long requests under way may still take once the\n"
     "program is told to stop; 10 if left out"},
    {"cache-bytes", FLAG_NUMBER, offsetof(struct options, cache_bytes), "N", 0, 1L << 40, 0,
     "memory for answers that are kept ready, over all\n"
     "threads; 33554432 if left out"},
    {"cors-origin", FLAG_LIST, offsetof(struct options, origins), "ORIGIN", 0, OPTIONS_ORIGINS_MAX,
     offsetof(struct options, origin_count),
     "the origin whose pages may read answers, for example\n"
     "https://example.org; may be repeated (in the\n"
     "environment: separated by commas); any if left out,\n"
     "none with \"off\""},
    {"access-log", FLAG_SWITCH, offsetof(struct options, access_log), NULL, 0, 0, 0,
     "one line per request on standard output"},
};

enum {
    FLAG_COUNT = sizeof flags / sizeof *flags
};

static const struct {
    const char *name;
    enum command command;
    const char *usage, *documentation;
} commands[] = {
    {"serve", COMMAND_SERVE, "[serve] [FLAGS]", "serve the record over HTTP"},
    {"check", COMMAND_CHECK, "check PATH...", "say all that is wrong with data files, or nothing"},
    {"ready", COMMAND_READY, "ready [URL]", "whether a server is ready, as exit status"},
};

enum {
    COMMAND_COUNT = sizeof commands / sizeof *commands
};

/* "--per-address" is RAPPORTEUR_PER_ADDRESS. */
static void twin_of(const struct flag *flag, char twin[64])
{
    snprintf(twin, 64, "RAPPORTEUR_%s", flag->name);
    for (char *c = twin; *c; c++)
        *c = *c == '-' ? '_' : (char)(*c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : *c);
}

static bool add_to_list(struct options *options, const struct flag *flag, const char *value,
                        FILE *errors)
{
    const char **list = (const char **)((char *)options + flag->member);
    size_t *count = (size_t *)((char *)options + flag->count);
    if (*count == (size_t)flag->maximum) {
        fprintf(errors, "rapporteur: --%s is given more than %ld times\n", flag->name,
                flag->maximum);
        return false;
    }
    list[(*count)++] = value;
    return true;
}

static bool set_number(struct options *options, const struct flag *flag, const char *label,
                       const char *value, FILE *errors)
{
    char *end;
    const long number = strtol(value, &end, 10);
    if (!*value || *end || number < flag->minimum || number > flag->maximum) {
        fprintf(errors, "rapporteur: %s takes a whole number from %ld to %ld, not \"%s\"\n", label,
                flag->minimum, flag->maximum, value);
        return false;
    }
    memcpy((char *)options + flag->member, &number, sizeof number);
    return true;
}

static bool set_switch(struct options *options, const struct flag *flag, const char *label,
                       const char *value, FILE *errors)
{
    static const char *const words[] = {"0", "no", "false", "1", "yes", "true"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(value, words[i]) == 0) {
            *(bool *)((char *)options + flag->member) = i >= 3;
            return true;
        }
    fprintf(errors, "rapporteur: %s takes yes or no, not \"%s\"\n", label, value);
    return false;
}

/* Sets a flag; `label` is what the user wrote it as. */
static bool set(struct options *options, const struct flag *flag, const char *label,
                const char *value, FILE *errors)
{
    switch (flag->kind) {
    case FLAG_LIST:
        return add_to_list(options, flag, value, errors);
    case FLAG_NUMBER:
        return set_number(options, flag, label, value, errors);
    case FLAG_SWITCH:
        return set_switch(options, flag, label, value, errors);
    case FLAG_TEXT:
        memcpy((char *)options + flag->member, &value, sizeof value);
    }
    return true;
}

static void write_unknown_flag(const char *given, FILE *errors)
{
    const char *name = given + strspn(given, "-");
    struct nearest nearest;
    nearest_init(&nearest, name, strcspn(name, "="));
    for (size_t i = 0; i < FLAG_COUNT; i++)
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
    GETOPT_HELP = FLAG_COUNT + 1,
    GETOPT_VERSION
};

static void fill_getopt_table(struct option table[FLAG_COUNT + 3])
{
    memset(table, 0, (FLAG_COUNT + 3) * sizeof *table);
    for (int i = 0; i < FLAG_COUNT; i++)
        table[i] = (struct option){.name = flags[i].name,
                                   .has_arg = flags[i].argument ? required_argument : no_argument,
                                   .val = i + 1};
    table[FLAG_COUNT] = (struct option){.name = "help", .val = GETOPT_HELP};
    table[FLAG_COUNT + 1] = (struct option){.name = "version", .val = GETOPT_VERSION};
}

static bool parse_flag(struct options *options, int found, char **argv, FILE *errors)
{
    char label[64];
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
    return set(options, flag, label, optarg ? optarg : "yes", errors);
}

static bool parse_flags(int argc, char **argv, struct options *options, FILE *errors)
{
    struct option table[FLAG_COUNT + 3];
    fill_getopt_table(table);
    opterr = 0;
    optind = 0; /* starts glibc's getopt anew, so that parsing twice is possible */
    for (;;) {
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
    for (size_t i = 0; i < FLAG_COUNT; i++) {
        char twin[64];
        twin_of(&flags[i], twin);
        const char *value = getenv(twin);
        if (!value || flags[i].kind == FLAG_LIST)
            continue;
        if (!set(options, &flags[i], twin, value, errors))
            return false;
    }
    if (getenv("HOST") && *getenv("HOST"))
        options->host = getenv("HOST");
    if (getenv("PORT") && *getenv("PORT"))
        options->port = getenv("PORT");
    return true;
}

/* A variable's value, cut at its commas. */
static bool split_list(struct options *options, const struct flag *flag, char **list,
                       const char *value, FILE *errors)
{
    char *rest;
    *list = strdup(value);
    if (!*list) {
        fputs("rapporteur: out of memory\n", errors);
        return false;
    }
    for (char *item = strtok_r(*list, ",", &rest); item; item = strtok_r(NULL, ",", &rest))
        if (!add_to_list(options, flag, item, errors))
            return false;
    return true;
}

/* What the environment says of the lists that the command line leaves empty. */
static bool read_environment_lists(struct options *options, FILE *errors)
{
    char **list = options->lists;
    for (size_t i = 0; i < FLAG_COUNT; i++) {
        char twin[64];
        if (flags[i].kind != FLAG_LIST)
            continue;
        twin_of(&flags[i], twin);
        const char *value = getenv(twin);
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
    const bool few = options->command == COMMAND_CHECK && options->operand_count == 0;
    const bool many = (options->command == COMMAND_SERVE && options->operand_count > 0) ||
                      (options->command == COMMAND_READY && options->operand_count > 1);
    if (few)
        fputs("rapporteur: check needs at least one file or folder\n", errors);
    if (many)
        fprintf(errors, "rapporteur: too much: \"%s\"; a data file is given with --data\n",
                options->operands[options->command == COMMAND_READY]);
    return !few && !many;
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
                                    .cache_bytes = 32L << 20};
    if (!read_environment(ret_options, errors) || !parse_flags(argc, argv, ret_options, errors) ||
        !parse_command(argc, argv, ret_options, errors) || !check_operands(ret_options, errors))
        return false;
    return read_environment_lists(ret_options, errors);
}

void options_finish(struct options *options)
{
    for (size_t i = 0; i < sizeof options->lists / sizeof *options->lists; i++) {
        free(options->lists[i]);
        options->lists[i] = NULL;
    }
}

static void write_flag_help(const struct flag *flag, FILE *out)
{
    char left[48], twin[64];
    snprintf(left, sizeof left, "--%s%s%s", flag->name, flag->argument ? " " : "",
             flag->argument ? flag->argument : "");
    fprintf(out, "  %-22s", left);
    for (const char *line = flag->documentation; *line;) {
        const size_t length = strcspn(line, "\n");
        fprintf(out, "%.*s\n%-24s", (int)length, line, "");
        line += length + (line[length] == '\n');
    }
    twin_of(flag, twin);
    fprintf(out, "(%s)\n", twin);
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
    for (size_t i = 0; i < FLAG_COUNT; i++)
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
