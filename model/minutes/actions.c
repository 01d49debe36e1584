/* The records of actions (3.9). */
#include "minutes/proceedings.h"

#include "base/utf8.h"
#include "phrases/sentence.h"

#include <stdio.h>

enum {
    ACTION_REPEATS_MAX = 2000,
    DUE_NOTE_BYTES = 100,
    AHEAD_MONTHS_MAX = 6,    /* from the meeting to the due date of an action that is closed */
    TASK_WORDS_MIN = 3,      /* of a sentence above the owner of the task */
    SHORT_TASK_WORDS_MAX = 6 /* another word in one of these is another task */
};

/* Returns the last sentence of a text. */
static struct text_span last_sentence(struct text_span text, struct sentence *ret_sentence)
{
    size_t start = 0, at = 0;
    while (at < text.length) {
        start = at;
        at = sentence_read(text, at, ret_sentence);
    }
    return text_span_strip(text_span_part(text, start, text.length), "*_");
}

/* Returns the text above a block that says what to do, if it is directly above it: the last
 * sentence of a block that is not an action. Else the text is empty. */
static struct text_span task_above(const struct action_reader *reader, size_t at)
{
    const struct text_span none = {0};
    const struct minutes_block *const block = &reader->proceedings->blocks.list[at];
    const struct minutes *minutes = reader->proceedings->minutes;
    struct sentence sentence = {.count = 0};
    if (at <= reader->first)
        return none;
    const struct minutes_block *above = block - 1;
    if (above->heading || above->rule || above->taken || !above->text.length ||
        minutes->markdown.lines[above->line].form == MARKDOWN_ROW ||
        above->lines.last + 2 < block->lines.first)
        return none;
    const struct text_span text =
        last_sentence(above->voice ? above->speech.text : above->text, &sentence);
    return sentence.count < TASK_WORDS_MIN || decision_is_outcome(text) ? none : text;
}

/* Reads people or offices, and nothing else, as the owners of an action. Returns false if a text is
 * not that. Initials need not be known. */
static bool read_only_owners(struct proceedings *proceedings, struct text_span text,
                             struct action *action)
{
    struct member_list list;
    struct text_span name;
    for (member_list_begin(&list, text_span_strip(text, ".*_)")); member_list_next(&list, &name);) {
        const struct roster_match match = roster_find(&proceedings->minutes->roster, name);
        if (action->owner_count == ACTION_OWNERS_MAX ||
            !(member_is_office(name) || (match.person && !match.other) || roster_is_initials(name)))
            return false;
        action->owners[action->owner_count++] = name;
    }
    return action->owner_count > 0;
}

bool action_read_above(struct action_reader *reader, size_t at, struct action *ret_action)
{
    const struct minutes_block *block = &reader->proceedings->blocks.list[at];
    const struct action_block given = {.text = block->text};
    struct action action, owners = {0};
    if (!action_is_labelled(block->text) || !action_read(&given, &action))
        return false;
    struct text_span names = action.text;
    if (action.due_text.length && action.due_text.text > names.text &&
        action.due_text.text + action.due_text.length == names.text + names.length)
        names.length = (size_t)(action.due_text.text - names.text);
    if (!read_only_owners(reader->proceedings, text_span_strip(names, ",-;(."), &owners))
        return false;
    action.text = task_above(reader, at);
    if (!action.text.length)
        return false;
    memcpy(action.owners, owners.owners, sizeof owners.owners);
    action.owner_count = owners.owner_count;
    action.owner_in_label = action.owner_open = false;
    *ret_action = action;
    reader->above = block - 1;
    return true;
}

/* Reports whether a block may say more about the action at `at`: it is an entry of its list, or is
 * directly below. "Date: 20 May" below an empty line is beside a signature. */
static bool may_be_about(const struct action_reader *reader, size_t at, size_t next)
{
    const struct minutes_block *blocks = reader->proceedings->blocks.list;
    const struct markdown_line *lines = reader->proceedings->minutes->markdown.lines;
    return lines[blocks[at].line].depth
               ? lines[blocks[next].line].depth >= lines[blocks[at].line].depth
               : blocks[next].lines.first <= blocks[next - 1].lines.last + 1;
}

void action_read_below(struct action_reader *reader, size_t at, struct action *action)
{
    reader->below = 0;
    for (size_t next = at + 1; next < reader->end; next++) {
        struct minutes_block *block = &reader->proceedings->blocks.list[next];
        if (block->heading || block->rule || block->taken || !may_be_about(reader, at, next) ||
            !action_read_fields(block->text, action))
            break;
        block->taken = block->consumed = true;
        reader->proceedings->blocks.list[at].consumed = true;
        reader->below++;
    }
    reader->next = at + 1 + reader->below;
}

