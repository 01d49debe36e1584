#include "phrases/date.h"

#include "phrases/date_private.h"
#include "phrases/sentence.h"

enum {
    COMPONENT_BYTES = 256
};

/* Finds a date in digits anywhere in a part of a path, except within longer numbers. */
static bool digits_in_component(struct text_span part, struct phrase_date *ret_date)
{
    for (size_t at = 0; at < part.length;) {
        int value;
        const size_t count = text_span_digits(part, at, &value);
        if (!count) {
            at++;
            continue;
        }
        struct phrase_date date;
        const size_t length = numeric_date_at(part, at, DATE_ORDER_UNKNOWN, &date);
        int more;
        if (length && !text_span_digits(part, at + length, &more)) {
            *ret_date = date;
            ret_date->span = text_span_part(part, at, at + length);
            return true;
        }
        at += count;
    }
    return false;
}

/* Finds a date with the name of a month in a part of a path. */
static bool words_in_component(struct text_span part, struct phrase_date *ret_date)
{
    char copy[COMPONENT_BYTES];
    const size_t length = part.length < sizeof copy ? part.length : sizeof copy - 1;
    bool begins = true; /* the names of months are capitals in sentences */
    for (size_t i = 0; i < length; i++) {
        const char byte = part.text[i];
        const bool small = byte >= 'a' && byte <= 'z';
        copy[i] = byte == '-' || byte == '_' || byte == '.' ? ' ' : byte;
        if (begins && small)
            copy[i] = (char)(byte - 'a' + 'A');
        begins = copy[i] == ' ';
    }
    if (!phrase_date_find((struct text_span){copy, length}, 0, DATE_ORDER_UNKNOWN, ret_date))
        return false;
    ret_date->span = part;
    return true;
}

/* Takes the numbers of a part of a path that has no whole date: a year, a month, a month and a day,
 * or a day. `name` is true for the name of the file. */
static void take_numbers(struct text_span part, bool name, struct phrase_date *date)
{
    int numbers[3] = {0};
    size_t digits[3] = {0}, count = 0;
    for (size_t at = 0; at < part.length && count < 3;) {
        int value;
        const size_t length = text_span_digits(part, at, &value);
        if (length) {
            numbers[count] = value;
            digits[count++] = length;
        }
        at += length ? length : 1;
    }
    size_t next = 0;
    if (count && digits[0] == 4 && numbers[0] >= 1800 && numbers[0] <= 2100) {
        date->year = date->year ? date->year : numbers[0];
        next = 1;
    }
    if (date->month || next == count || digits[next] > 2)
        return;
    const int first = numbers[next];
    const bool pair = next + 1 < count && digits[next + 1] == 2 && digits[next] == 2;
    if (pair && first >= 1 && first <= 12 && numbers[next + 1] >= 1 && numbers[next + 1] <= 31) {
        date->month = first;
        date->day = numbers[next + 1];
    } else if (name && !next && count == 1 && digits[0] == 2 && first >= 1 && first <= 31) {
        date->day = first;
    } else if (first >= 1 && first <= 12 && digits[next] == 2 && (!name || next)) {
        date->month = first;
    }
}

/* Returns the part of a path that ends before `end`. */
static struct text_span component_before(const char *path, size_t end)
{
    size_t start = end;
    while (start && path[start - 1] != '/')
        start--;
    return (struct text_span){path + start, end - start};
}

bool phrase_date_in_path(const char *path, struct phrase_date *ret_date)
{
    struct phrase_date partial = {0}, date;
    bool name = true;
    for (size_t end = strlen(path); end;) {
        const struct text_span part = component_before(path, end);
        if (digits_in_component(part, &date) || words_in_component(part, &date)) {
            if (date.year && !partial.month) {
                *ret_date = date;
                return true;
            }
            if (!date.year && !partial.month)
                partial = date;
        }
        if (!partial.year)
            take_numbers(part, name, &partial);
        name = false;
        end = (size_t)(part.text - path);
        end -= end > 0;
    }
    if (!partial.year)
        return false;
    if (!partial.month)
        partial.day = 0;
    *ret_date = partial;
    return true;
}
