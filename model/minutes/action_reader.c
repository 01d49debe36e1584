/* The blocks and the rows of tables that are actions (3.9). */
#include "minutes/proceedings.h"

#include "phrases/pattern.h"
#include "wording/words.h"

enum {
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
    const struct text_span name = text_span_strip(block->text, ":*_");
    if (action_zone_of_line(minutes, block->line) != ACTION_ZONE_ACTIONS ||
        lines[block->line].depth != 1 || lines[next->line].depth != 2)
        return false;
    if (roster_find(&proceedings->minutes->roster, name).person)
        return true; /* also a nick in small letters */
    if (!action_owners_read(name, &owner))
        return false;
    for (size_t i = 0; i < owner.owner_count; i++)
        if (!roster_find(&proceedings->minutes->roster, owner.owners[i]).person)
            return false;
    return true;
}

/* Adds the people whom a text names, "N" or "N, N and N", as owners. Returns false, and adds none,
 * if one of them is not a member. */
static bool add_owners(struct proceedings *proceedings, struct text_span names,
                       struct action *action)
{
    struct text_span owners[ACTION_OWNERS_MAX], name;
    struct member_list list;
    size_t count = 0;
    for (member_list_begin(&list, names); member_list_next(&list, &name);) {
        const struct roster_match match = roster_find(&proceedings->minutes->roster, name);
        if (!match.person || match.other || match.form == ROSTER_INITIALS ||
            count == ACTION_OWNERS_MAX)
            return false;
        owners[count++] = name;
    }
    if (!count || action->owner_count + count > ACTION_OWNERS_MAX)
        return false;
    memcpy(action->owners + action->owner_count, owners, count * sizeof *owners);
    action->owner_count += count;
    return true;
}

/* Reports whether a word of a sentence joins two names. */
static bool is_and(const struct sentence *sentence, size_t at)
{
    const struct sentence_word *word = &sentence->list[at];
    return words_is(WORDS_AND, sentence->text.text + word->start, word->end - word->start);
}

/* Reports whether a verb or a comma is after the words of a sentence before `at`, which are a name
 * or, if `several` is true, names. After a label, the verb may be in the form of a request:
 * "ACTION: N call the mayor". */
static bool ends_subject(const struct sentence *sentence, size_t at, bool labelled, bool several)
{
    const struct sentence_word *word = &sentence->list[at];
    const char *const start = sentence->text.text + word->start;
    const size_t length = word->end - word->start;
    if (word->upper || word->before == ',')
        return !word->upper;
    if (word->before != ' ' || is_and(sentence, at))
        return false;
    return several ? !words_is(WORDS_FUNCTION_WORD, start, length)
                   : words_may_be_verb(start, length) ||
                         (labelled && pattern_at(PATTERN_TASK_VERB, sentence, at));
}

/* Makes the members with whose names the action begins its owners: "N calls the mayor", "N and N
 * call the mayor", "N, call the mayor" (X6). Returns false if it begins with none. */
static bool find_subject(struct proceedings *proceedings, struct action *action)
{
    const bool labelled = *action->rule == 'X' && strchr("12", action->rule[1]);
    struct sentence sentence;
    bool several = false;
    const size_t length =
        action->text.length < SUBJECT_BYTES_MAX ? action->text.length : SUBJECT_BYTES_MAX;
    sentence_read_all(text_span_part(action->text, 0, length), &sentence);
    for (size_t at = 1, words = 1; at < sentence.count && words <= SUBJECT_WORDS_MAX;
         at++, words++) {
        const bool joins = is_and(&sentence, at - 1);
        if (!joins && !sentence.list[at - 1].upper)
            return false;
        several |= joins || sentence.list[at - 1].before == '&';
        words = joins ? 0 : words;
        if (joins || !ends_subject(&sentence, at, labelled, several))
            continue;
        if (!add_owners(
                proceedings,
                text_span_part(action->text, sentence.list[0].start, sentence.list[at - 1].end),
                action))
            return false;
        if (sentence.list[at].before == ',')
            action->text =
                text_span_part(action->text, sentence.list[at].start, action->text.length);
        return true;
    }
    return false;
}

