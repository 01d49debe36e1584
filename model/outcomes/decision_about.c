/* Whether a sentence is about the open decision, or about something else (V2). */
#include "outcomes/decision_reader.h"
#include "phrases/word_class.h"

#include <stdlib.h>

enum {
    CONTENT_BYTES_MIN = 4, /* of a word that can say what a sentence is about */
    DETAIL_BYTES_MIN = 3,  /* of a word that can say what is decided */
    SUBJECT_WORDS = 3,     /* of a sentence, among which its subject is: "the first amendment" */
    STEM_BYTES_MIN = 5     /* of the beginning that two words of one stem have in common */
};

static struct text_span word_span(const struct sentence *sentence, size_t at)
{
    return sentence_part(sentence, at, at + 1);
}

/* Returns true if a word is one of results or votes, in any form. */
static bool is_word_of_outcome(const struct sentence *sentence, size_t at)
{
    static const enum words_class classes[] = {WORDS_ADOPTED,  WORDS_REJECTED,  WORDS_DEFERRED,
                                               WORDS_LAPSED,   WORDS_WITHDRAWN, WORDS_VOTE,
                                               WORDS_UNANIMOUS};
    static const enum words_pattern patterns[] = {PATTERN_YES, PATTERN_NO, PATTERN_ABSTAIN,
                                                  PATTERN_VOTE, PATTERN_GENERAL};
    const struct text_span span = word_span(sentence, at);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (span_is(classes[i], span))
            return true;
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        if (pattern_at(patterns[i], sentence, at))
            return true;
    return false;
}

/* Returns true if a word of at least `bytes` is neither one of outcomes, such as "carried", nor
 * general, such as "item", nor an adverb. */
static bool has_meaning(const struct sentence *sentence, size_t at, size_t bytes)
{
    const struct sentence_word *word = &sentence->list[at];
    const size_t length = strlen(word->fold);
    const struct text_span span = word_span(sentence, at);
    return length >= bytes && !word->number && strcmp(word->fold + length - 2, "ly") != 0 &&
           !is_word_of_outcome(sentence, at) && !span_is(WORDS_FUNCTION_WORD, span) &&
           !span_is(WORDS_COLLECTIVE, span);
}

/* Returns true if a word says what a sentence is about. */
static bool is_content(const struct sentence *sentence, size_t at)
{
    return has_meaning(sentence, at, CONTENT_BYTES_MIN);
}

/* Returns true if two words have one stem: "fee" and "fees", "statute" and "statutory". */
static bool have_one_stem(const struct sentence_word *one, const struct sentence_word *other)
{
    size_t common = 0;
    while (one->fold[common] && one->fold[common] == other->fold[common])
        common++;
    return common >= STEM_BYTES_MIN || !one->fold[common] || !other->fold[common];
}

/* Returns true if a word of a sentence that says what it is about is one of other words. */
static bool is_shared(const struct sentence *sentence, size_t at, const struct sentence *words)
{
    for (size_t i = 0; is_content(sentence, at) && i < words->count; i++)
        if (is_content(words, i) && have_one_stem(&sentence->list[at], &words->list[i]))
            return true;
    return false;
}

/* Returns true if a word of a sentence that is in a text has another number after it there:
 * "Ordinance 12 was approved" is not about "Ordinance 11". */
static bool is_numbered_otherwise(const struct sentence *sentence, struct text_span text)
{
    struct sentence words;
    sentence_read_all(text, &words);
    for (size_t at = 0; at + 1 < sentence->count; at++)
        for (size_t i = 0; sentence->list[at + 1].number && i + 1 < words.count; i++)
            if (words.list[i + 1].number && !sentence->list[at].number &&
                !strcmp(sentence->list[at].fold, words.list[i].fold))
                return strcmp(sentence->list[at + 1].fold, words.list[i + 1].fold) != 0;
    return false;
}

/* Returns true if words of a sentence, from `from` to before `to`, occur in a text. */
static bool shares_words(const struct sentence *sentence, size_t from, size_t to,
                         struct text_span text)
{
    struct sentence words;
    sentence_read_all(text, &words);
    for (size_t i = from; i < to; i++)
        if (is_shared(sentence, i, &words))
            return true;
    return false;
}

