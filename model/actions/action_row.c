/* What an action says in parts: in the cells of a row, or after labels such as "Owner: N",
 * "Verantwortlich: N", "Échéance : 3 mai" (X3, X6). */
#include "actions/action_private.h"

#include "phrases/pattern.h"
#include "phrases/word_class.h"

enum {
    LABEL_BYTES_MAX = 40, /* of a label */
    LABEL_WORDS_MAX = 4,
    DUE_BYTES_MAX = 60 /* of the words that say when an action is due */
};

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

/* A label and the text after its colon. */
struct action_field {
    enum action_column column;
    size_t start, value; /* offsets */
};

static enum action_column column_of(struct text_span label)
{
    static const struct {
        enum words_pattern pattern;
        enum action_column column;
    } labels[] = {
        {PATTERN_ACTION_OWNER_LABEL, ACTION_COLUMN_OWNER},
        {PATTERN_ACTION_DUE_LABEL, ACTION_COLUMN_DUE},
        {PATTERN_ACTION_STATUS_COLUMN, ACTION_COLUMN_STATUS},
    };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (pattern_is(labels[i].pattern, label))
            return labels[i].column;
    return ACTION_COLUMN_OTHER;
}

/* Reports whether a label may begin at a word: at the beginning of the text, after a mark, or with
 * a capital. */
static bool may_begin(const struct sentence_word *word)
{
    return !word->start || word->upper || word->before != ' ';
}

/* Reads the label before the colon at an offset: the longest one. Returns false if there is none.
 */
static bool label_before(struct text_span text, size_t colon, struct action_field *ret_field)
{
    const size_t from = colon > LABEL_BYTES_MAX ? colon - LABEL_BYTES_MAX : 0;
    struct sentence sentence;
    sentence_read_all(text_span_part(text, from, colon), &sentence);
    const size_t words = sentence.count < LABEL_WORDS_MAX ? sentence.count : LABEL_WORDS_MAX;
    for (size_t i = sentence.count - words; i < sentence.count; i++) {
        const size_t start = from + sentence.list[i].start;
        const enum action_column column = column_of(text_span_part(text, start, colon));
        if (column == ACTION_COLUMN_OTHER || !may_begin(&sentence.list[i]))
            continue;
        *ret_field = (struct action_field){column, start, colon + 1};
        return true;
    }
    return false;
}

/* Finds the next label from an offset on. Returns false if there is none. */
static bool find_field(struct text_span text, size_t from, struct action_field *ret_field)
{
    for (size_t colon = text_span_find(text, from, ":"); colon < text.length;
         colon = text_span_find(text, colon + 1, ":"))
        if ((colon + 1 == text.length || strchr(" \n\t*_", text.text[colon + 1])) &&
            label_before(text_span_part(text, from, text.length), colon - from, ret_field)) {
            ret_field->start += from;
            ret_field->value += from;
            return true;
        }
    return false;
}

/* Reads the text after a label. Returns false if it is not what the label announces. */
static bool read_value(enum action_column column, struct text_span value, struct action *action)
{
    const struct text_span pointed = text_span_strip(value, ",;|()*_-"); /* "12.06." */
    value = text_span_strip(value, ".,;|()*_-");
    if (column == ACTION_COLUMN_OWNER) {
        action->owner_count = 0; /* the label names them all */
        return action_owners_read(value, action);
    }
    if (!value.length || value.length > DUE_BYTES_MAX)
        return false;
    if (column == ACTION_COLUMN_DUE) {
        action_read_due_cell(pointed, action);
        action->due_text = value;
    } else if (action_state_of(value)) {
        action->status = action_state_of(value);
    }
    return true;
}

/* Reads the labels from the first one on, and the texts after them. Returns false, and leaves the
 * action as it is, if there is none, or one is not followed by what it announces. */
static bool read_fields(struct text_span text, struct action *action, size_t *ret_start)
{
    struct action found = *action;
    struct action_field field, next;
    if (!find_field(text, 0, &field))
        return false;
    *ret_start = field.start;
    for (bool more = true; more; field = next) {
        more = find_field(text, field.value, &next);
        const size_t end = more ? next.start : text.length;
        if (!read_value(field.column, text_span_part(text, field.value, end), &found))
            return false;
    }
    *action = found;
    return true;
}

void action_cut_fields(struct action *action)
{
    size_t start;
    struct action found = *action;
    if (!read_fields(action->text, &found, &start))
        return;
    found.text = text_span_strip(text_span_part(action->text, 0, start), ",;(|*_-");
    if (found.text.length)
        *action = found;
}

bool action_read_fields(struct text_span text, struct action *action)
{
    size_t start;
    struct action found = *action;
    text = text_span_strip(text, "*_-(");
    if (!read_fields(text, &found, &start) || start)
        return false;
    *action = found;
    return true;
}
