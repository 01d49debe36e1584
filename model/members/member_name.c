/* The forms of names of people and organizations (A3b, A5). */
#include "members/member_private.h"
#include "phrases/word_class.h"

#include <stdio.h>

enum {
    NAME_WORDS_MAX = 5
};

static bool is_particle(const struct sentence_word *word)
{
    static const char particles[] =
        "|d|dem|des|op|auf|zum|am|degli|dei|lo|los|las|san|abu|ben|vander|van|von|vom|de|der|den|"
        "del|della|di|da|dos|das|la|le|du|y|e|"
        "bin|ibn|al|el|ter|ten|zu|zur|af|av|st|";
    char key[SENTENCE_FOLD_BYTES + 2];
    snprintf(key, sizeof key, "|%s|", word->fold);
    return strstr(particles, key) != NULL;
}

bool member_is_name(struct text_span text, bool handles)
{
    struct sentence sentence;
    if (!text.length || text.length > 80)
        return false;
    for (size_t i = 0; i < text.length; i++)
        if (strchr(":;!?=<>{}|/\\#%*\"0123456789", text.text[i]) && !(handles && *text.text == '@'))
            return false;
    sentence_read_all(text, &sentence);
    if (!sentence.count || sentence.count > NAME_WORDS_MAX + 2)
        return false;
    if (span_is(WORDS_NO_NAME, text) || member_is_office(text))
        return false;
    if (handles && sentence.count == 1 && text.length <= 39)
        return true;
    size_t capitals = 0;
    for (size_t i = 0; i < sentence.count; i++) {
        if (sentence.list[i].upper || (unsigned char)*sentence.list[i].fold >= 0x80)
            capitals++;
        else if (!is_particle(&sentence.list[i]) && sentence.list[i].before != '\'')
            return false;
    }
    return capitals > 0 && capitals <= NAME_WORDS_MAX;
}

bool member_any_word_is(enum words_class class, const struct sentence *sentence)
{
    for (size_t i = 0; i < sentence->count; i++) {
        const struct sentence_word *word = &sentence->list[i];
        const struct text_span span = text_span_part(sentence->text, word->start, word->end);
        if (span_is(class, span))
            return true;
    }
    return false;
}

/* Returns true if a text names a department by what it works on: "Parks and Recreation". */
static bool is_department(const struct sentence *sentence)
{
    for (size_t i = 1; i + 1 < sentence->count; i++) {
        const struct sentence_word *word = &sentence->list[i];
        if (sentence->count <= 4 &&
            span_is(WORDS_AND, text_span_part(sentence->text, word->start, word->end)) &&
            (pattern_at(PATTERN_DEPARTMENT, sentence, i - 1) ||
             pattern_at(PATTERN_DEPARTMENT, sentence, i + 1)))
            return i == 1 || i + 2 == sentence->count;
    }
    return false;
}

bool member_is_organization(struct text_span text)
{
    struct sentence sentence;
    sentence_read_all(text, &sentence);
    if (sentence.count < 2 || sentence.count > 10)
        return false;
    if (member_any_word_is(WORDS_LEGAL_FORM, &sentence) ||
        member_any_word_is(WORDS_ORGANIZATION, &sentence) || is_department(&sentence))
        return true;
    return sentence.list[0].upper && pattern_at(PATTERN_ORGANIZATION_ARTICLE, &sentence, 0) &&
           sentence.list[1].upper && sentence.count > 2;
}

bool member_is_initials(struct text_span letters, struct text_span name)
{
    struct sentence short_form, words;
    sentence_read_all(letters, &short_form);
    sentence_read_all(name, &words);
    if (short_form.count != 1 || !words.count)
        return false;
    const char *fold = short_form.list[0].fold;
    size_t word = 0;
    if (*fold != *words.list[0].fold)
        return false;
    for (; *fold; fold++) {
        while (word < words.count && *words.list[word].fold != *fold)
            word++;
        if (word++ == words.count)
            return false;
    }
    return true;
}

bool member_is_short_form(struct text_span text)
{
    struct sentence sentence;
    if (text.length < 2 || text.length > 4)
        return false;
    sentence_read_all(text, &sentence);
    return sentence.count == 1 && sentence.list[0].capitals &&
           sentence.list[0].end - sentence.list[0].start == text.length;
}
