/* Actions, from the phrases of blocks and the rows of tables (3.9). */
#include "minutes/proceedings.h"

#include "phrases/sentence.h"
#include "wording/words.h"

#include <stdlib.h>

enum {
    ACTION_COLUMNS_MAX = 12,
    ACTION_REPEATS_MAX = 2000,
    SUBJECT_BYTES_MAX = 120, /* of an action in which its owner and verb are */
    SUBJECT_WORDS_MAX = 4
};

/* Returns the zone of a line as the grammar of phrases names it. */
static enum action_zone action_zone_of_line(const struct minutes *minutes, size_t line)
{
    switch (minutes->outline.lines[line].zone) {
    case ZONE_ACTIONS:
        return ACTION_ZONE_ACTIONS;
    case ZONE_STEPS:
        return ACTION_ZONE_STEPS;
    case ZONE_REVIEW:
        return ACTION_ZONE_REVIEW;
    default:
        return ACTION_ZONE_NONE;
    }
}

/* Adds the owners: people of the attendance, else the words of the source. */
static void add_owners(struct proceedings *proceedings, json_t *record, const struct action *action,
                       unsigned line)
{
    struct minutes *minutes = proceedings->minutes;
    bool all = true;
    for (size_t i = 0; i < action->owner_count; i++) {
        const uint32_t person =
            proceedings_person(proceedings, action->owners[i], false, NULL, "", line);
        if (person)
            draft_append(minutes->draft, record, "owners", attendance_reference(minutes, person));
        else
            all = false;
    }
    if (all || !action->owner_count)
        return;
    const struct text_span first = action->owners[0],
                           last = action->owners[action->owner_count - 1];
    if (last.text >= first.text)
        minutes_set(minutes, record, "owner_text",
                    (struct text_span){first.text, (size_t)(last.text + last.length - first.text)});
}

/* Adds the record of an action. */
static json_t *add_action(struct proceedings *proceedings, const struct action *action,
                          struct minutes_block *block)
{
    struct minutes *minutes = proceedings->minutes;
    char id[DRAFT_ID_BYTES], name[DRAFT_ID_BYTES] = "action-", digits[DRAFT_ID_BYTES];
    if (action->number.length && action->number.length < 20)
        draft_slug(minutes->draft, action->number.text, action->number.length, digits);
    else
        draft_hash(action->text.text, action->text.length, digits);
    memcpy(name + 7, digits, strlen(digits) < 40 ? strlen(digits) + 1 : 41);
    name[47] = '\0';
    draft_new_id(minutes->draft, &action_type, minutes->meeting_id, name, id);
    json_t *record = draft_add(minutes->draft, &action_type, id, block->lines, action->rule);
    minutes_set(minutes, record, "number", action->number);
    minutes_set(minutes, record, "text", action->text);
    proceedings_place(proceedings, record, block->line);
    add_owners(proceedings, record, action, block->lines.first);
    if (action->status)
        draft_set(minutes->draft, record, "status", json_string(action->status));
    struct phrase_date due = action->due;
    char edtf[PHRASE_DATE_BYTES];
    if (phrase_date_complete(&due, &minutes->date) &&
        (due.month < minutes->date.month ||
         (due.month == minutes->date.month && due.day && due.day < minutes->date.day)))
        due.year++; /* the day that comes next after the meeting */
    if (due.month && phrase_date_write(&due, edtf))
        draft_set(minutes->draft, record, "due_date", json_string(edtf));
    if (action->inferred)
        draft_infer(minutes->draft, record, "text");
    return record;
}

/* Finds the action that a list at the end repeats (V9). */
static json_t *find_repeated_action(const struct action *action, json_t *all)
{
    for (size_t i = 0; i < json_array_size(all) && i < ACTION_REPEATS_MAX; i++) {
        json_t *record = json_array_get(all, i);
        const json_t *number = json_object_get(record, "number");
        const json_t *text = json_object_get(record, "text");
        if (decision_is_repeated(text_span_of(number ? json_string_value(number) : ""),
                                 text_span_of(text ? json_string_value(text) : ""), action->number,
                                 action->text))
            return record;
    }
    return NULL;
}

/* The list of task items that was looked at last. */
struct checklist {
    size_t line; /* a line of it */
    bool plan;   /* true if its entries are no actions */
};

/* Reports whether task items at a line are a plan or questions, not tasks that somebody has (X4):
 * they are below a heading such as "New agenda items", or a sentence that ends in a colon
 * introduces their list. */
