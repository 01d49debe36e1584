/* The expression of a query for FTS5's MATCH. */
#include "search/query_parser.h"
#include "words/fts5.h"

#include <string.h>

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

void query_append_clause(struct query_parser *parser, const struct query_clause *clause,
                         size_t first)
{
    const bool is_excluded = clause->is_excluded;
    char *expression = is_excluded ? parser->excluded : parser->query->expression;
    const struct search_term *term = query_last_term(parser->query);
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

void query_join_expressions(struct query_parser *parser)
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
