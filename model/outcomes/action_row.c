#include "outcomes/action.h"

#include "phrases/sentence.h"
#include "phrases/word_class.h"

enum action_column action_column_of(struct text_span header)
{
    static const struct {
        const char *pattern;
        enum action_column column;
    } columns[] = {
        {"#|number|no|nr|id", ACTION_COLUMN_NUMBER},
        {"owner|owners|who|assignee|assigned|responsible|person|wer|verantwortlich*|zustandig|qui|"
         "responsable|quien|lead|champion",
         ACTION_COLUMN_OWNER},
        {"due|deadline|when|frist|bis|fallig|wann|echeance|delai|fecha|plazo|date",
         ACTION_COLUMN_DUE},
        {"status|state|done|stand|statut|etat|estado|progress", ACTION_COLUMN_STATUS},
        {"action|actions|task|tasks|todo|to-do|item|description|what|aufgabe*|massnahme*|was|tache*"
         "|"
         "quoi|accion*|tarea*|que",
         ACTION_COLUMN_TEXT},
    };
    struct sentence sentence;
    size_t at;
    sentence_read_all(header, &sentence);
    if (sentence.count == 0)
        return text_matches(header, "#") ? ACTION_COLUMN_NUMBER : ACTION_COLUMN_OTHER;
    if (sentence.count > 4 || sentence_find(&sentence, 0, "notes|notizen|notas|notes", &at))
        return ACTION_COLUMN_OTHER;
    if (sentence_match(&sentence, 0, "action|task item|items|description"))
        return ACTION_COLUMN_TEXT;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (sentence_find(&sentence, 0, columns[i].pattern, &at))
            return columns[i].column;
    return ACTION_COLUMN_OTHER;
}

bool action_read_row(const enum action_column *columns, const struct text_span *cells, size_t count,
                     struct action *ret_action)
{
    struct action action = {.status = "open", .rule = "X3"};
    struct text_span owner = {NULL, 0};
    for (size_t i = 0; i < count; i++) {
        const struct text_span cell = text_span_trim(cells[i]);
        if (!cell.length)
            continue;
        if (columns[i] == ACTION_COLUMN_TEXT && !action.text.length) {
            action.text = cell;
        } else if (columns[i] == ACTION_COLUMN_NUMBER) {
            action.number = text_span_strip(cell, "#.");
        } else if (columns[i] == ACTION_COLUMN_OWNER) {
            owner = cell;
        } else if (columns[i] == ACTION_COLUMN_DUE) {
            action.due_text = cell;
            phrase_date_find(cell, 0, DATE_ORDER_UNKNOWN, &action.due);
        } else if (columns[i] == ACTION_COLUMN_STATUS && span_has(WORDS_DONE, cell)) {
            action.status = "done";
        }
    }
    if (!action.text.length)
        return false;
    if (owner.length && !action_owners_read(owner, &action))
        action.owners[action.owner_count++] = owner;
    *ret_action = action;
    return true;
}
