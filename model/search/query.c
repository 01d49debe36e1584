#include "search/query.h"

#include "search/fts5.h"
#include "search/tokenizer.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

/* A phrase or word in the text of the query. */
struct query_clause {
    const char *text; /* without quotation marks; not terminated by a NUL */
    size_t length;
    bool is_prefix;   /* followed by "*" */
    bool is_excluded; /* preceded by "-" */
};

/* Returns the bytes of the quotation mark at `c`, or 0: the straight one, U+201C and U+201D. */
static size_t quotation_mark(const char *c)
{
    if (*c == '"')
        return 1;
    return strncmp(c, "\xe2\x80", 2) == 0 && (c[2] == '\x9c' || c[2] == '\x9d') ? 3 : 0;
}

/* Returns the bytes of white space of Unicode at `c`, or 0. */
static size_t white_space(const char *c)
{
    ucs4_t character;
    if ((unsigned char)*c < 0x80)
        return *c == ' ' || (*c >= '\t' && *c <= '\r');
    const int length = u8_strmbtouc(&character, (const uint8_t *)c);
    return length > 0 && uc_is_property_white_space(character) ? (size_t)length : 0;
}

static const char *read_quoted(const char *c, struct query_clause *clause)
{
    clause->text = c;
    while (*c && !quotation_mark(c))
        c++;
    clause->length = (size_t)(c - clause->text);
    c += *c ? quotation_mark(c) : 0;
    clause->is_prefix = *c == '*';
    return c + clause->is_prefix;
}

static const char *read_plain(const char *c, struct query_clause *clause)
{
    clause->text = c;
    while (*c && !white_space(c) && !quotation_mark(c))
        c++;
    clause->length = (size_t)(c - clause->text);
    clause->is_prefix = clause->length > 0 && c[-1] == '*';
    return c;
}

/* Reads the next clause and moves *text after it. Returns false at the end. */
static bool read_clause(const char **text, struct query_clause *clause)
{
    const char *c = *text;
    for (size_t space; (space = white_space(c)) > 0;)
        c += space;
    if (!*c)
        return false;
    clause->is_excluded = *c == '-';
    while (*c == '-')
        c++;
    const size_t mark = quotation_mark(c);
    *text = mark ? read_quoted(c + mark, clause) : read_plain(c, clause);
    return true;
}

/* A word is stemmed up to 64 bytes; of a longer one no other form is known. */
enum {
    QUERY_STEMMED_BYTES_MAX = 64
};

struct query_parser {
    struct search_query *query;
    struct tokenizer *tokenizer;
    uint32_t languages;
    char excluded[SEARCH_EXPRESSION_BYTES];  /* the expression of the excluded clauses */
    size_t word_count;                       /* the words and runs of pairs that were read */
    enum word_kind last_kind;                /* of the term that was read last */
    char last_word[QUERY_STEMMED_BYTES_MAX]; /* the word that was read last, without a NUL */
    size_t last_length;                      /* 0 if it is longer */
    const char *last_spelling;               /* the same word in the text of the query */
    size_t last_spelling_length;
    bool has_too_many_words;
    bool failed; /* out of memory */
};

static struct search_term *last_term(struct search_query *query)
{
    return &query->terms[query->term_count - 1];
}

/* Removes the forms of the last term. */
static void drop_forms(struct search_query *query)
{
    struct search_term *term = last_term(query);
    query->form_count -= term->form_count;
    if (term->form_count)
        query->form_bytes_used = query->forms[term->first_form].begin;
    term->form_count = term->prefix_count = 0;
}

/* Removes the terms from `first` on. */
static void drop_terms(struct search_query *query, size_t first)
{
    while (query->term_count > first) {
        drop_forms(query);
        query->term_count--;
    }
}

/* Returns true if a form of the term finds all words that the bytes would find. */
static bool has_form(const struct search_query *query, const struct search_term *term,
                     const char *text, size_t length)
{
    const struct search_form *forms = &query->forms[term->first_form];
    for (size_t i = 0; i < term->form_count; i++)
        if ((forms[i].length == length || (i < term->prefix_count && forms[i].length < length)) &&
            memcmp(query->form_bytes + forms[i].begin, text, forms[i].length) == 0)
            return true;
    return false;
}

