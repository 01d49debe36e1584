#include "draft/draft_margin.h"

#include "draft/draft.h"
#include "draft/draft_private.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Lines and what they became. */
struct margin_mark {
    struct line_span lines;
    const char *what;
    const char *rule; /* may be NULL */
};

/* The marks of all lines of a source. */
struct margin {
    struct margin_mark *marks; /* those with the fewest lines first */
    size_t mark_count;
    size_t line_count;
    uint32_t *marked; /* for each line, from 1: the number of its mark plus 1; 0 for nothing */
    uint32_t *next;   /* for each line: a line from it on that may have no mark yet */
};

static size_t margin_count_lines(const struct draft_source *source)
{
    size_t lines = 0;
    for (size_t i = 0; i < source->length; i++)
        lines += source->bytes[i] == '\n';
    return lines + (source->length > 0 && source->bytes[source->length - 1] != '\n');
}

static size_t margin_count_marks(const struct draft *draft)
{
    size_t count = draft->explanations.count + draft->text.record_count + 1;
    for (size_t i = 0; i < TYPE_COUNT; i++)
        for (size_t j = 0; j < draft->entries[i].count; j++)
            count += draft->entries[i].at[j].line_count;
    return count;
}

static void margin_add(struct margin *margin, struct line_span lines, const char *what,
                       const char *rule)
{
    if (lines.first && lines.first <= lines.last && lines.last <= margin->line_count)
        margin->marks[margin->mark_count++] = (struct margin_mark){lines, what, rule};
}

static bool is_own_document(const struct draft *draft, const struct draft_entry *entry)
{
    const char *id = json_string_value(json_object_get(entry->object, "id"));
    return id && id == draft->document;
}

/* Returns the number of the first record after those of a type in a text, from 1. */
static size_t end_of_records(const struct draft_text *text, size_t first)
{
    size_t end = text->record_count + 1;
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (text->first_records[i] > first && text->first_records[i] < end)
            end = text->first_records[i];
    return end;
}

/* Adds the records of a text: each has the lines up to the next one. */
static void margin_add_text(struct margin *margin, const struct draft_text *text)
{
    const unsigned last = (unsigned)margin->line_count;
    if (text->text)
        margin_add(margin, (struct line_span){1, last}, "data file", NULL);
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const size_t first = text->first_records[i];
        const size_t end = first ? end_of_records(text, first) : 0;
        for (size_t j = first; j < end; j++)
            margin_add(margin, (struct line_span){text->record_lines[j - 1], last},
                       record_types[i]->name, NULL);
    }
}

static void margin_add_all(struct margin *margin, const struct draft *draft)
{
    margin_add_text(margin, &draft->text);
    for (size_t i = 0; i < draft->explanations.count; i++)
        margin_add(margin, draft->explanations.at[i].lines, draft->explanations.at[i].what,
                   draft->explanations.at[i].rule);
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        for (size_t j = 0; j < draft->entries[i].count; j++) {
            const struct draft_entry *entry = &draft->entries[i].at[j];
            for (size_t k = 0; k < entry->line_count && !is_own_document(draft, entry); k++)
                if (k >= 64 || !(entry->elsewhere >> k & 1))
                    margin_add(margin, entry->lines[k], record_types[i]->name, entry->rule);
        }
    }
}

/* Compares the records of marks that have the same lines. An organization comes last: the row of a
 * person may also name an organization. */
static int compare_records(const struct margin_mark *a, const struct margin_mark *b)
{
    const bool is_organization = !strcmp(a->what, organization_type.name);
    if (is_organization != !strcmp(b->what, organization_type.name))
        return is_organization ? 1 : -1;
    return strcmp(a->what, b->what);
}

/* Compares marks by their number of lines, then by their first line. */
static int compare_marks(const void *left, const void *right)
{
    const struct margin_mark *a = left, *b = right;
    const unsigned lines = a->lines.last - a->lines.first, others = b->lines.last - b->lines.first;
    if (lines != others)
        return lines < others ? -1 : 1;
    if (a->lines.first != b->lines.first)
        return a->lines.first < b->lines.first ? -1 : 1;
    const int what = compare_records(a, b);
    return what ? what : strcmp(a->rule ? a->rule : "", b->rule ? b->rule : "");
}

/* Returns the first line from `line` on that has no mark, and shortens the way to it. */
static uint32_t margin_next(struct margin *margin, uint32_t line)
{
    uint32_t end = line;
    while (margin->next[end] != end)
        end = margin->next[end];
    while (margin->next[line] != end) {
        const uint32_t after = margin->next[line];
        margin->next[line] = end;
        line = after;
    }
    return end;
}

