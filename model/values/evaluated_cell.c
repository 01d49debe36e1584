#include "values/evaluated_cell.h"

#include <string.h>

enum {
    DAYS_OF_A_MONTH = 31
};

static bool cell_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Returns the length of the part that begins with `text`, without blanks at its end. */
static size_t part_length(const char *text, size_t length)
{
    size_t end = 0;
    while (end < length && !evaluated_cell_separates(text[end]))
        end++;
    while (end && text[end - 1] == ' ')
        end--;
    return end;
}

/* Reports whether a text is a whole or decimal number. The sign of a number is not a formula. */
static bool is_number(const char *text, size_t length)
{
    size_t i = length && (*text == '-' || *text == '+'), digits = 0;
    for (; i < length && (cell_is_digit(text[i]) || (text[i] == '.' && digits)); i++)
        digits += cell_is_digit(text[i]);
    return length && i == length && digits;
}

/* Reads a number of at most four digits. Returns its length, or 0 if there is none. */
static size_t read_number(const char *text, size_t length, int *ret_number)
{
    size_t i = 0;
    for (*ret_number = 0; i < length && i < 4 && cell_is_digit(text[i]); i++)
        *ret_number = *ret_number * 10 + (text[i] - '0');
    return i;
}

/* Reports whether the part that begins with `text` is two or three numbers, such as "8-9" or
 * "3/9/01", of which the first can be a day or a month. Dates that begin with a year are meant as
 * dates. */
static bool is_like_a_day(const char *text, size_t length)
{
    int number;
    size_t at = read_number(text, length, &number), numbers = 1;
    const char separator = at < length ? text[at] : '\0';
    if (!at || at > 2 || number > DAYS_OF_A_MONTH || (separator != '-' && separator != '/'))
        return false;
    length = part_length(text, length);
    for (; at < length && text[at] == separator; numbers++) {
        const size_t digits = read_number(text + at + 1, length - at - 1, &number);
        if (!digits)
            return false;
        at += 1 + digits;
    }
    return at == length && numbers <= 3;
}

bool evaluated_cell_is(const char *text, size_t length, bool first)
{
    static const char begins_formula[] = "=+-@\t\r\n", always[] = "=+-@";
    const char *const start = text, *const end = text + length;
    while (text < end && (*text == '\'' || *text == '"'))
        text++;
    if (text == end)
        return false;
    if (is_like_a_day(text, (size_t)(end - text)))
        return true;
    if (!strchr(first ? begins_formula : always, *text) || !*text)
        return false;
    return text > start || !is_number(text, part_length(text, (size_t)(end - text)));
}

size_t evaluated_cell_plain(const char *cell, size_t length, char *out)
{
    size_t written = 0;
    bool part = true;
    for (size_t i = 0; i < length; i++) {
        const bool added = part && cell[i] == '\'' && i + 1 < length &&
                           evaluated_cell_is(cell + i, length - i, i == 0);
        part = evaluated_cell_separates(cell[i]) || (part && cell[i] == ' ');
        if (!added)
            out[written++] = cell[i];
    }
    return written;
}
