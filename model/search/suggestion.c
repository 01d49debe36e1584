/* A suggestion for a query that finds nothing. Each word that does not occur in the index is
 * replaced by the nearest one, in its most frequent spelling; everything else of the query stays.
 * A prefix is replaced by a whole word too, because the beginning of a word may look cut.
 * The new query must find something, otherwise the next nearest words are tried.
 */
#include "search/index.h"
#include "search/near_words.h"
#include "search/query_parser.h"
#include "search/query_work.h"
#include "search/spelling.h"
#include "work/work.h"

#include <string.h>

enum {
    CORRECTIONS_MAX = 4, /* words of a query that are corrected */
    ATTEMPTS_MAX = 8     /* queries that are tried */
};

/* A word of the query that is corrected. */
struct correction {
    const char *begin, *end; /* in the text of the query */
    struct near_words words;
    bool resolved[NEAR_WORDS_MAX]; /* true if the text of the near word is its spelling */
    size_t choice;                 /* of the near words */
};

struct suggestion {
    struct searcher *searcher;
    struct work *work;
    struct search_query query;
    struct correction corrections[CORRECTIONS_MAX];
    size_t count;
    bool is_given_up;      /* out of memory or work, or too many words */
    bool has_joined_words; /* true if words without white space between them were read */
    bool joins_words;      /* true if these are corrected as one word: "co-opertion" */
};

/* The words of a clause. */
struct clause_words {
    struct clause_word {
        size_t begin, end;
        bool is_apart; /* and shares its place with no other word */
    } at[SEARCH_QUERY_WORDS_MAX];
    size_t count;
};

/* Stores a word. A tokenizer_visitor. */
static bool store_word(void *context, const struct tokenizer_word *word)
{
    struct clause_words *words = context;
    if (words->count == SEARCH_QUERY_WORDS_MAX)
        return false;
    words->at[words->count++] = (struct clause_word){
        word->begin, word->end, word->kind == WORD_APART && !word->shares_place};
    return true;
}

static bool parse_text(struct suggestion *suggestion, const char *text)
{
    struct searcher *searcher = suggestion->searcher;
    return search_query_parse(text, &searcher->tokenizer, search_index_vocabulary(searcher->index),
                              search_index_languages(searcher->index), NULL,
                              &suggestion->query) == SEARCH_QUERY_OK;
}

/* Returns true if the word, or a word that begins so, occurs in the index. */
static bool word_occurs(struct suggestion *suggestion, const char *text, size_t length,
                        bool is_prefix)
{
    char word[SEARCH_QUERY_BYTES_MAX + 2];
    memcpy(word, text, length);
    word[length] = '*';
    word[length + is_prefix] = '\0';
    return !parse_text(suggestion, word) ||
           query_words_occur(&suggestion->query,
                             search_index_vocabulary(suggestion->searcher->index));
}

/* Replaces the chosen word of a correction by its spelling. Returns false if it has none. */
static bool resolve_choice(struct suggestion *suggestion, struct correction *correction)
{
    struct near_word *word = &correction->words.at[correction->choice];
    struct buffer *spelling = &suggestion->searcher->snippet.out;
    if (correction->resolved[correction->choice])
        return word->length > 0;
    if (!spelling_find(suggestion->searcher, word, suggestion->work, spelling)) {
        suggestion->is_given_up = true;
        return false;
    }
    correction->resolved[correction->choice] = true;
    word->length = spelling->length;
    if (word->length)
        memcpy(word->text, spelling->bytes, word->length);
    return word->length > 0;
}

/* Chooses the next word of a correction that has a spelling, from `first` on. */
static bool choose_word(struct suggestion *suggestion, struct correction *correction, size_t first)
{
    for (correction->choice = first;
         correction->choice < correction->words.count && !suggestion->is_given_up;
         correction->choice++)
        if (resolve_choice(suggestion, correction))
            return true;
    return false;
}

