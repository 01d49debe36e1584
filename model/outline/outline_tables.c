/* Tables of items: "Item | Discussion | Decision | Action". */
#include "actions/action.h"
#include "base/array.h"
#include "outline/outline.h"
#include "phrases/pattern.h"
#include "wording/words.h"

#include <stdlib.h>
#include <string.h>

enum {
    COLUMNS_MAX = 8,
    ITEM_LEVEL = 5, /* of the headings made from titles */
    PART_LEVEL = 6  /* of the headings above decisions and actions */
};

/* The numbers of the tables of actions that a table of items is divided into begin here. */
#define DIVIDED_TABLE 0x80000000u

/* The contents of a column. */
enum column {
    COLUMN_OTHER,
    COLUMN_NUMBER,
    COLUMN_TITLE,
    COLUMN_TEXT,
    COLUMN_DECISION,
    COLUMN_VOTE, /* on the decision in the column before it */
    COLUMN_ACTION,
    COLUMN_OF_ACTION /* the owner, due date or state of the action in the column before it */
};

struct cells {
    struct text_span list[COLUMNS_MAX];
    size_t count;
};

/* The lines that replace those of the document. */
struct divided_lines {
    struct markdown *markdown;
    struct markdown_line *list;
    size_t count, capacity;
    uint32_t block, entry_list; /* the last numbers given */
    bool out_of_memory;
};

/* The table that is being divided. */
struct item_table {
    struct cells head;
    enum column columns[COLUMNS_MAX];
    uint32_t id; /* 0 if it is not a table of items */
};

static void read_cells(const struct markdown *markdown, size_t line, struct cells *ret)
{
    const struct text_span row = markdown_text(markdown, line, line + 1);
    ret->count = 0;
    for (size_t at = 0, end; at <= row.length; at = end + 1) {
        end = text_span_find(row, at, "\t");
        if (ret->count == COLUMNS_MAX) {
            ret->count = 0; /* too many */
            return;
        }
        ret->list[ret->count++] = text_span_trim(text_span_part(row, at, end));
    }
}

static enum column column_of(struct text_span head)
{
    static const struct {
        enum words_class words;
        enum column column;
    } classes[] = {{WORDS_ITEM_PREFIX, COLUMN_TITLE},   {WORDS_AGENDA, COLUMN_TITLE},
                   {WORDS_CONCLUSION, COLUMN_DECISION}, {WORDS_PART, COLUMN_TEXT},
                   {WORDS_MINUTES, COLUMN_TEXT},        {WORDS_SUMMARY, COLUMN_TEXT}};
    if (!head.length || (head.length == 1 && *head.text == '#') || pattern_is(PATTERN_NUMBER, head))
        return COLUMN_NUMBER;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (words_is(classes[i].words, head.text, head.length))
            return classes[i].column;
    const enum action_zone zone = action_zone_of(head);
    if (zone == ACTION_ZONE_ACTIONS || zone == ACTION_ZONE_STEPS)
        return COLUMN_ACTION;
    const enum action_column column = action_column_of(head);
    return column == ACTION_COLUMN_OWNER || column == ACTION_COLUMN_DUE ||
                   column == ACTION_COLUMN_STATUS
               ? COLUMN_OF_ACTION
               : COLUMN_OTHER;
}

/* Reads the head of a table. Its id stays 0 unless it has one column of titles, a column of texts
 * or decisions, and no unknown column. */
static void begin_table(const struct markdown *markdown, size_t line, struct item_table *table)
{
    size_t counts[COLUMN_OF_ACTION + 1] = {0};
    *table = (struct item_table){0};
    read_cells(markdown, line, &table->head);
    for (size_t i = 0; i < table->head.count; i++) {
        table->columns[i] = column_of(table->head.list[i]);
        if (table->columns[i] == COLUMN_OF_ACTION && (!i || table->columns[i - 1] < COLUMN_ACTION))
            table->columns[i] = COLUMN_OTHER;
        if (i && table->columns[i - 1] == COLUMN_DECISION &&
            words_is(WORDS_VOTE, table->head.list[i].text, table->head.list[i].length))
            table->columns[i] = COLUMN_VOTE;
        counts[table->columns[i]]++;
    }
    if (counts[COLUMN_TITLE] == 1 && !counts[COLUMN_OTHER] &&
        counts[COLUMN_TEXT] + counts[COLUMN_DECISION])
        table->id = markdown->lines[line].table;
}

/* Adds a line. Returns NULL if out of memory. */
static struct markdown_line *add_line(struct divided_lines *lines, const struct markdown_line *line)
{
    struct markdown_line *list =
        array_reserve(lines->list, &lines->capacity, lines->count + 1, sizeof *list);
    if (!list) {
        lines->out_of_memory = true;
        return NULL;
    }
    lines->list = list;
    list[lines->count] = *line;
    return &list[lines->count++];
}

/* Adds a cell of a row as a line of its own. Returns NULL if out of memory. */
static struct markdown_line *add_cell(struct divided_lines *lines, const struct markdown_line *row,
                                      struct text_span cell, enum markdown_form form,
                                      unsigned level)
{
    const struct markdown_line line = {
        .start = (size_t)(cell.text - lines->markdown->text.bytes),
        .length = cell.length,
        .form = form,
        .line = row->line,
        .last_line = row->last_line,
        .level = level,
        .block = ++lines->block,
    };
    return add_line(lines, &line);
}

/* Reports whether a cell is empty, or says "none". */
static bool is_nothing(struct text_span cell)
{
    cell = text_span_strip(cell, "-. ");
    return !cell.length || words_is(WORDS_NONE, cell.text, cell.length);
}

