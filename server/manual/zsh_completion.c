#include "manual/manual.h"

#include <string.h>

/* Writes a text in an apostrophe-quoted word, in which _arguments and _describe read brackets and
 * colons. */
static void write_escaped(const char *text, FILE *out)
{
    for (const char *c = text; *c; c++) {
        if (*c == '\'')
            fputs("'\\'", out);
        else if (strchr("[]:\\", *c))
            fputc('\\', out);
        fputc(*c, out);
    }
}

static void write_argument(const struct flag *flag, FILE *out)
{
    const enum argument_kind kind = argument_kind(flag);
    fputs(flag->kind == FLAG_WORD ? "::" : ":", out);
    write_escaped(kind == ARGUMENT_WORD ? flag->name : flag->argument, out);
    fputc(':', out);
    if (kind == ARGUMENT_FILE)
        fputs("_files", out);
    if (kind == ARGUMENT_FOLDER)
        fputs("_files -/", out);
    if (kind == ARGUMENT_WORD) {
        fputc('(', out);
        argument_words_write(flag, out);
        fputc(')', out);
    }
}

static void write_flag(const struct flag *flag, FILE *out)
{
    char summary[SUMMARY_BYTES];
    flag_summary(flag, summary);
    const char *joint = !flag->argument ? "" : flag->kind == FLAG_WORD ? "=-" : "=";
    fprintf(out, "  '%s--%s%s[", flag_is_list(flag) ? "*" : "", flag->name, joint);
    write_escaped(summary, out);
    fputc(']', out);
    if (flag->argument)
        write_argument(flag, out);
    fputs("' \\\n", out);
}

static void write_operands(enum argument_kind kind, const char *action, FILE *out)
{
    fputs("      ", out);
    if (commands_write(kind, "|", out) > 0)
        fprintf(out, ") %s ;;\n", action);
}

void zsh_completion_write(FILE *out)
{
    fputs("#compdef rapporteur\n"
          "# zsh completion of rapporteur, made from the tables behind rapporteur --help.\n"
          "local context state state_descr line\n"
          "typeset -A opt_args\n"
          "local -a commands=(\n",
          out);
    for (size_t i = 0; i < command_table_size; i++) {
        fprintf(out, "  '%s:", command_table[i].name);
        write_escaped(command_table[i].documentation, out);
        fputs("'\n", out);
    }
    fputs(")\n_arguments \\\n  '(- *)--help[print a list of all flags]' \\\n"
          "  '(- *)--version[print the version]' \\\n",
          out);
    for (size_t i = 0; i < flag_count; i++)
        write_flag(&flag_table[i], out);
    fputs("  '1:command:->command' '*:operand:->operand' && return\n"
          "case $state in\n"
          "  command) _describe -t commands command commands ;;\n"
          "  operand)\n"
          "    case $line[1] in\n",
          out);
    write_operands(ARGUMENT_FILE, "_files", out);
    write_operands(ARGUMENT_FOLDER, "_files -/", out);
    fputs("    esac ;;\nesac\n", out);
}
