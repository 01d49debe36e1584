/* Results, votes and consent (V1, V5, V7). */
#include "marks/marks.h"
#include "phrases/word_class.h"

enum {
    ALONE_WORDS_MAX = 3,  /* of a sentence that is nothing but a result */
    OUTCOME_WORDS_MAX = 8 /* of a sentence that begins with a result */
};

/* The classes of results, in the order in which they win at one place. */
static const struct {
    enum words_class class;
    const char *result;
} result_classes[] = {
    {WORDS_LAPSED, "lapsed"},       {WORDS_REJECTED, "rejected"}, {WORDS_DEFERRED, "deferred"},
    {WORDS_WITHDRAWN, "withdrawn"}, {WORDS_ADOPTED, "adopted"},
};

bool sentence_is_negated(const struct sentence *sentence, size_t at)
{
    static const char ends[] = ",;:.(";
    for (size_t word = at; word && word + 2 > at && !strchr(ends, sentence->list[word].before);
         word--)
        if (pattern_at(PATTERN_NOT, sentence, word - 1))
            return true;
    return false; /* "No objections: approved" */
}

/* Returns the number of words of the label of a result at the beginning of a sentence: "Result:".
 */
static size_t outcome_label(const struct sentence *sentence)
{
    for (size_t i = 1; i < sentence->count && i <= ALONE_WORDS_MAX; i++)
        if (sentence->list[i].before == ':') {
            const struct text_span label = sentence_part(sentence, 0, i);
            return span_is(WORDS_CONCLUSION, label) || span_is(WORDS_VOTE, label) ? i : 0;
        }
    return 0;
}

/* Returns true if a sentence is nothing but the result at `at`: the sentence is short, or it begins
 * with a label, or with the verb of a passive without a subject. */
static bool is_alone(const struct sentence *sentence, size_t at)
{
    const size_t label = outcome_label(sentence), left = sentence->count - label;
    const bool score = at == label && left > 2 && sentence->list[at + 1].number;
    const size_t verb = pattern_at(PATTERN_PASSIVE, sentence, label);
    return (at <= label + 1 && (left <= ALONE_WORDS_MAX || score)) ||
           (left <= OUTCOME_WORDS_MAX &&
            ((at == label && (label || pattern_at(PATTERN_RESULT_REASON, sentence, at + 1))) ||
             (verb && at == label + verb)));
}

/* Returns false if a word that is part of many phrases, such as "lost", is not a result. It is one
 * if it is all that the sentence says, perhaps with a reason, or if it is said of a motion. */
static bool is_own_result(const struct sentence *sentence, size_t at)
{
    size_t noun;
    const size_t words = pattern_at(PATTERN_NO_RESULT, sentence, at);
    if (!words || pattern_is_in(PATTERN_CASTING_VOTE, sentence))
        return true;
    if (words > 1)
        return false;
    const size_t next = at + 1;
    return (at == outcome_label(sentence) &&
            (sentence->count - at <= ALONE_WORDS_MAX || sentence->list[next].number ||
             strchr("(,;", sentence->list[next].before) ||
             pattern_at(PATTERN_RESULT_REASON, sentence, next))) ||
           (pattern_find(PATTERN_VOTED_NOUN, sentence, 0, &noun) && noun < at);
}

/* Returns the result whose words begin at a word, or NULL. A negation before it counts. */
static const char *result_at(const struct sentence *sentence, size_t at,
                             struct text_span *ret_words)
{
    const size_t end = sentence->list[sentence->count - 1].end;
    const struct text_span rest = text_span_part(sentence->text, sentence->list[at].start, end);
    for (size_t i = 0; i < sizeof result_classes / sizeof *result_classes; i++) {
        const size_t length = span_at(result_classes[i].class, rest);
        if (!length || !is_own_result(sentence, at))
            continue;
        *ret_words = text_span_part(rest, 0, length);
        return result_classes[i].class == WORDS_ADOPTED && sentence_is_negated(sentence, at)
                   ? "rejected"
                   : result_classes[i].result;
    }
    return NULL;
}

