#include "search/query.h"

#include "search/tokenizer.h"

#include <stdio.h>
#include <string.h>

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

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
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
    while (*c && !is_space(*c) && !quotation_mark(c))
        c++;
    clause->length = (size_t)(c - clause->text);
    clause->is_prefix = clause->length > 0 && c[-1] == '*';
    return c;
}

/* Reads the next clause and moves *text after it. Returns false at the end. */
static bool read_clause(const char **text, struct query_clause *clause)
{
    const char *c = *text;
    while (is_space(*c))
        c++;
    if (!*c)
        return false;
    clause->is_excluded = *c == '-';
    while (*c == '-')
        c++;
    const size_t mark = quotation_mark(c);
    *text = mark ? read_quoted(c + mark, clause) : read_plain(c, clause);
    return true;
}

struct query_parser {
    struct search_query *query;
    struct tokenizer *tokenizer;
    char excluded[SEARCH_EXPRESSION_BYTES]; /* the expression of the excluded clauses */
    bool has_too_many_words;
    struct search_form last_form; /* the last word of the text that was read */
};

/* Copies a word into the query. Returns an empty form if there is no room. */
static struct search_form store_form(struct search_query *query, const char *text, size_t length)
{
    struct search_form form = {(uint16_t)query->form_bytes_used, (uint16_t)length};
    if (length > sizeof query->form_bytes - query->form_bytes_used)
        return (struct search_form){0, 0};
    memcpy(query->form_bytes + query->form_bytes_used, text, length);
    query->form_bytes_used += length;
    return form;
}

/* Adds a word of a clause to the terms of the query. A tokenizer_visitor. */
static bool add_term(void *context, const char *word, size_t length, size_t begin, size_t end)
{
    struct query_parser *parser = context;
    struct search_query *query = parser->query;
    (void)begin, (void)end;
    const struct search_form form = store_form(query, word, length);
    parser->has_too_many_words |=
        query->term_count == SEARCH_TERMS_READ || (length && !form.length);
    if (parser->has_too_many_words)
        return false;
    query->terms[query->term_count++] = (struct search_term){.forms = {form}, .form_count = 1};
    return true;
}

/* Appends to an expression. The bounds of a query ensure that there is room; without room it
 * appends nothing. */
static void expression_append_bytes(char *expression, const char *text, size_t length)
{
    const size_t used = strlen(expression);
    if (length >= SEARCH_EXPRESSION_BYTES - used)
        return;
    memcpy(expression + used, text, length);
    expression[used + length] = '\0';
}

static void expression_append(char *expression, const char *text)
{
    expression_append_bytes(expression, text, strlen(text));
}

/* Appends the text of a clause and `ending` in quotation marks. A clause contains no straight
 * quotation mark, the only character that could end the quoted text. */
static void expression_append_quoted(char *expression, const struct query_clause *clause,
                                     const char *ending)
{
    expression_append(expression, "\"");
    expression_append_bytes(expression, clause->text, clause->length);
    expression_append(expression, ending);
    expression_append(expression, "\"");
}

/* Stores a word in place of the previous one. A tokenizer_visitor. */
static bool store_last_form(void *context, const char *word, size_t length, size_t begin,
                            size_t end)
{
    struct query_parser *parser = context;
    (void)begin, (void)end;
    parser->query->form_bytes_used = parser->last_form.begin;
    parser->last_form = store_form(parser->query, word, length);
    return true;
}

/* Returns true if the prefix does not find the stem, because the stem is a shorter prefix of it,
 * and the term does not have the stem yet. */
static bool is_new_stem(const struct search_query *query, const struct search_term *term,
                        struct search_form stem)
{
    const struct search_form prefix = term->forms[0];
    if (!stem.length || stem.length >= prefix.length ||
        memcmp(query->form_bytes + stem.begin, query->form_bytes + prefix.begin, stem.length) != 0)
        return false;
    for (size_t i = 1; i < term->form_count; i++)
        if (term->forms[i].length == stem.length)
            return false;
    return true;
}

/* Completes the clause's last word with each English ending, and adds the stems that result and
 * that the prefix does not find as further forms of the last term. */
static bool append_stem_forms(struct query_parser *parser, char *expression,
                              const struct query_clause *clause)
{
    static const char *const endings[] = {
        "y",  "e",  "s",  "d",  "t",   "n",   "g",   "l",   "on",  "ty",  "nt",   "ng",  "al",
        "ly", "ed", "es", "er", "ion", "ing", "ent", "ity", "ive", "ize", "able", "ness"};
    struct search_query *query = parser->query;
    struct search_term *term = &query->terms[query->term_count - 1];
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        char completed[SEARCH_QUERY_BYTES_MAX + 8];
        const int length = snprintf(completed, sizeof completed, "%.*s%s", (int)clause->length,
                                    clause->text, endings[i]);
        const size_t before = query->form_bytes_used;
        parser->last_form = (struct search_form){(uint16_t)before, 0};
        if (!tokenizer_read(parser->tokenizer, completed, (size_t)length, store_last_form, parser))
            return false;
        if (term->form_count == SEARCH_FORMS_MAX || !is_new_stem(query, term, parser->last_form)) {
            query->form_bytes_used = before;
            continue;
        }
        term->forms[term->form_count++] = parser->last_form;
        expression_append(expression, " OR ");
        expression_append_quoted(expression, clause, endings[i]);
    }
    return true;
}

