/* Every flag of the table: the values that it accepts, the member that it sets, its help. */
#include "options/options.h"

#include "source_path.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    ERRORS_MAX = 1000,
    ARGUMENTS_MAX = 80
};

static struct options options;
static char errors[ERRORS_MAX];

/* Parses arguments, up to a NULL, and keeps what is written to standard error. */
static bool parse(const char *const *arguments)
{
    static char texts[ARGUMENTS_MAX][120];
    static char *argv[ARGUMENTS_MAX + 1];
    int argc = 1;
    snprintf(texts[0], sizeof *texts, "rapporteur");
    argv[0] = texts[0];
    for (; *arguments; arguments++, argc++) {
        snprintf(texts[argc], sizeof *texts, "%s", *arguments);
        argv[argc] = texts[argc];
    }
    argv[argc] = NULL;
    memset(errors, 0, sizeof errors);
    FILE *out = fmemopen(errors, sizeof errors - 1, "w");
    cr_assert(out);
    options_finish(&options);
    const bool parsed = options_parse(argc, argv, &options, out);
    fclose(out);
    return parsed;
}

static bool parse_one(const struct flag *flag, const char *value)
{
    char argument[120];
    snprintf(argument, sizeof argument, "--%s%s%s", flag->name, value ? "=" : "",
             value ? value : "");
    return parse((const char *const[]){argument, NULL});
}

/* Sets a flag by its environment variable. */
static bool parse_variable(const struct flag *flag, const char *value)
{
    char variable[FLAG_LABEL_MAX];
    flag_variable(flag, variable);
    setenv(variable, value, 1);
    const bool parsed = parse((const char *const[]){NULL});
    unsetenv(variable);
    return parsed;
}

static const struct flag *flag_named(const char *name)
{
    for (size_t i = 0; i < flag_count; i++)
        if (strcmp(flag_table[i].name, name) == 0)
            return &flag_table[i];
    cr_assert(false, "there is no flag %s", name);
    return NULL;
}

static const void *member(const struct flag *flag)
{
    return (const char *)&options + flag->member;
}

static void expect_error(const char *text)
{
    cr_expect(strstr(errors, text), "\"%s\" does not say \"%s\"", errors, text);
}

static void check_number(const struct flag *flag, long value, bool is_accepted)
{
    char text[32], error[200];
    snprintf(text, sizeof text, "%ld", value);
    cr_expect_eq(parse_one(flag, text), is_accepted, "--%s %ld", flag->name, value);
    if (is_accepted) {
        cr_expect_eq(*(const long *)member(flag), value, "--%s", flag->name);
        cr_expect_str_empty(errors);
        return;
    }
    snprintf(error, sizeof error,
             "rapporteur: --%s takes a whole number from %ld to %ld, not \"%ld\"\n", flag->name,
             flag->minimum, flag->maximum, value);
    cr_expect_str_eq(errors, error);
}

Test(flags, every_number_is_accepted_from_its_minimum_to_its_maximum)
{
    for (size_t i = 0; i < flag_count; i++) {
        if (flag_table[i].kind != FLAG_NUMBER)
            continue;
        check_number(&flag_table[i], flag_table[i].minimum, true);
        check_number(&flag_table[i], flag_table[i].maximum, true);
        check_number(&flag_table[i], flag_table[i].minimum - 1, false);
        check_number(&flag_table[i], flag_table[i].maximum + 1, false);
        cr_expect_not(parse_one(&flag_table[i], ""));
        cr_expect_not(parse_one(&flag_table[i], "12x"));
        cr_expect_not(parse_one(&flag_table[i], "99999999999999999999"));
        cr_expect_not(parse_variable(&flag_table[i], "x"));
        expect_error("RAPPORTEUR_");
    }
}

/* Fills a list with different elements, and one more. */
static void check_list(const struct flag *flag)
{
    static char texts[ARGUMENTS_MAX][60];
    const char *arguments[ARGUMENTS_MAX] = {NULL};
    char error[120];
    for (long i = 0; i <= flag->maximum; i++) {
        snprintf(texts[i], sizeof *texts,
                 flag->kind == FLAG_NETWORKS ? "--%s=10.0.0.%ld" : "--%s=https://a%ld.example",
                 flag->name, i);
        arguments[i] = texts[i];
    }
    cr_expect_not(parse(arguments));
    snprintf(error, sizeof error, "rapporteur: --%s can be given at most %ld times\n", flag->name,
             flag->maximum);
    cr_expect_str_eq(errors, error);
    arguments[flag->maximum] = NULL;
    cr_assert(parse(arguments), "%s", errors);
    cr_expect_eq(*(const size_t *)((const char *)&options + flag->count), (size_t)flag->maximum);
    for (long i = 0; i < flag->maximum; i++)
        if (flag->kind == FLAG_NETWORKS)
            cr_expect_eq(((const struct network *)member(flag))[i].address.bytes[3], i);
        else
            cr_expect_str_eq(((const char *const *)member(flag))[i],
                             texts[i] + strlen(flag->name) + 3);
}

