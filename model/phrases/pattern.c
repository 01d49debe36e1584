#include "phrases/pattern.h"

#include <pthread.h>

enum {
    OTHER_SLOT = 26, /* of characters that are neither ASCII letters nor digits */
    DIGIT_SLOT = 27
};

static const uint32_t all_slots = (UINT32_C(1) << (DIGIT_SLOT + 1)) - 1;

/* The first characters of the words with which each pattern can begin, as bits. Most words begin no
 * pattern, so the bits save comparisons. */
static uint32_t first_slots[WORDS_LANGUAGE_COUNT][PATTERN_COUNT];

static uint32_t slot_of(char first)
{
    const int slot = first >= 'a' && first <= 'z'   ? first - 'a'
                     : first >= '0' && first <= '9' ? DIGIT_SLOT
                                                    : OTHER_SLOT;
    return UINT32_C(1) << slot;
}

/* Returns the slots of an element, which ends before `end`. */
static uint32_t slots_of_element(const char *element, const char *end)
{
    uint32_t slots = 0;
    while (element < end) {
        if (*element == '*')
            return all_slots;
        slots |= *element == '#' ? slot_of('0') : slot_of(*element);
        const char *bar = memchr(element, '|', (size_t)(end - element));
        element = bar ? bar + 1 : end;
    }
    return slots;
}

/* Returns the slots of some patterns: those of their elements up to the first one that is not
 * optional. */
static uint32_t slots_of_patterns(const char *patterns)
{
    uint32_t slots = 0;
    bool first = true;
    for (const char *at = patterns; *at;) {
        const bool optional = *at == '?';
        const char *element = at + optional, *end = element + strcspn(element, " ;");
        slots |= first ? slots_of_element(element, end) : 0;
        first = *end == ';' || (first && optional);
        at = *end ? end + 1 : end;
    }
    return slots;
}

static void fill_first_slots(void)
{
    for (int i = 0; i < WORDS_LANGUAGE_COUNT; i++)
        for (int pattern = 0; pattern < PATTERN_COUNT; pattern++) {
            const char *patterns =
                words_pattern((enum words_language)i, (enum words_pattern)pattern);
            first_slots[i][pattern] = patterns ? slots_of_patterns(patterns) : 0;
        }
}

size_t pattern_at(enum words_pattern pattern, const struct sentence *sentence, size_t at)
{
    static pthread_once_t filled = PTHREAD_ONCE_INIT;
    size_t longest = 0;
    if (at >= sentence->count)
        return 0;
    pthread_once(&filled, fill_first_slots);
    const uint32_t slot = slot_of(*sentence->list[at].fold);
    for (int i = 0; i < WORDS_LANGUAGE_COUNT; i++) {
        if (!(first_slots[i][pattern] & slot))
            continue;
        const size_t matched =
            sentence_match(sentence, at, words_pattern((enum words_language)i, pattern));
        longest = matched > longest ? matched : longest;
    }
    return longest;
}

size_t pattern_find(enum words_pattern pattern, const struct sentence *sentence, size_t from,
                    size_t *ret_at)
{
    for (size_t at = from; at < sentence->count; at++) {
        const size_t matched = pattern_at(pattern, sentence, at);
        if (matched) {
            *ret_at = at;
            return matched;
        }
    }
    return 0;
}

bool pattern_is_in(enum words_pattern pattern, const struct sentence *sentence)
{
    size_t at;
    return pattern_find(pattern, sentence, 0, &at) > 0;
}

bool pattern_is(enum words_pattern pattern, struct text_span text)
{
    struct sentence sentence;
    sentence_read_all(text, &sentence);
    return sentence.count && pattern_at(pattern, &sentence, 0) == sentence.count;
}