/* Removes the hyphens, apostrophes and other signs between words that are corrected as one. */
static void remove_signs(struct buffer *folded)
{
    size_t used = 0;
    for (size_t i = 0; i < folded->length; i++) {
        const unsigned char byte = (unsigned char)folded->bytes[i];
        if (byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z'))
            folded->bytes[used++] = folded->bytes[i];
    }
    folded->length = used;
}

/* Finds the words near a word of the query; if `is_prefix`, the beginnings of words near it.
 * Returns false if no word is near, or if the suggestion is given up. */
static bool find_near_words(struct suggestion *suggestion, struct correction *correction,
                            bool is_prefix)
{
    char memory[NEAR_WORD_BYTES_MAX];
    struct buffer folded = {.bytes = memory, .capacity = sizeof memory, .ceiling = sizeof memory};
    const bool fits =
        text_fold(correction->begin, (size_t)(correction->end - correction->begin), &folded);
    remove_signs(&folded);
    if (!fits ||
        !near_words_find(search_index_vocabulary(suggestion->searcher->index), folded.bytes,
                         folded.length, is_prefix, suggestion->work, &correction->words))
        suggestion->is_given_up = true;
    for (size_t i = 0; i < NEAR_WORDS_MAX; i++)
        correction->resolved[i] = false;
    return !suggestion->is_given_up && choose_word(suggestion, correction, 0);
}

/* Adds a correction of a word that does not occur, if others are near it. A prefix is replaced by a
 * whole word that is near it, or else by one of which the beginning is. */
static void correct_word(struct suggestion *suggestion, const char *text, size_t length,
                         bool is_prefix)
{
    struct correction *correction = &suggestion->corrections[suggestion->count];
    if (word_occurs(suggestion, text, length, is_prefix))
        return;
    if (suggestion->count == CORRECTIONS_MAX) {
        suggestion->is_given_up = true;
        return;
    }
    correction->begin = text;
    correction->end = text + length;
    if (find_near_words(suggestion, correction, false) ||
        (is_prefix && !suggestion->is_given_up && find_near_words(suggestion, correction, true)))
        suggestion->count++;
    else
        suggestion->is_given_up = true;
}

/* Returns true if the clause has several words without white space between them. */
static bool has_joined_words(const struct query_clause *clause, const struct clause_words *words)
{
    for (size_t i = 0; i < words->count; i++)
        if (!words->at[i].is_apart)
            return false;
    for (size_t i = 0; i < clause->length; i++)
        if (clause->text[i] == ' ')
            return false;
    return words->count > 1;
}

static void correct_clause(struct suggestion *suggestion, const struct query_clause *clause)
{
    struct clause_words words = {.count = 0};
    struct tokenizer *tokenizer = &suggestion->searcher->tokenizer;
    tokenizer->language = TOKENIZER_UNSTEMMED;
    if (!tokenizer_read(tokenizer, clause->text, clause->length, store_word, &words))
        suggestion->is_given_up = true;
    if (has_joined_words(clause, &words)) {
        suggestion->has_joined_words = true;
        if (suggestion->joins_words) {
            words.at[0].end = words.at[words.count - 1].end;
            words.count = 1;
        }
    }
    for (size_t i = 0; i < words.count && !suggestion->is_given_up; i++) {
        const struct clause_word *word = &words.at[i];
        if (word->is_apart)
            correct_word(suggestion, clause->text + word->begin, word->end - word->begin,
                         clause->is_prefix && i + 1 == words.count);
    }
}

/* Replaces the contents of `out` by the query with the chosen words, with a NUL after it that is
 * not counted. */
static bool write_suggestion(const struct suggestion *suggestion, const char *text,
                             struct buffer *out)
{
    buffer_clear(out);
    for (size_t i = 0; i < suggestion->count; i++) {
        const struct correction *correction = &suggestion->corrections[i];
        const struct near_word *word = &correction->words.at[correction->choice];
        buffer_append(out, text, (size_t)(correction->begin - text));
        buffer_append(out, word->text, word->length);
        text = correction->end;
    }
    buffer_append_text(out, text);
    buffer_append_byte(out, '\0');
    if (!out->failed)
        out->length--;
    return !out->failed;
}

/* Returns true if the text finds a record of one of the types. */
static bool finds_record(struct suggestion *suggestion, const char *text, unsigned types)
{
    struct searcher *searcher = suggestion->searcher;
    sqlite3_stmt *find = searcher->find_any;
    if (!parse_text(suggestion, text) || !*suggestion->query.expression)
        return false;
    if (!near_words_spend(
            suggestion->work,
            query_work(&suggestion->query, search_index_vocabulary(searcher->index), false))) {
        suggestion->is_given_up = true;
        return false;
    }
    sqlite3_bind_text(find, 1, suggestion->query.expression, -1, SQLITE_STATIC);
    sqlite3_bind_int64(find, 2, types);
    const bool found = sqlite3_step(find) == SQLITE_ROW;
    sqlite3_reset(find);
    return found;
}

/* Tries the nearest words first, then for one of the corrections the next ones. */
static bool find_suggestion(struct suggestion *suggestion, const char *text, unsigned types,
                            struct buffer *out)
{
    size_t attempts = 0;
    for (size_t i = 0; i < suggestion->count; i++) {
        struct correction *correction = &suggestion->corrections[i];
        const size_t first = correction->choice;
        do {
            if (++attempts > ATTEMPTS_MAX || !write_suggestion(suggestion, text, out))
                return false;
            if (finds_record(suggestion, out->bytes, types))
                return true;
        } while (choose_word(suggestion, correction, correction->choice + 1));
        correction->choice = first;
    }
    return false;
}

/* Corrects the words that do not occur, and finds a text with them that finds a record. */
static bool correct_text(struct suggestion *suggestion, const char *text, unsigned types,
                         struct buffer *out)
{
    struct query_clause clause;
    const char *at = text;
    suggestion->count = 0;
    suggestion->is_given_up = false;
    while (!suggestion->is_given_up && query_read_clause(&at, &clause))
        if (!clause.is_excluded)
            correct_clause(suggestion, &clause);
    return suggestion->count && !suggestion->is_given_up &&
           find_suggestion(suggestion, text, types, out);
}

bool searcher_suggest(struct searcher *searcher, const char *text, unsigned types,
                      struct work *work, struct buffer *out)
{
    struct suggestion suggestion = {.searcher = searcher, .work = work};
    if (!searcher->database || !spelling_prepare(searcher))
        return false;
    searcher->work = work;
    if (correct_text(&suggestion, text, types, out))
        return true;
    suggestion.joins_words = true;
    return suggestion.has_joined_words && correct_text(&suggestion, text, types, out);
}
