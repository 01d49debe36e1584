/* Results, votes and consent (V1, V5, V7). */
#include "marks/marks.h"
#include "phrases/word_class.h"

enum {
    ALONE_WORDS_MAX = 3,     /* of a sentence that is nothing but a result */
    OUTCOME_WORDS_MAX = 8,   /* of a sentence that begins with a result */
    UNANIMOUS_WORDS_MAX = 4, /* from "not" to "unanimously" */
    YEAR_DIGITS = 4,
    DECIDED_WORDS_MAX = 3 /* between "decided" and the verb after it, as in "decided to defer" */
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

/* Returns true if a sentence is a number of votes and, at its end, the result: "Mit 4 Stimmen
 * abgelehnt". */
static bool is_counted_result(const struct sentence *sentence, size_t first, size_t at)
{
    return at + 1 == sentence->count && at > first + 1 && at <= first + OUTCOME_WORDS_MAX &&
           pattern_at(PATTERN_BEFORE_SCORE, sentence, first) && sentence->list[first + 1].number;
}

/* Returns true if a sentence is nothing but the result at `at`: the sentence is short, or it begins
 * with a label, a number of votes, or the verb of a passive without a subject. */
static bool is_alone(const struct sentence *sentence, size_t at)
{
    const size_t label = outcome_label(sentence), left = sentence->count - label;
    const bool score = at == label && left > 2 && sentence->list[at + 1].number;
    const size_t verb = pattern_at(PATTERN_PASSIVE, sentence, label);
    return is_counted_result(sentence, label, at) ||
           (at <= label + 1 && (left <= ALONE_WORDS_MAX || score)) ||
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
    const bool voted = pattern_find(PATTERN_VOTED_NOUN, sentence, 0, &noun) && noun < at;
    if (words > 1)
        return voted && pattern_at(PATTERN_BY, sentence, at + 1);
    const size_t next = at + 1;
    return (at == outcome_label(sentence) &&
            (sentence->count - at <= ALONE_WORDS_MAX || sentence->list[next].number ||
             strchr("(,;", sentence->list[next].before) ||
             pattern_at(PATTERN_RESULT_REASON, sentence, next))) ||
           voted;
}

/* Returns true if a word says which motion is meant: "the defeated motion". */
static bool is_attribute(const struct sentence *sentence, size_t at)
{
    return at && at + 1 < sentence->count && pattern_at(PATTERN_ARTICLE, sentence, at - 1) &&
           pattern_at(PATTERN_VOTED_NOUN, sentence, at + 1);
}

/* Returns the result whose words begin at a word, or NULL. A negation before it counts. */
static const char *result_at(const struct sentence *sentence, size_t at,
                             struct text_span *ret_words)
{
    const size_t end = sentence->list[sentence->count - 1].end;
    const struct text_span rest = text_span_part(sentence->text, sentence->list[at].start, end);
    for (size_t i = 0; i < sizeof result_classes / sizeof *result_classes; i++) {
        const size_t length = span_at(result_classes[i].class, rest);
        if (!length || !is_own_result(sentence, at) || is_attribute(sentence, at))
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
    if (!from && pattern_at(PATTERN_GOES_ON, sentence, 0)) {
        *ret_at = 0;
        *ret_words = sentence_part(sentence, 0, sentence->count);
        return "none";
    }
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

/* The words that say what a sentence decides, such as "to defer the item". */
struct decided {
    size_t at, end;
};

/* Finds a pattern close behind the verb that decides, or at the end of the clause, as German has
 * it.
 */
static bool find_decided(enum words_pattern pattern, const struct sentence *sentence, size_t from,
                         size_t to, struct decided *ret)
{
    for (size_t at = from; at < sentence->count; at++) {
        const size_t words = pattern_at(pattern, sentence, at), end = at + words;
        const bool last = end == sentence->count || strchr(",;(", sentence->list[end].before);
        if (!words || (at > to + DECIDED_WORDS_MAX && !(last && words == 1)) ||
            sentence_is_negated(sentence, at))
            continue;
        *ret = (struct decided){at, end};
        return true;
    }
    return false;
}

/* Returns true if the meeting is what is postponed: "adjourn the meeting", "die Sitzung zu
 * vertagen". */
static bool is_of_session(const struct sentence *sentence, const struct decided *decided)
{
    const size_t first = decided->at > 2 ? decided->at - 2 : 0;
    for (size_t at = first; at < sentence->count && at < decided->end + 2; at++)
        if (pattern_at(PATTERN_SESSION, sentence, at))
            return true;
    return false;
}

const char *result_of_decision(const struct sentence *sentence, size_t from, size_t to,
                               struct text_span *ret_words, bool *ret_doubtful)
{
    struct decided decided;
    const char *result = NULL;
    *ret_doubtful = false;
    if (find_decided(PATTERN_REJECTS, sentence, from, to, &decided))
        result = "rejected";
    else if (find_decided(PATTERN_DEFERS, sentence, from, to, &decided))
        result = is_of_session(sentence, &decided) ? NULL : "deferred";
    else if (find_decided(PATTERN_POSTPONES, sentence, from, to, &decided))
        result = pattern_is_in(PATTERN_MATTER, sentence) ? "deferred" : NULL;
    else
        return NULL;
    *ret_doubtful = !result;
    *ret_words = sentence_part(sentence, decided.at, decided.end);
    return result;
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

/* Returns the number of words in brackets among those from one to another: "one against (N)". */
static size_t words_in_brackets(const struct sentence *sentence, size_t from, size_t to)
{
    size_t words = 0;
    bool inside = false;
    for (size_t at = from; at < to; at++) {
        inside |= sentence->list[at].before == '(';
        words += inside;
        inside &= sentence->list[at].after != ')';
    }
    return words;
}

/* Finds a noun of a class at most CERTAIN_WORDS_MAX words before a word, besides those in brackets.
 */
static bool find_noun(enum words_pattern pattern, const struct sentence *sentence, size_t at,
                      size_t *ret_noun)
{
    return pattern_find(pattern, sentence, 0, ret_noun) && *ret_noun < at &&
           at - *ret_noun <= CERTAIN_WORDS_MAX + words_in_brackets(sentence, *ret_noun, at);
}

/* Returns true if a word is in a clause that reports: "The clerk said that the budget ...". */
static bool is_subordinate(const struct sentence *sentence, size_t at)
{
    for (size_t word = 1; word < at; word++)
        if (pattern_at(PATTERN_SUBORDINATE, sentence, word))
            return true;
    return false;
}

/* Returns true if a passive sentence says that a report, a budget or the like has the result, whose
 * words may begin with the verb: "n'est pas adopté". */
static bool is_passive(const struct sentence *sentence, size_t at, struct text_span words)
{
    size_t noun, verb;
    return find_noun(PATTERN_BUSINESS_NOUN, sentence, at, &noun) &&
           !is_subordinate(sentence, noun) &&
           pattern_find(PATTERN_PASSIVE, sentence, noun, &verb) &&
           sentence->text.text + sentence->list[verb].start < words.text + words.length;
}

bool result_is_stated(const struct sentence *sentence, size_t at)
{
    size_t noun;
    if (is_unreal(sentence, at))
        return false;
    for (size_t verb = at; verb && verb + 2 >= at; verb--)
        if (pattern_at(PATTERN_PASSIVE, sentence, verb))
            return !pattern_at(PATTERN_SUBORDINATE, sentence, verb - 1) &&
                   !pattern_at(PATTERN_RELATIVE, sentence, verb - 1);
    return find_noun(PATTERN_VOTED_NOUN, sentence, at, &noun);
}

/* Returns true if two words are the numbers of a score: "1-3", "1:3". */
static bool is_score(const struct sentence *sentence, size_t at)
{
    return at + 1 < sentence->count && sentence->list[at].number && sentence->list[at + 1].number &&
           strchr("-:/", sentence->list[at + 1].before);
}

/* Returns true if a passive sentence has a score directly beside its result: "The plan was rejected
 * 1-3", "Der Plan wird mit 1:3 abgelehnt". */
static bool is_scored(const struct sentence *sentence, size_t at)
{
    size_t verb;
    if (!pattern_find(PATTERN_PASSIVE, sentence, 0, &verb) || !verb || verb >= at ||
        is_subordinate(sentence, at))
        return false;
    return (at > 2 && is_score(sentence, at - 2)) ||
           (at <= verb + 2 &&
            (is_score(sentence, at + 1) || pattern_is_in(PATTERN_VOTED_SCORE, sentence)));
}

bool sentence_is_not_unanimous(const struct sentence *sentence)
{
    static const char ends[] = ",;:(";
    for (size_t at = 1; at < sentence->count; at++) {
        if (!pattern_at(PATTERN_UNANIMOUSLY, sentence, at))
            continue;
        for (size_t back = at;
             back && back + UNANIMOUS_WORDS_MAX > at && !strchr(ends, sentence->list[back].before);
             back--)
            if (pattern_at(PATTERN_NOT, sentence, back - 1))
                return true;
    }
    return false;
}

/* Returns true if a sentence begins with a result such as "held over", and a time follows. */
static bool is_held_over(const struct sentence *sentence, size_t at, const char *result)
{
    const size_t label = outcome_label(sentence);
    if (at != label || strcmp(result, "deferred") != 0 ||
        sentence->count - label > OUTCOME_WORDS_MAX)
        return false;
    return pattern_at(PATTERN_UNTIL, sentence, at + 1) ||
           pattern_at(PATTERN_UNTIL, sentence, at + 2);
}

/* Returns true if a sentence names an earlier meeting or time, or a year at its end or behind its
 * verb: "The motion was carried in 2019", "Der Antrag wurde 2019 abgelehnt". */
static bool names_earlier_time(const struct sentence *sentence)
{
    if (pattern_is_in(PATTERN_EARLIER, sentence) || pattern_is_in(PATTERN_EARLIER_TIME, sentence))
        return true;
    for (size_t at = 1; at < sentence->count; at++)
        if (sentence->list[at].number && strlen(sentence->list[at].fold) == YEAR_DIGITS &&
            (at + 1 == sentence->count || pattern_at(PATTERN_PASSIVE, sentence, at - 1)))
            return true;
    return false;
}

/* Returns the place of the first word of a sentence, from `at` on, that is behind some of its
 * words.
 */
static size_t word_after(const struct sentence *sentence, size_t at, struct text_span words)
{
    const size_t end = (size_t)(words.text - sentence->text.text) + words.length;
    while (at < sentence->count && sentence->list[at].start < end)
        at++;
    return at;
}

void sentence_marks_find_result(const struct sentence *sentence, bool spoken,
                                struct sentence_marks *marks)
{
    size_t at = 0, noun;
    marks->casting = pattern_is_in(PATTERN_CASTING_VOTE, sentence);
    marks->result = result_find(sentence, 0, &at, &marks->result_words);
    if (marks->result && (is_unreal(sentence, at) || sentence_is_not_unanimous(sentence) ||
                          (spoken && names_earlier_time(sentence))))
        marks->result = NULL;
    if (!marks->result)
        return;
    const size_t end = word_after(sentence, at, marks->result_words);
    if (!strcmp(marks->result, "withdrawn") && result_withdraws_other(sentence, at, end)) {
        marks->result = NULL;
        return;
    }
    marks->elsewhere = result_is_elsewhere(sentence, at, end);
    marks->other_body = result_agent(sentence, at, end);
    if (!strcmp(marks->result, "rejected") && pattern_is_in(PATTERN_NO_SECOND, sentence))
        marks->result = "lapsed";
    marks->result_certain |=
        find_noun(PATTERN_VOTED_NOUN, sentence, at, &noun) ||
        ((marks->unanimous || marks->nearly_unanimous) && at < CERTAIN_WORDS_MAX) ||
        (!spoken && (is_scored(sentence, at) || is_passive(sentence, at, marks->result_words) ||
                     pattern_at(PATTERN_APPROVES, sentence, at)));
    marks->result_alone = !spoken && (is_alone(sentence, at) || (at <= 1 && marks->casting) ||
                                      is_held_over(sentence, at, marks->result));
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
    marks->nearly_unanimous = marks->unanimous && pattern_is_in(PATTERN_NOT_UNANIMOUS, sentence);
    marks->unanimous &= !marks->nearly_unanimous && !sentence_is_not_unanimous(sentence);
    marks->method = named || marks->unanimous ? method_of(text) : NULL;
    if (consent && !marks->method)
        marks->method = "general_consent";
    marks->vote =
        marks->unanimous || consent || (named && pattern_is_in(PATTERN_VOTE_HELD, sentence));
}
