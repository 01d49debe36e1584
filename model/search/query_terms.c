/* The terms of a query: its words and pairs, and the forms in which the index may have them. */
#include "search/query_parser.h"
#include "search/vocabulary.h"

#include <string.h>

enum {
    PAIR_BYTES_MAX = 256 /* of letters with their marks */
};

bool query_is_given_up(const struct query_parser *parser)
{
    return parser->failed || parser->has_too_many_words || parser->has_too_many_forms;
}

struct search_term *query_last_term(struct search_query *query)
{
    return &query->terms[query->term_count - 1];
}

/* Removes the forms of the last term. */
static void drop_forms(struct search_query *query)
{
    struct search_term *term = query_last_term(query);
    query->form_count -= term->form_count;
    if (term->form_count)
        query->form_bytes_used = query->forms[term->first_form].begin;
    term->form_count = 0;
}

void query_drop_terms(struct search_query *query, size_t first)
{
    while (query->term_count > first) {
        drop_forms(query);
        query->term_count--;
    }
}

/* Returns true if the term has the form. */
static bool has_form(const struct search_query *query, const struct search_term *term,
                     const char *text, size_t length)
{
    const struct search_form *forms = &query->forms[term->first_form];
    for (size_t i = 0; i < term->form_count; i++)
        if (forms[i].length == length &&
            memcmp(query->form_bytes + forms[i].begin, text, forms[i].length) == 0)
            return true;
    return false;
}

/* Adds a form to the last term, unless it has the form. */
static void add_form(struct query_parser *parser, const char *text, size_t length)
{
    struct search_query *query = parser->query;
    if (has_form(query, query_last_term(query), text, length))
        return;
    if (length > sizeof query->form_bytes - query->form_bytes_used ||
        query->form_count == SEARCH_FORMS_MAX) {
        parser->has_too_many_forms = true;
        return;
    }
    memcpy(query->form_bytes + query->form_bytes_used, text, length);
    query->forms[query->form_count++] =
        (struct search_form){(uint16_t)query->form_bytes_used, (uint16_t)length};
    query->form_bytes_used += length;
    query_last_term(query)->form_count++;
}

/* Finds the stem of a word in a language. Returns false if out of memory. */
static bool find_stem(struct query_parser *parser, unsigned language, const char *word,
                      size_t length, const char **ret_stem, size_t *ret_length)
{
    parser->failed |=
        !stemmers_stem(&parser->tokenizer->stemmers, language, word, length, ret_stem, ret_length);
    return !parser->failed;
}

/* Adds the stem of the last word with its accents to the last term, if the index has it. A
 * stem_visitor. */
static void add_accented_stem(void *context, const char *stem, size_t length)
{
    struct query_parser *parser = context;
    if (has_form(parser->query, query_last_term(parser->query), stem, length))
        return;
    if (!parser->vocabulary || vocabulary_occurrences(parser->vocabulary, stem, length, false) > 0)
        add_form(parser, stem, length);
}

/* Adds the stems of the last word in the languages of a set to the last term. */
static void add_stems(struct query_parser *parser, uint32_t languages)
{
    struct stemmers *stemmers = &parser->tokenizer->stemmers;
    const char *stem;
    size_t length;
    for (unsigned i = 0; i < STEM_LANGUAGE_COUNT && !parser->failed; i++) {
        if (!(languages >> i & 1) ||
            !find_stem(parser, i, parser->last_word, parser->last_length, &stem, &length))
            continue;
        add_form(parser, stem, length);
        parser->failed |= !stemmers_visit_spellings(stemmers, i, parser->last_word,
                                                    parser->last_length, add_accented_stem, parser);
    }
}

/* Reports whether a word, pair or last letter begins a word of the query, as its bounds count:
 * after a separator that does not join pairs. */
static bool begins_word(const struct query_parser *parser, size_t clause_first,
                        const struct tokenizer_word *word)
{
    const bool continues_run = word->kind != WORD_APART &&
                               parser->query->term_count > clause_first &&
                               parser->last_kind == WORD_PAIR;
    return !word->adjoins && !continues_run;
}

struct clause_reading {
    struct query_parser *parser;
    size_t first; /* term of the clause */
};

/* A text may have a separator between two letters, and the query another one or white space: the
 * index then has the first letter alone, or the pair. Adds the pair to the last term, a last letter
 * of a run, if the word begins the next run. */
static void add_pair_over_separator(struct query_parser *parser, const struct tokenizer_word *word)
{
    const struct search_query *query = parser->query;
    const struct search_form *last = &query->forms[query->form_count - 1];
    char pair[PAIR_BYTES_MAX];
    if (last->length + word->letter_length > sizeof pair)
        return;
    memcpy(pair, query->form_bytes + last->begin, last->length);
    memcpy(pair + last->length, word->text, word->letter_length);
    add_form(parser, pair, last->length + word->letter_length);
}

