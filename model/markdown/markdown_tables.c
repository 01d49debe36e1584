/* Tables that the parser does not take as such, but people mean: directly below a line of text,
 * whose continuation CommonMark makes of them, a blank line goes between both; short dashes below
 * the head are made longer, as md4c 0.4 needs three for each column. */
#include "markdown/markdown_private.h"

#include <stdlib.h>
#include <string.h>

enum {
    DASHES_MIN = 3 /* of a column */
};

struct lines {
    const char *at, *end;
    const char *line; /* the last line that was taken, without its end and its indentation */
    size_t length;
    bool text;  /* true if it is text, not a row */
    bool code;  /* true within a block of code */
    bool table; /* true within a table */
};

/* A table that is to be changed. */
struct table {
    const char *head;      /* the beginning of the line of its head */
    bool below_text;       /* true if a blank line goes above it */
    const char *underline; /* the line below its head */
    size_t length;         /* of the underline */
    size_t missing;        /* dashes of the underline */
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

/* Reports whether a line may be the head of a table, or the line below it. */
static bool has_columns(const struct lines *lines)
{
    return lines->length && memchr(lines->line, '|', lines->length);
}

/* Reports whether a line is the one below the head of a table: "|---|:--:|", "--|--", but not "-
 * |", an entry of a list. */
static bool is_underline(const struct lines *lines)
{
    size_t dashes = 0;
    for (size_t i = 0; i < lines->length; i++) {
        if (!strchr("|:- \t", lines->line[i]))
            return false;
        dashes += lines->line[i] == '-';
    }
    return dashes && has_columns(lines) && (begins_row(lines) || !strchr(" \t", lines->line[1]));
}

/* Copies an underline to `out`, unless that is NULL, with at least DASHES_MIN dashes for each
 * column. Returns the number of dashes that were missing. */
static size_t lengthen(const char *line, size_t length, char *out)
{
    size_t missing = 0, run = 0;
    for (size_t i = 0; i <= length; i++) {
        const bool dash = i < length && line[i] == '-';
        for (; !dash && run && run < DASHES_MIN; run++, missing++)
            if (out)
                *out++ = '-';
        run = dash ? run + 1 : 0;
        if (out && i < length)
            *out++ = line[i];
    }
    return missing;
}

/* Reports whether a line begins or ends a block of code. */
static bool is_fence(const struct lines *lines)
{
    return lines->length >= 3 &&
           (!strncmp(lines->line, "```", 3) || !strncmp(lines->line, "~~~", 3));
}

/* Finds the next table that must be changed, from *lines on. Returns false at the end. */
static bool next_table(struct lines *lines, struct table *ret_table)
{
    while (true) {
        const char *const start = lines->at;
        if (!next_line(lines))
            return false;
        struct lines below = *lines;
        const bool row = begins_row(lines);
        const bool head =
            !lines->code && has_columns(lines) && next_line(&below) && is_underline(&below);
        *ret_table = (struct table){start, head && row && lines->text, below.line, below.length, 0};
        if (head && (ret_table->below_text || !lines->table))
            ret_table->missing = lengthen(below.line, below.length, NULL);
        lines->code ^= is_fence(lines);
        lines->text = lines->length && !row && !head;
        lines->table = lines->length && (lines->table || head);
        if (ret_table->below_text || ret_table->missing)
            return true;
    }
}

bool markdown_mend_tables(const char *bytes, size_t length, char **ret_copy, size_t *ret_length)
{
    const struct lines all = {.at = bytes, .end = bytes + length};
    struct lines lines = all;
    struct table table;
    size_t added = 0;
    *ret_copy = NULL;
    while (next_table(&lines, &table))
        added += table.below_text + table.missing;
    if (!added)
        return true;
    char *copy = malloc(length + added), *to = copy;
    if (!copy)
        return false;
    const char *from = bytes;
    lines = all;
    while (next_table(&lines, &table)) {
        memcpy(to, from, (size_t)(table.head - from));
        to += table.head - from;
        if (table.below_text)
            *to++ = '\r'; /* ends a line, and is not counted as one */
        memcpy(to, table.head, (size_t)(table.underline - table.head));
        to += table.underline - table.head;
        lengthen(table.underline, table.length, to);
        to += table.length + table.missing;
        from = table.underline + table.length;
    }
    memcpy(to, from, (size_t)(bytes + length - from));
    *ret_copy = copy;
    *ret_length = length + added;
    return true;
}
