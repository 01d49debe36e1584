/* The text is cut into runs of bytes that may be part of words: letters and digits of ASCII, and
 * all bytes of longer characters. Most runs are one word and found in the cache. The others are
 * read character by character, unless they are ASCII.
 */
#include "words/tokenizer.h"

#include "unicode/fold.h"
#include "words/fts5.h"
#include "words/letter.h"
#include "words/word_cache.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

bool tokenizer_init(struct tokenizer *tokenizer, sqlite3 *connection, size_t cache_slots)
{
    fts5_api *api = fts5_find_api(connection);
    *tokenizer = (struct tokenizer){.language = STEM_ENGLISH};
    buffer_init(&tokenizer->folded, SIZE_MAX / 2);
    tokenizer->cache = word_cache_create(cache_slots);
    return api && tokenizer->cache && fts5_register_verbatim(api, FTS5_VERBATIM) &&
           stemmers_init(&tokenizer->stemmers, api);
}

void tokenizer_finish(struct tokenizer *tokenizer)
{
    stemmers_finish(&tokenizer->stemmers);
    buffer_finish(&tokenizer->folded);
    free(tokenizer->cache);
    tokenizer->cache = NULL;
}

/* A text that is being read. */
struct tokenizer_text {
    struct tokenizer *tokenizer;
    const char *text;
    size_t length;
    tokenizer_visitor *visit;
    void *context;
    struct cached_word *slot; /* for the word of the run that is read */
    size_t run_begin, run_end;
    bool stopped; /* by the visitor, or because of a failure */
    bool failed;
};

/* A character of a text. */
struct text_letter {
    size_t begin, end;
    enum letter_class class;
};

static bool is_ascii_letter(char c)
{
    const unsigned char byte = (unsigned char)c, letter = byte | 0x20;
    return (letter >= 'a' && letter <= 'z') || (byte >= '0' && byte <= '9');
}

/* Returns true for letters and digits of ASCII and for every byte of a longer character. All other
 * bytes separate words. */
static bool is_run_byte(char c)
{
    return (unsigned char)c >= 0x80 || is_ascii_letter(c);
}

/* Reads the character at `at`. At the end of the text, it is empty and separates words. */
static struct text_letter read_letter(const struct tokenizer_text *reading, size_t at)
{
    struct text_letter letter = {at, at, LETTER_NONE};
    ucs4_t character;
    if (at >= reading->length)
        return letter;
    if ((unsigned char)reading->text[at] < 0x80) {
        letter.end = at + 1;
        letter.class = is_ascii_letter(reading->text[at]) ? LETTER_OF_WORD : LETTER_NONE;
        return letter;
    }
    const int bytes =
        u8_mbtouc(&character, (const uint8_t *)reading->text + at, reading->length - at);
    letter.end = at + (size_t)(bytes > 0 ? bytes : 1);
    letter.class = letter_class_of(character);
    return letter;
}

/* Returns the end of the marks and invisible characters after a letter. */
static size_t letter_end(const struct tokenizer_text *reading, size_t at)
{
    struct text_letter next;
    while ((next = read_letter(reading, at)).class == LETTER_EXTENDING)
        at = next.end;
    return at;
}

/* Removes characters of ASCII that are not letters. Some letters have such folds: "½" is "1⁄2",
 * "⑴" is "(1)". */
static void drop_separators(struct buffer *folded, size_t from)
{
    size_t kept = from;
    for (size_t i = from; i < folded->length; i++)
        if (is_run_byte(folded->bytes[i]))
            folded->bytes[kept++] = folded->bytes[i];
    folded->length = kept;
}

static bool is_ascii(const char *text, size_t length)
{
    unsigned char bits = 0;
    for (size_t i = 0; i < length; i++)
        bits |= (unsigned char)text[i];
    return bits < 0x80;
}

/* Appends letters and digits of ASCII, whose fold is their lower case. */
static void fold_ascii(struct buffer *folded, const char *text, size_t length)
{
    const size_t before = folded->length;
    buffer_append(folded, text, length);
    for (size_t i = before; i < folded->length; i++)
        folded->bytes[i] |= 0x20; /* digits have the bit already */
}

