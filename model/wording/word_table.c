#include "wording/word_table.h"

const struct words_row *const word_table[WORDS_LANGUAGE_COUNT] = {
    [WORDS_ENGLISH] = &words_english,
    [WORDS_GERMAN] = &words_german,
    [WORDS_FRENCH] = &words_french,
    [WORDS_SPANISH] = &words_spanish,
};
