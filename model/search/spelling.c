#include "search/spelling.h"

#include "search/index.h"
#include "search/text.h"
#include "unicode/collation.h"
#include "work/work.h"

#include <string.h>

enum {
    SPELLING_RECORDS = 20, /* that are read */
    SPELLINGS_MAX = 8,     /* that are counted; a word with more is not expected */
    KEY_BYTES_MAX = 65536  /* of a spelling, by which it is sorted */
};

struct spelling {
    char text[NEAR_WORD_BYTES_MAX]; /* a longer one is not counted */
    size_t length, count;
};

struct spellings {
    const struct near_word *word;
    bool stems;       /* true if the word is compared with stems */
    const char *text; /* that is read */
    struct spelling at[SPELLINGS_MAX];
    size_t count;
};

/* Returns true if a word of a text is the one whose spellings are counted, or begins so. */
static bool is_wanted(const struct near_word *wanted, const struct tokenizer_word *word)
{
    return word->kind == WORD_APART && !word->shares_place &&
           (wanted->is_prefix ? word->length >= wanted->length : word->length == wanted->length) &&
           memcmp(word->text, wanted->text, wanted->length) == 0;
}

/* Counts a spelling of the word. A tokenizer_visitor. */
static bool count_spelling(void *context, const struct tokenizer_word *word)
{
    struct spellings *spellings = context;
    const char *text = spellings->text + word->begin;
    const size_t length = word->end - word->begin;
    size_t i = 0;
    if (!is_wanted(spellings->word, word))
        return true;
    while (i < spellings->count &&
           (spellings->at[i].length != length || memcmp(spellings->at[i].text, text, length) != 0))
        i++;
    if (i == SPELLINGS_MAX || length > sizeof spellings->at[0].text)
        return true;
    struct spelling *spelling = &spellings->at[i];
    if (i == spellings->count) {
        spellings->count++;
        memcpy(spelling->text, text, length);
        spelling->length = length;
        spelling->count = 0;
    }
    spelling->count++;
    return true;
}

/* Reads the texts of a record. Returns false if out of memory or work. */
static bool read_record(struct searcher *searcher, const struct record *record, struct work *work,
                        struct spellings *spellings)
{
    struct buffer *text = &searcher->snippet.text;
    searcher->tokenizer.language =
        spellings->stems ? search_text_language(record) : TOKENIZER_UNSTEMMED;
    for (int column = SEARCH_TITLE; column < SEARCH_COLUMN_COUNT; column++) {
        if (!search_text_write(text, record, (enum search_column)column))
            return false;
        spellings->text = text->bytes;
        if (!near_words_spend(work, text->length * WORK_SNIPPET_WORD / 4) ||
            (text->length && !tokenizer_read(&searcher->tokenizer, text->bytes, text->length,
                                             count_spelling, spellings)))
            return false;
    }
    return true;
}

/* Reports whether a spelling comes before another in the order of texts, which has no equal ones.
 * Returns false if out of memory. */
static bool is_before(const struct spelling *a, const struct spelling *b, bool *ret_before)
{
    struct buffer left, right;
    buffer_init(&left, KEY_BYTES_MAX);
    buffer_init(&right, KEY_BYTES_MAX);
    const bool made = collation_key_append(a->text, a->length, &left) &&
                      collation_key_append(b->text, b->length, &right);
    if (made)
        *ret_before = memcmp(left.bytes, right.bytes,
                             left.length < right.length ? left.length : right.length) < 0;
    buffer_finish(&left);
    buffer_finish(&right);
    return made;
}

/* Finds the most frequent spelling; of equally frequent ones, the first in the order of texts, as
 * facets do. Returns false if out of memory. */
static bool choose_spelling(const struct spellings *spellings, const struct spelling **ret_best)
{
    const struct spelling *best = &spellings->at[0];
    for (size_t i = 1; i < spellings->count; i++) {
        const struct spelling *spelling = &spellings->at[i];
        bool before = spelling->count > best->count;
        if (spelling->count == best->count && !is_before(spelling, best, &before))
            return false;
        if (before)
            best = spelling;
    }
    *ret_best = best;
    return true;
}

bool spelling_prepare(struct searcher *searcher)
{
    static const char find_any[] =
        "SELECT rowid FROM search WHERE search MATCH ?1 AND ?2 >> (rowid >> 28) & 1";
    return searcher->find_any ||
           sqlite3_prepare_v3(searcher->database, find_any, -1, SQLITE_PREPARE_PERSISTENT,
                              &searcher->find_any, NULL) == SQLITE_OK;
}

/* Reads the first records that have the word. The word is quoted in the expression as the
 * vocabulary has it. */
static bool read_records(struct searcher *searcher, struct work *work, struct spellings *spellings)
{
    const struct vocabulary *vocabulary = search_index_vocabulary(searcher->index);
    char expression[NEAR_WORD_BYTES_MAX + 8];
    uint64_t occurrences;
    size_t length, records = 0;
    bool read = true;
    const char *term = vocabulary_word(vocabulary, spellings->word->index, &length, &occurrences);
    if (length > NEAR_WORD_BYTES_MAX)
        return true;
    expression[0] = expression[length + 1] = '"';
    memcpy(expression + 1, term, length);
    expression[length + 2] = '\0';
    sqlite3_bind_text(searcher->find_any, 1, expression, -1, SQLITE_STATIC);
    sqlite3_bind_int64(searcher->find_any, 2, -1);
    while (read && records < SPELLING_RECORDS && sqlite3_step(searcher->find_any) == SQLITE_ROW) {
        const int64_t row = sqlite3_column_int64(searcher->find_any, 0);
        read = read_record(searcher, search_index_record(searcher->index, row), work, spellings);
        records++;
    }
    sqlite3_reset(searcher->find_any);
    return read;
}

bool spelling_find(struct searcher *searcher, const struct near_word *word, struct work *work,
                   struct buffer *out)
{
    struct spellings spellings = {.word = word, .count = 0};
    const struct spelling *best;
    buffer_clear(out);
    if (!read_records(searcher, work, &spellings))
        return false;
    spellings.stems = word->is_prefix && !spellings.count;
    if (spellings.stems && !read_records(searcher, work, &spellings))
        return false;
    if (!spellings.count)
        return true;
    if (!choose_spelling(&spellings, &best))
        return false;
    buffer_append(out, best->text, best->length);
    return !out->failed;
}