static bool is_checklist(const struct minutes *minutes, size_t line, struct checklist *last)
{
    const struct markdown_line *lines = minutes->markdown.lines;
    const uint32_t item = minutes->outline.lines[line].item;
    size_t above = line;
    while (above && lines[above].depth && above != last->line)
        above--;
    if (lines[above].depth && above == last->line) {
        last->line = line;
        return last->plan;
    }
    const struct text_span title =
        item ? minutes->outline.items[item - 1].title : (struct text_span){0};
    const struct text_span text = minutes_text(minutes, above, above + 1);
    const bool introduced = !lines[above].depth && lines[above].form == MARKDOWN_PARAGRAPH &&
                            text.length && text.text[text.length - 1] == ':' &&
                            !words_is(WORDS_ACTIONS, text.text, text.length);
    *last = (struct checklist){
        .line = line,
        .plan =
            introduced || (title.length && words_has(WORDS_CHECKLIST, title.text, title.length)),
    };
    return last->plan;
}

/* Reports whether an entry of a list of actions is nothing but an owner, whose tasks are the
 * entries of the list in it. */
static bool is_owner(struct proceedings *proceedings, const struct minutes_block *block,
                     const struct minutes_block *next)
{
    const struct minutes *minutes = proceedings->minutes;
    const struct markdown_line *lines = minutes->markdown.lines;
    struct action owner = {0};
    if (action_zone_of_line(minutes, block->line) != ACTION_ZONE_ACTIONS ||
        lines[block->line].depth != 1 || lines[next->line].depth != 2 ||
        !action_owners_read(text_span_strip(block->text, ":"), &owner) || !owner.owner_count)
        return false;
    for (size_t i = 0; i < owner.owner_count; i++)
        if (!roster_find(&proceedings->minutes->roster, owner.owners[i]).person)
            return false;
    return true;
}

/* Reports whether a verb or a comma is after the words of a sentence before `at`, which are a name.
 */
static bool ends_subject(const struct sentence *sentence, size_t at)
{
    const struct sentence_word *word = &sentence->list[at];
    const char *const start = sentence->text.text + word->start;
    return !word->upper &&
           (word->before == ',' ||
            (word->before == ' ' && words_may_be_verb(start, word->end - word->start)));
}

/* Makes a member with whose name the action begins its owner: "N calls the mayor", "N, call the
 * mayor" (X6). Returns false if it begins with none. */
static bool find_subject(struct proceedings *proceedings, struct action *action)
{
    struct roster *roster = &proceedings->minutes->roster;
    struct sentence sentence;
    const size_t length =
        action->text.length < SUBJECT_BYTES_MAX ? action->text.length : SUBJECT_BYTES_MAX;
    sentence_read_all(text_span_part(action->text, 0, length), &sentence);
    for (size_t at = 1; at < sentence.count && at <= SUBJECT_WORDS_MAX; at++) {
        if (!sentence.list[at - 1].upper)
            return false;
        if (!ends_subject(&sentence, at))
            continue;
        const struct text_span name =
            text_span_part(action->text, sentence.list[0].start, sentence.list[at - 1].end);
        const struct roster_match match = roster_find(roster, name);
        if (!match.person || match.other || match.form == ROSTER_INITIALS)
            return false;
        action->owners[action->owner_count++] = name;
        if (sentence.list[at].before == ',')
            action->text =
                text_span_part(action->text, sentence.list[at].start, action->text.length);
        return true;
    }
    return false;
}

/* Reads a block as an action, below an entry with its owner if it is `owned`. Returns false if it
 * is no action. */