/* Adds a form to the last term, unless it has the form. */
static void add_form(struct query_parser *parser, const char *text, size_t length)
{
    struct search_query *query = parser->query;
    if (has_form(query, last_term(query), text, length))
        return;
    parser->has_too_many_words |= length > sizeof query->form_bytes - query->form_bytes_used ||
                                  query->form_count == SEARCH_FORMS_MAX;
    if (parser->has_too_many_words)
        return;
    memcpy(query->form_bytes + query->form_bytes_used, text, length);
    query->forms[query->form_count++] =
        (struct search_form){(uint16_t)query->form_bytes_used, (uint16_t)length};
    query->form_bytes_used += length;
    last_term(query)->form_count++;
}

/* Finds the stem of a word in a language. Returns false if out of memory. */
static bool find_stem(struct query_parser *parser, unsigned language, const char *word,
                      size_t length, const char **ret_stem, size_t *ret_length)
{
    parser->failed |=
        !stemmers_stem(&parser->tokenizer->stemmers, language, word, length, ret_stem, ret_length);
    return !parser->failed;
}

/* Adds the stem of the last word as it is spelt to the last term. */
static void add_spelling_stem(struct query_parser *parser, unsigned language)
{
    const char *stem;
    size_t length;
    parser->failed |=
        !stemmers_stem_spelling(&parser->tokenizer->stemmers, language, parser->last_spelling,
                                parser->last_spelling_length, &stem, &length);
    if (!parser->failed && length)
        add_form(parser, stem, length);
}

/* Adds the stems of the last word in the languages of a set to the last term. */
static void add_stems(struct query_parser *parser, uint32_t languages)
{
    const char *stem;
    size_t length;
    for (unsigned i = 0; i < STEM_LANGUAGE_COUNT && !parser->failed; i++) {
        if (!(languages >> i & 1) ||
            !find_stem(parser, i, parser->last_word, parser->last_length, &stem, &length))
            continue;
        add_form(parser, stem, length);
        if (i != STEM_ENGLISH)
            add_spelling_stem(parser, i);
    }
}

/* Reports whether a word, pair or last letter begins a word of the query, as its bounds count. */
static bool begins_word(const struct query_parser *parser, size_t clause_first, enum word_kind kind)
{
    return kind == WORD_APART || parser->query->term_count == clause_first ||
           parser->last_kind != WORD_PAIR;
}

struct clause_reading {
    struct query_parser *parser;
    const char *text;
    size_t first; /* term of the clause */
};

/* Adds a word of a clause to the terms of the query. A tokenizer_visitor. */
static bool add_term(void *context, const struct tokenizer_word *word)
{
    const struct clause_reading *reading = context;
    struct query_parser *parser = reading->parser;
    struct search_query *query = parser->query;
    parser->word_count += begins_word(parser, reading->first, word->kind);
    parser->has_too_many_words |= parser->word_count > (size_t)2 * SEARCH_QUERY_WORDS_MAX ||
                                  query->term_count == SEARCH_TERMS_MAX;
    if (parser->has_too_many_words)
        return false;
    query->terms[query->term_count++] = (struct search_term){
        .first_form = (uint16_t)query->form_count, .is_pair = word->kind == WORD_PAIR};
    parser->last_kind = word->kind;
    parser->last_length = 0;
    if (word->kind != WORD_APART || word->length > sizeof parser->last_word) {
        add_form(parser, word->text, word->length);
        return !parser->has_too_many_words;
    }
    parser->last_length = word->length;
    parser->last_spelling = reading->text + word->begin;
    parser->last_spelling_length = word->end - word->begin;
    memcpy(parser->last_word, word->text, word->length);
    add_stems(parser, parser->languages);
    return !parser->has_too_many_words && !parser->failed;
}

/* Completes the last word with each English ending, and adds the stems that result and that the
 * prefix does not find, because they are shorter, as further forms of the last term. */
static void add_english_endings(struct query_parser *parser)
{
    static const char *const endings[] = {
        "y",  "e",  "s",  "d",  "t",   "n",   "g",   "l",   "on",  "ty",  "nt",   "ng",  "al",
        "ly", "ed", "es", "er", "ion", "ing", "ent", "ity", "ive", "ize", "able", "ness"};
    struct search_query *query = parser->query;
    const struct search_term *term = last_term(query);
    const struct search_form prefix = query->forms[term->first_form];
    const size_t most = term->form_count + SEARCH_ENDINGS_MAX;
    for (size_t i = 0; i < sizeof endings / sizeof *endings && term->form_count < most; i++) {
        char completed[QUERY_STEMMED_BYTES_MAX + 8];
        const size_t ending = strlen(endings[i]);
        const char *stem;
        size_t length;
        memcpy(completed, parser->last_word, parser->last_length);
        memcpy(completed + parser->last_length, endings[i], ending);
        if (find_stem(parser, STEM_ENGLISH, completed, parser->last_length + ending, &stem,
                      &length) &&
            length < prefix.length && memcmp(query->form_bytes + prefix.begin, stem, length) == 0)
            add_form(parser, stem, length);
    }
}