Test(flags, every_list_has_up_to_its_maximum_of_elements_in_their_order)
{
    for (size_t i = 0; i < flag_count; i++)
        if (flag_is_list(&flag_table[i]))
            check_list(&flag_table[i]);
    cr_assert(parse_variable(flag_named("data"), "a,b,c"));
    cr_expect_eq(options.data_count, 3);
    cr_expect_str_eq(options.data[2], "c");
}

/* Returns a value that is not the default. */
/* Returns the second word of "WORD|WORD|WORD". */
static const char *second_word(const char *words)
{
    static char word[20];
    const char *second = strchr(words, '|') + 1;
    snprintf(word, sizeof word, "%.*s", (int)strcspn(second, "|"), second);
    return word;
}

static const char *other_value(const struct flag *flag)
{
    switch (flag->kind) {
    case FLAG_NUMBER:
        return "4097";
    case FLAG_SWITCH:
        return "yes";
    case FLAG_CHOICE:
        return second_word(flag->argument);
    case FLAG_WORD:
        return "json";
    case FLAG_FORMAT:
        return "json";
    case FLAG_BASE_PATH:
        return "/record";
    case FLAG_COLOUR:
        return "#a3290f";
    case FLAG_CACHE_CONTROL:
        return "max-age=60";
    case FLAG_ORIGIN:
        return "https://example.org";
    default:
        return "127.0.0.1:80";
    }
}

static size_t member_size(const struct flag *flag)
{
    return flag->kind == FLAG_SWITCH                              ? sizeof(bool)
           : flag->kind == FLAG_NUMBER                            ? sizeof(long)
           : flag->kind == FLAG_CHOICE || flag->kind == FLAG_WORD ? sizeof(int)
                                                                  : sizeof(const char *);
}

Test(flags, every_flag_sets_its_member_only)
{
    static struct options defaults;
    cr_assert(parse((const char *const[]){NULL}));
    memcpy(&defaults, &options, sizeof options);
    for (size_t i = 0; i < flag_count; i++) {
        const struct flag *flag = &flag_table[i];
        if (flag_is_list(flag))
            continue;
        const char *value = flag->maximum && flag->maximum < 4097 ? "3" : other_value(flag);
        cr_assert(parse_variable(flag, value) || strncmp(flag->name, "tls-", 4) == 0, "%s", errors);
        cr_expect_neq(
            memcmp(member(flag), (const char *)&defaults + flag->member, member_size(flag)), 0,
            "--%s", flag->name);
        memcpy((char *)&options + flag->member, (const char *)&defaults + flag->member,
               member_size(flag));
        options.operands = defaults.operands;
        cr_expect_eq(memcmp(&options, &defaults, sizeof options), 0, "--%s sets another member",
                     flag->name);
    }
}

Test(flags, defaults_are_those_of_the_help)
{
    cr_assert(parse((const char *const[]){NULL}));
    cr_expect_eq(options.command, COMMAND_SERVE);
    cr_expect_str_eq(options.host, "127.0.0.1");
    cr_expect_str_eq(options.port, "8080");
    cr_expect_geq(options.threads, 1);
    cr_expect_leq(options.threads, sysconf(_SC_NPROCESSORS_CONF));
    size_t documented = 0;
    for (size_t i = 0; i < flag_count; i++) {
        const char *text = strstr(flag_table[i].documentation, "default");
        if (flag_table[i].kind != FLAG_NUMBER || !text || text[8] < '0' || text[8] > '9')
            continue;
        cr_expect_eq(*(const long *)member(&flag_table[i]), atol(text + 8), "--%s",
                     flag_table[i].name);
        documented++;
    }
    cr_expect_geq(documented, 10);
    cr_expect_eq(options.sandbox, SANDBOX_IF_POSSIBLE);
    cr_expect_eq(options.access_log, ACCESS_LOG_NONE);
    cr_expect_not(options.watch || options.remote_http);
}

