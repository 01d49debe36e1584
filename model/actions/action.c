#include "actions/action.h"

#include "actions/action_private.h"
#include "phrases/pattern.h"
#include "phrases/word_class.h"

enum {
    HEADING_WORDS_MAX = 7,
    TICK_BYTES_MAX = 8,  /* from a check mark to the end of an action that it says is done */
    STATE_BYTES_MAX = 24 /* of the words at the end of an action that say its state */
};

enum action_zone action_zone_of(struct text_span heading)
{
    struct sentence sentence;
    heading = text_span_strip(heading, ":*_#");
    sentence_read_all(heading, &sentence);
    if (!sentence.count || sentence.count > HEADING_WORDS_MAX)
        return ACTION_ZONE_NONE;
    const bool action =
        pattern_is_in(PATTERN_ACTION_HEADING, &sentence) || span_is(WORDS_ACTIONS, heading);
    const bool review = pattern_is_in(PATTERN_REVIEW_HEADING, &sentence);
    if (action && review)
        return ACTION_ZONE_REVIEW;
    if (span_is(WORDS_ACTIONS, heading))
        return ACTION_ZONE_ACTIONS;
    if (span_is(WORDS_NEXT_STEPS, heading) || span_is(WORDS_ACTION, heading))
        return ACTION_ZONE_STEPS;
    return ACTION_ZONE_NONE;
}

static const char *const ticks[] = {"\xE2\x9C\x85", "\xE2\x9C\x94", "\xE2\x9C\x93", "\xE2\x98\x91"};

enum {
    TICK_COUNT = sizeof ticks / sizeof *ticks
};

/* Returns a text without the check mark at its beginning. */
static struct text_span without_tick(struct text_span text)
{
    for (size_t i = 0; i < TICK_COUNT; i++)
        if (text_span_begins(text, ticks[i]))
            return text_span_trim(text_span_part(text, strlen(ticks[i]), text.length));
    return text;
}

/* Reports whether a text names a state, and no word before it says that it is not reached. */
static bool has_state(enum words_class state, struct text_span words)
{
    struct sentence sentence;
    size_t start, length;
    if (!words_find(state, words.text, words.length, &start, &length))
        return false;
    sentence_read_all(text_span_part(words, 0, start), &sentence);
    return !pattern_is_in(PATTERN_UNDONE, &sentence);
}

/* Reports whether a text says that a part of the whole is done: "50 % done", but not "100 %". */
static bool is_percentage(struct text_span words)
{
    const size_t whole = text_span_find(words, 0, "100");
    return text_span_find(words, 0, "%") < words.length && whole == words.length;
}

const char *action_state_of(struct text_span words)
{
    if (has_state(WORDS_DROPPED, words))
        return "dropped";
    return has_state(WORDS_DONE, words) && !is_percentage(words) ? "done" : NULL;
}

/* Returns the words at the end of a text that may say its state: those in brackets, or after a dash
 * or another mark. */
static struct text_span state_at_end(struct text_span text)
{
    const struct text_span end = text_span_strip(text, ".)]!*");
    size_t start = end.length;
    while (start && !strchr("([,;:", end.text[start - 1]) && end.length - start < STATE_BYTES_MAX &&
           !(start > 1 && end.text[start - 1] == ' ' && end.text[start - 2] == '-') &&
           !(start > 3 &&
             text_span_begins(text_span_part(end, start - 4, end.length), "\xE2\x80\x93 ")))
        start--;
    return start && end.length - start < STATE_BYTES_MAX
               ? text_span_trim(text_span_part(end, start, end.length))
               : (struct text_span){NULL, 0};
}

/* Reports whether a text is given up: "(cancelled)", "- dropped". */
static bool is_dropped(struct text_span text)
{
    const struct text_span state = state_at_end(text);
    return state.length && span_is(WORDS_DROPPED, state);
}

