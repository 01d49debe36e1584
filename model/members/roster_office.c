/* Offices in place of names (S1): "The Chair", "Mme la Présidente". */
#include "members/member_role.h"
#include "members/roster.h"
#include "phrases/sentence.h"
#include "wording/words.h"

#include <string.h>

struct text_span roster_office_of(struct text_span who)
{
    static const enum words_class before[] = {WORDS_PERSON_TITLE, WORDS_FUNCTION_WORD};
    for (size_t i = 0; i < 2; i++) {
        const size_t length = words_at(before[i], who.text, who.length);
        if (length && length < who.length && who.text[length] == ' ')
            who = text_span_trim(text_span_part(who, length, who.length));
    }
    static const enum words_class offices[] = {WORDS_CHAIR,     WORDS_VICE_CHAIR,
                                               WORDS_MODERATOR, WORDS_SECRETARY,
                                               WORDS_OFFICE,    WORDS_PERSON_TITLE};
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
        if (words_is(offices[i], who.text, who.length))
            return who;
    return (struct text_span){0};
}

/* Reports whether two texts are the same word, without case and accents. */
static bool is_same_word(struct text_span a, struct text_span b)
{
    char first[SENTENCE_FOLD_BYTES], second[SENTENCE_FOLD_BYTES];
    return a.length && b.length && a.length < SENTENCE_FOLD_BYTES &&
           text_span_fold(a, first, sizeof first) == text_span_fold(b, second, sizeof second) &&
           !strcmp(first, second);
}

uint32_t roster_holder(const struct roster *roster, struct text_span office)
{
    const unsigned roles = member_roles_of(office) & ~(unsigned)ROLE_BIT_MEMBER;
    uint32_t holder = ROSTER_NOBODY;
    for (uint32_t i = 1; i <= roster->count; i++) {
        const struct roster_person *person = roster_person(roster, i);
        const bool absent = person->status == STATUS_ABSENT || person->status == STATUS_EXCUSED;
        if (absent || person->organization_itself ||
            !((person->roles & roles) || is_same_word(person->post, office) ||
              is_same_word(person->title, office)))
            continue;
        if (holder)
            return ROSTER_NOBODY;
        holder = i;
    }
    return holder;
}
