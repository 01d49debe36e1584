#include "outcomes/action_private.h"

#include "phrases/pattern.h"
#include "phrases/word_class.h"

enum action_column action_column_of(struct text_span header)
{
    static const struct {
        enum words_pattern pattern;
        enum action_column column;
    } columns[] = {
        {PATTERN_ACTION_NUMBER_COLUMN, ACTION_COLUMN_NUMBER},
        {PATTERN_ACTION_OWNER_COLUMN, ACTION_COLUMN_OWNER},
        {PATTERN_ACTION_DUE_COLUMN, ACTION_COLUMN_DUE},
        {PATTERN_ACTION_STATUS_COLUMN, ACTION_COLUMN_STATUS},
        {PATTERN_ACTION_TEXT_COLUMN, ACTION_COLUMN_TEXT},
    };
    struct sentence sentence;
    sentence_read_all(header, &sentence);
    if (sentence.count == 0)
        return ACTION_COLUMN_OTHER;
    if (sentence.count > 4 || pattern_is_in(PATTERN_NOTES_COLUMN, &sentence))
        return ACTION_COLUMN_OTHER;
    if (pattern_at(PATTERN_ACTION_ITEM_COLUMN, &sentence, 0))
        return ACTION_COLUMN_TEXT;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (pattern_is_in(columns[i].pattern, &sentence))
            return columns[i].column;
    return ACTION_COLUMN_OTHER;
}

/* Reports whether a cell is empty, or has a dash for nothing: "\xe2\x80\x93". */
static bool is_empty(struct text_span cell)
{
    for (size_t i = 0; i < cell.length; i++) {
        const struct text_span rest = text_span_part(cell, i, cell.length);
        if (text_span_begins(rest, "\xe2\x80\x93") || text_span_begins(rest, "\xe2\x80\x94"))
            i += 2;
        else if (!strchr("-./ ", cell.text[i]))
            return false;
    }
    return true;
}

bool action_read_row(const enum action_column *columns, const struct text_span *cells, size_t count,
                     struct action *ret_action)
{
    struct action action = {.status = "open", .rule = "X3"};
    struct text_span owner = {NULL, 0};
    for (size_t i = 0; i < count; i++) {
        const struct text_span cell = text_span_trim(cells[i]);
        if (is_empty(cell))
            continue;
        if (columns[i] == ACTION_COLUMN_TEXT && !action.text.length) {
            action.text = cell;
        } else if (columns[i] == ACTION_COLUMN_NUMBER) {
            action.number = text_span_strip(cell, "#.");
        } else if (columns[i] == ACTION_COLUMN_OWNER) {
            owner = cell;
        } else if (columns[i] == ACTION_COLUMN_DUE) {
            if (span_is(WORDS_DONE, cell) || span_is(WORDS_DROPPED, cell))
                action.status = action_state_of(cell);
            else
                action_read_due_cell(cell, &action);
        } else if (columns[i] == ACTION_COLUMN_STATUS && action_state_of(cell)) {
            action.status = action_state_of(cell);
        }
    }
    if (!action.text.length)
        return false;
    if (owner.length && !action_owners_read(owner, &action))
        action.owners[action.owner_count++] = owner;
    *ret_action = action;
    return true;
}
