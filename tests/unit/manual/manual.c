/* The manual page and the completions say what the tables of the options hold. tests/tools/manual
 * reads them with the programs that show them. */
#include "manual/manual.h"

#include "expected_file.h"
#include "manual/mdoc.h"
#include "options/help.h"
#include "source_path.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum {
    PART_BYTES = 400
};

/* Returns what a function writes; the caller frees it. */
static char *written(void (*write)(FILE *out))
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    cr_assert(out);
    write(out);
    fclose(out);
    return text;
}

static void write_page(FILE *out)
{
    cr_assert(manual_page_write("2031-03-04", out));
}

/* Expects a text to have a part, once. */
__attribute__((format(printf, 2, 3))) static void expect_once(const char *text, const char *format,
                                                              ...)
{
    char part[PART_BYTES];
    va_list values;
    va_start(values, format);
    vsnprintf(part, sizeof part, format, values);
    va_end(values);
    const char *found = strstr(text, part);
    cr_expect(found, "%s\nis not in\n%s", part, text);
    cr_expect(!found || !strstr(found + 1, part), "%s\nis twice in\n%s", part, text);
}

Test(manual, the_page_begins_with_the_date_of_the_release_and_its_name)
{
    static const char start[] = ".Dd March 4, 2031\n.Dt RAPPORTEUR 1\n.Os\n.Sh NAME\n"
                                ".Nm rapporteur\n.Nd publish the record of a meeting over HTTP\n";
    char *page = written(write_page);
    cr_expect_eq(strncmp(page, start, strlen(start)), 0, "%s", page);
    free(page);
}

Test(manual, a_text_that_is_no_date_is_refused)
{
    static const char *const dates[] = {
        "2031-00-04", "2031-13-04", "2031-03-00",  "2031-03-32", "0-03-04",
        "2031-03",    "2031",       "2031-03-04x", "March",      ""};
    static const char *const valid[] = {"1-01-01", "2031-12-31"};
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    cr_assert(out);
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        cr_expect(!manual_page_write(dates[i], out), "%s", dates[i]);
    cr_expect_eq(ftell(out), 0);
    for (size_t i = 0; i < sizeof valid / sizeof *valid; i++)
        cr_expect(manual_page_write(valid[i], out), "%s", valid[i]);
    fclose(out);
    expect_once(text, ".Dd January 1, 1\n");
    expect_once(text, ".Dd December 31, 2031\n");
    free(text);
}

Test(manual, the_synopsis_has_every_command_and_what_the_program_tells_of_itself)
{
    char *page = written(write_page);
    expect_once(page, ".Sh SYNOPSIS\n.Nm\n.Oo Cm serve Oc Oo Ar FLAGS Oc\n.Nm\n.Cm check Oo Ar "
                      "PATH|URL... Oc\n.Nm\n");
    expect_once(page, ".Nm\n.Cm convert Ar PATH...\n.Nm\n.Cm formats\n.Nm\n");
    expect_once(page, ".Nm\n.Cm ready Oo Ar URL|PID Oc\n.Nm\n.Fl \\-version\n.Nm\n.Fl \\-help\n"
                      ".Sh DESCRIPTION\n");
    free(page);
}

Test(manual, the_page_has_every_command_flag_status_and_example)
{
    char *page = written(write_page), variable[FLAG_LABEL_MAX];
    for (size_t i = 0; i < flag_count; i++) {
        flag_variable(&flag_table[i], variable);
        expect_once(page, ".Pq Ev %s\n", variable);
    }
    for (size_t i = 0; i < help_status_count; i++)
        expect_once(page, ".It No %s\n%.8s", help_statuses[i].term, help_statuses[i].meaning);
    expect_once(page, ".It Li rapporteur check meetings/2007.json\ncheck a file before");
    expect_once(page, ".It Oo Cm serve Oc Oo Ar FLAGS Oc\nserve the record over HTTP\n");
    expect_once(page, ".It Fl \\-access\\-log Ns Ar ");
    expect_once(page, ".It Fl \\-listen Ar ADDRESS:PORT\n");
    expect_once(page, ".It Fl \\-watch\n");
    expect_once(page, ".It Pa /etc/rapporteur/\nfolder for the data of the service.\n");
    expect_once(page, ".It Dv SIGTERM , Dv SIGINT\nStop: ");
    expect_once(page, ".It Dv SIGHUP\nLoad the data");
    free(page);
}

static void describe_text_in_mdoc(const char *text, char *found, size_t size)
{
    FILE *out = fmemopen(found, size, "w");
    mdoc_text(text, out);
    fclose(out);
}

Test(manual, a_text_has_a_line_for_each_sentence_and_no_macro)
{
    static const struct text_case cases[] = {
        {"One. Two", "One.\nTwo\n"},
        {"One? Two! Three.", "One?\nTwo!\nThree.\n"},
        {" a\n b  c ", "a b c\n"},
        {".Sh a -b 'c' `d` ~^ \"e\" \\f",
         "\\&.Sh a \\-b \\(aqc\\(aq \\(gad\\(ga \\(ti\\(ha \\(dqe\\(dq \\ef\n"},
        {"123456789 123456789 123456789 123456789 123456789 123456789 123456789 12 next",
         "123456789 123456789 123456789 123456789 123456789 123456789 123456789 12\nnext\n"},
        {"123456789 123456789 123456789 123456789 123456789 123456789 123456789 123 next",
         "123456789 123456789 123456789 123456789 123456789 123456789 123456789\n123 next\n"},
    };
    expect_exact_texts(describe_text_in_mdoc, cases, sizeof cases / sizeof *cases);
}

