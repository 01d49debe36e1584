/* Dates in the texts and names of minutes (rules D1 and D2), in English, German, French and
 * Spanish: "January 21, 2004", "21st of May", "the 4th day of October 2023", "4 Oct 23", "Thursday,
 * 3 March 2022", "12. Dezember 2022", "1er mars", "13 de Abril de 2025", "2022-09-20", "20220920",
 * "01.03.2019", "15/05/2025", "Sept. 19-20, 2019", "11/28/23", "the twenty-seventh of January
 * two thousand and twenty-six", and month names without a day.
 */
#pragma once

#include "phrases/text_span.h"

enum {
    PHRASE_DATE_BYTES = 32 /* a date in EDTF with its NUL */
};

/* The order of the numbers of a/b/yyyy and a.b.yyyy (a point always means the day first). */
enum date_order {
    DATE_ORDER_UNKNOWN,
    DATE_DAY_FIRST,
    DATE_MONTH_FIRST
};

/* A date as it is written. */
struct phrase_date {
    struct text_span span; /* the date in the text, with the weekday before it */
    int year;              /* 0 if it is not written */
    int month;             /* 0 if only the year is known */
    int day;               /* 0 if only the month is known */
    int last_month;        /* the last day of a range such as "19-20 September", or 0 */
    int last_day;
    bool swappable; /* true if day and month could be exchanged: 03/04/2022 */
    bool iso;       /* true if it is written year, month, day */
};

/* Finds the first date of a text, from an offset on. `order` decides about a/b/yyyy; with
 * DATE_ORDER_UNKNOWN the day is first, and `swappable` says that this is a guess. Numbers within
 * longer words, paths and versions are not dates. Returns false if the text has no date. */
bool phrase_date_find(struct text_span text, size_t from, enum date_order order,
                      struct phrase_date *ret_date);

/* Finds the first date with a year of a text whose month does not have its day: "31 February 2026".
 * Returns false if the text has none. */
bool phrase_date_find_impossible(struct text_span text, struct text_span *ret_date);

/* Returns true if a text is a date and nothing else, except for a weekday, marks and blanks (M1).
 */
bool phrase_date_is_all(struct text_span text, struct phrase_date *ret_date);

/* Finds the date in a path: in the file's name, else in the names of its folders, such as
 * "2023/CG-11-21.md", "minutes-2019-09-20.md", "2023/11/21.md" or "20231121_Protokoll.md". A date
 * without a day counts only if no more is found. Returns false if the path has not even a year. */
bool phrase_date_in_path(const char *path, struct phrase_date *ret_date);

/* Gives a date what it lacks: the year of another date. Returns true if it had no year. */
bool phrase_date_complete(struct phrase_date *date, const struct phrase_date *other);

/* Returns the weekday of a date, 1 (Monday) to 7, or 0 if there is no such day. */
unsigned phrase_date_weekday(const struct phrase_date *date);

/* Exchanges the day and the month of a date that is swappable. */
void phrase_date_swap(struct phrase_date *date);

/* Finds the first day after a date that is a weekday, 1 (Monday) to 7. Returns false if the date
 * has no day, or there is no such day. */
bool phrase_date_next_weekday(const struct phrase_date *date, unsigned weekday,
                              struct phrase_date *ret_date);

/* Returns the order of a/b/yyyy that a text shows: a number above 12 decides. */
enum date_order date_order_of(struct text_span text);

/* Returns true if both have a day and are the same day. */
bool phrase_date_is_same(const struct phrase_date *a, const struct phrase_date *b);

/* Writes a date in EDTF: "2019-09-20", "2019-09-19/2019-09-20", "2019-09" or "2019". Writes
 * nothing but the NUL, and returns false, if the year is missing or there is no such day. */
bool phrase_date_write(const struct phrase_date *date, char edtf[PHRASE_DATE_BYTES]);