/* Returns true if each word of a name that says something is in the name of the body. */
static bool is_own_body(struct text_span body, struct text_span name)
{
    struct sentence words, own;
    sentence_read_all(name, &words);
    sentence_read_all(body, &own);
    for (size_t i = 0; i < words.count; i++) {
        size_t place = 0;
        while (place < own.count && strcmp(words.list[i].fold, own.list[place].fold) != 0)
            place++;
        if (place == own.count && !span_is(WORDS_FUNCTION_WORD, word_span(&words, i)))
            return false;
    }
    return own.count > 0;
}

void decision_marks_read(const struct decision_reader *reader, const struct sentence *sentence,
                         bool spoken, struct sentence_marks *ret)
{
    sentence_marks_read(sentence, spoken, ret);
    if (ret->other_body.length && !is_own_body(reader->out->body, ret->other_body))
        sentence_marks_drop_outcome(ret);
}

static bool has_content(const struct sentence *sentence, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (is_content(sentence, i))
            return true;
    return false;
}

/* Returns the number that a word says, in digits or as a word, or -1. */
static long number_at(const struct sentence *sentence, size_t at)
{
    const struct sentence_word *word = &sentence->list[at];
    if (word->number)
        return strtol(word->fold, NULL, 10);
    const long number = words_number(word->fold, strlen(word->fold));
    return number > 0 ? number : -1;
}

static bool has_number(const struct sentence *sentence, long number)
{
    for (size_t i = 0; i < sentence->count; i++)
        if (number_at(sentence, i) == number)
            return true;
    return false;
}

/* Returns true if a number counts votes: "3-1", "3 votes", "3 against". */
static bool counts_votes(const struct sentence *sentence, size_t at)
{
    static const enum words_pattern patterns[] = {PATTERN_YES, PATTERN_NO, PATTERN_ABSTAIN,
                                                  PATTERN_VOTE, PATTERN_SCORE};
    static const char joins[] = "-:/";
    const size_t next = at + 1;
    const bool last = next == sentence->count;
    if ((!last && sentence->list[next].number && strchr(joins, sentence->list[next].before)) ||
        (at && sentence->list[at - 1].number && strchr(joins, sentence->list[at].before)))
        return true;
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns && !last; i++)
        if (pattern_at(patterns[i], sentence, next))
            return true;
    return at > 2 && pattern_at(PATTERN_SCORE, sentence, at - 1) &&
           (sentence->list[at - 2].number || sentence->list[at - 3].number);
}

/* Returns true if a sentence has a number above one. */
static bool has_numbers(const struct sentence *sentence)
{
    for (size_t i = 0; i < sentence->count; i++)
        if (number_at(sentence, i) > 1)
            return true;
    return false;
}

/* Returns true if words of a sentence, from `from` on, have a number that `proposal` lacks. If
 * `both` is true, the proposal must have another number. "One" may be an article, so it counts only
 * if the proposal has another number and they share none. */
static bool has_other_number(const struct sentence *sentence, size_t from,
                             const struct sentence *proposal, bool both)
{
    const bool proposed = has_numbers(proposal);
    bool one = false, shared = false;
    for (size_t i = from; i < sentence->count && (proposed || !both); i++) {
        const long number = number_at(sentence, i);
        if (number < 0 || counts_votes(sentence, i))
            continue;
        const bool same = has_number(proposal, number);
        if (!same && number > 1)
            return true;
        one |= !same;
        shared |= same;
    }
    return one && proposed && !shared;
}

/* Returns true if words of a sentence have one of several numbers of a proposal: "We agreed on 27
 * May" after "Ada proposed 20 May, Bruno 27 May". */
static bool chooses_number(const struct sentence *sentence, size_t from,
                           const struct sentence *proposal)
{
    bool chosen = false, left = false;
    for (size_t i = from; i < sentence->count; i++)
        chosen |= number_at(sentence, i) > 1 && !counts_votes(sentence, i) &&
                  has_number(proposal, number_at(sentence, i));
    for (size_t i = 0; i < proposal->count; i++)
        left |= number_at(proposal, i) > 1 && !has_number(sentence, number_at(proposal, i));
    return chosen && left;
}

