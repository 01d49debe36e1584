/* People who were elected (V6). */
#include "marks/marks.h"
#include "members/member.h"
#include "phrases/word_class.h"

enum {
    LABEL_WORDS_MAX = 6,  /* of the label with an office: "1st vice chair:" */
    CLAUSE_WORDS_MAX = 12 /* from a name to "gewählt" at the end of the clause */
};

/* Returns the number of words of the label at the beginning of a sentence, or 0. */
static size_t label_words(const struct sentence *sentence)
{
    for (size_t i = 1; i < sentence->count && i <= LABEL_WORDS_MAX; i++)
        if (sentence->list[i].before == ':')
            return i;
    return 0;
}

/* Reads the name that begins at a word. Returns the word after it, or 0 if there is no name. */
static size_t name_at(const struct sentence *sentence, size_t at, struct text_span *ret_name)
{
    struct text_span names[NAMES_MAX];
    size_t end = at;
    if (at >= sentence->count || !sentence_names_after(sentence, at, names) ||
        !member_is_name(names[0], false))
        return 0;
    const size_t last = (size_t)(names[0].text + names[0].length - sentence->text.text);
    while (end < sentence->count && sentence->list[end].start < last)
        end++;
    *ret_name = names[0];
    return end;
}

/* Returns the first word from one on that is not an adverb, as "unanimously" is. */
static size_t skip_adverbs(const struct sentence *sentence, size_t at)
{
    for (size_t words; (words = pattern_at(PATTERN_UNANIMOUSLY, sentence, at)) ||
                       (words = pattern_at(PATTERN_BETWEEN_NAME_AND_VERB, sentence, at));)
        at += words;
    return at;
}

/* Reports whether the clause after a name says that its person was elected: the participle follows
 * it, or a passive verb does, and the participle is in the clause. */
static bool is_elected(const struct sentence *sentence, size_t at)
{
    const size_t verb = skip_adverbs(sentence, at);
    if (pattern_at(PATTERN_ELECTED_WORD, sentence, verb))
        return true;
    if (!pattern_at(PATTERN_PASSIVE, sentence, at))
        return false;
    for (size_t i = at + 1; i < sentence->count && i <= at + CLAUSE_WORDS_MAX; i++)
        if (pattern_at(PATTERN_ELECTED_WORD, sentence, i))
            return !sentence_is_negated(sentence, i);
    return false;
}

/* Finds "Zum Vorsitzenden wird N gewählt", "Damit ist N gewählt". */
static bool find_after_verb(const struct sentence *sentence, struct text_span *ret_name)
{
    size_t verb;
    if (!pattern_find(PATTERN_BEFORE_ELECTED, sentence, 0, &verb))
        return false;
    const size_t end = name_at(sentence, verb + 1, ret_name);
    return end && pattern_at(PATTERN_ELECTED_WORD, sentence, skip_adverbs(sentence, end));
}

bool sentence_find_elected(const struct sentence *sentence, struct text_span *ret_name)
{
    size_t at;
    const size_t label = label_words(sentence);
    if (pattern_find(PATTERN_ELECTED, sentence, 0, &at) &&
        sentence_name_before(sentence, at, ret_name) && member_is_name(*ret_name, false))
        return true;
    const size_t end = label ? name_at(sentence, label, ret_name) : 0;
    if (end && end < sentence->count && is_elected(sentence, end))
        return true;
    return find_after_verb(sentence, ret_name);
}

/* Returns the number of words of a sentence that say that somebody was elected. */
static size_t elected_words(const struct sentence *sentence)
{
    size_t words = 0;
    for (size_t at = 0; at < sentence->count; at++)
        words += pattern_at(PATTERN_ELECTED_WORD, sentence, at) > 0;
    return words;
}

/* Reports whether a part of a text says who was elected. */
static bool part_elects(struct text_span text, size_t from, size_t to)
{
    struct sentence sentence;
    struct text_span name;
    sentence_read(text_span_part(text, from, to), 0, &sentence);
    return sentence.count && sentence_find_elected(&sentence, &name);
}

size_t sentence_first_election(const struct sentence *sentence, size_t *ret_next)
{
    const size_t first = sentence->count ? sentence->list[0].start : 0;
    const size_t end = sentence->count ? sentence->list[sentence->count - 1].end : 0;
    if (elected_words(sentence) < 2)
        return 0;
    for (size_t at = 2; at + 1 < sentence->count; at++) {
        const bool joined = span_is(WORDS_AND, sentence_part(sentence, at, at + 1));
        const size_t next = sentence->list[at + joined].start;
        if ((!joined && !strchr(",;", sentence->list[at].before)) ||
            !part_elects(sentence->text, first, sentence->list[at - 1].end) ||
            !part_elects(sentence->text, next, end))
            continue;
        *ret_next = next;
        return sentence->list[at - 1].end;
    }
    return 0;
}