const char *result_find(const struct sentence *sentence, size_t from, size_t *ret_at,
                        struct text_span *ret_words)
{
    if (pattern_find(PATTERN_NO_DECISION, sentence, from, ret_at)) {
        *ret_words = sentence_part(sentence, *ret_at, sentence->count);
        return "none";
    }
    for (size_t at = from; at < sentence->count; at++) {
        const char *result = result_at(sentence, at, ret_words);
        if (result) {
            *ret_at = at;
            return result;
        }
    }
    return NULL;
}

/* Returns true if the result at `at` is only a later, a possible or an earlier one. */
static bool is_unreal(const struct sentence *sentence, size_t at)
{
    size_t modal;
    if (at && pattern_at(PATTERN_NOT_YET, sentence, at - 1) &&
        !pattern_is_in(PATTERN_HAS_BEEN, sentence))
        return true;
    if (pattern_find(PATTERN_MODAL, sentence, 0, &modal) && modal < at)
        return true;
    return pattern_at(PATTERN_DECIDED_PERFECT, sentence, at) &&
           pattern_is_in(PATTERN_AUXILIARY, sentence);
}

/* Finds a noun of a class at most CERTAIN_WORDS_MAX words before a word. */
static bool find_noun(enum words_pattern pattern, const struct sentence *sentence, size_t at,
                      size_t *ret_noun)
{
    return pattern_find(pattern, sentence, 0, ret_noun) && *ret_noun < at &&
           at - *ret_noun <= CERTAIN_WORDS_MAX;
}

/* Returns true if a passive sentence says that a report, a budget or the like has the result, whose
 * words may begin with the verb: "n'est pas adopté". */
static bool is_passive(const struct sentence *sentence, size_t at, struct text_span words)
{
    size_t noun, verb;
    return find_noun(PATTERN_BUSINESS_NOUN, sentence, at, &noun) &&
           pattern_find(PATTERN_PASSIVE, sentence, noun, &verb) &&
           sentence->text.text + sentence->list[verb].start < words.text + words.length;
}

void sentence_marks_find_result(const struct sentence *sentence, bool spoken,
                                struct sentence_marks *marks)
{
    size_t at = 0, noun;
    marks->casting = pattern_is_in(PATTERN_CASTING_VOTE, sentence);
    marks->result = result_find(sentence, 0, &at, &marks->result_words);
    if (marks->result && is_unreal(sentence, at))
        marks->result = NULL;
    if (!marks->result)
        return;
    marks->result_certain |= find_noun(PATTERN_VOTED_NOUN, sentence, at, &noun) ||
                             (marks->unanimous && at < CERTAIN_WORDS_MAX) ||
                             (!spoken && (is_passive(sentence, at, marks->result_words) ||
                                          pattern_at(PATTERN_APPROVES, sentence, at)));
    marks->result_alone = !spoken && (is_alone(sentence, at) || (at <= 1 && marks->casting));
    marks->amended = pattern_is_in(PATTERN_AMENDED, sentence);
}

/* Returns the method of a vote that a text names, or NULL. */
static const char *method_of(struct text_span text)
{
    static const struct {
        enum words_class class;
        const char *method;
    } methods[] = {{WORDS_VOICE, "voice"},
                   {WORDS_ROLL_CALL, "roll_call"},
                   {WORDS_SHOW_OF_HANDS, "show_of_hands"},
                   {WORDS_SECRET, "secret_ballot"}};
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (span_has(methods[i].class, text))
            return methods[i].method;
    return NULL;
}

void sentence_marks_find_vote(const struct sentence *sentence, struct sentence_marks *marks)
{
    const struct text_span text = sentence_part(sentence, 0, sentence->count);
    const bool named = pattern_is_in(PATTERN_VOTE, sentence);
    const bool consent = pattern_is_in(PATTERN_CONSENT, sentence);
    marks->unanimous =
        span_has(WORDS_UNANIMOUS, text) || pattern_is_in(PATTERN_ALL_IN_FAVOR, sentence);
    marks->method = named || marks->unanimous ? method_of(text) : NULL;
    if (consent && !marks->method)
        marks->method = "general_consent";
    marks->vote =
        marks->unanimous || consent || (named && pattern_is_in(PATTERN_VOTE_HELD, sentence));
}