/* Expects completions to name every command and flag, after some characters. */
static void expect_names(void (*write)(FILE *out), const char *command, const char *flag)
{
    char *text = written(write), part[PART_BYTES];
    for (size_t i = 0; i < command_table_size; i++) {
        snprintf(part, sizeof part, "%s%s", command, command_table[i].name);
        cr_expect(strstr(text, part), "%s\nis not in\n%s", part, text);
    }
    for (size_t i = 0; i < flag_count; i++) {
        snprintf(part, sizeof part, "%s%s", flag, flag_table[i].name);
        cr_expect(strstr(text, part), "%s\nis not in\n%s", part, text);
    }
    free(text);
}

Test(manual, completions_name_every_command_and_flag)
{
    expect_names(bash_completion_write, " ", " --");
    expect_names(zsh_completion_write, "  '", "--");
    expect_names(fish_completion_write, "__fish_use_subcommand -a ", "complete -c rapporteur -l ");
}

Test(manual, completions_offer_the_words_files_and_folders_of_an_argument)
{
    char *bash = written(bash_completion_write), *zsh = written(zsh_completion_write),
         *fish = written(fish_completion_write);
    expect_once(bash,
                "        --pages)\n            mapfile -t COMPREPLY < <(compgen -W 'on suffix "
                "off files' -- \"$word\")\n            return ;;\n");
    expect_once(bash, "        --access-log)\n            [[ $joined ]] && mapfile -t COMPREPLY < "
                      "<(compgen -W 'combined json' -- \"$word\")\n");
    expect_once(bash, "        --texts|--state|--theme)\n");
    expect_once(zsh, "  '*--data=[data file of any format, folder whose data files are merged, or "
                     "https URL of a data file]:PATH|URL:_files' \\\n");
    expect_once(zsh, ":(on suffix off files)' \\\n");
    expect_once(zsh, "]:FOLDER:_files -/' \\\n  '--report[");
    expect_once(fish, "complete -c rapporteur -l pages -x -a 'on suffix off files' -d '");
    expect_once(fish, "complete -c rapporteur -l access-log -a 'combined json' -d '");
    expect_once(fish, "complete -c rapporteur -l listen -x -d 'address to listen on'\n");
    expect_once(fish, "complete -c rapporteur -l tls-key -r -F -d '");
    expect_once(fish, "complete -c rapporteur -l state -x -a '(__fish_complete_directories)' -d '");
    free(bash);
    free(zsh);
    free(fish);
}

Test(manual, the_page_and_the_completions_have_exactly_the_expected_bytes)
{
    static const struct {
        const char *path;
        void (*write)(FILE *out);
    } forms[] = {{"tests/cases/manual/rapporteur.1", write_page},
                 {"tests/cases/manual/rapporteur.bash", bash_completion_write},
                 {"tests/cases/manual/rapporteur.zsh", zsh_completion_write},
                 {"tests/cases/manual/rapporteur.fish", fish_completion_write}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        char *text = written(forms[i].write);
        expected_file_check(source_path(forms[i].path), text);
        free(text);
    }
}

/* Prints with arguments up to a NULL. Returns the exit status; the caller frees the texts. */
static int print(const char *const *arguments, char **ret_text, char **ret_errors)
{
    char *copies[5] = {NULL};
    int count = 1;
    size_t size, errors_size;
    FILE *out = open_memstream(ret_text, &size), *errors = open_memstream(ret_errors, &errors_size);
    cr_assert(out && errors);
    for (; arguments[count - 1]; count++)
        copies[count] = strdup(arguments[count - 1]);
    const int status = manual_print(count, copies, out, errors);
    for (int i = 1; i < count; i++)
        free(copies[i]);
    fclose(out);
    fclose(errors);
    return status;
}

/* Expects the arguments to print what a function writes, or their usage if it is NULL. */
static void expect_printed(const char *const *arguments, void (*write)(FILE *out))
{
    char *text, *errors, *expected = write ? written(write) : NULL;
    cr_expect_eq(print(arguments, &text, &errors), write ? 0 : 2);
    cr_expect_str_eq(text, write ? expected : "");
    cr_expect_str_eq(errors,
                     write ? "" : "usage: print_manual man YYYY-MM-DD | bash | zsh | fish\n");
    free(text);
    free(errors);
    free(expected);
}

Test(manual, each_form_is_printed_by_its_name)
{
    expect_printed((const char *const[]){"man", "2031-03-04", NULL}, write_page);
    expect_printed((const char *const[]){"bash", NULL}, bash_completion_write);
    expect_printed((const char *const[]){"zsh", NULL}, zsh_completion_write);
    expect_printed((const char *const[]){"fish", NULL}, fish_completion_write);
}

Test(manual, other_arguments_print_the_usage)
{
    expect_printed((const char *const[]){NULL}, NULL);
    expect_printed((const char *const[]){"man", NULL}, NULL);
    expect_printed((const char *const[]){"man", "2031-13-04", NULL}, NULL);
    expect_printed((const char *const[]){"man", "2031-03-04", "bash", NULL}, NULL);
    expect_printed((const char *const[]){"bash", "2031-03-04", NULL}, NULL);
    expect_printed((const char *const[]){"csh", NULL}, NULL);
}

Test(manual, a_full_disk_is_an_error)
{
    char form[] = "fish", *arguments[] = {NULL, form, NULL};
    FILE *full = fopen("/dev/full", "w");
    cr_assert(full);
    cr_expect_eq(manual_print(2, arguments, full, stderr), 1);
    fclose(full);
}
