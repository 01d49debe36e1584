#include "members/member.h"
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

enum {
    LABEL_LENGTH_MAX = 70,
    LABEL_WORDS_MAX = 5,
    TOPIC_BYTES_MAX = 60
};

/* Returns the length of the mark at an offset that ends a label: a colon, a dash with blanks, or
 * "]". Returns 0 if no such mark is there. */
static size_t label_end(struct text_span text, size_t at)
{
    static const char *const dashes[] = {" -- ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - "};
    const char next = at + 1 < text.length ? text.text[at + 1] : ' ';
    if (text.text[at] == ':')
        return next != '/' && next != ':' && !(next >= '0' && next <= '9') ? 1 : 0;
    if (text.text[at] == ']')
        return *text.text == '[' ? 1 + (next == ':') : 0;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (text_span_begins(text_span_part(text, at, text.length), dashes[i]))
            return strlen(dashes[i]);
    return 0;
}

static bool has_digit(struct text_span text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.text[i] >= '0' && text.text[i] <= '9')
            return true;
    return false;
}

/* Returns the end of the number that begins at an offset: before a word that is not part of it, as
 * in "28-41 on the port", but not in "5 A" and "3 / 2024". */
static size_t number_end(struct text_span label, size_t from)
{
    size_t end = text_span_find(label, from, " ");
    while (end + 1 < label.length) {
        const size_t next = text_span_find(label, end + 1, " ");
        const struct text_span word = text_span_part(label, end + 1, next);
        if (word.length > 1 && !has_digit(word))
            break;
        end = next;
    }
    return end;
}

/* Divides "Resolution #1" into words and number. Returns the words. */
static struct text_span divide_number(struct text_span label, struct text_span *ret_number)
{
    struct sentence sentence;
    *ret_number = (struct text_span){NULL, 0};
    sentence_read_all(label, &sentence);
    for (size_t i = 1; i < sentence.count; i++) {
        const struct sentence_word *word = &sentence.list[i];
        if (!has_digit(text_span_part(label, word->start, word->end)))
            continue;
        *ret_number = text_span_strip(
            text_span_part(label, word->start, number_end(label, word->start)), "#().[]");
        const bool abbreviated = pattern_at(PATTERN_NUMBER, &sentence, i - 1);
        const size_t end = abbreviated && i > 1 ? sentence.list[i - 1].start : word->start;
        return text_span_strip(text_span_part(label, 0, end), "#([.");
    }
    return label;
}

struct text_span decision_label_mover(struct text_span label)
{
    const struct text_span none = {NULL, 0};
    label = text_span_strip(label, "*_:");
    const size_t length = span_at(WORDS_PROPOSAL, label);
    const struct text_span rest = text_span_trim(text_span_part(label, length, label.length));
    struct sentence sentence;
    if (!length || rest.length < 3)
        return none;
    if (*rest.text == '(' && rest.text[rest.length - 1] == ')') {
        const struct text_span name = text_span_trim(text_span_part(rest, 1, rest.length - 1));
        return member_is_name(name, false) ? name : none;
    }
    const size_t title = span_at(WORDS_PERSON_TITLE, rest);
    if (title && title < rest.length && member_is_name(rest, false))
        return rest; /* "Motion Cllr N" */
    sentence_read_all(rest, &sentence);
    if (sentence.count < 2 || !pattern_at(PATTERN_OF_MOVER, &sentence, 0))
        return none;
    const struct text_span name = text_span_part(rest, sentence.list[1].start, rest.length);
    return member_is_name(name, false) ? name : none;
}

bool decision_label_names(struct text_span label, struct sentence_marks *ret_marks)
{
    struct sentence sentence;
    label = text_span_strip(label, "*_:");
    *ret_marks = (struct sentence_marks){0};
    if (!span_at(WORDS_PROPOSAL, label))
        return false;
    sentence_read_all(label, &sentence);
    sentence_marks_read(&sentence, false, ret_marks);
    return ret_marks->mover_count && ret_marks->seconder_count &&
           pattern_at(PATTERN_MOTION, &sentence, 0);
}

void decision_outcome_marks(struct text_span outcome, struct sentence_marks *ret)
{
    struct sentence sentence;
    sentence_read_all(outcome, &sentence);
    sentence_marks_read(&sentence, false, ret);
    if (!ret->counts.count && sentence.count && sentence.list[0].number)
        vote_counts_read(&sentence, true, &ret->counts);
}

struct text_span decision_label_outcome(struct text_span label)
{
    const struct text_span none = {NULL, 0};
    struct sentence_marks marks;
    label = text_span_strip(label, "*_: ");
    const size_t open = text_span_find(label, 0, "(");
    if (!open || open == label.length || label.text[label.length - 1] != ')')
        return none;
    const struct text_span inside = text_span_part(label, open + 1, label.length - 1);
    decision_outcome_marks(inside, &marks);
    return marks.unanimous || marks.result || marks.counts.count || marks.method ||
                   pattern_is(PATTERN_BY_MAJORITY, inside)
               ? inside
               : none;
}

