/* Results of another time or of another body, which are not those of this meeting: "The motion
 * carried at the last meeting was read out", "The grant was approved by the lottery fund". */
#include "marks/marks.h"
#include "phrases/word_class.h"

enum {
    YEAR_DIGITS = 4,
    TIME_WORDS = 1,       /* between a result and its time: "approved unanimously in March" */
    AGENT_TIME_WORDS = 6, /* the same with the agent: "by the county council in March" */
    AGENT_WORDS = 2,      /* between a result and its agent */
    AGENT_NAME_WORDS = 4, /* of an agent */
    OBJECT_WORDS = 6,     /* after "withdrew" */
    VERB_WORDS = 8        /* between the verb of a clause and its participle */
};

static bool ends_clause(const struct sentence *sentence, size_t at)
{
    return at >= sentence->count || strchr(",;:(", sentence->list[at].before);
}

/* Returns true if an earlier time begins at a word: "at the last meeting", "in March", "in 2030".
 */
static bool is_time_at(const struct sentence *sentence, size_t at)
{
    const struct sentence_word *year = &sentence->list[at + 1];
    return pattern_at(PATTERN_EARLIER, sentence, at) ||
           pattern_at(PATTERN_EARLIER_TIME, sentence, at) ||
           (pattern_at(PATTERN_IN_YEAR, sentence, at) && at + 1 < sentence->count && year->number &&
            strlen(year->fold) == YEAR_DIGITS);
}

/* Returns true if an earlier time is directly behind the result, or behind its agent. */
static bool is_time_behind(const struct sentence *sentence, size_t end)
{
    size_t words = TIME_WORDS;
    for (size_t at = end; at <= end + words && !ends_clause(sentence, at); at++) {
        if (is_time_at(sentence, at))
            return true;
        if (pattern_at(PATTERN_AGENT_BY, sentence, at))
            words = AGENT_TIME_WORDS;
    }
    return false;
}

/* Returns the place of the verb of the clause in whose end the participle at `at` is, as German has
 * it, or `at`. It may be the word before or behind the participle. */
static size_t verb_before(const struct sentence *sentence, size_t at)
{
    for (size_t word = at; word && word + VERB_WORDS > at && !ends_clause(sentence, word); word--)
        if (pattern_at(PATTERN_PASSIVE, sentence, word - 1))
            return word - 1;
    return at;
}

/* Returns true if an earlier time is between the verb and the participle: "wurde im März
 * beschlossen", "der im März beschlossen wurde", "wurde 2030 abgelehnt". */
static bool is_time_before(const struct sentence *sentence, size_t at, size_t end)
{
    const bool last = !ends_clause(sentence, end) && pattern_at(PATTERN_PASSIVE, sentence, end);
    size_t verb = verb_before(sentence, at);
    while (last && verb && verb + VERB_WORDS > at && !ends_clause(sentence, verb))
        verb--;
    for (size_t word = verb; word < at; word++)
        if (is_time_at(sentence, word) ||
            (word > verb && sentence->list[word].number &&
             strlen(sentence->list[word].fold) == YEAR_DIGITS && word + 1 == at))
            return true;
    return false;
}

/* Returns true if the participle says which motion is meant, and another verb what became of it:
 * "The motion adopted by the federation is on the website". */
static bool is_attribute(const struct sentence *sentence, size_t at, size_t end)
{
    if (!at || !pattern_at(PATTERN_AGENT_BY, sentence, end) ||
        !(pattern_at(PATTERN_VOTED_NOUN, sentence, at - 1) ||
          pattern_at(PATTERN_BUSINESS_NOUN, sentence, at - 1)))
        return false;
    for (size_t word = end; !ends_clause(sentence, word); word++)
        if (pattern_at(PATTERN_PASSIVE, sentence, word))
            return true;
    return false;
}

bool result_is_elsewhere(const struct sentence *sentence, size_t at, size_t end)
{
    return is_time_behind(sentence, end) || is_time_before(sentence, at, end) ||
           is_attribute(sentence, at, end);
}

/* Returns true if a word is a preposition after the noun of an agent: "of", "on". */
static bool ends_agent(const struct sentence *sentence, size_t at)
{
    return pattern_at(PATTERN_OF_MATTER, sentence, at) ||
           pattern_at(PATTERN_AGENT_BY, sentence, at) ||
           span_is(WORDS_OF, sentence_part(sentence, at, at + 1));
}

/* Returns the words of the agent whose preposition is before a word, up to a preposition or a mark.
 */
static struct text_span agent_at(const struct sentence *sentence, size_t at, bool *ret_other)
{
    size_t end = at;
    *ret_other = false;
    if (at >= sentence->count)
        return (struct text_span){NULL, 0};
    for (; end < at + AGENT_NAME_WORDS && end < sentence->count; end++) {
        const size_t words = pattern_at(PATTERN_OTHER_BODY, sentence, end);
        if (end > at && (ends_clause(sentence, end) || ends_agent(sentence, end)))
            break;
        *ret_other |= words > 0;
    }
    return sentence_part(sentence, at, end);
}

struct text_span result_agent(const struct sentence *sentence, size_t at, size_t end)
{
    for (size_t word = verb_before(sentence, at); word <= end + AGENT_WORDS; word++) {
        bool other;
        if (word + 1 >= sentence->count)
            break;
        if (!pattern_at(PATTERN_AGENT_BY, sentence, word) ||
            (word > end && ends_clause(sentence, word)))
            continue;
        const struct text_span agent = agent_at(sentence, word + 1, &other);
        if (other)
            return agent;
    }
    return (struct text_span){NULL, 0};
}

/* Returns true if a word names what can be withdrawn so that nothing is decided: "motion", "it". */
static bool is_withdrawable(const struct sentence *sentence, size_t at)
{
    static const enum words_pattern nouns[] = {PATTERN_MOTION,    PATTERN_VOTED_NOUN,
                                               PATTERN_AMENDMENT, PATTERN_BUSINESS_NOUN,
                                               PATTERN_COUNTER,   PATTERN_MATTER};
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (pattern_at(nouns[i], sentence, at))
            return true;
    return false;
}

bool result_withdraws_other(const struct sentence *sentence, size_t at, size_t end)
{
    const bool reflexive = !strcmp(sentence->list[at].fold, "se");
    if (end >= sentence->count || strchr(",;(", sentence->list[end].before) ||
        pattern_at(PATTERN_AGENT_BY, sentence, end) ||
        span_is(WORDS_AND, sentence_part(sentence, end, end + 1)))
        return false;
    if (!reflexive && (!at || verb_before(sentence, at) < at || is_withdrawable(sentence, at - 1)))
        return false; /* passive */
    for (size_t word = end; word < end + OBJECT_WORDS && word < sentence->count; word++)
        if (is_withdrawable(sentence, word))
            return false;
    return true;
}