/* Appends the fold of letters. Returns false if out of memory. */
static bool fold_letters(struct tokenizer_text *reading, size_t begin, size_t end)
{
    struct buffer *folded = &reading->tokenizer->folded;
    const size_t before = folded->length;
    const char *letters = reading->text + begin;
    if (is_ascii(letters, end - begin))
        fold_ascii(folded, letters, end - begin);
    else if (text_fold(letters, end - begin, folded))
        drop_separators(folded, before);
    reading->failed |= folded->failed;
    reading->stopped |= reading->failed;
    return !reading->failed;
}

static void visit_word(struct tokenizer_text *reading, struct tokenizer_word word)
{
    if (word.length && !reading->visit(reading->context, &word))
        reading->stopped = true;
}

/* Visits a word, and its variant if it has one. */
static void visit_variants(struct tokenizer_text *reading, struct tokenizer_word word,
                           const char *variant, size_t variant_length)
{
    visit_word(reading, word);
    if (!variant_length || reading->stopped)
        return;
    word.kind = WORD_VARIANT;
    word.text = variant;
    word.length = variant_length;
    visit_word(reading, word);
}

/* Replaces a folded word by its stem, and finds its variant. *ret_length is 0 if the word has no
 * variant. Returns false if out of memory. */
static bool stem_word(const struct tokenizer_text *reading, struct tokenizer_word *word,
                      const char **ret_variant, size_t *ret_length)
{
    struct stemmers *stemmers = &reading->tokenizer->stemmers;
    const unsigned language = reading->tokenizer->language;
    const size_t length = word->end - word->begin;
    const char *spelling = reading->text + word->begin;
    *ret_length = 0;
    if (language == TOKENIZER_UNSTEMMED)
        return true;
    /* The stem is in memory that stemming the other spelling overwrites. */
    const bool has_spelling = language != STEM_ENGLISH && !is_ascii(spelling, length);
    if (has_spelling &&
        !stemmers_stem_spelling(stemmers, language, spelling, length, ret_variant, ret_length))
        return false;
    if (!stemmers_stem(stemmers, language, word->text, word->length, &word->text, &word->length))
        return false;
    if (*ret_length && *ret_length == word->length &&
        memcmp(*ret_variant, word->text, word->length) == 0)
        *ret_length = 0;
    return true;
}

/* Folds and stems a word, and visits it. `is_alone` is true if it is the only one of its run. */
static void read_word(struct tokenizer_text *reading, size_t begin, size_t end, bool is_alone)
{
    const struct tokenizer *tokenizer = reading->tokenizer;
    const char *variant = NULL;
    size_t variant_length;
    buffer_clear(&reading->tokenizer->folded);
    if (!fold_letters(reading, begin, end) || !tokenizer->folded.length)
        return;
    struct tokenizer_word word = {tokenizer->folded.bytes, tokenizer->folded.length, begin, end,
                                  WORD_APART};
    if (!stem_word(reading, &word, &variant, &variant_length)) {
        reading->failed = reading->stopped = true;
        return;
    }
    if (is_alone)
        word_cache_store(reading->slot, reading->text + reading->run_begin,
                         reading->run_end - reading->run_begin, (uint8_t)tokenizer->language, &word,
                         reading->run_begin, variant, variant_length);
    visit_variants(reading, word, variant, variant_length);
}

/* Returns the end of the word that begins at `at`. */
static size_t find_word_end(const struct tokenizer_text *reading, size_t at)
{
    struct text_letter next;
    while ((next = read_letter(reading, at)).class == LETTER_OF_WORD ||
           next.class == LETTER_EXTENDING)
        at = next.end;
    return at;
}

/* Returns true if only separators follow in the run. */
static bool is_last_word(const struct tokenizer_text *reading, size_t at)
{
    while (at < reading->run_end) {
        const struct text_letter letter = read_letter(reading, at);
        if (letter.class == LETTER_OF_WORD || letter.class == LETTER_PAIRED)
            return false;
        at = letter.end;
    }
    return true;
}

/* Returns true for the characters over which runs join: blank, line feed, no-break space,
 * ideographic space, and the middle dots of Katakana. */
static bool joins_runs(const char *text, size_t length)
{
    static const char *const joining[] = {
        " ", "\n", "\xc2\xa0", "\xe3\x80\x80", "\xe3\x83\xbb", "\xef\xbd\xa5"};
    for (size_t i = 0; i < sizeof joining / sizeof *joining; i++)
        if (strlen(joining[i]) == length && memcmp(joining[i], text, length) == 0)
            return true;
    return false;
}

