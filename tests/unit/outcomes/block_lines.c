#include "block_lines.h"

#include "unit/outcomes/listed_decisions.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum {
    LINES_MAX = 128
};

/* Reads the marks that say how a block is read. Returns the rest of the line. */
static char *read_flags(char *line, struct decision_block *block)
{
    static const char marks[] = "!~%^&=";
    bool *const flags[] = {&block->struck, &block->narrative, &block->taken,
                           &block->listed, &block->joined,    &block->headed};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (*line == marks[i]) {
            *flags[i] = true;
            line++;
        }
    return line;
}

/* Puts a tab between the cells of a row. */
static void divide_cells(char *row)
{
    char *to = row;
    for (const char *from = row; *from; to++)
        if (!strncmp(from, " | ", 3)) {
            *to = '\t';
            from += 3;
        } else
            *to = *from++;
    *to = 0;
}

/* Reads the mark of the form of a block. Returns the rest of the line. */
static char *read_form(char *line, struct decision_block *block)
{
    const size_t dashes = strspn(line, "-");
    if (!strncmp(line, "# ", 2)) {
        block->form = BLOCK_HEADING;
        return line + 2;
    }
    if (dashes && line[dashes] == ' ') {
        block->form = BLOCK_ENTRY;
        block->depth = (unsigned)dashes;
        return line + dashes + 1;
    }
    if (!strncmp(line, "| ", 2)) {
        block->form = BLOCK_ROW;
        divide_cells(line + 2);
        return line + 2;
    }
    block->bold = !strncmp(line, "**", 2);
    return line + (block->bold ? 2 : 0);
}

static struct decision_block block_of(char *line)
{
    struct decision_block block = {0};
    if (!strcmp(line, "---"))
        return (struct decision_block){.form = BLOCK_RULE, .text = {line, 0}};
    line = read_form(read_flags(line, &block), &block);
    char *end = strchr(line, ']');
    if (*line == '[' && end && end[1] == ' ') {
        *end = 0;
        block.speaker = text_span_of(line + 1);
        line = end + 2;
    }
    block.text = text_span_of(line);
    block.line = strcspn(line, "\v");
    if (line[block.line])
        line[block.line] = '\n';
    return block;
}

void describe_blocks(const char *lines, char *found, size_t size)
{
    char copy[4096];
    struct decision_block blocks[LINES_MAX];
    struct decisions decisions = {0};
    struct listing out = {0};
    size_t count = 0;
    unsigned table = 0;
    snprintf(copy, sizeof copy, "%s", lines);
    for (char *line = strtok(copy, "\n"); line; line = strtok(NULL, "\n")) {
        cr_assert_lt(count, (size_t)LINES_MAX);
        blocks[count] = block_of(line);
        if (blocks[count].form == BLOCK_ROW) {
            table += !count || blocks[count - 1].form != BLOCK_ROW;
            blocks[count].table = table;
        }
        count++;
    }
    cr_assert(decisions_read(blocks, count, &decisions));
    list_decisions(&decisions, &out);
    decisions_finish(&decisions);
    snprintf(found, size, "%s", out.text);
}
