#include "search/vocabulary.h"

#include "base/array.h"
#include "base/buffer.h"
#include "words/tokenizer.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

struct vocabulary_term {
    size_t begin;    /* of its text in `texts`; it ends where the next begins */
    uint64_t before; /* the occurrences of all terms before it */
    uint32_t letters;
};

struct vocabulary {
    struct buffer texts;
    struct vocabulary_term *terms; /* one more than `count` */
    size_t count, capacity;
    size_t least_shared; /* the fewest bytes that a whole word shares with its stem */
};

uint32_t vocabulary_letters(const char *text, size_t length)
{
    uint32_t letters = 0;
    for (size_t i = 0; i < length; i++)
        if (i + 1 == length || ((unsigned char)text[i + 1] & 0xc0) != 0x80)
            letters |= UINT32_C(1) << ((unsigned char)text[i] & 31);
    return letters;
}

/* Returns the letters of a term; those of a whole word without its stem. */
static uint32_t term_letters(const char *text, size_t length)
{
    struct whole_word whole;
    return whole_word_read(text, length, &whole) ? vocabulary_letters(whole.word, whole.length)
                                                 : vocabulary_letters(text, length);
}

/* Appends a term, or without a text the end. */
static bool vocabulary_append(struct vocabulary *vocabulary, const char *text, size_t length,
                              uint64_t before)
{
    struct vocabulary_term *terms = array_reserve(vocabulary->terms, &vocabulary->capacity,
                                                  vocabulary->count + 1, sizeof *terms);
    if (!terms)
        return false;
    vocabulary->terms = terms;
    terms[vocabulary->count] = (struct vocabulary_term){
        .begin = vocabulary->texts.length, .before = before, .letters = term_letters(text, length)};
    buffer_append(&vocabulary->texts, text, length);
    return !vocabulary->texts.failed;
}

static bool vocabulary_read(struct vocabulary *vocabulary, sqlite3_stmt *words)
{
    struct whole_word whole;
    uint64_t before = 0;
    int result;
    while ((result = sqlite3_step(words)) == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(words, 0);
        const size_t length = (size_t)sqlite3_column_bytes(words, 0);
        if (!text || !vocabulary_append(vocabulary, text, length, before))
            return false;
        if (whole_word_read(text, length, &whole) && whole.shared < vocabulary->least_shared)
            vocabulary->least_shared = whole.shared;
        vocabulary->count++;
        before += (uint64_t)sqlite3_column_int64(words, 1);
    }
    return result == SQLITE_DONE && vocabulary_append(vocabulary, "", 0, before);
}

/* The table of words belongs to the connection, and is dropped before the index is copied. */
struct vocabulary *vocabulary_create(sqlite3 *database)
{
    sqlite3_stmt *words = NULL;
    struct vocabulary *vocabulary = calloc(1, sizeof *vocabulary);
    if (!vocabulary)
        return NULL;
    vocabulary->least_shared = SIZE_MAX;
    buffer_init(&vocabulary->texts, SIZE_MAX / 2);
    const bool read =
        sqlite3_exec(database, "CREATE VIRTUAL TABLE words USING fts5vocab(search, row)", NULL,
                     NULL, NULL) == SQLITE_OK &&
        sqlite3_prepare_v2(database, "SELECT term, cnt FROM words ORDER BY term", -1, &words,
                           NULL) == SQLITE_OK &&
        vocabulary_read(vocabulary, words);
    sqlite3_finalize(words);
    if (read && sqlite3_exec(database, "DROP TABLE words", NULL, NULL, NULL) == SQLITE_OK)
        return vocabulary;
    vocabulary_destroy(vocabulary);
    return NULL;
}

void vocabulary_destroy(struct vocabulary *vocabulary)
{
    if (!vocabulary)
        return;
    buffer_finish(&vocabulary->texts);
    free(vocabulary->terms);
    free(vocabulary);
}

/* Compares a term with a word; if `is_prefix`, a term that begins with the word is equal to it. */
static int vocabulary_compare(const struct vocabulary *vocabulary, size_t index, const char *word,
                              size_t length, bool is_prefix)
{
    const size_t begin = vocabulary->terms[index].begin;
    const size_t term_length = vocabulary->terms[index + 1].begin - begin;
    const size_t common = term_length < length ? term_length : length;
    const int order = common ? memcmp(vocabulary->texts.bytes + begin, word, common) : 0;
    if (order || (is_prefix && term_length >= length))
        return order;
    return (term_length > length) - (term_length < length);
}

/* Returns the first term that is not below the word, or if `above` the first that is above it. */
static size_t vocabulary_bound(const struct vocabulary *vocabulary, const char *word, size_t length,
                               bool is_prefix, bool above)
{
    size_t low = 0, count = vocabulary->count;
    while (count > 0) {
        const size_t half = count / 2;
        const int order = vocabulary_compare(vocabulary, low + half, word, length, is_prefix);
        if (order < 0 || (above && order == 0)) {
            low += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return low;
}

uint64_t vocabulary_occurrences(const struct vocabulary *vocabulary, const char *word,
                                size_t length, bool is_prefix)
{
    const size_t first = vocabulary_bound(vocabulary, word, length, is_prefix, false);
    const size_t end = vocabulary_bound(vocabulary, word, length, is_prefix, true);
    return vocabulary->terms[end].before - vocabulary->terms[first].before;
}

void vocabulary_range(const struct vocabulary *vocabulary, const char *prefix, size_t length,
                      size_t *ret_first, size_t *ret_end)
{
    *ret_first = vocabulary_bound(vocabulary, prefix, length, true, false);
    *ret_end = vocabulary_bound(vocabulary, prefix, length, true, true);
}

bool vocabulary_has_shorter_stem(const struct vocabulary *vocabulary, const char *prefix,
                                 size_t length)
{
    char text[256] = {TOKENIZER_WHOLE};
    struct whole_word whole;
    size_t first, end;
    if (length <= vocabulary->least_shared)
        return false;
    if (length >= sizeof text)
        return true;
    memcpy(text + 1, prefix, length);
    vocabulary_range(vocabulary, text, length + 1, &first, &end);
    for (size_t i = first; i < end; i++) {
        const struct vocabulary_term *term = &vocabulary->terms[i];
        if (whole_word_read(vocabulary->texts.bytes + term->begin, term[1].begin - term->begin,
                            &whole) &&
            whole.shared < length)
            return true;
    }
    return false;
}

size_t vocabulary_count(const struct vocabulary *vocabulary)
{
    return vocabulary->count;
}

const char *vocabulary_word(const struct vocabulary *vocabulary, size_t index, size_t *ret_length,
                            uint64_t *ret_occurrences)
{
    const struct vocabulary_term *term = &vocabulary->terms[index];
    const char *text = vocabulary->texts.bytes + term->begin;
    *ret_length = term[1].begin - term->begin;
    *ret_occurrences = term[1].before - term->before;
    return text;
}

/* Returns true if at most `most` bits are set. */
static bool has_at_most(uint32_t bits, unsigned most)
{
    for (; bits && most; most--)
        bits &= bits - 1;
    return bits == 0;
}

size_t vocabulary_next_like(const struct vocabulary *vocabulary, size_t index, uint32_t letters,
                            unsigned lacking, unsigned more)
{
    for (; index < vocabulary->count; index++) {
        const uint32_t own = vocabulary->terms[index].letters;
        if (has_at_most(letters & ~own, lacking) && has_at_most(own & ~letters, more))
            break;
    }
    return index;
}
