#include "outline/outline_number.h"

#include "phrases/pattern.h"
#include "wording/words.h"

enum {
    DIGITS_MAX = 3,       /* of a group */
    ROMAN_MAX = 39,       /* the largest number of the letters I, V and X */
    ROMAN_LETTERS = 7,    /* of "XXXVIII" */
    ABBREVIATION_MAX = 12 /* bytes of "no." and the digits after it */
};

static bool is_digit(struct text_span text, size_t at)
{
    return at < text.length && text.text[at] >= '0' && text.text[at] <= '9';
}

/* Reports whether a word has capitals only. */
static bool is_capital_word(struct text_span text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text.text[i] >= 'a' && text.text[i] <= 'z')
            return false;
    return true;
}

static bool is_blank_or_end(struct text_span text, size_t at)
{
    return at >= text.length || words_blank_at(text.text + at, text.length - at);
}

/* Returns the offset after the marks that end a number, such as "." or ".)" or the ".-" of
 * Spanish. */
static size_t marks_end(struct text_span text, size_t at)
{
    static const char *const ordinals[] = {"\xc2\xba", "\xc2\xb0", "\xc2\xaa"};
    for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
        if (text_span_begins(text_span_part(text, at, text.length), ordinals[i])) {
            at += strlen(ordinals[i]);
            break;
        }
    const size_t first = at;
    while (at < text.length && at < first + 2 && strchr(".):/", text.text[at]))
        at++;
    if (at > first && at < text.length && text.text[at] == '-')
        at++;
    return at;
}

/* Reports whether a dash with blanks is at an offset. */
static bool has_dash(struct text_span text, size_t at)
{
    const struct text_span rest = text_span_part(text, at, text.length);
    return rest.length > 3 &&
           (text_span_begins(rest, " \xe2\x80\x93") || text_span_begins(rest, " - "));
}

/* Reads the groups of digits at the beginning of a text. Returns their length, or 0 if one has too
 * many digits. */
static size_t groups_length(struct text_span text, struct outline_number *number)
{
    size_t at = 0;
    while (is_digit(text, at)) {
        const size_t first = at;
        for (number->value = 0; is_digit(text, at) && at - first <= DIGITS_MAX; at++)
            number->value = number->value * 10 + (unsigned)(text.text[at] - '0');
        if (at - first > DIGITS_MAX)
            return 0;
        number->groups++;
        if (at + 1 >= text.length || (text.text[at] != '.' && text.text[at] != '/') ||
            !is_digit(text, at + 1))
            break;
        at++;
    }
    return at;
}

/* Reads digits. Returns the offset after them and their marks, or 0. */
static size_t read_digits(struct text_span text, bool prefixed, bool bare,
                          struct outline_number *number)
{
    const size_t length = groups_length(text, number);
    if (!length)
        return 0;
    const size_t end = marks_end(text, length);
    const bool dashed = end > length && text.text[end - 1] == '-';
    if (!is_blank_or_end(text, end) && !dashed)
        return 0;
    const bool marked = end > length || has_dash(text, length) || number->groups > 1;
    if (!marked && !prefixed && !bare)
        return 0;
    number->form = prefixed ? NUMBER_PREFIXED : marked ? NUMBER_MARKED : NUMBER_BARE;
    number->text = text_span_part(text, 0, length);
    return end;
}