Test(flags, a_base_path_has_up_to_100_bytes)
{
    char path[102];
    memset(path, 'a', sizeof path);
    path[0] = '/';
    path[100] = '\0';
    cr_expect(parse_one(flag_named("base-path"), path), "%s", errors);
    cr_expect_str_eq(options.base_path, path);
    path[100] = 'a';
    path[101] = '\0';
    cr_expect_not(parse_one(flag_named("base-path"), path));
    expect_error("it must not be longer than 100 bytes");
}

Test(flags, switches_are_yes_or_no)
{
    static const char *const words[][2] = {{"no", "yes"}, {"false", "true"}, {"0", "1"}};
    const struct flag *watch = flag_named("watch");
    cr_assert(parse_one(watch, NULL));
    cr_expect(options.watch);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (int yes = 0; yes < 2; yes++) {
            cr_assert(parse_variable(watch, words[i][yes]), "%s", errors);
            cr_expect_eq(options.watch, yes, "%s", words[i][yes]);
        }
    cr_expect_not(parse_variable(watch, "maybe"));
    cr_expect_str_eq(errors, "rapporteur: RAPPORTEUR_WATCH takes yes or no, not \"maybe\"\n");
}

Test(flags, an_empty_variable_is_like_none)
{
    for (size_t i = 0; i < flag_count; i++)
        cr_expect(parse_variable(&flag_table[i], ""), "%s", errors);
    setenv("HOST", "", 1);
    setenv("PORT", "", 1);
    cr_assert(parse((const char *const[]){NULL}));
    cr_expect_str_eq(options.host, "127.0.0.1");
    cr_expect_str_eq(options.port, "8080");
}

Test(flags, words_have_their_positions)
{
    static const struct {
        const char *word;
        int position;
    } formats[] = {{NULL, ACCESS_LOG_COMBINED},
                   {"combined", ACCESS_LOG_COMBINED},
                   {"yes", ACCESS_LOG_COMBINED},
                   {"json", ACCESS_LOG_JSON},
                   {"no", ACCESS_LOG_NONE}},
      modes[] = {{"off", SANDBOX_OFF}, {"warn", SANDBOX_WARN}, {"enforce", SANDBOX_ENFORCE}};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        cr_assert(parse_one(flag_named("access-log"), formats[i].word), "%s", errors);
        cr_expect_eq((int)options.access_log, formats[i].position);
    }
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        cr_assert(parse_one(flag_named("sandbox"), modes[i].word), "%s", errors);
        cr_expect_eq((int)options.sandbox, modes[i].position);
    }
    static const char *const wrong[] = {"", "j", "jso", "jsonx", "combined|json", "json]", "x"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        cr_expect_not(parse_one(flag_named("access-log"), wrong[i]), "%s", wrong[i]);
        expect_error("--access-log takes combined|json or no, not ");
        cr_expect_not(parse_one(flag_named("sandbox"), wrong[i]), "%s", wrong[i]);
        expect_error("--sandbox takes off|warn|enforce, not ");
    }
    cr_expect_not(parse_one(flag_named("sandbox"), "of"));
    cr_expect_not(parse_one(flag_named("sandbox"), "offx"));
}

/* The name of each flag without its last letter suggests a flag, mostly itself. */
Test(flags, unknown_flag_is_reported_with_the_nearest_name)
{
    for (size_t i = 0; i < flag_count; i++) {
        char argument[FLAG_LABEL_MAX + 4], expected[200];
        snprintf(argument, sizeof argument, "--%sx", flag_table[i].name);
        snprintf(expected, sizeof expected,
                 "rapporteur: unknown flag \"%s\"; did you mean \"--%s\"?\n", argument,
                 flag_table[i].name);
        cr_expect_not(parse((const char *const[]){argument, NULL}));
        cr_expect_str_eq(errors, expected);
    }
    cr_expect_not(parse((const char *const[]){"--hepl", NULL}));
    cr_expect_str_eq(errors, "rapporteur: unknown flag \"--hepl\"; did you mean \"--help\"?\n");
    cr_expect_not(parse((const char *const[]){"--versoin=1", NULL}));
    expect_error("did you mean \"--version\"?");
    cr_expect_not(parse((const char *const[]){"--threds=4", NULL}));
    expect_error("unknown flag \"--threds=4\"; did you mean \"--threads\"?");
    cr_expect_not(parse((const char *const[]){"--zzzzzzzz", NULL}));
    cr_expect_str_eq(errors, "rapporteur: unknown flag \"--zzzzzzzz\"; see rapporteur --help\n");
}