/* Adds a word of a clause to the terms of the query. A tokenizer_visitor. */
static bool add_term(void *context, const struct tokenizer_word *word)
{
    const struct clause_reading *reading = context;
    struct query_parser *parser = reading->parser;
    struct search_query *query = parser->query;
    parser->word_count += begins_word(parser, reading->first, word);
    parser->has_too_many_words |= parser->word_count > (size_t)2 * SEARCH_QUERY_WORDS_MAX;
    parser->has_too_many_forms |= query->term_count == SEARCH_TERMS_MAX;
    if (query_is_given_up(parser))
        return false;
    if (query->term_count > reading->first && parser->last_kind == WORD_LAST && word->letter_length)
        add_pair_over_separator(parser, word);
    query->terms[query->term_count++] =
        (struct search_term){.first_form = (uint16_t)query->form_count,
                             .is_pair = word->kind == WORD_PAIR && !word->joins};
    parser->last_kind = word->kind;
    parser->last_length = 0;
    if (word->kind != WORD_APART || word->length > sizeof parser->last_word) {
        add_form(parser, word->text, word->length);
        if (word->joins)
            add_form(parser, word->text, word->letter_length);
        return !query_is_given_up(parser);
    }
    parser->last_length = word->length;
    memcpy(parser->last_word, word->text, word->length);
    add_stems(parser, parser->languages);
    return !query_is_given_up(parser);
}

/* Adds the beginning of whole words to the last term, whose last form is the same without
 * TOKENIZER_WHOLE. */
static void add_whole_form(struct query_parser *parser)
{
    struct search_query *query = parser->query;
    const struct search_form form = query->forms[query->form_count - 1];
    char whole[1 + QUERY_STEMMED_BYTES_MAX] = {TOKENIZER_WHOLE};
    memcpy(whole + 1, query->form_bytes + form.begin, form.length);
    add_form(parser, whole, 1u + form.length);
}

/* Replaces the last term, a word, by the words of the index that stand for all words with this
 * prefix. Returns false if there are none. */
static bool replace_prefix(struct query_parser *parser)
{
    struct prefix_terms terms;
    if (!parser->vocabulary ||
        !prefix_terms_find(parser->vocabulary, parser->last_word, parser->last_length, &terms))
        return false;
    for (size_t i = 0; i < terms.count; i++)
        add_form(parser, terms.at[i].text, terms.at[i].length);
    return true;
}

/* Makes a prefix of the last term, a word. Words without an ending are in the index as they are,
 * and stems of the others; if a stem may be shorter than the prefix, it is looked for in whole
 * words. */
static void make_prefix(struct query_parser *parser)
{
    struct search_query *query = parser->query;
    query_last_term(query)->is_prefix = true;
    if (!parser->last_length) /* longer than any word that has a stem */
        return;
    drop_forms(query);
    if (replace_prefix(parser)) {
        query_last_term(query)->is_prefix = false;
        return;
    }
    add_form(parser, parser->last_word, parser->last_length);
    if (query_is_given_up(parser) ||
        (parser->vocabulary &&
         !vocabulary_has_shorter_stem(parser->vocabulary, parser->last_word, parser->last_length)))
        return;
    add_whole_form(parser);
    query->has_whole_words = true;
}

/* Returns true if the index may have the last term, a pair, with more marks on its last letter. */
static bool has_longer_pair(const struct query_parser *parser)
{
    const struct search_query *query = parser->query;
    const struct search_form *form = &query->forms[query_last_term(parser->query)->first_form];
    const char *pair = query->form_bytes + form->begin;
    return parser->vocabulary &&
           vocabulary_occurrences(parser->vocabulary, pair, form->length, true) >
               vocabulary_occurrences(parser->vocabulary, pair, form->length, false);
}

/* Drops the last letter of a run, because a longer text may contain the run. In such a text marks
 * may follow the letter, which are vowels in many scripts: พหุภาค is a part of พหุภาคี. */
static void end_run(struct query_parser *parser)
{
    query_drop_terms(parser->query, parser->query->term_count - 1);
    query_last_term(parser->query)->is_prefix = has_longer_pair(parser);
}

/* Completes the last term of a clause, which begins at the term `first`. A single letter of a run
 * is a prefix of pairs. */
static void complete_clause(struct query_parser *parser, const struct query_clause *clause,
                            size_t first)
{
    struct search_query *query = parser->query;
    const bool has_pair =
        query->term_count - first > 1 && query->terms[query->term_count - 2].is_pair;
    if (parser->last_kind == WORD_APART && clause->is_prefix)
        make_prefix(parser);
    else if (parser->last_kind == WORD_LAST && has_pair)
        end_run(parser);
    else if (parser->last_kind == WORD_LAST)
        query_last_term(query)->is_prefix = true;
}

void query_read_terms(struct query_parser *parser, const struct query_clause *clause)
{
    const size_t first = parser->query->term_count;
    struct clause_reading reading = {parser, first};
    parser->failed |=
        !tokenizer_read(parser->tokenizer, clause->text, clause->length, add_term, &reading);
    if (!query_is_given_up(parser) && parser->query->term_count > first)
        complete_clause(parser, clause, first);
}
