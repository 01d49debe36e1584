/* The table of words. Private to model/wording. */
#pragma once

#include "wording/words.h"

/* The words of a language: phrases in lower-case letters of ASCII without accents, separated by
 * "|". The marks of gender are left out of them ("presentes", "teilnehmerinnen"). */
struct words_row {
    const char *tag; /* BCP 47 */
    const char *phrases[WORDS_CLASS_COUNT];
    const char *months[12];
    const char *weekdays[7];
};

extern const struct words_row word_table[WORDS_LANGUAGE_COUNT];
