/* Paragraphs that report what somebody did, such as "Bruno Salt asked whether" (S4). */
#include "members/member_private.h"
#include "members/roster.h"
#include "phrases/sentence.h"
#include "phrases/word_class.h"

enum {
    SUBJECT_WORDS_MAX = 5
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

bool roster_reports(struct roster *roster, struct text_span text)
{
    struct sentence sentence;
    sentence_read(text, 0, &sentence);
    for (size_t i = 1; i < sentence.count && i <= SUBJECT_WORDS_MAX; i++) {
        const struct sentence_word *verb = &sentence.list[i];
        const struct text_span subject =
            text_span_trim(text_span_part(sentence.text, sentence.list[0].start, verb->start));
        if (!verb->upper && pattern_at(PATTERN_REPORTS, &sentence, i) &&
            (is_person(roster, subject) || is_office_or_body(subject)))
            return true;
    }
    return false;
}
