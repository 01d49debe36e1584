/* The text is cut into runs of bytes that may be part of words: letters and digits of ASCII, and
 * all bytes of longer characters. Most runs are one word and found in the cache. The others are
 * folded and read character by character (words/folded_run.c), unless they are ASCII.
 */
#include "words/tokenizer.h"

#include "words/fts5.h"
#include "words/tokenizer_text.h"

#include <stdlib.h>
#include <string.h>

bool tokenizer_init(struct tokenizer *tokenizer, sqlite3 *connection, size_t cache_slots)
{
    fts5_api *api = fts5_find_api(connection);
    *tokenizer = (struct tokenizer){.language = STEM_ENGLISH, .whole_words = true};
    buffer_init(&tokenizer->pair, SIZE_MAX / 2);
    buffer_init(&tokenizer->whole, SIZE_MAX / 2);
    fold_map_init(&tokenizer->map);
    tokenizer->cache = word_cache_create(cache_slots);
    return api && tokenizer->cache && fts5_register_verbatim(api, FTS5_VERBATIM) &&
           stemmers_init(&tokenizer->stemmers, api);
}

void tokenizer_finish(struct tokenizer *tokenizer)
{
    stemmers_finish(&tokenizer->stemmers);
    fold_map_finish(&tokenizer->map);
    buffer_finish(&tokenizer->pair);
    buffer_finish(&tokenizer->whole);
    free(tokenizer->cache);
    tokenizer->cache = NULL;
}

void tokenizer_visit(struct tokenizer_text *reading, const struct tokenizer_word *word)
{
    if (word->length && !reading->visit(reading->context, word))
        reading->stopped = true;
}

static void visit_form(struct tokenizer_text *reading, struct tokenizer_word *word,
                       enum word_kind kind, const char *text, size_t length)
{
    word->kind = kind;
    word->text = text;
    word->length = length;
    if (!reading->stopped)
        tokenizer_visit(reading, word);
}

void tokenizer_visit_forms(struct tokenizer_text *reading, const struct word_forms *forms,
                           struct tokenizer_word *word)
{
    visit_form(reading, word, word->kind, forms->stem, forms->stem_length);
    if (forms->variant_length)
        visit_form(reading, word, WORD_VARIANT, forms->variant, forms->variant_length);
    if (forms->whole_length && reading->tokenizer->whole_words)
        visit_form(reading, word, WORD_WHOLE, forms->whole, forms->whole_length);
}

static bool has_wide_byte(const char *text, size_t length)
{
    unsigned char bits = 0;
    for (size_t i = 0; i < length; i++)
        bits |= (unsigned char)text[i];
    return bits >= 0x80;
}

/* Stores the form WORD_WHOLE of a word. A word that has a stem is short (words/stemmer.h). */
static void make_whole(struct buffer *whole, const char *word, size_t length,
                       const struct word_forms *forms)
{
    size_t shared = 0;
    while (shared < length && shared < forms->stem_length && word[shared] == forms->stem[shared])
        shared++;
    buffer_clear(whole);
    buffer_append_byte(whole, TOKENIZER_WHOLE);
    buffer_append(whole, word, length);
    buffer_append_byte(whole, TOKENIZER_WHOLE_END);
    buffer_append_byte(whole, (char)(0x80 | shared));
    buffer_append(whole, forms->stem + shared, forms->stem_length - shared);
}

bool whole_word_read(const char *text, size_t length, struct whole_word *ret_whole)
{
    const char *end = length && *text == TOKENIZER_WHOLE
                          ? memchr(text, (unsigned char)TOKENIZER_WHOLE_END, length)
                          : NULL;
    if (!end || end + 1 == text + length)
        return false;
    *ret_whole = (struct whole_word){.word = text + 1,
                                     .length = (size_t)(end - text) - 1,
                                     .shared = (unsigned char)end[1] & 0x7fu,
                                     .stem_end = end + 2,
                                     .stem_end_length = (size_t)(text + length - end) - 2};
    return true;
}

/* Finds the stems. That of the spelling is found first, because the other is in memory that this
 * overwrites. Returns false if out of memory. */