/* Returns true if a sentence, from a word on, says something that a proposal does not. */
static bool has_other_detail(const struct sentence *sentence, size_t from,
                             const struct sentence *proposal)
{
    for (size_t i = from; i < sentence->count; i++) {
        bool shared = !has_meaning(sentence, i, DETAIL_BYTES_MIN);
        for (size_t k = 0; k < proposal->count && !shared; k++)
            shared = have_one_stem(&sentence->list[i], &proposal->list[k]);
        if (!shared)
            return true;
    }
    return false;
}

bool decision_is_otherwise(struct decision_reader *reader, const struct sentence *sentence,
                           const struct sentence_marks *marks)
{
    struct sentence proposal;
    const struct open_decision *state = &reader->state;
    if (!state->open || !marks->prose || decision_reader_current(reader)->result ||
        !(state->moved || state->labelled))
        return false;
    sentence_read_all(decision_reader_current(reader)->text, &proposal);
    if (has_other_number(sentence, marks->prose_end, &proposal, !state->moved_weak) ||
        (state->moved_weak && chooses_number(sentence, marks->prose_end, &proposal)))
        return true;
    return state->moved_weak && !pattern_is_in(PATTERN_MOTION, sentence) &&
           has_other_detail(sentence, marks->prose_end, &proposal);
}

bool decision_has_other_number(struct decision_reader *reader, const struct sentence *sentence)
{
    struct sentence proposal;
    sentence_read_all(decision_reader_current(reader)->text, &proposal);
    return has_other_number(sentence, 0, &proposal, true);
}

bool decision_is_rival(struct decision_reader *reader, const struct sentence *sentence)
{
    struct sentence proposal;
    sentence_read_all(decision_reader_current(reader)->text, &proposal);
    return reader->state.moved_weak && (has_other_number(sentence, 0, &proposal, false) ||
                                        has_other_detail(sentence, 0, &proposal));
}

/* Returns the place of a noun for what is voted on, or the number of words. */
static size_t find_motion(const struct sentence *sentence)
{
    size_t at = sentence->count, other;
    if (pattern_find(PATTERN_MOTION, sentence, 0, &other))
        at = other;
    if (pattern_find(PATTERN_VOTED_NOUN, sentence, 0, &other) && other < at &&
        !pattern_at(PATTERN_MOVED, sentence, other))
        at = other;
    return at;
}

/* Returns true if a number is the first one of a score: "3-1", "3 to 1". */
static bool begins_score(const struct sentence *sentence, size_t at)
{
    const size_t words = pattern_at(PATTERN_SCORE, sentence, at + 1), next = at + words + 1;
    return next < sentence->count && sentence->list[next].number &&
           (words || strchr("-/:", sentence->list[next].before));
}

/* Returns true if a motion that a sentence names at a word is another than the open one: it has
 * another number, or the words after it say so: "the motion to sell the boat". */
static bool is_another_motion(const struct decision *decision, const struct sentence *sentence,
                              size_t motion)
{
    const size_t next = motion + 1;
    if (next >= sentence->count)
        return false;
    const struct text_span number = word_span(sentence, next);
    const char before = sentence->list[next].before;
    if (sentence->list[next].number && (before == ' ' || before == '#'))
        return !(number.length == decision->number.length &&
                 !memcmp(number.text, decision->number.text, number.length)) &&
               !begins_score(sentence, next);
    return pattern_at(PATTERN_OF_MATTER, sentence, next) && next + 1 < sentence->count &&
           !sentence->list[next + 1].upper && has_content(sentence, next, sentence->count) &&
           !shares_words(sentence, next, sentence->count, decision->text);
}

/* Returns the place of the word of the result of a sentence, or 0 if it has none. */
static size_t result_word(const struct sentence *sentence, const struct sentence_marks *marks)
{
    if (!marks->result)
        return 0;
    const size_t offset = (size_t)(marks->result_words.text - sentence->text.text);
    size_t at = 0;
    while (at + 1 < sentence->count && sentence->list[at].end <= offset)
        at++;
    return at;
}

