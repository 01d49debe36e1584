/* The accents that a word may have lost. Private to the folder.
 *
 * A fold has no accents, but the algorithms of some languages know endings only with them:
 *
 *     fold          spelling       its stem
 *     organizacao   organização    organiz
 *     gunlerde      günlerde       gün
 *
 * So a folded word is stemmed in each spelling in which it may have such endings. Which endings
 * there are is left to libstemmer: the accents of the language are tried on the last letters,
 * before the letters that may follow them in an ending, and the stems show which ones belong to an
 * ending.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum {
    SPELLINGS_MAX = 48,
    SPELLED_BYTES_MAX = 64 /* a longer word has no spelling */
};

/* Spellings of a folded word, in lower case and NFC, without the fold itself. Some may be equal. */
struct spellings {
    struct spelling {
        char text[2 * SPELLED_BYTES_MAX];
        size_t length;
        size_t accent; /* the first letter whose accent was added, counted from the end; private */
    } at[SPELLINGS_MAX];
    size_t count;
};

/* Returns true if an algorithm of libstemmer knows endings with accents, which words without
 * accents do not have for it. */
bool spellings_exist(const char *algorithm);

/* Finds the spellings of a folded word, which is valid UTF-8, for an algorithm of libstemmer. More
 * than SPELLINGS_MAX are ignored. */
void spellings_find(const char *algorithm, const char *folded, size_t length,
                    struct spellings *ret_spellings);
