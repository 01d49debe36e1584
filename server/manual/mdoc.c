#include "manual/mdoc.h"

#include <stdbool.h>
#include <string.h>

enum {
    LINE_MAX_BYTES = 72
};

static const char *escape_of(char c)
{
    switch (c) {
    case '\\':
        return "\\e";
    case '-':
        return "\\-";
    case '\'':
        return "\\(aq";
    case '`':
        return "\\(ga";
    case '~':
        return "\\(ti";
    case '^':
        return "\\(ha";
    case '"':
        return "\\(dq";
    default:
        return NULL;
    }
}

void mdoc_escape(const char *text, size_t size, FILE *out)
{
    if (size > 0 && *text == '.')
        fputs("\\&", out);
    for (size_t i = 0; i < size; i++) {
        const char *escape = escape_of(text[i]);
        if (escape)
            fputs(escape, out);
        else
            fputc(text[i], out);
    }
}

void mdoc_text(const char *text, FILE *out)
{
    size_t column = 0;
    for (const char *word = text + strspn(text, " \n"); *word; word += strspn(word, " \n")) {
        const size_t size = strcspn(word, " \n");
        if (column > 0 && column + size > LINE_MAX_BYTES) {
            fputc('\n', out);
            column = 0;
        }
        if (column > 0)
            fputc(' ', out);
        mdoc_escape(word, size, out);
        column += size + 1;
        word += size;
        if (strchr(".?!", word[-1]) && *word) {
            fputc('\n', out);
            column = 0;
        }
    }
    fputc('\n', out);
}

void mdoc_usage(const char *usage, FILE *out)
{
    const char *macro = "Cm";
    for (const char *word = usage; *word; word += strspn(word, " ")) {
        const size_t size = strcspn(word, " ");
        const bool optional = *word == '[' && word[size - 1] == ']';
        fprintf(out, "%s%s%s ", word == usage ? "" : " ", optional ? "Oo " : "", macro);
        mdoc_escape(word + optional, size - (optional ? 2 : 0), out);
        if (optional)
            fputs(" Oc", out);
        macro = "Ar";
        word += size;
    }
}
