#include "manual/manual.h"

static void write_flags(FILE *out)
{
    fputs("--help --version", out);
    for (size_t i = 0; i < flag_count; i++)
        fprintf(out, " --%s", flag_table[i].name);
}

static void write_commands(FILE *out)
{
    for (size_t i = 0; i < command_table_size; i++)
        fprintf(out, "%s%s", i > 0 ? " " : "", command_table[i].name);
}

/* Writes the flags with an argument of a kind as a pattern of `case`. Returns false, with nothing
 * written, if there is none. */
static bool write_pattern(enum argument_kind kind, FILE *out)
{
    size_t count = 0;
    for (size_t i = 0; i < flag_count; i++)
        if (argument_kind(&flag_table[i]) == kind)
            fprintf(out, "%s--%s", count++ > 0 ? "|" : "        ", flag_table[i].name);
    return count > 0;
}

static void write_case(enum argument_kind kind, const char *action, FILE *out)
{
    if (write_pattern(kind, out))
        fprintf(out, ")\n            %s\n            return ;;\n", action);
}

static void write_word_case(const struct flag *flag, FILE *out)
{
    fprintf(out, "        --%s)\n            ", flag->name);
    /* The argument of such a flag, which it may have none of, follows "=". */
    if (flag->kind == FLAG_WORD)
        fputs("[[ $joined ]] && ", out);
    fputs("mapfile -t COMPREPLY < <(compgen -W '", out);
    argument_words_write(flag, out);
    fprintf(out, "' -- \"$word\")\n            %sreturn ;;\n",
            flag->kind == FLAG_WORD ? "[[ $joined ]] && " : "");
}

static void write_operands(enum argument_kind kind, const char *option, FILE *out)
{
    fputs("        ", out);
    if (commands_write(kind, "|", out) > 0)
        fprintf(out,
                ")\n            compopt -o filenames\n"
                "            mapfile -t COMPREPLY < <(compgen %s -- \"$word\") ;;\n",
                option);
}

/* bash splits --flag=value into three words. */
static const char beginning[] =
    "# bash completion of rapporteur, made from the tables behind rapporteur --help.\n"
    "_rapporteur()\n"
    "{\n"
    "    local word=${COMP_WORDS[COMP_CWORD]} flag=${COMP_WORDS[COMP_CWORD - 1]} joined= command= "
    "given\n"
    "    COMPREPLY=()\n"
    "    if [[ $word == '=' ]]; then\n"
    "        word= joined=yes\n"
    "    elif [[ $flag == '=' ]]; then\n"
    "        flag=${COMP_WORDS[COMP_CWORD - 2]} joined=yes\n"
    "    fi\n"
    "    case $flag in\n";

void bash_completion_write(FILE *out)
{
    fputs(beginning, out);
    for (size_t i = 0; i < flag_count; i++)
        if (argument_kind(&flag_table[i]) == ARGUMENT_WORD)
            write_word_case(&flag_table[i], out);
    write_case(ARGUMENT_FILE,
               "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$word\")", out);
    write_case(ARGUMENT_FOLDER,
               "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$word\")", out);
    write_case(ARGUMENT_TEXT, ":", out);
    fputs("    esac\n"
          "    if [[ $word == -* ]]; then\n"
          "        mapfile -t COMPREPLY < <(compgen -W '",
          out);
    write_flags(out);
    fputs("' -- \"$word\")\n"
          "        return\n"
          "    fi\n"
          "    for given in \"${COMP_WORDS[@]:1:COMP_CWORD - 1}\"; do\n"
          "        [[ ' ",
          out);
    write_commands(out);
    fputs(" ' == *\" $given \"* ]] && command=$given && break\n"
          "    done\n"
          "    case $command in\n"
          "        '') mapfile -t COMPREPLY < <(compgen -W '",
          out);
    write_commands(out);
    fputs("' -- \"$word\") ;;\n", out);
    write_operands(ARGUMENT_FILE, "-f", out);
    write_operands(ARGUMENT_FOLDER, "-d", out);
    fputs("    esac\n"
          "}\n"
          "complete -F _rapporteur rapporteur\n",
          out);
}
