#include "members/member_role.h"

#include "members/member_private.h"
#include "phrases/pattern.h"
#include "phrases/word_class.h"

enum {
    OFFICE_WORDS_MAX = 6 /* "the Deputy Mayor of the City" */
};

const char *const member_role_names[MEMBER_ROLE_COUNT] = {
    "chair", "co_chair",  "vice_chair", "secretary", "minute_taker", "moderator",
    "host",  "presenter", "member",     "observer",  "guest",        "public"};

/* The words of roles. A label may name several. */
static const struct {
    enum words_pattern pattern;
    unsigned roles;
} role_patterns[] = {
    {PATTERN_VICE_CHAIR, ROLE_BIT_VICE_CHAIR},
    {PATTERN_CO_CHAIR, ROLE_BIT_CO_CHAIR},
    {PATTERN_CHAIR, ROLE_BIT_CHAIR},
    {PATTERN_MINUTE_TAKER, ROLE_BIT_MINUTE_TAKER},
    {PATTERN_SECRETARY, ROLE_BIT_SECRETARY},
    {PATTERN_MODERATOR, ROLE_BIT_MODERATOR},
    {PATTERN_HOST, ROLE_BIT_HOST},
    {PATTERN_PRESENTER, ROLE_BIT_PRESENTER},
    {PATTERN_OBSERVER, ROLE_BIT_OBSERVER},
    {PATTERN_GUEST, ROLE_BIT_GUEST},
    {PATTERN_MEMBER, ROLE_BIT_MEMBER},
};

unsigned member_roles_of(struct text_span text)
{
    struct sentence sentence;
    unsigned roles = 0;
    sentence_read_all(text, &sentence);
    for (size_t i = 0; i < sizeof role_patterns / sizeof *role_patterns; i++)
        if (pattern_is_in(role_patterns[i].pattern, &sentence))
            roles |= role_patterns[i].roles;
    if (roles & (ROLE_BIT_VICE_CHAIR | ROLE_BIT_CO_CHAIR))
        roles &= ~(unsigned)ROLE_BIT_CHAIR;
    if (roles & ROLE_BIT_MINUTE_TAKER)
        roles &= ~(unsigned)ROLE_BIT_SECRETARY;
    return roles;
}

/* Returns true if a word names an office or a role. */
static bool is_office_word(const struct sentence *sentence, size_t i)
{
    const struct sentence_word *word = &sentence->list[i];
    const struct text_span span = text_span_part(sentence->text, word->start, word->end);
    return span_is(WORDS_OFFICE, span) || span_is(WORDS_MEMBER, span) ||
           (member_roles_of(span) & ~(unsigned)ROLE_BIT_MODERATOR) != 0;
}

bool member_is_office(struct text_span text)
{
    struct sentence sentence;
    size_t offices = 0;
    if (span_is(WORDS_COLLECTIVE, text))
        return true;
    sentence_read_all(text, &sentence);
    if (sentence.count > 1 && pattern_at(PATTERN_PEOPLE, &sentence, 0) && !sentence.list[1].upper)
        return true; /* "Vertreter der Presse" */
    if (sentence.count > OFFICE_WORDS_MAX)
        return false;
    for (size_t i = 0; i < sentence.count; i++)
        if (is_office_word(&sentence, i))
            offices++;
        else if (!pattern_at(PATTERN_BESIDE_OFFICE, &sentence, i) &&
                 !pattern_at(PATTERN_DEPARTMENT, &sentence, i))
            return false;
    return offices > 0;
}

enum member_mode member_mode_of(struct text_span text)
{
    if (span_has(WORDS_REMOTE, text) || pattern_is(PATTERN_REMOTE, text))
        return MODE_REMOTE;
    return span_has(WORDS_IN_PERSON, text) || pattern_is(PATTERN_IN_PERSON, text) ? MODE_IN_PERSON
                                                                                  : MODE_UNKNOWN;
}