/* Makes a prefix of the last term, a word. Its first form is the English stem; if other languages
 * need the word as it is, it is the second. */
static void make_prefix(struct query_parser *parser)
{
    const uint32_t english = UINT32_C(1) << STEM_ENGLISH, others = parser->languages & ~english;
    struct search_term *term = last_term(parser->query);
    if (parser->last_length) {
        drop_forms(parser->query);
        add_stems(parser, parser->languages & english);
        term->prefix_count = term->form_count;
        if (others)
            add_form(parser, parser->last_word, parser->last_length);
    }
    term->prefix_count = term->form_count;
    if (!parser->last_length)
        return;
    add_stems(parser, others);
    if (parser->languages & english)
        add_english_endings(parser);
}

/* Completes the last term of a clause, which begins at the term `first`. The last letter of a run
 * is dropped, because a longer text may contain the run; a single letter is a prefix of pairs. */
static void complete_clause(struct query_parser *parser, const struct query_clause *clause,
                            size_t first)
{
    struct search_query *query = parser->query;
    const bool has_pair =
        query->term_count - first > 1 && query->terms[query->term_count - 2].is_pair;
    if (parser->last_kind == WORD_APART && clause->is_prefix)
        make_prefix(parser);
    else if (parser->last_kind == WORD_LAST && has_pair)
        drop_terms(query, query->term_count - 1);
    else if (parser->last_kind == WORD_LAST)
        last_term(query)->prefix_count = last_term(query)->form_count;
}

/* Appends to an expression, if there is room. */
static void expression_append_bytes(struct query_parser *parser, char *expression, const char *text,
                                    size_t length)
{
    const size_t used = strlen(expression);
    if (length >= SEARCH_EXPRESSION_BYTES - used) {
        parser->has_too_many_words = true;
        return;
    }
    memcpy(expression + used, text, length);
    expression[used + length] = '\0';
}

static void expression_append(struct query_parser *parser, char *expression, const char *text)
{
    expression_append_bytes(parser, expression, text, strlen(text));
}

/* Appends `count` forms of a term from the form `first` of the query on. */
static void expression_append_forms(struct query_parser *parser, char *expression, size_t first,
                                    size_t count)
{
    const struct search_query *query = parser->query;
    for (size_t i = first; i < first + count; i++) {
        if (i > first)
            expression_append(parser, expression, FTS5_OR);
        expression_append_bytes(parser, expression, query->form_bytes + query->forms[i].begin,
                                query->forms[i].length);
    }
}

/* Appends the terms of a clause in quotation marks; of the last term, only `count` forms from the
 * form `first` of the query on. */
static void expression_append_phrase(struct query_parser *parser, char *expression,
                                     size_t clause_first, size_t first, size_t count)
{
    const struct search_query *query = parser->query;
    expression_append(parser, expression, "\"");
    for (size_t i = clause_first; i + 1 < query->term_count; i++) {
        expression_append_forms(parser, expression, query->terms[i].first_form,
                                query->terms[i].form_count);
        expression_append(parser, expression, " ");
    }
    expression_append_forms(parser, expression, first, count);
    expression_append(parser, expression, "\"");
}

/* Appends a clause to the expression of its kind: the query's terms from `first` on. */
static void append_clause(struct query_parser *parser, char *expression, bool is_excluded,
                          size_t first)
{
    const struct search_term *term = last_term(parser->query);
    expression_append(parser, expression, *expression ? is_excluded ? " OR " : " AND " : "(");
    if (!term->prefix_count) {
        expression_append_phrase(parser, expression, first, term->first_form, term->form_count);
        return;
    }
    expression_append(parser, expression, "(");
    expression_append_phrase(parser, expression, first, term->first_form, term->prefix_count);
    expression_append(parser, expression, "*");
    for (size_t i = term->prefix_count; i < term->form_count; i++) {
        expression_append(parser, expression, " OR ");
        expression_append_phrase(parser, expression, first, term->first_form + i, 1);
    }
    expression_append(parser, expression, ")");
}