/* Makes the member whose nick in small letters is before "to" or "will" the owner: "kai to call the
 * mayor" (X6). */
static void find_nick(struct proceedings *proceedings, struct action *action)
{
    const size_t blank = text_span_find(action->text, 0, " ");
    const struct text_span nick = text_span_part(action->text, 0, blank);
    if (blank == action->text.length)
        return;
    const char *const rest = nick.text + blank + 1;
    const size_t left = action->text.length - blank - 1;
    const size_t will = words_at(WORDS_WILL, rest, left);
    if (will && will < left && rest[will] == ' ')
        add_owners(proceedings, nick, action);
}

/* Reads the members at the beginning of a text who take on a task: "N takes care of the boat".
 * Returns false if it does not begin so. */
static bool find_takers(struct proceedings *proceedings, struct text_span text,
                        struct action *action)
{
    for (size_t words = 0, at = 0; words < (size_t)2 * SUBJECT_WORDS_MAX && at < SUBJECT_BYTES_MAX;
         words++) {
        at = text_span_find(text, at ? at + 1 : 0, " ");
        if (at >= text.length)
            return false;
        if (action_is_taken_on(text_span_part(text, at + 1, text.length)))
            return add_owners(proceedings, text_span_part(text, 0, at), action);
    }
    return false;
}

/* Reads a sentence outside the lists of actions in which members take on a task (X6). */
static bool read_taken_on(struct proceedings *proceedings, struct text_span text,
                          struct action *ret_action)
{
    struct action takers = {0};
    struct sentence sentence;
    if (!find_takers(proceedings, text, &takers) || sentence_read(text, 0, &sentence) < text.length)
        return false;
    const struct action_block given = {.text = text, .zone = ACTION_ZONE_ACTIONS};
    if (!action_read(&given, ret_action))
        return false;
    memcpy(ret_action->owners, takers.owners, sizeof takers.owners);
    ret_action->owner_count = takers.owner_count;
    ret_action->rule = "X6";
    ret_action->inferred = true;
    return true;
}

/* Finds the run of a block, unless it is the one that was found last. */
static void find_run(const struct proceedings *proceedings, size_t at, size_t end,
                     struct action_run *run)
{
    const struct minutes *minutes = proceedings->minutes;
    const struct minutes_block *blocks = proceedings->blocks.list;
    const enum action_zone zone = action_zone_of_line(minutes, blocks[at].line);
    if (at < run->end)
        return;
    *run = (struct action_run){.end = at};
    while (run->end < end && !blocks[run->end].heading &&
           action_zone_of_line(minutes, blocks[run->end].line) == zone) {
        const struct markdown_line *line = &minutes->markdown.lines[blocks[run->end++].line];
        run->listed = run->listed || line->depth || line->form == MARKDOWN_ROW;
    }
}

/* Reports whether an action of a list without a label is prose: it is beside the list, or it ends
 * as a sentence and has neither an owner nor a day (X3). */
static bool is_prose(const struct action *action, const struct markdown_line *line, bool listed)
{
    if (strcmp(action->rule, "X3") != 0 || line->depth || line->checkbox)
        return false;
    const struct text_span text = text_span_strip(action->text, "*_");
    return listed ||
           (text.length && text.text[text.length - 1] == '.' && !action->owner_count &&
            !action->owner_open && !action->due_text.length && !action_begins_with_verb(text));
}

/* Reports whether the text of an action is only its owner: "Action: Clerk", beside a paragraph that
 * says what to do. */
static bool is_only_owner(struct proceedings *proceedings, struct text_span text)
{
    text = text_span_strip(text, ".*_");
    const struct roster_match match = roster_find(&proceedings->minutes->roster, text);
    return member_is_office(text) || (match.person && match.form == ROSTER_FULL_NAME);
}

