/* Names beside the verbs of a sentence. */
#include "marks/marks.h"
#include "phrases/word_class.h"

enum {
    NAME_WORDS_MAX = 4
};

struct text_span sentence_part(const struct sentence *sentence, size_t from, size_t to)
{
    return text_span_part(sentence->text, sentence->list[from].start, sentence->list[to - 1].end);
}

static bool is_word_of(enum words_class class, const struct sentence *sentence, size_t at)
{
    return span_is(class, sentence_part(sentence, at, at + 1));
}

/* Returns true if nothing but an apostrophe is between a word and the one before it: "O'Dowd". */
static bool is_joined(const struct sentence *sentence, size_t at)
{
    return at > 0 && at < sentence->count && sentence->list[at].before == '\'' &&
           sentence->list[at].start == sentence->list[at - 1].end + 1;
}

/* Returns true if a word is the beginning of a name before an apostrophe, "d'Arcy", and not an
 * article, "L'Association". */
static bool begins_joined_name(const struct sentence *sentence, size_t at)
{
    return is_joined(sentence, at + 1) && sentence->list[at + 1].upper &&
           strcmp(sentence->list[at].fold, "l") != 0;
}

/* Returns true if a word may be part of a name. */
static bool is_name_word(const struct sentence *sentence, size_t at)
{
    const struct sentence_word *word = &sentence->list[at];
    return (word->upper || word->before == '@' || begins_joined_name(sentence, at)) &&
           !word->number && !is_word_of(WORDS_ADOPTED, sentence, at) &&
           !is_word_of(WORDS_REJECTED, sentence, at) &&
           !pattern_at(PATTERN_NOT_IN_NAME, sentence, at) &&
           !pattern_at(PATTERN_SECONDED, sentence, at);
}

/* Returns true if nothing but blanks is between a word and the one before it. */
static bool follows_closely(const struct sentence *sentence, size_t at)
{
    const struct sentence_word *word = &sentence->list[at];
    const struct text_span between =
        text_span_part(sentence->text, sentence->list[at - 1].end, word->start);
    if (text_span_find(between, 0, "\xE2\x80\x93") < between.length ||
        text_span_find(between, 0, "\xE2\x80\x94") < between.length)
        return false; /* a dash */
    if (word->before == ' ' || (is_joined(sentence, at) && word->upper))
        return true;
    return word->before == '.' && sentence->list[at - 1].end - sentence->list[at - 1].start <= 3 &&
           !is_word_of(WORDS_PERSON_TITLE, sentence, at) &&
           !is_word_of(WORDS_OFFICE, sentence, at); /* "item B. Commissioner N" */
}

bool sentence_name_before(const struct sentence *sentence, size_t at, struct text_span *ret_name)
{
    if (!at || !follows_closely(sentence, at))
        return false;
    if (at > 1 && pattern_at(PATTERN_BETWEEN_NAME_AND_VERB, sentence, at - 1) &&
        follows_closely(sentence, at - 1))
        at--;
    size_t from = at;
    while (from && at - from < NAME_WORDS_MAX && is_name_word(sentence, from - 1)) {
        from--;
        if (sentence->list[from].before == '@' || !from || !follows_closely(sentence, from))
            break;
    }
    const size_t first = from;
    while (from < at && is_word_of(WORDS_FUNCTION_WORD, sentence, from) &&
           !sentence->list[from].capitals && !begins_joined_name(sentence, from))
        from++;
    if (from == at || (from > first && pattern_at(PATTERN_ARTICLE, sentence, first)))
        return false;
    *ret_name = sentence_part(sentence, from, at);
    if (sentence->list[from].before == '@' && ret_name->text > sentence->text.text &&
        ret_name->text[-1] == '@') {
        ret_name->text--;
        ret_name->length++;
    }
    return true;
}

/* Returns the number of words at a word that may go on a name: one word of a name, or the particles
 * before one, as in "van der"; else 0. */
static size_t words_of_name_at(const struct sentence *sentence, size_t at)
{
    size_t end = at;
    if (is_name_word(sentence, at))
        return 1;
    while (end < sentence->count &&
           sentence_match(sentence, end, "van|von|de|der|den|del|di|la|du"))
        end++;
    return end < sentence->count && is_name_word(sentence, end) ? end - at : 0;
}

size_t sentence_names_after(const struct sentence *sentence, size_t at, struct text_span *names)
{
    size_t count = 0;
    while (at < sentence->count && count < NAMES_MAX && is_name_word(sentence, at)) {
        size_t end = at + 1;
        while (end < sentence->count && end - at < NAME_WORDS_MAX + 1 &&
               follows_closely(sentence, end) && words_of_name_at(sentence, end))
            end += words_of_name_at(sentence, end);
        names[count] = sentence_part(sentence, at, end);
        if (sentence->list[at].before == '@') {
            names[count].text--;
            names[count].length++;
        }
        count++;
        const size_t joined = end < sentence->count && is_word_of(WORDS_AND, sentence, end) ? 1 : 0;
        if (end < sentence->count && sentence->list[end].before == '&')
            at = end;
        else if (joined && end + 1 < sentence->count)
            at = end + 1;
        else
            break;
    }
    return count;
}