static bool find_stems(struct tokenizer_text *reading, const char *word, size_t length,
                       size_t begin, size_t end, struct word_forms *forms)
{
    struct stemmers *stemmers = &reading->tokenizer->stemmers;
    const unsigned language = reading->tokenizer->language;
    const char *spelling = reading->text + begin;
    if (end && has_wide_byte(spelling, end - begin) &&
        !stemmers_stem_spelling(stemmers, language, spelling, end - begin, &forms->variant,
                                &forms->variant_length))
        return false;
    if (!stemmers_stem(stemmers, language, word, length, &forms->stem, &forms->stem_length))
        return false;
    if (forms->variant_length == forms->stem_length &&
        memcmp(forms->variant, forms->stem, forms->stem_length) == 0)
        forms->variant_length = 0;
    return true;
}

bool tokenizer_find_forms(struct tokenizer_text *reading, const char *word, size_t length,
                          size_t begin, size_t end, struct word_forms *ret_forms)
{
    struct buffer *whole = &reading->tokenizer->whole;
    *ret_forms = (struct word_forms){.stem = word, .stem_length = length};
    if (reading->tokenizer->language == TOKENIZER_UNSTEMMED)
        return true;
    if (!find_stems(reading, word, length, begin, end, ret_forms)) {
        reading->failed = reading->stopped = true;
        return false;
    }
    if (length == ret_forms->stem_length && memcmp(word, ret_forms->stem, length) == 0)
        return true;
    make_whole(whole, word, length, ret_forms);
    reading->failed |= whole->failed;
    reading->stopped |= whole->failed;
    ret_forms->whole = whole->bytes;
    ret_forms->whole_length = whole->length;
    return !whole->failed;
}

/* Reads a run of letters and digits of ASCII: folds it to lower case, and visits its forms. */
static void read_ascii_word(struct tokenizer_text *reading)
{
    struct buffer *folded = &reading->tokenizer->pair;
    const size_t begin = reading->run_begin, end = reading->run_end;
    struct word_forms forms;
    buffer_clear(folded);
    buffer_append(folded, reading->text + begin, end - begin);
    if (folded->failed) {
        reading->failed = reading->stopped = true;
        return;
    }
    for (size_t i = 0; i < folded->length; i++)
        folded->bytes[i] |= 0x20; /* digits have the bit already */
    if (!tokenizer_find_forms(reading, folded->bytes, folded->length, begin, end, &forms))
        return;
    word_cache_store(reading, &forms, begin, end);
    struct tokenizer_word word = {.begin = begin, .end = end, .kind = WORD_APART};
    tokenizer_visit_forms(reading, &forms, &word);
}

/* Most time is spent in this: the classes of bytes (tokenizer_text.h), 1 for letters and digits of
 * ASCII, 2 for bytes of longer characters. */
/* clang-format off */
static const unsigned char byte_classes[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0,
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
};
/* clang-format on */

/* Returns the first byte of a run from `at` on, or the length of the text. */
static size_t find_run(const char *text, size_t at, size_t length)
{
    while (at < length && !byte_classes[(unsigned char)text[at]])
        at++;
    return at;
}

/* Returns the end of the run of bytes at `at`, and whether it has longer characters. */
static size_t find_run_end(const char *text, size_t at, size_t length, bool *ret_mixed)
{
    unsigned classes = 0, class;
    while (at < length && (class = byte_classes[(unsigned char)text[at]]) != 0) {
        classes |= class;
        at++;
    }
    *ret_mixed = classes > 1;
    return at;
}

/* Reads the run from run_begin to run_end. */
static void read_run(struct tokenizer_text *reading, bool is_mixed)
{
    struct tokenizer *tokenizer = reading->tokenizer;
    const char *run = reading->text + reading->run_begin;
    const size_t length = reading->run_end - reading->run_begin;
    const uint8_t language = (uint8_t)tokenizer->language;
    const struct cached_word *slot = reading->slot =
        word_cache_slot(tokenizer->cache, run, length, language);
    if (word_cache_has(slot, run, length, language))
        word_cache_visit(reading, slot);
    else if (is_mixed)
        tokenizer_read_folded_run(reading);
    else
        read_ascii_word(reading);
}

bool tokenizer_read(struct tokenizer *tokenizer, const char *text, size_t length,
                    tokenizer_visitor *visit, void *context)
{
    struct tokenizer_text reading = {
        .tokenizer = tokenizer, .text = text, .length = length, .visit = visit, .context = context};
    bool is_mixed;
    while (!reading.stopped &&
           (reading.run_begin = find_run(text, reading.run_end, length)) < length) {
        reading.run_end = find_run_end(text, reading.run_begin, length, &is_mixed);
        read_run(&reading, is_mixed);
    }
    return !reading.failed;
}
