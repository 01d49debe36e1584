#include "meeting/body_name.h"

#include "phrases/date.h"
#include "phrases/pattern.h"
#include "phrases/time.h"
#include "wording/words.h"

enum {
    TITLE_WORDS_MAX = 3, /* of a phrase at the end of a title: "compte rendu" */
    ARTICLE_BYTES = 4    /* "des" and a blank */
};

/* Takes brackets that have no partner off both ends of a text. */
static struct text_span strip_single_brackets(struct text_span text)
{
    static const char opening[] = "([", closing[] = ")]";
    for (size_t i = 0; i < 2; i++) {
        const char open[] = {opening[i], '\0'}, close[] = {closing[i], '\0'};
        if (text.length && (*text.text == *close ||
                            (*text.text == *open && text_span_find(text, 1, close) == text.length)))
            text = text_span_part(text, 1, text.length);
        const char last = text.length ? text.text[text.length - 1] : '\0';
        if (last == *open || (last == *close && text_span_find(text, 0, open) == text.length))
            text.length--;
    }
    return text;
}

/* Takes a word of the table in brackets, such as "(draft)", off the end of a text. */
static struct text_span strip_bracketed_word(struct text_span text)
{
    size_t open = text.length && text.text[text.length - 1] == ')' ? text.length - 1 : 0;
    while (open && text.text[open] != '(')
        open--;
    if (open && words_is(WORDS_TITLE, text.text + open + 1, text.length - open - 2))
        text.length = open;
    return text;
}

/* Takes the words of the table, blanks and marks off both ends of a part of a title. */
static struct text_span strip_title_words(struct text_span text)
{
    for (bool changed = true; changed && text.length;) {
        const size_t before = text.length;
        text = strip_single_brackets(text_span_strip(text, " ,:;.-|/*_"));
        text = strip_bracketed_word(text);
        while (text.length >= 3 &&
               (text_span_begins(text, "\xe2\x80\x93") || text_span_begins(text, "\xe2\x80\x94")))
            text = text_span_part(text, 3, text.length);
        while (text.length >= 3 && (memcmp(text.text + text.length - 3, "\xe2\x80\x93", 3) == 0 ||
                                    memcmp(text.text + text.length - 3, "\xe2\x80\x94", 3) == 0))
            text.length -= 3;
        const size_t word = text.length ? words_at(WORDS_TITLE, text.text, text.length) : 0;
        text = text_span_part(text, word, text.length);
        size_t number = 0;
        while (number < text.length && text.text[number] >= '0' && text.text[number] <= '9')
            number++;
        if (number && number < text.length) {
            const size_t blank = text_span_find(text, number, " ");
            if (blank - number <= 3)
                text = text_span_part(text, blank, text.length);
        }
        size_t words = 0;
        for (size_t at = text.length; at-- > 1 && words < TITLE_WORDS_MAX;) {
            const bool begins = text.text[at - 1] == ' ';
            words += begins;
            if (begins && words_is(WORDS_TITLE, text.text + at, text.length - at)) {
                text.length = at - 1;
                break;
            }
        }
        changed = text.length != before;
    }
    return text;
}

/* Reports whether the part of a title after its date is about the time and the place: "at 7:30pm in
 * the Village Hall". */
static bool names_time_or_place(struct text_span half)
{
    struct phrase_time time;
    half = text_span_strip(half, " ,;.-");
    return half.length &&
           (phrase_time_find(half, 0, &time) || words_at(WORDS_PLACE_IN, half.text, half.length));
}

/* Reports whether a text has a word for an organization, or one that ends with it: "Hafenverein".
 */
static bool names_organization(struct text_span text)
{
    for (size_t at = 0; at < text.length; at++) {
        const size_t length = words_at(WORDS_ORGANIZATION, text.text + at, text.length - at);
        if (length > 3 || words_at(WORDS_LEGAL_FORM, text.text + at, text.length - at) > 3)
            return true;
    }
    return false;
}

static bool is_one_word(struct text_span text)
{
    return text.length && !memchr(text.text, ' ', text.length);
}

/* Reports whether many bodies have a name, so that what follows a dash belongs to it: "Board of
 * Directors - Harbour Society". */
static bool is_common(struct text_span name)
{
    struct sentence sentence;
    sentence_read_all(name, &sentence);
    for (size_t i = 0; i < sentence.count; i++)
        if (!pattern_at(PATTERN_COMMON_BODY, &sentence, i))
            return false;
    return sentence.count > 0;
}

/* Returns a part of a title up to a word such as "held", unless it begins with it. */
static struct text_span before_held(struct text_span part)
{
    size_t at, length;
    return words_find(WORDS_HELD, part.text, part.length, &at, &length) && at
               ? text_span_part(part, 0, at)
               : part;
}

/* Returns the offset of the first dash between blanks, or the length of the text. */
static size_t dash_in(struct text_span text)
{
    static const char *const dashes[] = {" - ", " \xe2\x80\x93 ", " \xe2\x80\x94 "};
    size_t first = text.length;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        const size_t at = text_span_find(text, 0, dashes[i]);
        first = at < first ? at : first;
    }
    return first;
}

/* Returns a name with the point of the abbreviation at its end: "Hafenverein e.V.". */
static struct text_span with_point(struct text_span name, struct text_span title)
{
    const size_t end = name.length ? (size_t)(name.text - title.text) + name.length : title.length;
    size_t start = name.length;
    while (start && name.text[start - 1] != ' ')
        start--;
    if (end < title.length && title.text[end] == '.' &&
        memchr(name.text + start, '.', name.length - start))
        name.length++;
    return name;
}

struct text_span phrase_body_name(struct text_span title)
{
    struct phrase_date date = {0};
    struct text_span best = {0};
    if (!phrase_date_find(title, 0, DATE_ORDER_UNKNOWN, &date))
        date.span = text_span_part(title, title.length, title.length);
    const size_t from = (size_t)(date.span.text - title.text);
    const struct text_span halves[] = {
        text_span_part(title, 0, from),
        text_span_part(title, from + date.span.length, title.length)};
    for (size_t i = 0; i < 2; i++) {
        struct text_span half = before_held(halves[i]);
        if (i && best.length && names_time_or_place(half))
            break;
        const size_t dash = dash_in(half);
        struct text_span part = strip_title_words(text_span_part(half, 0, dash));
        if (!part.length && dash < half.length)
            part = strip_title_words(text_span_part(half, dash, half.length));
        else if (dash < half.length && (is_one_word(part) || is_common(part))) {
            const struct text_span rest =
                strip_title_words(text_span_part(half, dash, half.length));
            if (rest.length && (names_organization(rest) || is_common(part)))
                part.length = (size_t)(rest.text + rest.length - part.text);
        }
        if (i && is_one_word(best) && !names_organization(best) && names_organization(part))
            best = part;
        if (part.length > best.length)
            best = part;
    }
    return with_point(best, title);
}

size_t phrase_genitive_ending(struct text_span title, struct text_span name)
{
    size_t word = 0;
    while (word < name.length && !words_blank_at(name.text + word, name.length - word))
        word++;
    const size_t from = (size_t)(name.text - title.text);
    if (word < 4 || name.text[word - 1] != 's' || name.text[word - 2] == 's' ||
        from < ARTICLE_BYTES || !words_same("des", title.text + from - ARTICLE_BYTES, 3))
        return 0;
    return name.text[word - 2] == 'e' && name.text[word - 3] != 'e' ? 2 : 1;
}
