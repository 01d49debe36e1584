#include "options/help.h"

#include "options/command_table.h"
#include "options/flags.h"

#include <string.h>

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
    fputs("rapporteur - the record of a meeting as an HTTP JSON API\n\nUsage\n", out);
    for (size_t i = 0; i < command_table_size; i++)
        fprintf(out, "  rapporteur %-18s %s\n", command_table[i].usage,
                command_table[i].documentation);
    fputs("  rapporteur --version          print the version\n"
          "  rapporteur --help             print this help\n\n"
          "Flags, each with its environment variable (a flag overrides its variable)\n",
          out);
    for (size_t i = 0; i < flag_count; i++)
        write_flag_help(&flags[i], out);
    fputs("\nExamples\n"
          "  rapporteur                                  serve the built-in record\n"
          "  rapporteur --data meetings/ --listen :80    serve a folder on every address\n"
          "  rapporteur check meetings/2007.json         check a file before publishing it\n"
          "  rapporteur ready http://127.0.0.1:8080      health check of a container\n\n"
          "Exit status\n"
          "  0  success     1  runtime error     2  usage error     65  faulty data\n",
          out);
}
