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
        parser->has_too_many_forms = true;
        return;
    }
    memcpy(expression + used, text, length);
    expression[used + length] = '\0';
}

static void expression_append(struct query_parser *parser, char *expression, const char *text)
{
    expression_append_bytes(parser, expression, text, strlen(text));
}

/* Appends the forms of a term. */
static void expression_append_forms(struct query_parser *parser, char *expression,
                                    const struct search_term *term)
{
    const struct search_query *query = parser->query;
    for (size_t i = term->first_form; i < (size_t)term->first_form + term->form_count; i++) {
        if (i > term->first_form)
            expression_append(parser, expression, FTS5_OR);
        expression_append_bytes(parser, expression, query->form_bytes + query->forms[i].begin,
                                query->forms[i].length);
    }
}

void query_append_clause(struct query_parser *parser, const struct query_clause *clause,
                         size_t first)
{
    const struct search_query *query = parser->query;
    char *expression = clause->is_excluded ? parser->excluded : parser->query->expression;
    expression_append(parser, expression,
                      !*expression          ? "("
                      : clause->is_excluded ? " OR "
                                            : " AND ");
    expression_append(parser, expression, "\"");
    for (size_t i = first; i < query->term_count; i++) {
        if (i > first)
            expression_append(parser, expression, " ");
        expression_append_forms(parser, expression, &query->terms[i]);
    }
    expression_append(parser, expression, "\"");
    if (query_last_term(parser->query)->is_prefix)
        expression_append(parser, expression, "*");
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
