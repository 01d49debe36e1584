#include "manual/manual.h"
#include "manual/mdoc.h"

#include <stdlib.h>
#include <string.h>

/* The texts of the page that are not in --help. */
static const char purpose[] = "publish the record of a meeting over HTTP";
static const char description[] =
    "rapporteur publishes the record of a meeting (agenda, speakers, papers, discussions, "
    "decisions, actions) as a JSON API with search, pages for browsers and files in standard "
    "formats. It reads data files, checks every reference in them, and needs no database. "
    "Without data files it serves the record that is built into the program.";
static const char flags_apply[] =
    "Each flag can also be set by the environment variable beside it; the flag overrides the "
    "variable.";
static const char reload[] = "Load the data and the certificate again. Faulty data never replace "
                             "good data; the log says what is wrong with them.";
static const char stop[] =
    "Stop: continue for --drain-seconds, then take no new connection and give the "
    "requests under way --stop-seconds to finish.";

static const char nothing[] = "Nothing; the log says so.";

static const struct help_line files[] = {
    {"/etc/default/rapporteur", "environment variables of the service, if the Debian package is "
                                "installed."},
    {"/etc/rapporteur/", "folder for the data of the service."},
    {"/usr/share/doc/rapporteur/", "documentation and examples; production.md is about running "
                                   "the server."},
};

static void write_item(const char *macro, const struct help_line *line, FILE *out)
{
    fprintf(out, ".It %s ", macro);
    mdoc_escape(line->term, strlen(line->term), out);
    fputc('\n', out);
    mdoc_text(line->meaning, out);
}

static void write_synopsis(FILE *out)
{
    fputs(".Sh SYNOPSIS\n", out);
    for (size_t i = 0; i < command_table_size; i++) {
        fputs(".Nm\n.", out);
        mdoc_usage(command_table[i].usage, out);
        fputc('\n', out);
    }
    for (size_t i = 0; i < help_asking_count; i++) {
        fputs(".Nm\n.Fl ", out);
        mdoc_escape(help_asking[i].term + 1, strlen(help_asking[i].term + 1), out);
        fputc('\n', out);
    }
}

static void write_commands(FILE *out)
{
    fputs(".Pp\nThe commands are:\n.Bl -tag -width Ds\n", out);
    for (size_t i = 0; i < command_table_size; i++) {
        fputs(".It ", out);
        mdoc_usage(command_table[i].usage, out);
        fputc('\n', out);
        mdoc_text(command_table[i].documentation, out);
    }
    fputs(".El\n", out);
}

static void write_flag(const struct flag *flag, FILE *out)
{
    char variable[FLAG_LABEL_MAX];
    flag_variable(flag, variable);
    fputs(".It Fl \\-", out);
    mdoc_escape(flag->name, strlen(flag->name), out);
    if (flag->argument) {
        fputs(flag->kind == FLAG_WORD ? " Ns Ar " : " Ar ", out);
        mdoc_escape(flag->argument, strlen(flag->argument), out);
    }
    fputc('\n', out);
    mdoc_text(flag->documentation, out);
    fprintf(out, ".Pq Ev %s\n", variable);
}

static void write_flags(FILE *out)
{
    fputs(".Sh OPTIONS\n", out);
    mdoc_text(flags_apply, out);
    fputs(".Bl -tag -width Ds\n", out);
    for (size_t i = 0; i < flag_count; i++)
        write_flag(&flag_table[i], out);
    fputs(".El\n", out);
}

static void write_surroundings(FILE *out)
{
    fputs(".Sh ENVIRONMENT\n", out);
    mdoc_text("An empty variable counts as not set. Besides those of the flags:", out);
    fputs(".Bl -tag -width Ds\n.It Ev HOST , Ev PORT\n", out);
    mdoc_text("Address to listen on, if --listen is not given.", out);
    fputs(".El\n.Sh FILES\n.Bl -tag -width Ds\n", out);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        write_item("Pa", &files[i], out);
    fputs(".El\n", out);
}

static void write_statuses(FILE *out)
{
    fputs(".Sh EXIT STATUS\n.Bl -tag -width Ds\n", out);
    for (size_t i = 0; i < help_status_count; i++)
        write_item("No", &help_statuses[i], out);
    fputs(".El\n.Sh SIGNALS\n.Bl -tag -width Ds\n.It Dv SIGHUP\n", out);
    mdoc_text(reload, out);
    fputs(".It Dv SIGTERM , Dv SIGINT\n", out);
    mdoc_text(stop, out);
    fputs(".It Dv SIGUSR1 , Dv SIGUSR2\n", out);
    mdoc_text(nothing, out);
    fputs(".El\n", out);
}

static void write_examples(FILE *out)
{
    fputs(".Sh EXAMPLES\n.Bl -tag -width Ds\n", out);
    for (size_t i = 0; i < help_example_count; i++)
        write_item("Li", &help_examples[i], out);
    fputs(".El\n", out);
}

/* Writes the date as mdoc has it: "November 30, 2026". */
static bool write_date(const char *date, FILE *out)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    char *end;
    const long year = strtol(date, &end, 10);
    const long month = *end == '-' ? strtol(end + 1, &end, 10) : 0;
    const long day = *end == '-' ? strtol(end + 1, &end, 10) : 0;
    if (*end || year < 1 || month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    fprintf(out, ".Dd %s %ld, %ld\n", months[month - 1], day, year);
    return true;
}

bool manual_page_write(const char *date, FILE *out)
{
    if (!write_date(date, out))
        return false;
    fprintf(out, ".Dt RAPPORTEUR 1\n.Os\n.Sh NAME\n.Nm rapporteur\n.Nd %s\n", purpose);
    write_synopsis(out);
    fputs(".Sh DESCRIPTION\n", out);
    mdoc_text(description, out);
    write_commands(out);
    write_flags(out);
    write_surroundings(out);
    write_statuses(out);
    write_examples(out);
    return true;
}