/* Appends the clause to the expression of its kind; the query's last term belongs to it. */
static bool append_clause(struct query_parser *parser, char *expression,
                          struct query_clause *clause)
{
    expression_append(expression, *expression ? clause->is_excluded ? " OR " : " AND " : "(");
    if (!clause->is_prefix) {
        expression_append_quoted(expression, clause, "");
        return true;
    }
    while (clause->length > 0 && clause->text[clause->length - 1] == '*')
        clause->length--;
    expression_append(expression, "(");
    expression_append_quoted(expression, clause, "");
    expression_append(expression, "*");
    if (!append_stem_forms(parser, expression, clause))
        return false;
    expression_append(expression, ")");
    return true;
}

static bool is_same_term(const struct search_query *query, size_t left, size_t right)
{
    const struct search_term *a = &query->terms[left], *b = &query->terms[right];
    return a->is_prefix == b->is_prefix && a->forms[0].length == b->forms[0].length &&
           memcmp(query->form_bytes + a->forms[0].begin, query->form_bytes + b->forms[0].begin,
                  a->forms[0].length) == 0;
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

static bool add_clause(struct query_parser *parser, struct query_clause *clause)
{
    struct search_query *query = parser->query;
    struct search_phrase *phrases = clause->is_excluded ? query->excluded : query->phrases;
    size_t *phrase_count = clause->is_excluded ? &query->excluded_count : &query->phrase_count;
    const size_t first = query->term_count, form_bytes = query->form_bytes_used;
    if (!tokenizer_read(parser->tokenizer, clause->text, clause->length, add_term, parser))
        return false;
    if (parser->has_too_many_words || query->term_count == first)
        return true;
    query->terms[query->term_count - 1].is_prefix = clause->is_prefix;
    if (is_repeated(query, phrases, *phrase_count, query->term_count - first)) {
        query->term_count = first;
        query->form_bytes_used = form_bytes;
        return true;
    }
    parser->has_too_many_words = query->term_count > SEARCH_QUERY_WORDS_MAX;
    if (parser->has_too_many_words)
        return true;
    if (!append_clause(parser, clause->is_excluded ? parser->excluded : query->expression, clause))
        return false;
    phrases[(*phrase_count)++] =
        (struct search_phrase){(uint8_t)first, (uint8_t)(query->term_count - first)};
    return true;
}

/* Completes the expression: (clauses) NOT (excluded clauses). */
static void join_expressions(struct query_parser *parser)
{
    char *expression = parser->query->expression;
    if (!*expression)
        return;
    expression_append(expression, ")");
    if (!*parser->excluded)
        return;
    expression_append(expression, " NOT ");
    expression_append(expression, parser->excluded);
    expression_append(expression, ")");
}

enum search_query_status search_query_parse(const char *text, struct tokenizer *tokenizer,
                                            struct work *work, struct search_query *ret_query)
{
    struct query_parser parser = {.query = ret_query, .tokenizer = tokenizer};
    struct query_clause clause;
    ret_query->expression[0] = '\0';
    ret_query->work = work;
    ret_query->term_count = ret_query->phrase_count = ret_query->excluded_count = 0;
    ret_query->form_bytes_used = 0;
    if (strnlen(text, SEARCH_QUERY_BYTES_MAX + 1) > SEARCH_QUERY_BYTES_MAX)
        return SEARCH_QUERY_TOO_LONG;
    while (read_clause(&text, &clause)) {
        if (!add_clause(&parser, &clause))
            return SEARCH_QUERY_OUT_OF_MEMORY;
        if (parser.has_too_many_words)
            return SEARCH_QUERY_TOO_MANY_WORDS;
    }
    join_expressions(&parser);
    return SEARCH_QUERY_OK;
}

static bool form_matches(const struct search_query *query, struct search_form form, bool is_prefix,
                         const char *word, size_t length)
{
    return (is_prefix ? form.length <= length : form.length == length) &&
           memcmp(query->form_bytes + form.begin, word, form.length) == 0;
}

uint32_t search_query_match(const struct search_query *query, const char *word, size_t length)
{
    uint32_t matched = 0;
    for (size_t i = 0; i < query->term_count; i++) {
        const struct search_term *term = &query->terms[i];
        for (size_t j = 0; j < term->form_count; j++)
            if (form_matches(query, term->forms[j], term->is_prefix && j == 0, word, length))
                matched |= UINT32_C(1) << i;
    }
    return matched;
}