/* Returns the value of a Roman number of the letters I, V and X, or 0. */
static unsigned roman_value(struct text_span text, size_t length)
{
    static const char *const tens[] = {"", "X", "XX", "XXX"};
    static const char *const ones[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    for (unsigned value = 1; value <= ROMAN_MAX; value++) {
        const char *high = tens[value / 10], *low = ones[value % 10];
        if (strlen(high) + strlen(low) == length && !memcmp(text.text, high, strlen(high)) &&
            !memcmp(text.text + strlen(high), low, strlen(low)))
            return value;
    }
    return 0;
}

/* Reads a Roman number. Returns the offset after it and its marks, or 0. */
static size_t read_roman(struct text_span text, bool prefixed, struct outline_number *number)
{
    size_t length = 0;
    while (length < text.length && length <= ROMAN_LETTERS && strchr("IVX", text.text[length]))
        length++;
    number->value = length ? roman_value(text, length) : 0;
    if (!number->value)
        return 0;
    const size_t end = marks_end(text, length);
    const bool sure = length > 1 && (prefixed || has_dash(text, length));
    if (!is_blank_or_end(text, end) || (end == length && !sure))
        return 0;
    number->form = prefixed ? NUMBER_PREFIXED : NUMBER_ROMAN;
    number->text = text_span_part(text, 0, length);
    number->groups = 1;
    return end;
}

/* Reads an ordinal in words: "PRIMERO.-", "Erstens:", "Premier point :". Returns the offset after
 * it and its marks, or 0. */
static size_t read_ordinal(struct text_span text, struct outline_number *number)
{
    unsigned value = 0;
    const size_t length = words_ordinal_at(text.text, text.length, &value);
    size_t end = length;
    if (!length || (text.text[0] >= 'a' && text.text[0] <= 'z'))
        return 0;
    while (end < text.length && text.text[end] == ' ')
        end++;
    const size_t noun = end > length && end < text.length
                            ? words_at(WORDS_ITEM_PREFIX, text.text + end, text.length - end)
                            : 0;
    end = noun ? end + noun : length;
    while (noun && end < text.length && words_blank_at(text.text + end, text.length - end))
        end += words_blank_at(text.text + end, text.length - end);
    const size_t marked = marks_end(text, end);
    const bool colon = marked > end && text.text[marked - 1] == ':';
    const bool dashed = marked > end && text.text[marked - 1] == '-';
    if (marked == end || (!noun && !colon && !dashed && !is_capital_word(text, length)) ||
        !(is_blank_or_end(text, marked) || dashed))
        return 0;
    number->form = NUMBER_ORDINAL;
    number->value = value;
    number->groups = 1;
    number->text = text_span_part(text, 0, length);
    return marked;
}

/* Reads "a)", "A)" or "A.". Returns the offset after it, or 0. */
static size_t read_letter(struct text_span text, struct outline_number *number)
{
    const char letter = text.length > 3 ? text.text[0] : 0, mark = letter ? text.text[1] : 0;
    const bool capital = letter >= 'A' && letter <= 'Z';
    if ((!capital && !(letter >= 'a' && letter <= 'z')) || text.text[2] != ' ' ||
        (mark != ')' && !(capital && mark == '.')))
        return 0;
    number->form = capital ? NUMBER_CAPITAL : NUMBER_LETTER;
    number->value = (unsigned)((letter | 0x20) - 'a' + 1);
    number->groups = 1;
    number->text = text_span_part(text, 0, 1);
    return 2;
}

/* Returns the offset after a word such as "TOP" or a section sign, and its blanks; 0 if there is
 * none. */
static size_t prefix_end(struct text_span title)
{
    size_t at = text_span_begins(title, OUTLINE_SECTION_SIGN)
                    ? strlen(OUTLINE_SECTION_SIGN)
                    : words_at(WORDS_ITEM_PREFIX, title.text, title.length);
    for (size_t blank; at && at < title.length; at += blank)
        if (!(blank = words_blank_at(title.text + at, title.length - at)))
            break;
    return at;
}

/* Returns the length of "No." or the like before digits, or 0. */
static size_t abbreviation_length(struct text_span text)
{
    struct sentence sentence;
    if (!text.length || is_digit(text, 0))
        return 0;
    sentence_read_all(
        text_span_part(text, 0, text.length < ABBREVIATION_MAX ? text.length : ABBREVIATION_MAX),
        &sentence);
    return sentence.count > 1 && pattern_at(PATTERN_NUMBER, &sentence, 0) &&
                   is_digit(text, sentence.list[1].start)
               ? sentence.list[1].start
               : 0;
}

bool outline_number_read(struct text_span title, bool bare, struct outline_number *ret_number)
{
    struct outline_number number = {0};
    size_t at = prefix_end(title);
    const bool prefixed = at > 0;
    if (prefixed)
        at += abbreviation_length(text_span_part(title, at, title.length));
    const struct text_span rest = text_span_part(title, at, title.length);
    size_t end = read_digits(rest, prefixed, bare, &number);
    if (!end)
        end = read_roman(rest, prefixed, &number);
    if (!end)
        end = read_ordinal(rest, &number);
    if (!end && !prefixed)
        end = read_letter(rest, &number);
    if (!end && prefixed && rest.length && *rest.text == ':') {
        number = (struct outline_number){.form = NUMBER_PREFIXED};
        end = 1;
    }
    if (!end)
        return false;
    number.end = at + end;
    *ret_number = number;
    return true;
}
