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

/* Finds "Zum Vorsitzenden wird N gewählt". */
static bool find_after_verb(const struct sentence *sentence, struct text_span *ret_name)
{
    size_t verb;
    if (!pattern_find(PATTERN_PASSIVE, sentence, 0, &verb))
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