static void margin_mark_lines(struct margin *margin)
{
    for (uint32_t line = 0; line <= margin->line_count + 1; line++)
        margin->next[line] = line;
    for (size_t i = 0; i < margin->mark_count; i++) {
        const struct line_span lines = margin->marks[i].lines;
        for (uint32_t line = margin_next(margin, lines.first); line <= lines.last;
             line = margin_next(margin, line)) {
            margin->marked[line] = (uint32_t)i + 1;
            margin->next[line] = line + 1;
        }
    }
}

static void margin_finish(struct margin *margin)
{
    free(margin->marks);
    free(margin->marked);
    free(margin->next);
}

/* Finds what each line became. Returns false, and needs no finish, if out of memory. */
static bool margin_init(struct margin *margin, const struct draft *draft)
{
    *margin = (struct margin){.line_count = margin_count_lines(draft->source)};
    margin->marks = calloc(margin_count_marks(draft) + 1, sizeof *margin->marks);
    margin->marked = calloc(margin->line_count + 2, sizeof *margin->marked);
    margin->next = calloc(margin->line_count + 2, sizeof *margin->next);
    if (!margin->marks || !margin->marked || !margin->next) {
        margin_finish(margin);
        return false;
    }
    margin_add_all(margin, draft);
    qsort(margin->marks, margin->mark_count, sizeof *margin->marks, compare_marks);
    margin_mark_lines(margin);
    return true;
}

/* Returns the number of marks that are the same as the mark at a position. */
static size_t margin_count_same(const struct margin *margin, size_t position)
{
    size_t count = 1;
    for (; position + count < margin->mark_count; count++)
        if (compare_marks(&margin->marks[position], &margin->marks[position + count]) != 0)
            break;
    return count;
}

static bool is_blank(const char *line, const char *end)
{
    while (line < end && strchr(" \t\r", *line))
        line++;
    return line == end;
}

/* Writes what a line became, such as "contribution S1" or "person A3 (4)". */
static void write_mark(const struct margin *margin, size_t line, bool blank, char text[64])
{
    const uint32_t marked = margin->marked[line];
    if (!marked) {
        snprintf(text, 64, "%s", blank ? "" : "-");
        return;
    }
    const struct margin_mark *mark = &margin->marks[marked - 1];
    const size_t same = margin_count_same(margin, marked - 1);
    int length = snprintf(text, 64, "%.30s%s%.12s", mark->what, mark->rule ? " " : "",
                          mark->rule ? mark->rule : "");
    if (same > 1)
        snprintf(text + length, 64 - (size_t)length, " (%zu)", same);
}

/* Appends a line without control characters, which could confuse a terminal. */
static void append_printable(struct buffer *out, const char *line, const char *end)
{
    while (end > line && end[-1] == '\r')
        end--;
    for (; line < end; line++)
        buffer_append_byte(out, (unsigned char)*line < ' ' && *line != '\t' ? '?'
                                : *line == 0x7f                             ? '?'
                                                                            : *line);
}

/* Returns the end of the line that begins at `line`. */
static const char *line_end(const char *line, const char *end)
{
    const char *feed = memchr(line, '\n', (size_t)(end - line));
    return feed ? feed : end;
}

size_t draft_count(const struct draft *draft, const struct record_type *type)
{
    const size_t first = draft->text.first_records[type->ordinal];
    const size_t written = first ? end_of_records(&draft->text, first) - first : 0;
    return draft->entries[type->ordinal].count + written;
}

bool draft_write_margin(const struct draft *draft, struct buffer *out)
{
    struct margin margin;
    if (!margin_init(&margin, draft))
        return false;
    const char *at = draft->source->bytes, *const end = at + draft->source->length;
    for (size_t line = 1; line <= margin.line_count; line++) {
        char mark[64], text[96];
        const char *const here = line_end(at, end);
        write_mark(&margin, line, is_blank(at, here), mark);
        const int length = snprintf(text, sizeof text, "%6zu  %-28s | ", line, mark);
        buffer_append(out, text, (size_t)length);
        append_printable(out, at, here);
        buffer_append_byte(out, '\n');
        at = here + 1;
    }
    margin_finish(&margin);
    return !out->failed;
}

bool draft_count_lost_lines(const struct draft *draft, unsigned from,
                            struct draft_lost_lines *ret_lost)
{
    struct margin margin;
    struct draft_lost_lines lost = {0};
    if (!margin_init(&margin, draft))
        return false;
    const char *at = draft->source->bytes, *const end = at + draft->source->length;
    for (size_t line = 1; line <= margin.line_count; line++) {
        const char *const here = line_end(at, end);
        const bool filled = line >= from && !is_blank(at, here);
        lost.of += filled;
        lost.count += filled && !margin.marked[line];
        if (lost.count && !lost.first)
            lost.first = (unsigned)line;
        at = here + 1;
    }
    margin_finish(&margin);
    *ret_lost = lost;
    return true;
}
