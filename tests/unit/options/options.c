/* Options from the command line and the environment, and the tables of flags and commands. */
#include "options/options.h"
#include "caught_errors.h"
#include "options/environment.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

enum {
    ARGUMENTS_MAX = 8
};

static bool parse(struct options *options, const char *const *arguments)
{
    static char texts[ARGUMENTS_MAX][32];
    static char *argv[ARGUMENTS_MAX + 1];
    int argc = 0;
    snprintf(texts[argc], sizeof *texts, "rapporteur");
    argv[argc++] = texts[0];
    for (const char *const *argument = arguments; *argument; argument++, argc++) {
        snprintf(texts[argc], sizeof *texts, "%s", *argument);
        argv[argc] = texts[argc];
    }
    return options_parse(argc, argv, options, stderr);
}

static size_t list_count(const struct options *options, const struct flag *flag)
{
    return *(const size_t *)((const char *)options + flag->count);
}

Test(options, every_list_is_read_from_its_own_variable)
{
    struct options options;
    size_t lists = 0;
    for (size_t i = 0; i < flag_count; i++) {
        char variable[FLAG_LABEL_MAX];
        flag_variable(&flag_table[i], variable);
        if (flag_is_list(&flag_table[i]))
            setenv(variable,
                   flag_table[i].kind == FLAG_NETWORKS ? "10.0.0.0/8,::1" : "http://a,http://b", 1);
    }
    cr_assert(parse(&options, (const char *const[]){NULL}));
    for (size_t i = 0; i < flag_count; i++) {
        if (flag_is_list(&flag_table[i])) {
            lists++;
            cr_expect_eq(list_count(&options, &flag_table[i]), 2, "%s", flag_table[i].name);
            cr_expect_not_null(options.list_texts[i], "%s", flag_table[i].name);
        } else {
            cr_expect_null(options.list_texts[i], "%s", flag_table[i].name);
        }
    }
    cr_expect_geq(lists, 3);
    cr_expect_str_eq(options.data[1], "http://b");
    cr_expect_str_eq(options.cors_origins[0], "http://a");
    cr_expect_eq(options.trusted_proxies[0].bits, 8);
    options_finish(&options);
    for (size_t i = 0; i < OPTIONS_FLAGS_MAX; i++)
        cr_expect_null(options.list_texts[i]);
}

Test(options, a_wrong_value_in_a_list_of_the_environment_is_refused)
{
    struct options options;
    setenv("RAPPORTEUR_TRUST_PROXY", "10.0.0.0/8,10.0.0.0/33", 1);
    cr_expect_not(parse(&options, (const char *const[]){NULL}));
    options_finish(&options);
    setenv("RAPPORTEUR_TRUST_PROXY", "10.0.0.0/8,10.0.0.0/32", 1);
    cr_assert(parse(&options, (const char *const[]){NULL}));
    options_finish(&options);
}

Test(options, command_line_list_replaces_the_one_from_the_environment)
{
    struct options options;
    setenv("RAPPORTEUR_DATA", "a.json,b.json", 1);
    cr_assert(parse(&options, (const char *const[]){"--data", "c.json", NULL}));
    cr_expect_eq(options.data_count, 1);
    cr_expect_str_eq(options.data[0], "c.json");
    options_finish(&options);
}

Test(options, each_list_flag_has_its_own_array_and_count)
{
    for (size_t i = 0; i < flag_count; i++) {
        if (!flag_is_list(&flag_table[i]))
            continue;
        cr_expect_gt(flag_table[i].maximum, 0, "%s", flag_table[i].name);
        for (size_t j = 0; j < flag_count; j++) {
            cr_expect(i == j || flag_table[i].member != flag_table[j].member, "%s",
                      flag_table[i].name);
            cr_expect(i == j || flag_table[i].count != flag_table[j].count, "%s",
                      flag_table[i].name);
        }
    }
}

Test(options, every_command_with_operands_has_a_message_for_missing_ones)
{
    for (size_t i = 0; i < command_table_size; i++)
        cr_expect_eq(command_table[i].operands_min > 0, command_table[i].missing != NULL, "%s",
                     command_table[i].name);
}

Test(options, urls_are_recognized_by_their_scheme)
{
    cr_expect(options_is_url("https://example.org/a.json"));
    cr_expect(options_is_url("HTTP://example.org/a.json"));
    cr_expect_not(options_is_url("http:/a.json"));
    cr_expect_not(options_is_url("https"));
    cr_expect_not(options_is_url("ftp://example.org/a.json"));
    cr_expect_not(options_is_url("./http://a"));
}

Test(options, an_unknown_format_is_refused)
{
    struct options options;
    cr_assert(parse(&options, (const char *const[]){"--format", "json", NULL}));
    cr_expect_str_eq(options.format, "json");
    cr_expect_not(parse(&options, (const char *const[]){"--format", "jsn", NULL}));
    cr_expect_not(parse(&options, (const char *const[]){"--format", "", NULL}));
    setenv("RAPPORTEUR_FORMAT", "word", 1);
    cr_expect_not(parse(&options, (const char *const[]){NULL}));
}

/* Sets a variable of the program whose name after the prefix has `length` letters. */
static void set_long_variable(size_t length)
{
    char name[20 + FLAG_LABEL_MAX] = "RAPPORTEUR_LISTE";
    const size_t prefix = strlen("RAPPORTEUR_");
    memset(name + prefix + 5, 'N', length - 5);
    name[prefix + length] = '\0';
    setenv(name, "x", 1);
}

Test(options, a_mistyped_variable_is_told_however_long_others_are)
{
    caught_errors_begin();
    for (size_t length = FLAG_LABEL_MAX - 1; length <= FLAG_LABEL_MAX + 1; length++)
        set_long_variable(length);
    environment_warn_of_mistyped();
    cr_expect_str_eq(caught_errors(), "");
    setenv("RAPPORTEUR_LISTE", "x", 1);
    setenv("RAPPORTEUR_LISTEN", "127.0.0.1:0", 1);
    setenv("RAPPORTEUR_", "x", 1);
    setenv("RAPPORTEUR", "x", 1);
    environment_warn_of_mistyped();
    cr_expect_str_eq(caught_errors(), "rapporteur: warning: unknown variable RAPPORTEUR_LISTE; did "
                                      "you mean RAPPORTEUR_LISTEN?\n");
}