/* Adds the title of a row, with the number in the cell before it. Returns false if it has none. */
static bool add_title(struct divided_lines *lines, const struct item_table *table,
                      const struct markdown_line *row, const struct cells *cells)
{
    for (size_t i = 0; i < cells->count; i++) {
        struct text_span title = cells->list[i];
        if (table->columns[i] != COLUMN_TITLE || !title.length)
            continue;
        const struct text_span number = i ? cells->list[i - 1] : (struct text_span){0};
        if (i && table->columns[i - 1] == COLUMN_NUMBER && number.length) {
            title.length += (size_t)(title.text - number.text);
            title.text = number.text;
        }
        add_cell(lines, row, title, MARKDOWN_HEADING, ITEM_LEVEL);
        return true;
    }
    return false;
}

/* Returns the cells from `from` to before `end`, which are side by side, as one text. */
static struct text_span cells_between(const struct cells *cells, size_t from, size_t end)
{
    const struct text_span first = cells->list[from], last = cells->list[end - 1];
    return (struct text_span){first.text, (size_t)(last.text + last.length - first.text)};
}

/* Adds a cell of a row and those of a kind of column after it as a table with one row: an action,
 * its owner and its due date, or a decision and the vote on it. Returns false if it has no such
 * cells after it. */
static bool add_table_row(struct divided_lines *lines, const struct item_table *table,
                          const struct markdown_line *row, const struct cells *cells, size_t at,
                          enum column beside)
{
    size_t end = at + 1;
    while (end < cells->count && table->columns[end] == beside)
        end++;
    if (end == at + 1 || (beside == COLUMN_VOTE && is_nothing(cells->list[at + 1])))
        return false;
    const uint32_t id = DIVIDED_TABLE + (uint32_t)lines->count;
    struct markdown_line *head =
        add_cell(lines, row, cells_between(&table->head, at, end), MARKDOWN_ROW, 0);
    if (head) {
        head->table = id;
        head->head = true;
    }
    struct markdown_line *action =
        add_cell(lines, row, cells_between(cells, at, end), MARKDOWN_ROW, 0);
    if (action)
        action->table = id;
    return true;
}

/* Reports whether a row has a cell with its decision. */
static bool has_decision(const struct item_table *table, const struct cells *cells)
{
    for (size_t i = 0; i < cells->count; i++)
        if (table->columns[i] == COLUMN_DECISION && !is_nothing(cells->list[i]))
            return true;
    return false;
}

/* Adds the texts of a row, then its decisions and its actions, each below the name of its column.
 */
static void add_texts(struct divided_lines *lines, const struct item_table *table,
                      const struct markdown_line *row, const struct cells *cells)
{
    const bool decided = has_decision(table, cells);
    for (enum column column = COLUMN_TEXT; column <= COLUMN_ACTION; column++)
        for (size_t i = 0; i < cells->count; i++) {
            if (table->columns[i] != column || is_nothing(cells->list[i]))
                continue;
            if (column == COLUMN_VOTE || (column == COLUMN_DECISION &&
                                          add_table_row(lines, table, row, cells, i, COLUMN_VOTE)))
                continue;
            if (column != COLUMN_TEXT)
                add_cell(lines, row, table->head.list[i], MARKDOWN_HEADING, PART_LEVEL);
            if (column == COLUMN_ACTION &&
                add_table_row(lines, table, row, cells, i, COLUMN_OF_ACTION))
                continue;
            struct markdown_line *line =
                add_cell(lines, row, cells->list[i], MARKDOWN_PARAGRAPH, 0);
            if (line)
                line->told = column == COLUMN_TEXT && decided;
            if (!line || column != COLUMN_ACTION)
                continue;
            line->entry = true;
            line->depth = 1;
            line->list = ++lines->entry_list;
        }
}

/* Adds the lines of a row of a table of items. */
static void add_row(struct divided_lines *lines, const struct item_table *table, size_t at)
{
    struct cells cells;
    const struct markdown_line *row = &lines->markdown->lines[at];
    read_cells(lines->markdown, at, &cells);
    if (cells.count > table->head.count || !add_title(lines, table, row, &cells))
        add_line(lines, row);
    else
        add_texts(lines, table, row, &cells);
}

/* Reports whether a document has a table of items. */
static bool has_item_table(const struct markdown *markdown)
{
    struct item_table table = {0};
    for (size_t i = 0; i < markdown->count && !table.id; i++)
        if (markdown->lines[i].head)
            begin_table(markdown, i, &table);
    return table.id > 0;
}

void outline_divide_tables(struct markdown *markdown)
{
    struct divided_lines lines = {.markdown = markdown};
    struct item_table table = {0};
    if (!has_item_table(markdown))
        return;
    for (size_t i = 0; i < markdown->count; i++) {
        const struct markdown_line *line = &markdown->lines[i];
        lines.block = line->block > lines.block ? line->block : lines.block;
        lines.entry_list = line->list > lines.entry_list ? line->list : lines.entry_list;
    }
    for (size_t i = 0; i < markdown->count && !lines.out_of_memory; i++) {
        const struct markdown_line *line = &markdown->lines[i];
        if (line->head)
            begin_table(markdown, i, &table);
        if (line->form != MARKDOWN_ROW || !table.id || line->table != table.id)
            add_line(&lines, line);
        else if (!line->head)
            add_row(&lines, &table, i);
    }
    if (lines.out_of_memory) {
        markdown->out_of_memory = true;
        free(lines.list);
        return;
    }
    free(markdown->lines);
    markdown->lines = lines.list;
    markdown->count = lines.count;
    markdown->capacity = lines.capacity;
}
