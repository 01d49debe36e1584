/* The parts of dates. Private to phrases/date*.c.
 *
 * date_parts.c reads a day, a month and a year, date_words.c those in words, and date_digits.c a
 * date in digits. date.c finds the date of a text, which is one or joins such parts; date_path.c
 * finds that of a path. */
#pragma once

#include "phrases/date.h"
#include "wording/words.h"

/* Reads the date in digits at an offset, such as "2022-09-20", "20220920", "1.3.2019" or
 * "15/05/2025". What is around it is not looked at. Returns the number of bytes, or 0. */
size_t numeric_date_at(struct text_span text, size_t at, enum date_order order,
                       struct phrase_date *ret_date);

/* Returns the byte at an offset, or 0 after the end. */
char date_byte(struct text_span text, size_t at);

/* Report whether a byte is a letter or a digit of ASCII. */
bool date_is_letter(char byte);
bool date_is_digit(char byte);

/* Returns the offset after blanks and any of the bytes `marks`. */
size_t date_after_blanks(struct text_span text, size_t at, const char *marks);

/* Returns the offset after a phrase of a class, or `at` if none is there. */
size_t date_after_word(struct text_span text, size_t at, enum words_class words);

/* Reads a day of a month, 1 to 31, with its ending. Returns the offset after it, or `at`. */
size_t date_day_at(struct text_span text, size_t at, int *ret_day);

/* Reads a second day after a hyphen or "and". Returns the offset after it, or `at`. */
size_t date_last_day_at(struct text_span text, size_t at, int *ret_day);

/* Reads the name of a month. Returns the offset after it, or `at`. */
size_t date_month_at(struct text_span text, size_t at, int *ret_month);

/* Reads a year after a month or day. Returns the offset after it, or `at`. */
size_t date_year_at(struct text_span text, size_t at, int *ret_year);

/* Reads a year of two digits after a month: "4 Oct 23", "4 Oct '23". Returns the offset after it,
 * or `at`. */
size_t date_short_year_at(struct text_span text, size_t at, int *ret_year);

/* Reports whether a number is a year in which bodies meet. */
bool date_is_year(int year);

/* Returns the year that two digits mean. */
int date_of_century(int year);

/* Reports whether a month has a day; in a leap year if the year is 0. */
bool date_is_day(int year, int month, int day);

/* Reads a day in words: "twenty-seventh". Returns the offset after it, or `at`. */
size_t date_worded_day_at(struct text_span text, size_t at, int *ret_day);

/* Finds the year before a date: "L'an deux mille vingt-six, le 27 janvier". Returns 0 if there is
 * none. */
int date_year_before(struct text_span text, size_t at);

/* Reads the date whose month is at an offset and whose day, before it, is in words: "the
 * twenty-seventh of January 2026". A date without a year does not count: "the second may".
 * *ret_start is where it begins. Returns the offset after it, or 0. */
size_t date_worded_at(struct text_span text, size_t from, size_t at, size_t *ret_start,
                      struct phrase_date *ret_date);
