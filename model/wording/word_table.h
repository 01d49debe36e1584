/* The table of words. Private to model/wording. */
#pragma once

#include "wording/patterns.h"

/* The words of a language: phrases in lower-case letters of ASCII without accents, separated by
 * "|". They have no marks of gender ("presentes", "teilnehmerinnen"). A class without words is
 * NULL. */
struct words_row {
    const char *tag; /* BCP 47 */
    const char *phrases[WORDS_CLASS_COUNT];
    const char *months[12];
    const char *weekdays[7];
    const char *verb_endings; /* of verbs in the present tense after a name, divided by "|" */
    const char *numbers[WORDS_NUMBER_COUNT];   /* from 0 */
    const char *ordinals[WORDS_ORDINAL_COUNT]; /* of items, from the first */
    const char *counted[WORDS_COUNTED_COUNT];  /* numbers from one */
    const char *days[WORDS_DAY_COUNT];         /* of a month; NULL if it is as counted */
    const char *thousands;                     /* 2000 before the rest of a year in words */
    const char *patterns[PATTERN_COUNT];       /* without accents, divided by ";" */
};

/* The rows, each in a file of its own. */
extern const struct words_row words_english, words_german, words_french, words_spanish;

extern const struct words_row *const word_table[WORDS_LANGUAGE_COUNT];

/* Returns the length of the longest of `count` names at the beginning of a text that is not empty,
 * and its place from 1. A name may be NULL. An abbreviation has its "." with it. */
size_t words_name_at(const char *const *names, size_t count, const char *text, size_t length,
                     unsigned *ret_place);
