/* Numbers, days and years in words: "vingt-sept", "twenty-seventh", "dos mil veintiséis". */
#include "wording/word_table.h"

#include <string.h>
#include <strings.h>

enum {
    MILLENNIUM = 2000,
    TENS_MIN = 10 /* after "twenty" in a year: "twenty ten" */
};

size_t words_counted_at(const char *text, size_t length, unsigned *ret_value)
{
    size_t longest = 0;
    for (int i = 0; length && i < WORDS_LANGUAGE_COUNT; i++) {
        unsigned value = 0;
        const size_t matched =
            words_name_at(word_table[i]->counted, WORDS_COUNTED_COUNT, text, length, &value);
        if (matched > longest) {
            longest = matched;
            *ret_value = value;
        }
    }
    return longest;
}

/* Reads a day in a language. In one whose second day has no word of its own, days are as counted.
 */
static size_t day_in(const struct words_row *row, const char *text, size_t length,
                     unsigned *ret_day)
{
    const size_t matched = words_name_at(row->days, WORDS_DAY_COUNT, text, length, ret_day);
    return matched || row->days[1]
               ? matched
               : words_name_at(row->counted, WORDS_DAY_COUNT, text, length, ret_day);
}

size_t words_day_at(const char *text, size_t length, unsigned *ret_day)
{
    size_t longest = 0;
    for (int i = 0; length && i < WORDS_LANGUAGE_COUNT; i++) {
        unsigned day = 0;
        const size_t matched = day_in(word_table[i], text, length, &day);
        if (matched > longest) {
            longest = matched;
            *ret_day = day;
        }
    }
    return longest;
}

static bool ends_word(const char *text, size_t length, size_t at)
{
    const unsigned char byte = at < length ? (unsigned char)text[at] : ' ';
    return byte < 0x80 && !((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

/* Reads what follows 2000, of `size` bytes, in a year. Returns the length of the year, or 0. */
static size_t year_after(const struct words_row *row, const char *text, size_t length, size_t size,
                         unsigned *ret_year)
{
    unsigned rest = 0;
    size_t at = size;
    while (at < length && (words_blank_at(text + at, length - at) || text[at] == '-'))
        at += text[at] == '-' ? 1 : words_blank_at(text + at, length - at);
    const size_t matched = at < length ? words_name_at(row->counted, WORDS_COUNTED_COUNT, text + at,
                                                       length - at, &rest)
                                       : 0;
    *ret_year = MILLENNIUM + rest;
    return matched ? at + matched : ends_word(text, length, size) ? size : 0;
}

/* Reads a year in a language. */
static size_t year_in(const struct words_row *row, const char *text, size_t length,
                      unsigned *ret_year)
{
    for (const char *at = row->thousands; at;) {
        const size_t size = strcspn(at, "|");
        unsigned year;
        const size_t matched = size <= length && !strncasecmp(at, text, size)
                                   ? year_after(row, text, length, size, &year)
                                   : 0;
        const bool tens = size == strlen("twenty") && !strncmp(at, "twenty", size);
        if (matched && (!tens || year >= MILLENNIUM + TENS_MIN)) {
            *ret_year = year;
            return matched;
        }
        at = at[size] ? at + size + 1 : NULL;
    }
    return 0;
}

size_t words_year_at(const char *text, size_t length, unsigned *ret_year)
{
    for (int i = 0; length && i < WORDS_LANGUAGE_COUNT; i++) {
        const size_t matched = year_in(word_table[i], text, length, ret_year);
        if (matched)
            return matched;
    }
    return 0;
}