static bool read_block(struct proceedings *proceedings, const struct minutes_block *block,
                       bool owned, struct checklist *last, struct action *ret_action)
{
    const struct minutes *minutes = proceedings->minutes;
    const struct markdown_line *line = &minutes->markdown.lines[block->line];
    const enum action_zone zone = action_zone_of_line(minutes, block->line);
    const bool nested = line->depth > 1 && zone != ACTION_ZONE_NONE && !line->checkbox && !owned;
    const bool labelled = block->voice && block->speech.text.length &&
                          *block->speech.text.text == '['; /* "N: [ACTION] text" */
    const struct action_block given = {
        .text = labelled ? block->speech.text : block->text,
        .zone = nested ? ACTION_ZONE_NONE : zone,
        .checkbox = line->checkbox,
        .checked = line->checked,
        .struck = line->struck,
        .bold = line->bold > 0,
        .list_without_owner = line->checkbox && is_checklist(minutes, block->line, last),
    };
    const bool read = action_read(&given, ret_action);
    if (read && !ret_action->owner_count && !ret_action->owner_open)
        find_subject(proceedings, ret_action);
    if (read || given.zone != ACTION_ZONE_STEPS)
        return read && ret_action->text.length;
    struct action_block step = given;
    step.zone = ACTION_ZONE_ACTIONS;
    if (!action_read(&step, ret_action) || !find_subject(proceedings, ret_action))
        return false;
    ret_action->rule = "X5"; /* nothing but the subject says that it is an action */
    ret_action->inferred = true;
    return true;
}

/* Divides a row into cells. */
static size_t row_cells(struct text_span row, struct text_span cells[ACTION_COLUMNS_MAX])
{
    size_t count = 0;
    for (size_t at = 0; at < row.length && count < ACTION_COLUMNS_MAX;) {
        const size_t tab = text_span_find(row, at, "\t");
        cells[count++] = text_span_trim(text_span_part(row, at, tab));
        at = tab + 1;
    }
    return count;
}

/* The table that is being read. */
struct action_table {
    uint32_t table;
    enum action_column columns[ACTION_COLUMNS_MAX];
    size_t count; /* 0 if the table has no actions */
};

/* Reads a row of a table as an action (X3). */
static bool read_row(const struct proceedings *proceedings, const struct minutes_block *block,
                     struct action_table *table, struct action *ret_action)
{
    const struct minutes *minutes = proceedings->minutes;
    const struct markdown_line *line = &minutes->markdown.lines[block->line];
    struct text_span cells[ACTION_COLUMNS_MAX];
    const size_t count = row_cells(block->text, cells);
    if (line->table != table->table) {
        bool text = false,
             others = action_zone_of_line(minutes, block->line) == ACTION_ZONE_ACTIONS;
        table->table = line->table;
        for (size_t i = 0; i < count; i++) {
            table->columns[i] = action_column_of(cells[i]);
            text |= table->columns[i] == ACTION_COLUMN_TEXT;
            others |= table->columns[i] != ACTION_COLUMN_TEXT &&
                      table->columns[i] != ACTION_COLUMN_OTHER &&
                      table->columns[i] != ACTION_COLUMN_NUMBER;
        }
        table->count = text && others ? count : 0;
        return false;
    }
    return table->count && action_read_row(table->columns, cells,
                                           count < table->count ? count : table->count, ret_action);
}

void actions_add(struct proceedings *proceedings, size_t first, size_t end)
{
    struct minutes *minutes = proceedings->minutes;
    struct action_table table = {.table = UINT32_MAX};
    struct text_span owner = {0};
    struct checklist list = {.line = SIZE_MAX};
    for (size_t i = first; i < end; i++) {
        struct minutes_block *block = &proceedings->blocks.list[i];
        const struct markdown_line *line = &minutes->markdown.lines[block->line];
        struct action action = {0};
        if (line->depth < 2)
            owner.length = 0;
        if (block->heading || block->rule || !block->text.length)
            continue;
        if (i + 1 < end && is_owner(proceedings, block, block + 1)) {
            owner = text_span_strip(block->text, ":");
            block->taken = true;
            continue;
        }
        if (line->form == MARKDOWN_ROW
                ? !read_row(proceedings, block, &table, &action)
                : !read_block(proceedings, block, owner.length > 0, &list, &action))
            continue;
        if (owner.length && line->depth == 2 && !action.owner_count)
            action_owners_read(owner, &action);
        block->taken = true;
        if (action_zone_of_line(minutes, block->line) == ACTION_ZONE_REVIEW)
            continue;
        const bool listed = action_zone_of_line(minutes, block->line) != ACTION_ZONE_NONE;
        json_t *repeated = find_repeated_action(&action, listed ? proceedings->actions
                                                                : proceedings->listed_actions);
        if (repeated) {
            draft_cite(minutes->draft, &action_type, repeated, block->lines);
            continue;
        }
        json_t *record = add_action(proceedings, &action, block);
        if (json_array_append(listed ? proceedings->listed_actions : proceedings->actions,
                              record) != 0)
            draft_set_out_of_memory(minutes->draft);
    }
}