/* Reads the state: "(done)", "-- done", a check mark, "erledigt". */
static bool is_done(const struct action_block *block, struct text_span text)
{
    if ((block->checkbox && block->checked) || block->struck)
        return true;
    const size_t last = text.length > TICK_BYTES_MAX ? text.length - TICK_BYTES_MAX : 0;
    for (size_t i = 0; i < TICK_COUNT; i++)
        if (text_span_begins(text, ticks[i]) || text_span_find(text, last, ticks[i]) < text.length)
            return true;
    const struct text_span state = state_at_end(text);
    if (state.length && span_is(WORDS_DONE, state))
        return true;
    struct sentence sentence;
    sentence_read_all(text, &sentence);
    return sentence.count > 1 && pattern_at(PATTERN_DONE, &sentence, 0) &&
           sentence.list[1].before != ' ';
}

bool action_begins_with_verb(struct text_span text)
{
    struct sentence sentence;
    sentence_read(text, 0, &sentence);
    return sentence.count > 1 && pattern_at(PATTERN_TASK_VERB, &sentence, 0);
}

/* Reads owner, due date and state of an action whose label is gone. */
static void read_details(const struct action_block *block, struct action *action)
{
    const struct text_span whole = action->text;
    action->text = without_tick(whole);
    action_cut_fields(action);
    const bool labelled = !strcmp(action->rule, "X1") || !strcmp(action->rule, "X2");
    action_find_due(action);
    action_find_owners(action, labelled);
    if (is_dropped(whole))
        action->status = "dropped";
    else if (is_done(block, whole))
        action->status = "done";
    else if (!action->status && (block->checkbox || block->zone != ACTION_ZONE_REVIEW))
        action->status = "open";
    if (!action->text.length)
        action->text = whole;
}

static bool is_nothing(struct text_span text)
{
    struct sentence sentence;
    sentence_read_all(text, &sentence);
    return !sentence.count || span_is(WORDS_NONE, text_span_strip(text, "()[]")) ||
           text.text[text.length - 1] == ':' || pattern_at(PATTERN_NO_ACTIONS, &sentence, 0);
}

/* Reads an action with its owner in brackets, or after a label. Returns false if it has neither. */
static bool read_marked(const struct action_block *block, struct text_span text,
                        struct action *action)
{
    struct text_span owner = {NULL, 0}, rest;
    struct action_label label;
    if (action_second_bracket_read(text, &owner, &rest) ||
        action_bracket_read(text, &owner, &rest)) {
        action->text = rest;
        action_owners_read(owner, action);
        action->rule = "X2";
        return true;
    }
    if (!action_label_read(text, block->bold, &label))
        return false;
    action->text = label.rest;
    action->number = label.number;
    action->owner_in_label = label.owner_bare;
    if (!action_owners_read(label.owner, action) && label.owner.length)
        action_nicks_read(label.owner, action);
    action->rule = *text.text == '[' ? "X2" : "X1";
    return true;
}

/* Takes a text as an action because of where it is, of whom it addresses, or of its box. */
static void take_unmarked(const struct action_block *block, struct text_span text,
                          struct action *action)
{
    if (block->zone == ACTION_ZONE_ACTIONS || block->zone == ACTION_ZONE_REVIEW) {
        action->rule = block->zone == ACTION_ZONE_REVIEW ? "X7" : "X3";
    } else if (action_is_addressed(text)) {
        action->rule = "X2";
        action->inferred = true;
    } else if (block->checkbox && !block->list_without_owner) {
        action->rule = "X4";
    } else if (block->zone == ACTION_ZONE_STEPS) {
        action->rule = "X5";
    } else {
        return;
    }
    action->text = text;
}

bool action_read(const struct action_block *block, struct action *ret_action)
{
    struct action action = {0};
    const struct text_span text = text_span_trim(block->text);
    if (!text.length)
        return false;
    if (!read_marked(block, text, &action) && !is_nothing(text))
        take_unmarked(block, text, &action);
    if (!action.text.length || is_nothing(action.text))
        return false;
    read_details(block, &action);
    if (block->zone == ACTION_ZONE_STEPS && !strcmp(action.rule, "X5")) {
        if (!action.owner_count && !action_begins_with_verb(action.text))
            return false;
        action.inferred = true;
    }
    *ret_action = action;
    return true;
}
