#include "search/query.h"

#include "search/query_parser.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

/* Returns the bytes of the quotation mark at `c`, or 0: the straight one, U+201C, U+201D, and the
 * full-width one, U+FF02. */
static size_t quotation_mark(const char *c)
{
    if (*c == '"')
        return 1;
    if (strncmp(c, "\xef\xbc\x82", 3) == 0)
        return 3;
    return strncmp(c, "\xe2\x80", 2) == 0 && (c[2] == '\x9c' || c[2] == '\x9d') ? 3 : 0;
}

/* Returns the bytes of the minus at `c`, or 0: "-", U+2212 and the full-width one, U+FF0D. */
static size_t minus(const char *c)
{
    if (*c == '-')
        return 1;
    return strncmp(c, "\xe2\x88\x92", 3) == 0 || strncmp(c, "\xef\xbc\x8d", 3) == 0 ? 3 : 0;
}

/* Returns the bytes of the star at `c`, or 0: "*" and the full-width one, U+FF0A. */
static size_t star(const char *c)
{
    if (*c == '*')
        return 1;
    return strncmp(c, "\xef\xbc\x8a", 3) == 0 ? 3 : 0;
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

/* Returns the bytes of an invisible character at `c`, or 0. */
static size_t invisible_character(const char *c)
{
    ucs4_t character;
    if ((unsigned char)*c < 0x80)
        return 0;
    const int length = u8_strmbtouc(&character, (const uint8_t *)c);
    return length > 0 && uc_is_property_default_ignorable_code_point(character) ? (size_t)length
                                                                                : 0;
}

static const char *skip_invisible(const char *c)
{
    for (size_t length; (length = invisible_character(c)) > 0;)
        c += length;
    return c;
}

static const char *read_quoted(const char *c, struct query_clause *clause)
{
    clause->text = c;
    while (*c && !quotation_mark(c))
        c++;
    clause->length = (size_t)(c - clause->text);
    c += *c ? quotation_mark(c) : 0;
    const char *after = skip_invisible(c);
    const size_t length = star(after);
    clause->is_prefix = length > 0;
    return length ? after + length : c;
}

static const char *read_plain(const char *c, struct query_clause *clause)
{
    const char *end = c; /* after the last visible character */
    clause->text = c;
    while (*c && !white_space(c) && !quotation_mark(c)) {
        const size_t invisible = invisible_character(c);
        c += invisible ? invisible : 1;
        if (!invisible)
            end = c;
    }
    clause->length = (size_t)(c - clause->text);
    clause->is_prefix = (end - clause->text >= 1 && star(end - 1) == 1) ||
                        (end - clause->text >= 3 && star(end - 3) == 3);
    return c;
}

bool query_read_clause(const char **text, struct query_clause *clause)
{
    const char *c = *text;
    for (size_t space; (space = white_space(c) + invisible_character(c)) > 0;)
        c += space;
    if (!*c)
        return false;
    clause->is_excluded = minus(c) > 0;
    for (size_t length; (length = minus(c)) > 0;)
        c = skip_invisible(c + length);
    const size_t mark = quotation_mark(c);
    *text = mark ? read_quoted(c + mark, clause) : read_plain(c, clause);
    return true;
}

static bool is_same_term(const struct search_query *query, size_t left, size_t right)
{
    const struct search_term *a = &query->terms[left], *b = &query->terms[right];
    if (a->is_prefix != b->is_prefix || a->form_count != b->form_count)
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
    query_read_terms(parser, clause);
    if (query_is_given_up(parser) || query->term_count == first)
        return;
    if (is_repeated(query, phrases, *phrase_count, query->term_count - first)) {
        query_drop_terms(query, first);
        parser->word_count = words;
        return;
    }
    parser->has_too_many_words |= parser->word_count > SEARCH_QUERY_WORDS_MAX;
    if (parser->has_too_many_words)
        return;
    query_append_clause(parser, clause, first);
    phrases[(*phrase_count)++] =
        (struct search_phrase){(uint16_t)first, (uint16_t)(query->term_count - first)};
}

enum search_query_status search_query_parse(const char *text, struct tokenizer *tokenizer,
                                            const struct vocabulary *vocabulary, uint32_t languages,
                                            struct work *work, struct search_query *ret_query)
{
    struct query_parser parser = {.query = ret_query,
                                  .tokenizer = tokenizer,
                                  .vocabulary = vocabulary,
                                  .languages = languages};
    struct query_clause clause;
    ret_query->expression[0] = '\0';
    ret_query->work = work;
    ret_query->term_count = ret_query->phrase_count = ret_query->excluded_count = 0;
    ret_query->form_count = ret_query->form_bytes_used = 0;
    ret_query->has_whole_words = false;
    if (strnlen(text, SEARCH_QUERY_BYTES_MAX + 1) > SEARCH_QUERY_BYTES_MAX)
        return SEARCH_QUERY_TOO_LONG;
    tokenizer->language = TOKENIZER_UNSTEMMED;
    while (!query_is_given_up(&parser) && query_read_clause(&text, &clause))
        add_clause(&parser, &clause);
    query_join_expressions(&parser);
    return parser.failed               ? SEARCH_QUERY_OUT_OF_MEMORY
           : parser.has_too_many_words ? SEARCH_QUERY_TOO_MANY_WORDS
           : parser.has_too_many_forms ? SEARCH_QUERY_TOO_MANY_FORMS
                                       : SEARCH_QUERY_OK;
}

static bool term_matches(const struct search_query *query, const struct search_term *term,
                         const char *word, size_t length)
{
    const struct search_form *forms = &query->forms[term->first_form];
    for (size_t i = 0; i < term->form_count; i++)
        if ((term->is_prefix ? forms[i].length <= length : forms[i].length == length) &&
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