static bool is_same_term(const struct search_query *query, size_t left, size_t right)
{
    const struct search_term *a = &query->terms[left], *b = &query->terms[right];
    if (a->prefix_count != b->prefix_count || a->form_count != b->form_count)
        return false;
    for (size_t i = 0; i < a->form_count; i++) {
        const struct search_form *left_form = &query->forms[a->first_form + i],
                                 *right_form = &query->forms[b->first_form + i];
        if (left_form->length != right_form->length ||
            memcmp(query->form_bytes + left_form->begin, query->form_bytes + right_form->begin,
                   left_form->length) != 0)
            return false;
    }
    return true;
}

/* Returns true if one of the phrases has the same terms as the last `count` of the query. */
static bool is_repeated(const struct search_query *query, const struct search_phrase *phrases,
                        size_t phrase_count, size_t count)
{
    const size_t first = query->term_count - count;
    for (size_t i = 0; i < phrase_count; i++) {
        size_t same = 0;
        while (phrases[i].count == count && same < count &&
               is_same_term(query, phrases[i].first + same, first + same))
            same++;
        if (same == count)
            return true;
    }
    return false;
}

static void add_clause(struct query_parser *parser, const struct query_clause *clause)
{
    struct search_query *query = parser->query;
    struct search_phrase *phrases = clause->is_excluded ? query->excluded : query->phrases;
    size_t *phrase_count = clause->is_excluded ? &query->excluded_count : &query->phrase_count;
    const size_t first = query->term_count, words = parser->word_count;
    struct clause_reading reading = {parser, clause->text, first};
    parser->failed |=
        !tokenizer_read(parser->tokenizer, clause->text, clause->length, add_term, &reading);
    if (parser->failed || parser->has_too_many_words || query->term_count == first)
        return;
    complete_clause(parser, clause, first);
    if (is_repeated(query, phrases, *phrase_count, query->term_count - first)) {
        drop_terms(query, first);
        parser->word_count = words;
        return;
    }
    parser->has_too_many_words |= parser->word_count > SEARCH_QUERY_WORDS_MAX;
    if (parser->has_too_many_words)
        return;
    append_clause(parser, clause->is_excluded ? parser->excluded : query->expression,
                  clause->is_excluded, first);
    phrases[(*phrase_count)++] =
        (struct search_phrase){(uint16_t)first, (uint16_t)(query->term_count - first)};
}

/* Completes the expression: (clauses) NOT (excluded clauses). */
static void join_expressions(struct query_parser *parser)
{
    char *expression = parser->query->expression;
    if (!*expression)
        return;
    expression_append(parser, expression, ")");
    if (!*parser->excluded)
        return;
    expression_append(parser, expression, " NOT ");
    expression_append(parser, expression, parser->excluded);
    expression_append(parser, expression, ")");
}

enum search_query_status search_query_parse(const char *text, struct tokenizer *tokenizer,
                                            uint32_t languages, struct work *work,
                                            struct search_query *ret_query)
{
    struct query_parser parser = {
        .query = ret_query, .tokenizer = tokenizer, .languages = languages};
    struct query_clause clause;
    ret_query->expression[0] = '\0';
    ret_query->work = work;
    ret_query->term_count = ret_query->phrase_count = ret_query->excluded_count = 0;
    ret_query->form_count = ret_query->form_bytes_used = 0;
    if (strnlen(text, SEARCH_QUERY_BYTES_MAX + 1) > SEARCH_QUERY_BYTES_MAX)
        return SEARCH_QUERY_TOO_LONG;
    tokenizer->language = TOKENIZER_UNSTEMMED;
    while (!parser.failed && !parser.has_too_many_words && read_clause(&text, &clause))
        add_clause(&parser, &clause);
    join_expressions(&parser);
    return parser.failed               ? SEARCH_QUERY_OUT_OF_MEMORY
           : parser.has_too_many_words ? SEARCH_QUERY_TOO_MANY_WORDS
                                       : SEARCH_QUERY_OK;
}

static bool term_matches(const struct search_query *query, const struct search_term *term,
                         const char *word, size_t length)
{
    const struct search_form *forms = &query->forms[term->first_form];
    for (size_t i = 0; i < term->form_count; i++)
        if ((i < term->prefix_count ? forms[i].length <= length : forms[i].length == length) &&
            memcmp(query->form_bytes + forms[i].begin, word, forms[i].length) == 0)
            return true;
    return false;
}

bool search_query_match(const struct search_query *query, const char *word, size_t length,
                        struct search_term_set *terms)
{
    bool found = false;
    for (size_t i = 0; i < query->term_count; i++)
        if (term_matches(query, &query->terms[i], word, length)) {
            terms->bits[i / 64] |= UINT64_C(1) << i % 64;
            found = true;
        }
    return found;
}
