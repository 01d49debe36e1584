/* Tables directly below a line of text. CommonMark with tables takes their rows as the text of that
 * line, but people mean a table: a blank line goes between them. */
#include "markdown/markdown_private.h"

#include <stdlib.h>
#include <string.h>

struct lines {
    const char *at, *end;
    const char *line; /* the last line that was taken, without its end and its indentation */
    size_t length;
};

/* Takes the next line. Returns false at the end. */
static bool next_line(struct lines *lines)
{
    if (lines->at >= lines->end)
        return false;
    const char *feed = memchr(lines->at, '\n', (size_t)(lines->end - lines->at));
    const char *stop = feed ? feed : lines->end;
    lines->line = lines->at;
    lines->at = feed ? feed + 1 : lines->end;
    while (lines->line < stop && (*lines->line == ' ' || *lines->line == '\t'))
        lines->line++;
    while (stop > lines->line && (stop[-1] == ' ' || stop[-1] == '\t' || stop[-1] == '\r'))
        stop--;
    lines->length = (size_t)(stop - lines->line);
    return true;
}

static bool begins_row(const struct lines *lines)
{
    return lines->length && *lines->line == '|';
}

/* Reports whether a line is the one below the head of a table: "|---|:--:|". */
static bool is_underline(const struct lines *lines)
{
    size_t dashes = 0;
    for (size_t i = 0; i < lines->length; i++) {
        if (!strchr("|:- \t", lines->line[i]))
            return false;
        dashes += lines->line[i] == '-';
    }
    return dashes && begins_row(lines);
}

/* Reports whether a line begins or ends a block of code. */
static bool is_fence(const struct lines *lines)
{
    return lines->length >= 3 &&
           (!strncmp(lines->line, "```", 3) || !strncmp(lines->line, "~~~", 3));
}

/* Finds the next table directly below a line of text, from *lines on. Returns the beginning of the
 * line of its head, or NULL. *code is true within a block of code. */
static const char *next_table(struct lines *lines, bool *text, bool *code)
{
    while (true) {
        const char *const start = lines->at;
        if (!next_line(lines))
            return NULL;
        const bool row = begins_row(lines);
        struct lines below = *lines;
        const bool found = *text && row && !*code && next_line(&below) && is_underline(&below);
        *code ^= is_fence(lines);
        *text = lines->length && !row;
        if (found)
            return start;
    }
}

bool markdown_divide_tables(const char *bytes, size_t length, char **ret_copy, size_t *ret_length)
{
    struct lines lines = {.at = bytes, .end = bytes + length};
    bool text = false, code = false;
    size_t count = 0, written = 0;
    const char *from = bytes, *table;
    *ret_copy = NULL;
    while (next_table(&lines, &text, &code))
        count++;
    if (!count)
        return true;
    char *copy = malloc(length + count);
    if (!copy)
        return false;
    lines.at = bytes;
    text = code = false;
    while ((table = next_table(&lines, &text, &code)) != NULL) {
        memcpy(copy + written, from, (size_t)(table - from));
        written += (size_t)(table - from);
        copy[written++] = '\r'; /* ends a line, and is not counted as one */
        from = table;
    }
    memcpy(copy + written, from, (size_t)(bytes + length - from));
    *ret_copy = copy;
    *ret_length = length + count;
    return true;
}
