#include "manual/manual.h"

/* Writes a text as a quoted word. */
static void write_quoted(const char *text, FILE *out)
{
    fputc('\'', out);
    for (const char *c = text; *c; c++) {
        if (*c == '\'' || *c == '\\')
            fputc('\\', out);
        fputc(*c, out);
    }
    fputc('\'', out);
}

static void write_argument(const struct flag *flag, FILE *out)
{
    const enum argument_kind kind = argument_kind(flag);
    if (kind == ARGUMENT_TEXT)
        fputs(" -x", out);
    if (kind == ARGUMENT_FILE)
        fputs(" -r -F", out);
    if (kind == ARGUMENT_FOLDER)
        fputs(" -x -a '(__fish_complete_directories)'", out);
    if (kind == ARGUMENT_WORD) {
        fputs(flag->kind == FLAG_WORD ? " -a '" : " -x -a '", out);
        argument_words_write(flag, out);
        fputc('\'', out);
    }
}

static void write_flag(const struct flag *flag, FILE *out)
{
    char summary[SUMMARY_BYTES];
    flag_summary(flag, summary);
    fprintf(out, "complete -c rapporteur -l %s", flag->name);
    write_argument(flag, out);
    fputs(" -d ", out);
    write_quoted(summary, out);
    fputc('\n', out);
}

static void write_operands(enum argument_kind kind, const char *action, FILE *out)
{
    fputs("complete -c rapporteur -n '__fish_seen_subcommand_from ", out);
    commands_write(kind, " ", out);
    fprintf(out, "' %s\n", action);
}

void fish_completion_write(FILE *out)
{
    fputs("# fish completion of rapporteur, made from the tables behind rapporteur --help.\n"
          "complete -c rapporteur -f\n"
          "complete -c rapporteur -l help -d 'print a list of all flags'\n"
          "complete -c rapporteur -l version -d 'print the version'\n",
          out);
    for (size_t i = 0; i < command_table_size; i++) {
        fprintf(out, "complete -c rapporteur -n __fish_use_subcommand -a %s -d ",
                command_table[i].name);
        write_quoted(command_table[i].documentation, out);
        fputc('\n', out);
    }
    for (size_t i = 0; i < flag_count; i++)
        write_flag(&flag_table[i], out);
    write_operands(ARGUMENT_FILE, "-F", out);
    write_operands(ARGUMENT_FOLDER, "-a '(__fish_complete_directories)'", out);
}
