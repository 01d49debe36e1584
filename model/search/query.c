#include "search/query.h"

#include "search/words.h"

#include <stdio.h>
#include <string.h>

/* One phrase or word as it is written. */
struct piece {
    const char *text;
    size_t length;
    bool begun;   /* "*" behind it */
    bool without; /* "-" before it */
};

/* The bytes of a quotation mark at `c`, or 0: the typewriter's, and the two of print. */
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

static const char *read_quoted(const char *c, struct piece *piece)
{
    piece->text = c;
    while (*c && !quotation_mark(c))
        c++;
    piece->length = (size_t)(c - piece->text);
    c += *c ? quotation_mark(c) : 0;
    piece->begun = *c == '*';
    return c + piece->begun;
}

static const char *read_plain(const char *c, struct piece *piece)
{
    piece->text = c;
    while (*c && !is_space(*c) && !quotation_mark(c))
        c++;
    piece->length = (size_t)(c - piece->text);
    piece->begun = piece->length > 0 && c[-1] == '*';
    return c;
}

/* Reads the next piece and moves *text behind it; false at the end. */
static bool read_piece(const char **text, struct piece *piece)
{
    const char *c = *text;
    while (is_space(*c))
        c++;
    if (!*c)
        return false;
    piece->without = *c == '-';
    while (*c == '-')
        c++;
    const size_t mark = quotation_mark(c);
    *text = mark ? read_quoted(c + mark, piece) : read_plain(c, piece);
    return true;
}

/* A query while it is parsed. */
struct parsing {
    struct search_query *query;
    struct search_words *words;
    char without[SEARCH_EXPRESSION_BYTES]; /* what a hit must not have */
    bool full;                             /* more words than a query may have */
    /* While the endings of a word that is only begun are tried: */
    struct search_word *begun;
    struct search_form last; /* the last word of what was read, in front of which is what counts */
};

static struct search_form keep_text(struct search_query *query, const char *text, size_t length)
{
    struct search_form form = {(uint16_t)query->text_length, (uint16_t)length};
    if (length > sizeof query->text - query->text_length)
        return (struct search_form){0, 0};
    memcpy(query->text + query->text_length, text, length);
    query->text_length += length;
    return form;
}

static bool add_word(void *context, const char *word, size_t length, size_t begin, size_t end)
{
    struct parsing *parsing = context;
    struct search_query *query = parsing->query;
    (void)begin, (void)end;
    const struct search_form form = keep_text(query, word, length);
    parsing->full |= query->word_count == SEARCH_QUERY_WORDS_MAX || (length && !form.length);
    if (parsing->full)
        return false;
    query->words[query->word_count++] = (struct search_word){.forms = {form}, .form_count = 1};
    return true;
}

/* Appends to an expression; nothing where there is no room, which the bounds of a query leave. */
static void append(char *expression, const char *text, size_t length)
{
    const size_t used = strlen(expression);
    if (length >= SEARCH_EXPRESSION_BYTES - used)
        return;
    memcpy(expression + used, text, length);
    expression[used + length] = '\0';
}

static void append_text(char *expression, const char *text)
{
    append(expression, text, strlen(text));
}

/* A piece holds no quotation mark of the typewriter, which alone would end the quoted text. */
static void append_quoted(char *expression, const struct piece *piece, const char *ending)
{
    append_text(expression, "\"");
    append(expression, piece->text, piece->length);
    append_text(expression, ending);
    append_text(expression, "\"");
}

static bool keep_last(void *context, const char *word, size_t length, size_t begin, size_t end)
{
    struct parsing *parsing = context;
    (void)begin, (void)end;
    parsing->query->text_length = parsing->last.at;
    parsing->last = keep_text(parsing->query, word, length);
    return true;
}

/* Whether a stem is one that the beginning does not find, as it is shorter, and is not there yet.
 */
static bool is_new_stem(const struct search_query *query, const struct search_word *word,
                        struct search_form stem)
{
    const struct search_form begun = word->forms[0];
    if (!stem.length || stem.length >= begun.length ||
        memcmp(query->text + stem.at, query->text + begun.at, stem.length) != 0)
        return false;
    for (size_t i = 1; i < word->form_count; i++)
        if (word->forms[i].length == stem.length)
            return false;
    return true;
}