size_t decision_shared_words(const struct sentence *sentence, const struct sentence_marks *marks,
                             struct text_span text)
{
    const size_t result = result_word(sentence, marks), end = result ? result : sentence->count;
    struct sentence words;
    size_t shared = 0, other = 0;
    bool noun = false;
    sentence_read_all(text, &words);
    for (size_t i = 0; i < end; i++)
        if (pattern_at(PATTERN_MOTION, sentence, i) || pattern_at(PATTERN_VOTED_NOUN, sentence, i))
            noun = true;
        else if (is_shared(sentence, i, &words))
            shared++;
        else
            other += is_content(sentence, i);
    return other <= (noun ? shared : 0) ? shared : 0;
}

/* Returns true if a sentence has a subject or an object that says what it is about: before the
 * result, or, if the result is a verb with an object, after it. */
static bool has_own_matter(const struct sentence *sentence, const struct sentence_marks *marks)
{
    const size_t result = result_word(sentence, marks);
    if (!marks->result || marks->prose)
        return has_content(sentence, 0, sentence->count);
    if (pattern_at(PATTERN_ARTICLE, sentence, result + 1) && sentence->list[result + 1].fold[1])
        return true; /* but "a" may be "à" */
    size_t first = result, end = result, verb;
    while (first && !strchr(",;:(", sentence->list[first].before))
        first--;
    if (pattern_at(PATTERN_PASSIVE, sentence, first))
        first = 0; /* after a clause between commas */
    if (pattern_find(PATTERN_PASSIVE, sentence, first, &verb) && verb < result)
        end = verb;
    return !(end && pattern_at(PATTERN_PRONOUN, sentence, end - 1)) &&
           has_content(sentence, first, end);
}

/* Returns true if a sentence tells the result of an amendment, its subject, and a text is not one:
 * "An amendment to raise the fee was lost." */
static bool is_of_an_amendment(const struct sentence *sentence, const struct sentence_marks *marks,
                               struct text_span text)
{
    struct sentence words;
    size_t place;
    if (!marks->amendment || !marks->result ||
        !pattern_find(PATTERN_AMENDMENT, sentence, 0, &place) || place >= SUBJECT_WORDS ||
        place > result_word(sentence, marks))
        return false;
    sentence_read_all(text, &words);
    return !pattern_is_in(PATTERN_AMEND, &words) && !pattern_is_in(PATTERN_AMENDMENT, &words);
}

bool decision_is_about(struct decision_reader *reader, const struct sentence *sentence,
                       const struct sentence_marks *marks)
{
    const struct decision *decision = decision_reader_current(reader);
    const size_t motion = find_motion(sentence);
    if (!decision->text.length)
        return true;
    if (reader->state.prose && marks->result && !strcmp(marks->result, "none"))
        return false; /* it says itself what was decided */
    if (marks->bracketed)
        return true;
    if ((marks->counter || motion < sentence->count) && marks->counter != decision->counter &&
        !decision_names_last_motion(reader, sentence))
        return false;
    if (marks->subsidiary && !reader->state.subsidiary)
        return false;
    if (!reader->state.amendment && is_of_an_amendment(sentence, marks, decision->text))
        return false;
    if (motion < sentence->count)
        return !is_another_motion(decision, sentence, motion);
    return marks->ballots || marks->counts.marked || sentence_has_vote_label(sentence) ||
           (!marks->result && (marks->method || marks->counts.count > 1)) ||
           !has_own_matter(sentence, marks) ||
           (shares_words(sentence, 0, sentence->count, decision->text) &&
            !is_numbered_otherwise(sentence, decision->text));
}

bool decision_resolves_other(struct decision_reader *reader, size_t block,
                             const struct sentence *sentence)
{
    static const struct text_span none = {NULL, 0};
    const struct decision *current = decision_reader_current(reader);
    return sentence_is_resolved(sentence) && reader->state.last != block && current->text.length &&
           (current->voted || current->unanimous || (current->result && !reader->state.assumed)) &&
           !decision_is_repeated(none, current->text, none, sentence->text);
}