/* Returns the next letter of the run, with its marks, or an empty letter at its end. */
static struct text_letter next_paired_letter(const struct tokenizer_text *reading, size_t at)
{
    struct text_letter next = read_letter(reading, at);
    if (next.class == LETTER_NONE && joins_runs(reading->text + at, next.end - next.begin))
        next = read_letter(reading, next.end);
    if (next.class != LETTER_PAIRED)
        return (struct text_letter){at, at, LETTER_NONE};
    next.end = letter_end(reading, next.end);
    return next;
}

/* Visits the pairs of a run and its last letter. Returns its end. The buffer holds the folds of two
 * letters. */
static size_t read_paired_run(struct tokenizer_text *reading, size_t at)
{
    struct buffer *folded = &reading->tokenizer->folded;
    struct text_letter letter = next_paired_letter(reading, at);
    buffer_clear(folded);
    fold_letters(reading, letter.begin, letter.end);
    while (!reading->stopped) {
        const struct text_letter next = next_paired_letter(reading, letter.end);
        const size_t length = folded->length;
        if (!fold_letters(reading, next.begin, next.end))
            break;
        visit_word(reading,
                   (struct tokenizer_word){folded->bytes, folded->length, letter.begin, letter.end,
                                           next.class ? WORD_PAIR : WORD_LAST});
        if (!next.class)
            break;
        memmove(folded->bytes, folded->bytes + length, folded->length - length);
        folded->length -= length;
        letter = next;
    }
    return letter.end;
}

/* Reads the words of a run with longer characters. Returns the end, which is after the run if a run
 * of pairs joins with the next. */
static size_t read_mixed_run(struct tokenizer_text *reading)
{
    size_t at = reading->run_begin, end;
    for (bool is_first = true; at < reading->run_end && !reading->stopped; at = end) {
        const struct text_letter letter = read_letter(reading, at);
        end = letter.end;
        if (letter.class == LETTER_PAIRED) {
            end = read_paired_run(reading, at);
        } else if (letter.class == LETTER_OF_WORD) {
            end = find_word_end(reading, at);
            read_word(reading, at, end, is_first && is_last_word(reading, end));
        } else {
            continue;
        }
        is_first = false;
    }
    return at;
}

/* Returns the end of the run of bytes at `at`, and whether it has longer characters. */
static size_t find_run_end(const char *text, size_t at, size_t length, bool *ret_mixed)
{
    unsigned char bits = 0;
    while (at < length && is_run_byte(text[at]))
        bits |= (unsigned char)text[at++];
    *ret_mixed = bits >= 0x80;
    return at;
}

/* Reads the run from run_begin to run_end. Returns the place after the last byte read. */
static size_t read_run(struct tokenizer_text *reading, bool is_mixed)
{
    struct tokenizer *tokenizer = reading->tokenizer;
    const char *run = reading->text + reading->run_begin;
    const size_t begin = reading->run_begin, length = reading->run_end - begin;
    const uint8_t language = (uint8_t)tokenizer->language;
    const struct cached_word *slot = reading->slot =
        word_cache_slot(tokenizer->cache, run, length, language);
    if (word_cache_has(slot, run, length, language)) {
        const struct tokenizer_word word = {slot->word, slot->word_length, begin + slot->begin,
                                            begin + slot->end, WORD_APART};
        visit_variants(reading, word, slot->word + slot->word_length, slot->variant_length);
        return reading->run_end;
    }
    if (is_mixed)
        return read_mixed_run(reading);
    read_word(reading, begin, reading->run_end, true);
    return reading->run_end;
}

bool tokenizer_read(struct tokenizer *tokenizer, const char *text, size_t length,
                    tokenizer_visitor *visit, void *context)
{
    struct tokenizer_text reading = {
        .tokenizer = tokenizer, .text = text, .length = length, .visit = visit, .context = context};
    for (size_t at = 0; at < length && !reading.stopped;) {
        bool is_mixed;
        reading.run_begin = at;
        reading.run_end = find_run_end(text, at, length, &is_mixed);
        at = reading.run_end == at ? at + 1 : read_run(&reading, is_mixed);
    }
    return !reading.failed;
}
