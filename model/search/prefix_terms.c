/* Finds the words of an index that stand for all words with a prefix. */
#include "search/query_parser.h"

#include <string.h>

enum {
    WHOLE_WORDS_MAX = 64 /* that are read */
};

/* Returns the term with a text, which is added if it is new, or NULL if there is no room. */
static struct prefix_term *add_prefix_term(struct prefix_terms *terms, const char *text,
                                           size_t length)
{
    for (size_t i = 0; i < terms->count; i++)
        if (terms->at[i].length == length && memcmp(terms->at[i].text, text, length) == 0)
            return &terms->at[i];
    if (terms->count == PREFIX_TERMS_MAX || length > sizeof terms->at[0].text)
        return NULL;
    struct prefix_term *term = &terms->at[terms->count++];
    memcpy(term->text, text, length);
    term->length = length;
    term->whole_occurrences = 0;
    return term;
}

/* Adds the words that begin with the prefix as the index has them. */
static bool add_words(const struct vocabulary *vocabulary, size_t first, size_t end,
                      struct prefix_terms *terms)
{
    if (end - first > PREFIX_TERMS_MAX)
        return false;
    for (size_t i = first; i < end; i++) {
        uint64_t occurrences;
        size_t length;
        const char *text = vocabulary_word(vocabulary, i, &length, &occurrences);
        if (!add_prefix_term(terms, text, length))
            return false;
    }
    return true;
}

/* Adds the stem of a whole word. */
static bool add_stem(const struct whole_word *whole, uint64_t occurrences,
                     struct prefix_terms *terms)
{
    char stem[128];
    if (whole->shared + whole->stem_end_length > sizeof stem)
        return false;
    memcpy(stem, whole->word, whole->shared);
    memcpy(stem + whole->shared, whole->stem_end, whole->stem_end_length);
    struct prefix_term *term = add_prefix_term(terms, stem, whole->shared + whole->stem_end_length);
    if (term)
        term->whole_occurrences += occurrences;
    return term != NULL;
}

/* Adds the stems of the whole words that begin with the prefix. */
static bool add_stems_of_whole_words(const struct vocabulary *vocabulary, const char *prefix,
                                     size_t length, struct prefix_terms *terms)
{
    char text[1 + QUERY_STEMMED_BYTES_MAX] = {TOKENIZER_WHOLE};
    size_t first, end;
    memcpy(text + 1, prefix, length);
    vocabulary_range(vocabulary, text, length + 1, &first, &end);
    if (end - first > WHOLE_WORDS_MAX)
        return false;
    for (size_t i = first; i < end; i++) {
        struct whole_word whole;
        uint64_t occurrences;
        size_t term_length;
        const char *term = vocabulary_word(vocabulary, i, &term_length, &occurrences);
        if (whole_word_read(term, term_length, &whole) && !add_stem(&whole, occurrences, terms))
            return false;
    }
    return true;
}

/* Returns true if the whole words are all that the terms from `first` on stand for. */
static bool terms_are_complete(const struct vocabulary *vocabulary,
                               const struct prefix_terms *terms, size_t first)
{
    for (size_t i = first; i < terms->count; i++)
        if (vocabulary_occurrences(vocabulary, terms->at[i].text, terms->at[i].length, false) !=
            terms->at[i].whole_occurrences)
            return false;
    return terms->count > 0;
}

bool prefix_terms_find(const struct vocabulary *vocabulary, const char *prefix, size_t length,
                       struct prefix_terms *ret_terms)
{
    size_t first, end;
    ret_terms->count = 0;
    vocabulary_range(vocabulary, prefix, length, &first, &end);
    return add_words(vocabulary, first, end, ret_terms) &&
           add_stems_of_whole_words(vocabulary, prefix, length, ret_terms) &&
           terms_are_complete(vocabulary, ret_terms, end - first);
}
