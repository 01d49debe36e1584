/* Numbers of people without names: "22 socias" (A5). */
#include "members/member_private.h"
#include "members/member_role.h"
#include "phrases/word_class.h"

enum {
    COUNT_WORDS_MAX = 8 /* "4 members of the public" */
};

/* Returns the number that a word says in digits or letters, or -1. */
static int number_of(const struct sentence *sentence, size_t word)
{
    const struct sentence_word *at = &sentence->list[word];
    int value;
    if (at->number)
        return text_span_digits(sentence->text, at->start, &value) ? value : -1;
    return at->upper ? -1 : words_number(sentence->text.text + at->start, at->end - at->start);
}

bool member_read_count(struct text_span text, struct member *member)
{
    struct sentence sentence;
    size_t at = 0, beside;
    sentence_read_all(text, &sentence);
    while (at < sentence.count && (beside = pattern_at(PATTERN_BESIDES, &sentence, at)) > 0)
        at += beside;
    if (at + 2 > sentence.count || sentence.count - at > COUNT_WORDS_MAX ||
        (!at && sentence.list[0].start))
        return false;
    const int value = number_of(&sentence, at);
    const size_t end = sentence.list[at].end;
    if (value < 0 || text.text[end] == '.' || /* "1. Bürgermeister" */
        (sentence.list[at + 1].upper && !pattern_at(PATTERN_PEOPLE, &sentence, at + 1)))
        return false;
    member->count = value;
    member->further = at || (member_roles_of(text) & (ROLE_BIT_GUEST | ROLE_BIT_OBSERVER)) ||
                      pattern_is_in(PATTERN_PUBLIC, &sentence);
    return true;
}
