#include "phrases/pattern.h"

size_t pattern_at(enum words_pattern pattern, const struct sentence *sentence, size_t at)
{
    size_t longest = 0;
    for (int i = 0; i < WORDS_LANGUAGE_COUNT; i++) {
        const char *patterns = words_pattern((enum words_language)i, pattern);
        const size_t matched = patterns ? sentence_match(sentence, at, patterns) : 0;
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
