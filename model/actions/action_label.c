/* The labels of actions (X1, X2). */
#include "actions/action_private.h"
#include "phrases/pattern.h"
#include "phrases/word_class.h"

enum {
    LABEL_BYTES_MAX = 40,
    NUMBER_BYTES_MAX = 12 /* "14/A" */
};

/* Reports whether a text is the number of an action: "14", "14/A", "2031-05". */
static bool is_number(struct text_span text)
{
    bool digit = false;
    for (size_t i = 0; i < text.length; i++) {
        const char byte = text.text[i], lower = (char)(byte | 0x20);
        const bool is_digit = byte >= '0' && byte <= '9';
        digit |= is_digit && (i == 0 || i + 1 == text.length);
        if (!is_digit && !(lower >= 'a' && lower <= 'z') && !strchr("/.-", byte))
            return false;
    }
    return digit && text.length < NUMBER_BYTES_MAX;
}

/* Finds the mark that ends a label. Returns its length, or 0 if there is none. */
static size_t find_mark(struct text_span text, size_t *ret_end)
{
    static const char *const ends[] = {":", "]", " -- ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
    size_t mark = 0;
    const size_t max = text.length < LABEL_BYTES_MAX ? text.length : LABEL_BYTES_MAX;
    *ret_end = text.length;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const size_t at = text_span_find(text_span_part(text, 0, max), 0, ends[i]);
        if (at < max && at < *ret_end && (*ends[i] != ']' || *text.text == '[')) {
            *ret_end = at;
            mark = strlen(ends[i]);
        }
    }
    return mark;
}

/* Reads the words of a label after "Action": its number, or its owner. Returns false if they are
 * something else. */
static bool read_label_words(struct text_span words, struct action_label *label)
{
    struct action owners = {0};
    struct sentence sentence;
    sentence_read_all(words, &sentence);
    const bool number = is_number(words);
    if (number)
        label->number = words;
    const bool all = span_is(WORDS_COLLECTIVE, text_span_strip(words, "()"));
    if (!sentence.count || number || (!all && pattern_is(PATTERN_ACTION_FOR, words)))
        return true;
    const size_t before = pattern_at(PATTERN_ACTION_FOR, &sentence, 0);
    label->owner = before && before < sentence.count
                       ? text_span_part(words, sentence.list[before].start, words.length)
                       : words;
    label->owner_bare = !before && !strchr("(@", *words.text);
    return action_owners_read(label->owner, &owners) ||
           (*words.text == '(' && action_nicks_read(words, &owners));
}

/* Reads the owner between the colon of a label and the end of its bold letters: "**Action: N**". */
static void read_bold_owner(struct text_span text, size_t end, size_t bold,
                            struct action_label *label)
{
    struct action owners = {0};
    if (bold <= end || bold >= text.length)
        return;
    const struct text_span owner = text_span_strip(text_span_part(text, end, bold), ":");
    if (!action_owners_read(owner, &owners))
        return;
    label->owner = owner;
    label->owner_bare = true;
    label->rest = text_span_strip(text_span_part(text, bold, text.length), ":*_-");
}

struct text_span action_without_arrow(struct text_span text)
{
    static const char *const arrows[] = {"\xE2\x86\x92", "\xE2\x87\x92", "\xE2\x9E\x9C",
                                         "\xE2\x9E\x94", "->",           "=>"};
    for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++)
        if (text_span_begins(text, arrows[i]))
            return text_span_trim(text_span_part(text, strlen(arrows[i]), text.length));
    return text;
}

/* Returns the text in brackets of a text that is nothing else: "(Action: N)". */
static struct text_span without_brackets(struct text_span text)
{
    const struct text_span bare = text_span_strip(text, ".");
    if (!bare.length || *bare.text != '(' || bare.text[bare.length - 1] != ')' ||
        text_span_find(bare, 1, "(") < bare.length)
        return text;
    return text_span_trim(text_span_part(bare, 1, bare.length - 1));
}

/* Returns the length of the word for an action at the beginning of a label, or 0. Brackets after it
 * belong to it if they have an ending: "Action(s)"; else they have an owner: "AI(kai)". */
static size_t action_word_at(struct text_span label)
{
    static const char *const endings[] = {"(s)", "(n)", "(en)", "(e)", "(es)"};
    const size_t length = span_at(WORDS_ACTION, label);
    const size_t open = text_span_find(text_span_part(label, 0, length), 0, "(");
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (text_span_begins(text_span_part(label, open, label.length), endings[i]))
            return length;
    return open;
}

