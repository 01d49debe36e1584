#include "options/help.h"

#include "options/command_table.h"
#include "options/flags.h"

#include <string.h>

const char help_purpose[] = "the record of a meeting as an HTTP JSON API";

const struct help_line help_asking[] = {
    {"--version", "print the version"},
    {"--help", "print this help"},
};
const size_t help_asking_count = sizeof help_asking / sizeof *help_asking;

const struct help_line help_examples[] = {
    {"rapporteur", "serve the built-in record"},
    {"rapporteur --data meetings/ --listen :80", "serve a folder on every address"},
    {"rapporteur check meetings/2007.json", "check a file before publishing it"},
    {"rapporteur ready http://127.0.0.1:8080", "health check of a container"},
};
const size_t help_example_count = sizeof help_examples / sizeof *help_examples;

const struct help_line help_statuses[] = {
    {"0", "success"},
    {"1", "runtime error"},
    {"2", "usage error"},
    {"65", "faulty data"},
};
const size_t help_status_count = sizeof help_statuses / sizeof *help_statuses;

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

void help_write(FILE *out)
{
    fprintf(out, "rapporteur - %s\n\nUsage\n", help_purpose);
    for (size_t i = 0; i < command_table_size; i++)
        fprintf(out, "  rapporteur %-18s %s\n", command_table[i].usage,
                command_table[i].documentation);
    for (size_t i = 0; i < help_asking_count; i++)
        fprintf(out, "  rapporteur %-18s %s\n", help_asking[i].term, help_asking[i].meaning);
    fputs("\nFlags, each with its environment variable (a flag overrides its variable)\n", out);
    for (size_t i = 0; i < flag_count; i++)
        write_flag_help(&flag_table[i], out);
    fputs("\nExamples\n", out);
    for (size_t i = 0; i < help_example_count; i++)
        fprintf(out, "  %-43s %s\n", help_examples[i].term, help_examples[i].meaning);
    fputs("\nExit status\n", out);
    for (size_t i = 0; i < help_status_count; i++)
        fprintf(out, "%s%s  %s", i > 0 ? "     " : "  ", help_statuses[i].term,
                help_statuses[i].meaning);
    fputc('\n', out);
}