/* Reads a block as an action, below an entry with its owner if it is `owned`. Returns false if it
 * is not an action. */
static bool read_block(struct action_reader *reader, const struct minutes_block *block,
                       struct action *ret_action)
{
    struct proceedings *proceedings = reader->proceedings;
    const bool owned = reader->owner.length > 0;
    const struct minutes *minutes = proceedings->minutes;
    const struct markdown_line *line = &minutes->markdown.lines[block->line];
    const enum action_zone zone = action_zone_of_line(minutes, block->line);
    const bool nested = line->depth > 1 && zone != ACTION_ZONE_NONE && !line->checkbox && !owned;
    const bool labelled = block->voice && block->speech.text.length &&
                          action_is_labelled(block->speech.text); /* "N: [ACTION] text" */
    const struct action_block given = {
        .text = labelled ? block->speech.text : block->text,
        .zone = nested ? ACTION_ZONE_NONE : zone,
        .checkbox = line->checkbox,
        .checked = line->checked,
        .struck = line->struck,
        .bold = labelled ? 0 : line->bold,
        .list_without_owner = line->checkbox && is_checklist(minutes, block->line, &reader->list),
    };
    const bool read = action_read(&given, ret_action);
    if (read && !ret_action->owner_count && !ret_action->owner_open &&
        !find_subject(proceedings, ret_action))
        find_nick(proceedings, ret_action);
    if (read)
        return ret_action->text.length && !is_only_owner(proceedings, ret_action->text) &&
               !is_prose(ret_action, line, reader->run.listed) &&
               !(ret_action->owner_in_label &&
                 !roster_find(&proceedings->minutes->roster, ret_action->owners[0]).person);
    if (!block->voice && !line->quoted && read_taken_on(proceedings, block->text, ret_action))
        return true;
    if (given.zone != ACTION_ZONE_STEPS)
        return false;
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

/* Reads a row of a table as an action (X3). A row of such a table that has no task is nothing. */
static bool read_row(const struct proceedings *proceedings, struct minutes_block *block,
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
    const size_t columns = count < table->count ? count : table->count;
    const bool read = columns && action_read_row(table->columns, cells, columns, ret_action);
    block->taken = columns && !read;
    return read;
}

void action_reader_begin(struct action_reader *reader, struct proceedings *proceedings,
                         size_t first, size_t end)
{
    *reader = (struct action_reader){.proceedings = proceedings,
                                     .first = first,
                                     .end = end,
                                     .list = {.line = SIZE_MAX},
                                     .run = {.end = first}};
    reader->table.table = UINT32_MAX;
}

bool action_reader_read(struct action_reader *reader, size_t at, struct action *ret_action)
{
    struct proceedings *proceedings = reader->proceedings;
    struct minutes_block *block = &proceedings->blocks.list[at];
    const struct markdown_line *line = &proceedings->minutes->markdown.lines[block->line];
    *ret_action = (struct action){0};
    reader->above = NULL;
    if (line->depth < 2)
        reader->owner.length = 0;
    if (block->heading || block->rule || !block->text.length || at < reader->next)
        return false;
    find_run(proceedings, at, reader->end, &reader->run);
    if (at + 1 < reader->end && is_owner(proceedings, block, block + 1)) {
        reader->owner = text_span_strip(block->text, ":");
        block->taken = true;
        return false;
    }
    if (line->form == MARKDOWN_ROW
            ? !read_row(proceedings, block, &reader->table, ret_action)
            : !action_read_above(reader, at, ret_action) && !read_block(reader, block, ret_action))
        return false;
    if (reader->owner.length && line->depth == 2 && !ret_action->owner_count &&
        !add_owners(proceedings, reader->owner, ret_action))
        action_owners_read(reader->owner, ret_action);
    block->taken = true;
    action_read_below(reader, at, ret_action);
    return true;
}
