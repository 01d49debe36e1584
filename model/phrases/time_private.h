/* The parts of times. Private to phrases/time*.c and duration.c.
 *
 * time_clock.c reads a time in digits, time_words.c one in words; time.c finds them in a text and
 * joins two of them to a range. duration.c reads durations. */
#pragma once

#include "phrases/time.h"
#include "wording/words.h"

enum {
    HOUR = 60, /* minutes */
    DAY = 24 * HOUR
};

/* A time of the clock as it is written. */
struct clock_time {
    int minutes;
    bool marked; /* true if something besides the digits says that it is a time */
    bool whole;  /* true if it is an hour without minutes */
    bool point;  /* true if a point divides its hour and minutes, as in a decimal number */
    bool spoken; /* true if it is in words that do not tell the half of the day */
    char half;   /* 'a' or 'p' */
};

/* Returns the byte at an offset, or 0 after the end. */
char time_byte(struct text_span text, size_t at);

/* Reports whether a byte is a letter, or a part of one. */
bool time_is_letter(char byte);

/* Returns the offset after blanks. */
size_t time_after_blanks(struct text_span text, size_t at);

/* Returns the offset after a phrase of a class, or `at`. */
size_t time_after_word(struct text_span text, size_t at, enum words_class words);

/* Reports whether a time or a duration may begin at an offset: it is not within a word, a number or
 * a path. */
bool time_may_begin(struct text_span text, size_t at);

/* Reports whether a word such as "at" is before an offset. */
bool time_follows_at(struct text_span text, size_t at);

/* Reads "am", "p.m.", "PM" at an offset. Returns the offset after it, or `at`. */
size_t time_half_at(struct text_span text, size_t at, char *ret_half);

/* Returns the minutes of a clock of 12 hours, as those of the day; `half` is 'a' or 'p'. */
int time_of_half(int minutes, char half);

/* Reads the words for the second half of the day. Returns the offset after them, or `at`. */
size_t time_evening_at(struct text_span text, size_t at, struct clock_time *clock);

/* Reads a time at an offset, at which there are digits. Returns the offset after it, or `at`. */
size_t time_clock_at(struct text_span text, size_t at, struct clock_time *ret_clock);

/* Reads a time in words at an offset. Returns false if there is none. */
bool time_worded_at(struct text_span text, size_t at, struct phrase_time *ret_time);
