#include "outcomes/decision.h"
#include "phrases/sentence.h"

enum {
    COMMON_PERCENT = 60
};

/* Returns the words of a text that occur in another. */
static size_t common_words(const struct sentence *words, const struct sentence *other)
{
    size_t common = 0;
    for (size_t i = 0; i < words->count; i++)
        for (size_t k = 0; k < other->count; k++)
            if (!strcmp(words->list[i].fold, other->list[k].fold)) {
                common++;
                break;
            }
    return common;
}

bool decision_is_repeated(struct text_span number, struct text_span text,
                          struct text_span other_number, struct text_span other_text)
{
    struct sentence words, other;
    if (number.length && other_number.length)
        return number.length == other_number.length &&
               !memcmp(number.text, other_number.text, number.length);
    sentence_read_all(text, &words);
    sentence_read_all(other_text, &other);
    const size_t most = words.count > other.count ? words.count : other.count;
    return most && common_words(&words, &other) * 100 >= most * COMMON_PERCENT;
}
