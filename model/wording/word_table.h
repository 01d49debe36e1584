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
    const char *patterns[PATTERN_COUNT];       /* without accents, divided by ";" */
};

/* The rows, each in a file of its own. */
extern const struct words_row words_english, words_german, words_french, words_spanish;

extern const struct words_row *const word_table[WORDS_LANGUAGE_COUNT];