/* The stems of words that begin as the piece's last one and end as English words do. */
static bool append_endings(struct parsing *parsing, char *expression, const struct piece *piece)
{
    static const char *const endings[] = {
        "y",  "e",  "s",  "d",  "t",   "n",   "g",   "l",   "on",  "ty",  "nt",   "ng",  "al",
        "ly", "ed", "es", "er", "ion", "ing", "ent", "ity", "ive", "ize", "able", "ness"};
    struct search_query *query = parsing->query;
    struct search_word *word = &query->words[query->word_count - 1];
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        char ended[SEARCH_QUERY_BYTES_MAX + 8];
        const int length =
            snprintf(ended, sizeof ended, "%.*s%s", (int)piece->length, piece->text, endings[i]);
        const size_t before = query->text_length;
        parsing->last = (struct search_form){(uint16_t)before, 0};
        if (!search_words_read(parsing->words, ended, (size_t)length, keep_last, parsing))
            return false;
        if (word->form_count == SEARCH_FORMS_MAX || !is_new_stem(query, word, parsing->last)) {
            query->text_length = before;
            continue;
        }
        word->forms[word->form_count++] = parsing->last;
        append_text(expression, " OR ");
        append_quoted(expression, piece, endings[i]);
    }
    return true;
}

static bool append_piece(struct parsing *parsing, char *expression, struct piece *piece)
{
    append_text(expression, *expression ? piece->without ? " OR " : " AND " : "(");
    if (!piece->begun) {
        append_quoted(expression, piece, "");
        return true;
    }
    while (piece->length > 0 && piece->text[piece->length - 1] == '*')
        piece->length--;
    append_text(expression, "(");
    append_quoted(expression, piece, "");
    append_text(expression, "*");
    if (!append_endings(parsing, expression, piece))
        return false;
    append_text(expression, ")");
    return true;
}

static bool add_piece(struct parsing *parsing, struct piece *piece)
{
    struct search_query *query = parsing->query;
    const size_t first = query->word_count;
    if (!search_words_read(parsing->words, piece->text, piece->length, add_word, parsing))
        return false;
    if (parsing->full || query->word_count == first)
        return true;
    query->words[query->word_count - 1].begun = piece->begun;
    if (!append_piece(parsing, piece->without ? parsing->without : query->expression, piece))
        return false;
    if (!piece->without)
        query->phrases[query->phrase_count++] =
            (struct search_phrase){(uint8_t)first, (uint8_t)(query->word_count - first)};
    return true;
}

static void join(struct parsing *parsing)
{
    char *expression = parsing->query->expression;
    if (!*expression)
        return;
    append_text(expression, ")");
    if (!*parsing->without)
        return;
    append_text(expression, " NOT ");
    append_text(expression, parsing->without);
    append_text(expression, ")");
}

enum search_query_status search_query_parse(const char *text, struct search_words *words,
                                            struct search_query *ret_query)
{
    struct parsing parsing = {.query = ret_query, .words = words};
    struct piece piece;
    ret_query->expression[0] = '\0';
    ret_query->word_count = ret_query->phrase_count = ret_query->text_length = 0;
    if (strnlen(text, SEARCH_QUERY_BYTES_MAX + 1) > SEARCH_QUERY_BYTES_MAX)
        return SEARCH_QUERY_TOO_LONG;
    while (read_piece(&text, &piece)) {
        if (!add_piece(&parsing, &piece))
            return SEARCH_QUERY_OUT_OF_MEMORY;
        if (parsing.full)
            return SEARCH_QUERY_TOO_MANY_WORDS;
    }
    join(&parsing);
    return SEARCH_QUERY_OK;
}

static bool is_form(const struct search_query *query, struct search_form form, bool begun,
                    const char *word, size_t length)
{
    return (begun ? form.length <= length : form.length == length) &&
           memcmp(query->text + form.at, word, form.length) == 0;
}

uint32_t search_query_match(const struct search_query *query, const char *word, size_t length)
{
    uint32_t matched = 0;
    for (size_t i = 0; i < query->word_count; i++) {
        const struct search_word *wanted = &query->words[i];
        for (size_t j = 0; j < wanted->form_count; j++)
            if (is_form(query, wanted->forms[j], wanted->begun && j == 0, word, length))
                matched |= UINT32_C(1) << i;
    }
    return matched;
}