Test(flags, help_and_version_are_commands)
{
    static const char *const helps[] = {"--help", "-h"};
    for (size_t i = 0; i < 2; i++) {
        cr_expect(parse((const char *const[]){helps[i], NULL}));
        cr_expect_eq(options.command, COMMAND_HELP);
        cr_expect(parse((const char *const[]){"publish", helps[i], NULL}),
                  "any operand is ignored");
        cr_expect_eq(options.command, COMMAND_HELP);
    }
    cr_expect(parse((const char *const[]){"--version", "x", NULL}));
    cr_expect_eq(options.command, COMMAND_VERSION);
}

Test(flags, operands_follow_the_command)
{
    cr_assert(parse((const char *const[]){"check", "a.json", "--threads=2", "b.json", NULL}));
    cr_expect_eq(options.command, COMMAND_CHECK);
    cr_expect_eq(options.operand_count, 2);
    cr_expect_str_eq(options.operands[0], "a.json");
    cr_expect_str_eq(options.operands[1], "b.json");
    cr_assert(parse((const char *const[]){"export", "folder", NULL}));
    cr_expect_str_eq(options.operands[0], "folder");
    cr_expect_not(parse((const char *const[]){"export", "folder", "other", NULL}));
    cr_expect_str_eq(errors, "rapporteur: unexpected argument \"other\"; name one folder; use "
                             "--data to name a data file\n");
    cr_expect(parse((const char *const[]){"ready", NULL}));
    cr_expect(parse((const char *const[]){"ready", "127.0.0.1:80", NULL}));
    cr_expect(parse((const char *const[]){"serve", NULL}));
    cr_expect_eq(options.command, COMMAND_SERVE);
}

Test(flags, tls_needs_both_files)
{
    cr_expect_not(parse((const char *const[]){"--tls-cert=a", NULL}));
    cr_expect_str_eq(errors, "rapporteur: TLS needs both --tls-cert and --tls-key; --tls-key is "
                             "missing\n");
    cr_expect_not(parse((const char *const[]){"--tls-key=a", NULL}));
    expect_error("--tls-cert is missing");
    cr_expect(parse((const char *const[]){"--tls-key=a", "--tls-cert=b", NULL}));
}

/* PORT matters only to the command that listens there. */
Test(flags, variable_port_is_checked_only_if_the_server_listens_on_it)
{
    static const char *const accepted[] = {"0", "80", "65535"}, *const wrong[] = {
                                                                    "65536", "-1", "http", "8 0",
                                                                    "123456789012345678"};
    for (size_t i = 0; i < sizeof accepted / sizeof *accepted; i++) {
        setenv("PORT", accepted[i], 1);
        cr_expect(parse((const char *const[]){NULL}), "%s", errors);
        cr_expect_str_eq(options.port, accepted[i]);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        setenv("PORT", wrong[i], 1);
        cr_expect_not(parse((const char *const[]){NULL}), "%s", wrong[i]);
        expect_error("PORT takes a number from 0 to 65535, not ");
        cr_expect(parse((const char *const[]){"--listen=:80", NULL}), "%s", errors);
        cr_expect(parse((const char *const[]){"schema", NULL}), "%s", errors);
    }
}

Test(flags, any_url_among_the_data_counts)
{
    cr_assert(parse((const char *const[]){"--data=a.json", "--data=b.json", NULL}));
    cr_expect_not(options_has_url(&options));
    cr_assert(parse((const char *const[]){"--data=a.json", "--data=https://b.example", NULL}));
    cr_expect(options_has_url(&options));
    cr_assert(parse((const char *const[]){NULL}));
    cr_expect_not(options_has_url(&options));
}

/* Reads the block of docs/production.md that begins with the command `rapporteur --help`. */
static char *documented_help(void)
{
    static char text[64 * 1024];
    static const char command[] = "$ build/rapporteur --help\n";
    FILE *in = fopen(source_path("docs/production.md"), "r");
    cr_assert(in && fread(text, 1, sizeof text - 1, in) > 0);
    fclose(in);
    char *begin = strstr(text, command), *end = begin ? strstr(begin, "```") : NULL;
    cr_assert(end);
    *end = '\0';
    return begin + strlen(command);
}

Test(flags, help_is_as_documented)
{
    static char help[64 * 1024];
    FILE *out = fmemopen(help, sizeof help - 1, "w");
    cr_assert(out);
    help_write(out);
    fclose(out);
    cr_expect_str_eq(help, documented_help());
}
