/* The classes of characters that decide where a word begins and ends. */
#pragma once

#include <stdint.h>

enum letter_class {
    LETTER_NONE,     /* separates words: white space, punctuation, symbols */
    LETTER_OF_WORD,  /* a letter or digit of a script that writes words apart, or private use */
    LETTER_PAIRED,   /* a letter of a script in which the index has pairs (words/tokenizer.h) */
    LETTER_EXTENDING /* a mark, or invisible: belongs to the letter before it; else none */
};

/* Returns the class of a character of a fold (unicode/fold.h), by its general category. */
enum letter_class letter_class_of(uint32_t character);