/* Finds the person whose office is named as the owner: "Clerk". */
static uint32_t find_holder(struct minutes *minutes, struct text_span owner)
{
    const struct text_span office = roster_office_of(owner);
    const uint32_t person = office.length ? roster_holder(&minutes->roster, office) : ROSTER_NOBODY;
    if (person)
        attendance_add_person(minutes, person);
    return person;
}

/* Adds the owners: people of the attendance, else the words of the source. */
static void add_owners(struct proceedings *proceedings, json_t *record, const struct action *action,
                       unsigned line)
{
    struct minutes *minutes = proceedings->minutes;
    bool all = true;
    for (size_t i = 0; i < action->owner_count; i++) {
        uint32_t person = proceedings_person(proceedings, action->owners[i], false, NULL, "", line);
        if (!person) {
            person = find_holder(minutes, action->owners[i]);
            if (person)
                draft_infer(minutes->draft, record, "owners");
        }
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

static bool is_before(const struct phrase_date *date, const struct phrase_date *other)
{
    if (date->year != other->year)
        return date->year < other->year;
    return date->month != other->month ? date->month < other->month : date->day < other->day;
}

/* Exchanges the day and the month of the day on which an action is due, which was read with the day
 * first, if the order of the minutes is another one; or if it is a guess that would be before the
 * meeting. Warns of a guess. */
static void order_due_date(struct minutes *minutes, struct phrase_date *due, unsigned line)
{
    char edtf[PHRASE_DATE_BYTES];
    struct phrase_date other = *due;
    phrase_date_swap(&other);
    if (!due->swappable)
        return;
    const bool month_first = minutes->date_order == DATE_MONTH_FIRST;
    const bool before = is_before(month_first ? &other : due, &minutes->date);
    const bool other_before = is_before(month_first ? due : &other, &minutes->date);
    const bool guess = minutes->date_order_reason != NULL;
    const bool settled = guess && before && !other_before;
    if (month_first != settled)
        *due = other;
    if (guess && !before && !other_before && phrase_date_write(due, edtf))
        draft_warn(
            minutes->draft, line,
            "the order of day and month of \"%.*s\" is not certain: it is read as %s, because "
            "%s; write the month as a word",
            (int)due->span.length, due->span.text, edtf, minutes->date_order_reason);
}

/* Gives the due date of an action, which has the year of the meeting, the year that is meant: the
 * next such day after the meeting; or if the action is closed one that is not far ahead. */
static void choose_year(struct phrase_date *due, const struct phrase_date *meeting, bool closed,
                        bool earlier)
{
    if (!closed)
        due->year += earlier;
    else if (!earlier && due->month > meeting->month + AHEAD_MONTHS_MAX)
        due->year--;
}

/* Adds the day on which an action is due. A day without a year is the next one after the meeting,
 * and so is a weekday. */
static void add_due_date(struct minutes *minutes, json_t *record, const struct action *action,
                         unsigned line)
{
    const struct phrase_date *meeting = &minutes->date;
    struct phrase_date due = action->due;
    char edtf[PHRASE_DATE_BYTES], held[PHRASE_DATE_BYTES];
    order_due_date(minutes, &due, line);
    const bool weekday = !due.month && action->due_weekday &&
                         phrase_date_next_weekday(meeting, action->due_weekday, &due);
    const bool completed = phrase_date_complete(&due, meeting);
    const bool earlier = due.month < meeting->month ||
                         (due.month == meeting->month && due.day && due.day < meeting->day);
    const bool closed = action->status && strcmp(action->status, "open") != 0;
    if (completed)
        choose_year(&due, meeting, closed, earlier);
    if (!due.month || !phrase_date_write(&due, edtf))
        return;
    draft_set(minutes->draft, record, "due_date", json_string(edtf));
    if (weekday)
        draft_infer(minutes->draft, record, "due_date");
    const bool before = due.year < meeting->year || (due.year == meeting->year && earlier);
    if (before && !completed && !closed && phrase_date_write(meeting, held))
        draft_warn(minutes->draft, line, "the action is due on %s, before the meeting on %s", edtf,
                   held);
}

/* Adds a note with the words of a cell that say when an action is due, unless they are a date. */
static void add_due_text(struct minutes *minutes, json_t *record, const struct action *action)
{
    const char *const text = action->due_text.text;
    const bool in_text =
        text >= action->text.text && text < action->text.text + action->text.length;
    char note[DUE_NOTE_BYTES];
    if (!action->due_text.length || in_text || json_object_get(record, "due_date"))
        return;
    const size_t shown =
        action->due_text.length < 80 ? action->due_text.length : utf8_cut_length(text, 80);
    snprintf(note, sizeof note, "due: %.*s", (int)shown, text);
    draft_append(minutes->draft, record, "notes", json_pack("{s:s}", "text", note));
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
    add_due_date(minutes, record, action, block->lines.first);
    add_due_text(minutes, record, action);
    if (action->inferred)
        draft_infer(minutes->draft, record, "text");
    return record;
}

/* Reports whether an action has an owner of a record. An action or a record without owners has all.
 */
static bool shares_owner(struct proceedings *proceedings, const struct action *action,
                         const json_t *record)
{
    const json_t *owners = json_object_get(record, "owners");
    bool known = false;
    for (size_t i = 0; i < action->owner_count && owners; i++) {
        const struct roster_match match =
            roster_find(&proceedings->minutes->roster, action->owners[i]);
        if (!match.person || match.other)
            continue;
        json_t *reference = attendance_reference(proceedings->minutes, match.person);
        bool same = false;
        for (size_t at = 0; reference && at < json_array_size(owners); at++)
            same = same || json_equal(reference, json_array_get(owners, at));
        json_decref(reference);
        if (same)
            return true;
        known = true;
    }
    return !known;
}

/* Reports whether a sentence has a word that another has not, besides those such as "the". */
static bool has_own_word(const struct sentence *sentence, const struct sentence *other)
{
    for (size_t i = 0; i < sentence->count; i++) {
        const struct sentence_word *word = &sentence->list[i];
        size_t k = 0;
        while (k < other->count && strcmp(word->fold, other->list[k].fold) != 0)
            k++;
        if (k == other->count && !words_is(WORDS_FUNCTION_WORD, sentence->text.text + word->start,
                                           word->end - word->start))
            return true;
    }
    return false;
}

/* Reports whether two tasks of a few words are not the same, as each has a word of its own: "call
 * the smith", "call the mayor". */
static bool are_short_and_differ(struct text_span task, struct text_span other_task)
{
    struct sentence words, other;
    sentence_read_all(task, &words);
    sentence_read_all(other_task, &other);
    return words.count <= SHORT_TASK_WORDS_MAX && other.count <= SHORT_TASK_WORDS_MAX &&
           has_own_word(&words, &other) && has_own_word(&other, &words);
}

/* Finds the action that a list at the end repeats (V9). */
static json_t *find_repeated_action(struct proceedings *proceedings, const struct action *action,
                                    json_t *all)
{
    for (size_t i = 0; i < json_array_size(all) && i < ACTION_REPEATS_MAX; i++) {
        json_t *record = json_array_get(all, i);
        const json_t *number = json_object_get(record, "number");
        const json_t *text = json_object_get(record, "text");
        const struct text_span task =
            action_task(text_span_of(text ? json_string_value(text) : ""));
        if (decision_is_repeated(text_span_of(number ? json_string_value(number) : ""), task,
                                 action->number, action_task(action->text)) &&
            ((number && action->number.length) ||
             !are_short_and_differ(task, action_task(action->text))) &&
            shares_owner(proceedings, action, record))
            return record;
    }
    return NULL;
}

/* Completes the owner of a task for a handle that is the given name of a full name: "@Ada Rowan
 * Draft the letter". */
static void complete_handle(struct proceedings *proceedings, struct action *action)
{
    struct text_span *owner = &action->owners[0];
    if (action->owner_count != 1 || owner->length < 2 || *owner->text != '@' ||
        action->text.text != owner->text + owner->length + 1)
        return;
    const struct text_span all = {owner->text + 1, owner->length + action->text.length};
    const size_t length = roster_name_at(&proceedings->minutes->roster, all);
    if (length <= owner->length)
        return;
    *owner = text_span_part(all, 0, length);
    action->text = text_span_strip(text_span_part(all, length, all.length), " ,:-");
}

void actions_add(struct proceedings *proceedings, size_t first, size_t end)
{
    struct minutes *minutes = proceedings->minutes;
    struct action_reader reader;
    struct action action;
    action_reader_begin(&reader, proceedings, first, end);
    for (size_t i = first; i < end; i++) {
        struct minutes_block *block = &proceedings->blocks.list[i];
        const enum zone zone = minutes->outline.lines[block->line].zone;
        if (!action_reader_read(&reader, i, &action) || zone == ZONE_REVIEW)
            continue;
        complete_handle(proceedings, &action);
        const bool listed = zone == ZONE_ACTIONS || zone == ZONE_STEPS;
        json_t *repeated = find_repeated_action(
            proceedings, &action, listed ? proceedings->actions : proceedings->listed_actions);
        if (repeated) {
            draft_cite(minutes->draft, &action_type, repeated, block->lines);
            continue;
        }
        json_t *record = add_action(proceedings, &action, block);
        if (reader.above)
            draft_cite(minutes->draft, &action_type, record, reader.above->lines);
        for (size_t below = 1; below <= reader.below; below++)
            draft_cite(minutes->draft, &action_type, record, block[below].lines);
        if (json_array_append(listed ? proceedings->listed_actions : proceedings->actions,
                              record) != 0)
            draft_set_out_of_memory(minutes->draft);
    }
}
