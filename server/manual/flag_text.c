#include "manual/flag_text.h"

#include "import/import.h"

#include <string.h>

enum argument_kind argument_kind(const struct flag *flag)
{
    if (!flag->argument)
        return ARGUMENT_NONE;
    if (flag->kind == FLAG_FORMAT || flag->kind == FLAG_CHOICE || flag->kind == FLAG_WORD)
        return ARGUMENT_WORD;
    if (strstr(flag->argument, "FOLDER"))
        return ARGUMENT_FOLDER;
    return strstr(flag->argument, "FILE") || strstr(flag->argument, "PATH|") ? ARGUMENT_FILE
                                                                             : ARGUMENT_TEXT;
}

enum argument_kind operand_kind(const struct command_entry *entry)
{
    if (entry->operands_max == 0)
        return ARGUMENT_NONE;
    if (strstr(entry->usage, "DIR"))
        return ARGUMENT_FOLDER;
    return strstr(entry->usage, "PATH") ? ARGUMENT_FILE : ARGUMENT_TEXT;
}

static void write_formats(FILE *out)
{
    for (size_t i = 0; i < import_format_count; i++)
        fprintf(out, "%s%s", i > 0 ? " " : "", import_formats[i]->name);
}

void argument_words_write(const struct flag *flag, FILE *out)
{
    if (flag->kind == FLAG_FORMAT) {
        write_formats(out);
        return;
    }
    for (const char *c = flag->argument; *c; c++)
        if (!strchr("[=]", *c))
            fputc(*c == '|' ? ' ' : *c, out);
}

/* Reports whether the part of a text that a summary has ends here. */
static bool ends_summary(const char *text)
{
    return *text == '\0' || *text == ';' || (*text == ':' && (text[1] == ' ' || text[1] == '\n'));
}

void flag_summary(const struct flag *flag, char summary[SUMMARY_BYTES])
{
    size_t length = 0;
    for (const char *text = flag->documentation; !ends_summary(text); text++) {
        if (*text == ',' && length > 0 && summary[length - 1] == ' ')
            length--;
        if (*text == '(')
            text += strcspn(text, ")");
        else if (*text != '\n' && *text != ' ')
            summary[length++] = *text;
        else if (length > 0 && summary[length - 1] != ' ')
            summary[length++] = ' ';
        if (*text == '\0' || length == SUMMARY_BYTES - 1)
            break;
    }
    /* A word that is cut off is left out. */
    if (length == SUMMARY_BYTES - 1)
        while (length > 0 && summary[length - 1] != ' ')
            length--;
    while (length > 0 && strchr(" ,", summary[length - 1]))
        length--;
    summary[length] = '\0';
}

size_t commands_write(enum argument_kind kind, const char *separator, FILE *out)
{
    size_t count = 0;
    for (size_t i = 0; i < command_table_size; i++)
        if (operand_kind(&command_table[i]) == kind)
            fprintf(out, "%s%s", count++ > 0 ? separator : "", command_table[i].name);
    return count;
}
