/* Clauses of a sentence that name who leads the meeting or takes its minutes: "sous la présidence
 * de Mme N, maire", "presidida por D.ª N" (A7). */
#include "members/member_private.h"
#include "members/roster.h"
#include "phrases/word_class.h"

enum {
    NAME_WORDS_MAX = 5,
    OFFICE_WORDS_MAX = 3 /* between the clause and the name: "du maire, M. N" */
};

/* Returns true if a word belongs to a name: one with a capital, or a particle before such a one. */
static bool is_of_name(const struct sentence *sentence, size_t at)
{
    const struct sentence_word *word = &sentence->list[at];
    if (word->number)
        return false;
    return word->upper || (at + 1 < sentence->count && sentence->list[at + 1].upper &&
                           sentence_match(sentence, at, "van|von|de|der|den|del|di|la|du|y|zu"));
}

/* Reads the name at the beginning of a text: titles, and then two to five words, or one after a
 * title. Returns an empty text if there is none. */
static struct text_span name_at(struct text_span text)
{
    size_t titles = 0, words = 0;
    for (size_t title;
         (title = roster_title_length(text_span_part(text, titles, text.length))) > 0 &&
         titles + title < text.length;)
        titles += title;
    const struct text_span rest = text_span_part(text, titles, text.length);
    struct sentence sentence;
    sentence_read_all(rest, &sentence);
    if (!sentence.count || sentence.list[0].start || !sentence.list[0].upper)
        return (struct text_span){NULL, 0};
    while (words < sentence.count && words < NAME_WORDS_MAX &&
           (!words || strchr(" '-.", sentence.list[words].before)) && is_of_name(&sentence, words))
        words++;
    const bool enough = words > 1 || (words && titles);
    const struct text_span name = text_span_part(rest, 0, words ? sentence.list[words - 1].end : 0);
    return enough && member_is_name(name, false) ? text_span_part(text, 0, titles + name.length)
                                                 : (struct text_span){NULL, 0};
}

/* Returns true if a word is an office, also in the genitive: "Bürgermeisters". */
static bool is_office_word(const struct sentence *sentence, size_t at)
{
    const struct sentence_word *word = &sentence->list[at];
    const struct text_span span = text_span_part(sentence->text, word->start, word->end);
    unsigned roles;
    return member_is_role(span, &roles) ||
           (span.length > 2 && strchr("sn", span.text[span.length - 1]) &&
            member_is_role(text_span_part(span, 0, span.length - 1), &roles));
}

/* Returns the name after the words of a clause, up to which an office may be. */
static struct text_span name_after(const struct sentence *sentence, size_t at)
{
    struct text_span name = {NULL, 0};
    for (size_t word = at; word < sentence->count && word <= at + OFFICE_WORDS_MAX && !name.length;
         word++) {
        if (is_office_word(sentence, word))
            continue;
        if (word > at && sentence->list[word - 1].upper && !is_office_word(sentence, word - 1))
            return name;
        name = name_at(text_span_part(sentence->text, sentence->list[word].start,
                                      sentence->list[sentence->count - 1].end));
    }
    return name;
}

bool member_led_find(const struct sentence *sentence, size_t *from, struct member_group *ret_group)
{
    static const struct {
        enum words_pattern pattern;
        unsigned role;
    } clauses[] = {
        {PATTERN_LED_BY, ROLE_BIT_CHAIR},
        {PATTERN_MINUTES_BY, ROLE_BIT_MINUTE_TAKER},
        {PATTERN_ACTS_AS_SECRETARY, ROLE_BIT_SECRETARY},
    };
    for (; *from < sentence->count; ++*from)
        for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++) {
            const size_t words = pattern_at(clauses[i].pattern, sentence, *from);
            const struct text_span name =
                words ? name_after(sentence, *from + words) : (struct text_span){NULL, 0};
            if (!name.length)
                continue;
            *from += words;
            *ret_group =
                (struct member_group){.roles = clauses[i].role, .rest = name, .single = true};
            return true;
        }
    return false;
}
