/* The labels of actions (X1, X2). */
#include "outcomes/action_private.h"
#include "phrases/pattern.h"
#include "phrases/word_class.h"

enum {
    LABEL_BYTES_MAX = 40
};

bool action_label_read(struct text_span text, bool bold, struct text_span *ret_rest,
                       struct text_span *ret_number)
{
    static const char *const ends[] = {":", "]", " -- ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
    size_t end = text.length, mark = 0;
    const size_t max = text.length < LABEL_BYTES_MAX ? text.length : LABEL_BYTES_MAX;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const size_t at = text_span_find(text_span_part(text, 0, max), 0, ends[i]);
        if (at < max && at < end && (*ends[i] != ']' || *text.text == '[')) {
            end = at;
            mark = strlen(ends[i]);
        }
    }
    struct text_span label = text_span_strip(text_span_part(text, 0, end), "[]*_");
    size_t length = span_at(WORDS_ACTION, label);
    if (!mark && bold && length && length < text.length) {
        *ret_number = (struct text_span){NULL, 0};
        *ret_rest = text_span_trim(text_span_part(text, length, text.length));
        return true;
    }
    if (!mark || !length)
        return false;
    const struct text_span rest =
        text_span_strip(text_span_part(label, length, label.length), "#.");
    struct sentence sentence;
    sentence_read_all(rest, &sentence);
    const bool number = sentence.count == 1 && rest.length < 12 &&
                        rest.text[rest.length - 1] >= '0' && rest.text[rest.length - 1] <= '9';
    if (sentence.count && !number && !pattern_is(PATTERN_ACTION_FOR, rest))
        return false;
    *ret_number = number ? rest : (struct text_span){NULL, 0};
    *ret_rest = text_span_strip(text_span_part(text, end + mark, text.length), ":*_-");
    return ret_rest->length > 0;
}

bool action_second_bracket_read(struct text_span text, struct text_span *ret_owner,
                                struct text_span *ret_rest)
{
    if (!text.length || *text.text != '[')
        return false;
    const size_t close = text_span_find(text, 0, "]");
    if (close >= OWNER_BYTES_MAX || close >= text.length)
        return false;
    const struct text_span rest = text_span_trim(text_span_part(text, close + 1, text.length));
    if (!rest.length || *rest.text != '[')
        return false;
    const size_t second = text_span_find(rest, 0, "]");
    if (second == rest.length || !span_is(WORDS_ACTION, text_span_part(rest, 1, second)))
        return false;
    *ret_owner = text_span_trim(text_span_part(text, 1, close));
    *ret_rest = text_span_strip(text_span_part(rest, second + 1, rest.length), ":");
    return true;
}

bool action_bracket_read(struct text_span text, struct text_span *ret_owner,
                         struct text_span *ret_rest)
{
    const size_t close = text_span_find(text, 0, "]");
    if (!text.length || *text.text != '[' || close >= OWNER_BYTES_MAX || close == text.length)
        return false;
    const struct text_span label = text_span_trim(text_span_part(text, 1, close));
    const size_t length = span_at(WORDS_ACTION, label);
    const struct text_span rest = text_span_trim(text_span_part(label, length, label.length));
    if (!length || rest.length < 3 || !strchr(":-", *rest.text))
        return false;
    *ret_owner = text_span_strip(rest, ":-");
    *ret_rest = text_span_strip(text_span_part(text, close + 1, text.length), ":*_-");
    return ret_owner->length && ret_rest->length;
}
