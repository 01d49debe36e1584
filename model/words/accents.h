/* Spellings of a word with the accents that its fold has lost. Private to the folder.
 *
 * A fold has no accents, but the algorithms of some languages recognise endings only with them:
 *
 *     fold          spelling       its stem
 *     organizacao   organização    organiz
 *     gunlerde      günlerde       gün
 *
 * So a folded word is stemmed in each spelling that it may have. The table here does not know the
 * endings, only the accented letters of each language and the letters that may follow them in an
 * ending. The stems by libstemmer show which spellings have an ending.
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
        size_t accent; /* the letter to which an accent was added, counted from the end; private */
    } at[SPELLINGS_MAX];
    size_t count;
};

/* Returns true if an algorithm of libstemmer has endings that it recognises only with accents. */
bool spellings_exist(const char *algorithm);

/* Finds the spellings of a folded word, which is valid UTF-8, for an algorithm of libstemmer. Finds
 * at most SPELLINGS_MAX. */
void spellings_find(const char *algorithm, const char *folded, size_t length,
                    struct spellings *ret_spellings);