bool action_label_read(struct text_span text, size_t bold, struct action_label *ret_label)
{
    size_t end;
    *ret_label = (struct action_label){0};
    text = without_brackets(action_without_arrow(text));
    const size_t mark = find_mark(text, &end);
    const struct text_span label = text_span_strip(text_span_part(text, 0, end), "[]*_");
    const size_t length = action_word_at(label);
    if (!length)
        return false;
    if (!mark && bold && length < text.length) {
        ret_label->rest = text_span_trim(text_span_part(text, length, text.length));
        return true;
    }
    if (!mark || !read_label_words(
                     text_span_strip(text_span_part(label, length, label.length), "#."), ret_label))
        return false;
    ret_label->rest = text_span_strip(text_span_part(text, end + mark, text.length), ":*_-");
    read_bold_owner(text, end + mark, bold, ret_label);
    return ret_label->rest.length > 0;
}

bool action_is_labelled(struct text_span text)
{
    struct action_label label;
    struct text_span owner, rest;
    return action_second_bracket_read(text, &owner, &rest) ||
           action_bracket_read(text, &owner, &rest) || action_label_read(text, 0, &label);
}

/* Returns true if a text begins with a capital and the label of an action, whose colon is near. */
static bool begins_action(struct text_span text)
{
    text = text_span_part(text, 0, text.length < LABEL_BYTES_MAX ? text.length : LABEL_BYTES_MAX);
    text = action_without_arrow(text);
    if (text.length && *text.text == '(')
        text = text_span_part(text, 1, text.length);
    const bool small = text.length && *text.text >= 'a' && *text.text <= 'z';
    return text.length && !small && *text.text != '[' && span_at(WORDS_ACTION, text) &&
           text_span_find(text, 0, ":") < text.length && action_is_labelled(text);
}

size_t action_find_within(struct text_span text, size_t from, size_t *ret_end)
{
    struct sentence sentence;
    for (size_t at = from ? from : sentence_read(text, 0, &sentence); at < text.length;) {
        const struct text_span rest = text_span_part(text, at, text.length);
        const struct text_span trimmed = text_span_trim(rest);
        const size_t next = sentence_read(text, at, &sentence);
        if (trimmed.length && begins_action(trimmed)) {
            *ret_end = next;
            return (size_t)(trimmed.text - text.text);
        }
        at = next;
    }
    *ret_end = text.length;
    return text.length;
}

bool action_is_addressed(struct text_span text)
{
    if (!text.length || *text.text != '@')
        return false;
    const size_t blank = text_span_find(text, 0, " ");
    const struct text_span rest = text_span_trim(text_span_part(text, blank, text.length));
    const size_t to = span_at(WORDS_TASK_TO, rest);
    return blank > 1 && to && to < rest.length && rest.text[to] == ' ';
}

bool action_is_taken_on(struct text_span text)
{
    struct sentence sentence;
    sentence_read_all(text_span_part(text, 0, text.length < 80 ? text.length : 80), &sentence);
    return pattern_at(PATTERN_TAKES_ON, &sentence, 0) > 0;
}

bool action_second_bracket_read(struct text_span text, struct text_span *ret_owner,
                                struct text_span *ret_rest)
{
    if (!text.length || *text.text != '[')
        return false;
    const size_t close = text_span_find(text, 0, "]");
    if (close >= OWNER_BYTES_MAX || close >= text.length)
        return false;
    const struct text_span rest = text_span_trim(text_span_part(text, close + 1, text.length));
    if (!rest.length || *rest.text != '[')
        return false;
    const size_t second = text_span_find(rest, 0, "]");
    if (second == rest.length || !span_is(WORDS_ACTION, text_span_part(rest, 1, second)))
        return false;
    *ret_owner = text_span_trim(text_span_part(text, 1, close));
    *ret_rest = text_span_strip(text_span_part(rest, second + 1, rest.length), ":");
    return true;
}

bool action_bracket_read(struct text_span text, struct text_span *ret_owner,
                         struct text_span *ret_rest)
{
    const size_t close = text_span_find(text, 0, "]");
    if (!text.length || *text.text != '[' || close >= OWNER_BYTES_MAX || close == text.length)
        return false;
    const struct text_span label = text_span_trim(text_span_part(text, 1, close));
    const size_t length = span_at(WORDS_ACTION, label);
    const struct text_span rest = text_span_trim(text_span_part(label, length, label.length));
    if (!length || rest.length < 3 || !strchr(":-", *rest.text))
        return false;
    *ret_owner = text_span_strip(rest, ":-");
    *ret_rest = text_span_strip(text_span_part(text, close + 1, text.length), ":*_-");
    return ret_owner->length && ret_rest->length;
}