/* Returns the label that some words are, which are the sentence. */
static enum block_label label_of(struct text_span words, const struct sentence *sentence)
{
    if (span_is(WORDS_ACTION, words))
        return LABEL_ACTION;
    if (pattern_at(PATTERN_PROPOSAL_LABEL, sentence, 0) == sentence->count)
        return LABEL_PROPOSAL;
    if (span_is(WORDS_DECISION, words) || span_is(WORDS_CONCLUSION, words))
        return LABEL_DECISION;
    if (span_is(WORDS_PROPOSAL, words) || decision_label_mover(words).length)
        return LABEL_PROPOSAL;
    if (span_is(WORDS_VOTE, words) || pattern_at(PATTERN_VOTE_ON, sentence, 0) == sentence->count)
        return LABEL_VOTE;
    return span_is(WORDS_NO_SPEAKER, words) ? LABEL_NOTE : LABEL_NONE;
}

/* Returns true if a label names a decision, and its mover or seconder in brackets: "Resolved (prop.
 * N, sec. N)". */
static bool is_decision_in_brackets(struct text_span words)
{
    struct sentence sentence;
    struct sentence_marks marks;
    const size_t open = text_span_find(words, 0, "(");
    if (!open || open == words.length ||
        !span_is(WORDS_DECISION, text_span_trim(text_span_part(words, 0, open))))
        return false;
    sentence_read_all(words, &sentence);
    sentence_marks_read(&sentence, false, &marks);
    return marks.mover_count || marks.seconder_count;
}

/* Returns true if a text begins with "RESOLVED, that" or the like, without a colon. */
static bool is_resolved(struct text_span text)
{
    struct sentence sentence;
    sentence_read(text, 0, &sentence);
    return sentence_is_resolved(&sentence) > 0;
}

/* Returns the offset of a resolution after a topic, "Payments: Resolved to pay", or 0. */
static size_t resolved_after_topic(struct text_span text)
{
    const struct text_span first =
        text_span_part(text, 0, text.length < TOPIC_BYTES_MAX ? text.length : TOPIC_BYTES_MAX);
    const size_t colon = text_span_find(first, 0, ": ");
    return colon < first.length && is_resolved(text_span_part(text, colon + 2, text.length))
               ? colon + 2
               : 0;
}

/* Returns the label that words are, and its number. `mark` is the first byte of the mark after
 * them, or 0 if they are the whole text. */
static enum block_label label_of_words(struct text_span words, char mark,
                                       struct text_span *ret_number)
{
    struct sentence sentence;
    struct sentence_marks marks;
    words = text_span_strip(words, "[]*");
    const struct text_span outcome = decision_label_outcome(words);
    if (mark && outcome.length)
        words =
            text_span_strip(text_span_part(words, 0, (size_t)(outcome.text - words.text)), "( ");
    const struct text_span divided = divide_number(words, ret_number);
    if (mark || !ret_number->length ||
        ret_number->text + ret_number->length + 1 >= words.text + words.length)
        words = divided;
    else
        ret_number->length = 0; /* "Resolution 5 on the port" without a mark is not a label */
    enum block_label label = LABEL_NONE;
    sentence_read_all(words, &sentence);
    if (sentence.count && sentence.count <= LABEL_WORDS_MAX)
        label = mark && pattern_is(PATTERN_NOT_ADOPTED, words) ? LABEL_DECISION
                                                               : label_of(words, &sentence);
    if (label != LABEL_NONE)
        return label;
    if (is_decision_in_brackets(words))
        return LABEL_DECISION;
    return mark == ':' && decision_label_names(words, &marks) ? LABEL_PROPOSAL : LABEL_NONE;
}

enum block_label block_label_read(struct text_span text, struct text_span *ret_rest,
                                  struct text_span *ret_number)
{
    struct text_span number = {NULL, 0}, rest;
    text = text_span_strip(text, "*_");
    size_t at = 0, mark = 0;
    for (; at < text.length && at < LABEL_LENGTH_MAX; at++)
        if ((mark = label_end(text, at)))
            break;
    enum block_label label = LABEL_NONE;
    if (mark || text.length <= LABEL_LENGTH_MAX)
        label = label_of_words(text_span_part(text, 0, mark ? at : text.length),
                               mark ? text.text[at] : 0, &number);
    rest = mark ? text_span_trim(text_span_part(text, at + mark, text.length))
                : (struct text_span){text.text + text.length, 0};
    const size_t topic = label == LABEL_NONE ? resolved_after_topic(text) : 0;
    if (label == LABEL_NONE && (topic || is_resolved(text))) {
        label = LABEL_DECISION;
        rest = text_span_part(text, topic, text.length);
        number.length = 0;
    }
    if (label == LABEL_NONE)
        rest = text;
    if (ret_rest)
        *ret_rest = rest;
    if (ret_number)
        *ret_number = label == LABEL_NONE ? (struct text_span){NULL, 0} : number;
    return label;
}
