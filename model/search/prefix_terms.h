/* The words of an index that stand for all words with a prefix. Private to the folder.
 *
 * SQLite merges the lists of all words with a prefix, which takes longer than reading the lists of
 * a few words. If all words that have a stem begin with the prefix, the stem stands for them:
 *
 *     negotiat*     negoti, the stem of "negotiate", "negotiations" and others
 */
#pragma once

#include "search/vocabulary.h"

enum {
    PREFIX_TERMS_MAX = 8
};

struct prefix_term {
    char text[128];
    size_t length;
    uint64_t whole_occurrences; /* of whole words with this stem that begin with the prefix */
};

struct prefix_terms {
    struct prefix_term at[PREFIX_TERMS_MAX];
    size_t count;
};

/* Finds the words that occur in exactly the places of the words with the prefix. Returns false if
 * there are none, or too many, or if one of them also stands for other words. */
bool prefix_terms_find(const struct vocabulary *vocabulary, const char *prefix, size_t length,
                       struct prefix_terms *ret_terms);
