/* Paragraphs of the minute taker, which report what somebody did: "Bruno Salt asked whether", "It
 * was noted that" (S4). */
#include "members/member_private.h"
#include "members/roster.h"
#include "phrases/sentence.h"
#include "phrases/word_class.h"

enum {
    SUBJECT_WORDS_MAX = 5,
    PASSIVE_WORDS_MAX = 9 /* of a sentence about what was done with its subject */
};

/* Reports whether a text names a person of the roster by a full name, an initial and a surname, or
 * a name with a title. */
static bool is_person(struct roster *roster, struct text_span subject)
{
    const struct roster_match match = roster_find(roster, subject);
    return match.person &&
           (match.form == ROSTER_FULL_NAME || match.form == ROSTER_INITIAL_AND_SURNAME ||
            roster_title_length(subject)) &&
           memchr(subject.text, ' ', subject.length);
}

/* Reports whether a text is an office or a body, with an article: "The Council", "Le maire", "Die
 * Sitzung". */
static bool is_office_or_body(struct text_span subject)
{
    const size_t article = span_at(WORDS_FUNCTION_WORD, subject);
    if (!article || article >= subject.length || subject.text[article] != ' ')
        return false;
    const struct text_span noun = text_span_trim(text_span_part(subject, article, subject.length));
    return member_is_office(noun) || member_is_office(subject) || pattern_is(PATTERN_SESSION, noun);
}

/* Reports whether words from the beginning to before `end` are several people: "Members", "Several
 * residents then". */
static bool are_gathered(const struct sentence *sentence, size_t end)
{
    while (end > 1 && pattern_at(PATTERN_BETWEEN_NAME_AND_VERB, sentence, end - 1))
        end--;
    return pattern_at(PATTERN_GATHERED, sentence, 0) == end;
}

/* Reports whether a sentence says shortly what was done with its subject: "The report was
 * received." */
static bool is_short_passive(const struct sentence *sentence)
{
    if (sentence->count < 3 || sentence->count > PASSIVE_WORDS_MAX ||
        !span_at(WORDS_FUNCTION_WORD, sentence->text))
        return false;
    for (size_t i = 2; i + 1 < sentence->count; i++)
        if (pattern_at(PATTERN_PASSIVE, sentence, i) &&
            (pattern_at(PATTERN_MINUTED_PARTICIPLE, sentence, i + 1) ||
             pattern_at(PATTERN_MINUTED_PARTICIPLE, sentence, sentence->count - 1)))
            return true;
    return false;
}

/* Reports whether a sentence has no person as its subject: "It was noted that", "A discussion
 * followed.", "The report was received." */
static bool is_minuted(const struct sentence *sentence, bool alone)
{
    return pattern_at(PATTERN_MINUTED, sentence, 0) || (alone && is_short_passive(sentence));
}

bool roster_reports(struct roster *roster, struct text_span text)
{
    struct sentence sentence;
    const bool alone = sentence_read(text, 0, &sentence) >= text.length;
    if (!sentence.count || pattern_is_in(PATTERN_SPOKEN, &sentence))
        return false;
    if (is_minuted(&sentence, alone) || (alone && span_is(WORDS_NONE, text)))
        return true;
    for (size_t i = 1; i < sentence.count && i <= SUBJECT_WORDS_MAX; i++) {
        const struct sentence_word *verb = &sentence.list[i];
        const struct text_span subject =
            text_span_trim(text_span_part(sentence.text, sentence.list[0].start, verb->start));
        if (!verb->upper && pattern_at(PATTERN_REPORTS, &sentence, i) &&
            (is_person(roster, subject) || is_office_or_body(subject) ||
             are_gathered(&sentence, i)))
            return true;
    }
    return false;
}
