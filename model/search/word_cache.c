/* The cache cuts a text into runs of letters and digits. Each run is looked up in a direct-mapped
 * table: one slot for each value of the hash, which holds the last cacheable run with that hash. A
 * run is cacheable if it is short and the tokenizer makes exactly one word of it.
 */
#include "search/word_cache.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL /* a call into the library costs more than hashing a word */
#include <xxhash.h>

enum {
    CACHED_WORD_COUNT = 1 << 15, /* 2 MiB; a power of two */
    CACHED_WORD_BYTES_MAX = 24
};

struct cached_word {
    char run[CACHED_WORD_BYTES_MAX];
    char word[CACHED_WORD_BYTES_MAX];
    uint8_t run_length; /* 0: the slot is free */
    uint8_t word_length;
    uint8_t begin, end; /* the bytes of the run that the word was made of */
};

struct word_cache {
    fts5_tokenizer module; /* the wrapped tokenizer */
    void *context;         /* its context for xCreate */
    struct cached_word words[CACHED_WORD_COUNT];
};

/* An instance of the caching tokenizer, which FTS5 creates for a table. */
struct Fts5Tokenizer {
    struct word_cache *cache;
    Fts5Tokenizer *wrapped; /* an instance of the wrapped tokenizer */
};

/* FTS5's callback for a word (sqlite.org/fts5.html, section 7.1). */
typedef int fts5_word_visitor(void *context, int flags, const char *word, int length, int begin,
                              int end);

static int caching_tokenizer_create(void *context, const char **arguments, int count,
                                    Fts5Tokenizer **ret_tokenizer)
{
    Fts5Tokenizer *tokenizer = calloc(1, sizeof *tokenizer);
    if (!tokenizer)
        return SQLITE_NOMEM;
    tokenizer->cache = context;
    const int result = tokenizer->cache->module.xCreate(tokenizer->cache->context, arguments, count,
                                                        &tokenizer->wrapped);
    if (result == SQLITE_OK)
        *ret_tokenizer = tokenizer;
    else
        free(tokenizer);
    return result;
}

static void caching_tokenizer_destroy(Fts5Tokenizer *tokenizer)
{
    tokenizer->cache->module.xDelete(tokenizer->wrapped);
    free(tokenizer);
}

/* A run that the wrapped tokenizer reads. */
struct uncached_run {
    struct cached_word *slot; /* the slot for its word; NULL if the run is too long */
    fts5_word_visitor *visit;
    void *context;
    int offset; /* of the run in the text */
    int word_count;
    int result; /* of the last call of `visit`; xTokenize turns SQLITE_DONE into SQLITE_OK */
};

static int uncached_run_visit_word(void *context, int flags, const char *word, int length,
                                   int begin, int end)
{
    struct uncached_run *reading = context;
    struct cached_word *slot = reading->slot;
    if (slot && reading->word_count++ == 0 && length <= CACHED_WORD_BYTES_MAX) {
        memcpy(slot->word, word, (size_t)length);
        slot->word_length = (uint8_t)length;
        slot->begin = (uint8_t)begin;
        slot->end = (uint8_t)end;
    }
    reading->result = reading->visit(reading->context, flags, word, length, begin + reading->offset,
                                     end + reading->offset);
    return reading->result;
}

/* Reads a run with the wrapped tokenizer, and stores the word in the slot if it is the
 * only one. */
static int tokenize_uncached_run(Fts5Tokenizer *tokenizer, const char *run, int length, int flags,
                                 struct uncached_run *reading)
{
    struct cached_word *slot = reading->slot;
    if (slot)
        slot->run_length = slot->word_length = 0;
    const int result = tokenizer->cache->module.xTokenize(tokenizer->wrapped, reading, flags, run,
                                                          length, uncached_run_visit_word);
    if (slot && result == SQLITE_OK && reading->word_count == 1 && slot->word_length) {
        memcpy(slot->run, run, (size_t)length);
        slot->run_length = (uint8_t)length;
    }
    return result == SQLITE_OK ? reading->result : result;
}

/* Returns true for letters and digits of ASCII and for every byte of a longer character, which only
 * the wrapped tokenizer can distinguish from punctuation. All other bytes separate words. */
static bool is_run_byte(char c)
{
    const unsigned char byte = (unsigned char)c, letter = byte | 0x20;
    return byte >= 0x80 || (letter >= 'a' && letter <= 'z') || (byte >= '0' && byte <= '9');
}

/* Returns the end of the run that begins at `at`, and its hash. */
static int find_run_end(const char *text, int at, int length, uint32_t *ret_hash)
{
    const int begin = at;
    while (at < length && is_run_byte(text[at]))
        at++;
    *ret_hash = (uint32_t)XXH3_64bits(text + begin, (size_t)(at - begin));
    return at;
}

static int tokenize_run(Fts5Tokenizer *tokenizer, const char *run, int length, uint32_t hash,
                        int flags, struct uncached_run *reading)
{
    struct cached_word *slot = &tokenizer->cache->words[hash & (CACHED_WORD_COUNT - 1)];
    if (slot->run_length == length && memcmp(slot->run, run, (size_t)length) == 0)
        return reading->visit(reading->context, 0, slot->word, slot->word_length,
                              reading->offset + slot->begin, reading->offset + slot->end);
    reading->slot = length <= CACHED_WORD_BYTES_MAX ? slot : NULL;
    reading->word_count = 0;
    reading->result = SQLITE_OK;
    return tokenize_uncached_run(tokenizer, run, length, flags, reading);
}

static int caching_tokenizer_tokenize(Fts5Tokenizer *tokenizer, void *context, int flags,
                                      const char *text, int length, fts5_word_visitor *visit)
{
    struct uncached_run reading = {.visit = visit, .context = context};
    uint32_t hash;
    for (int at = 0, end; at < length; at = end + 1) {
        end = find_run_end(text, at, length, &hash);
        if (end == at)
            continue;
        reading.offset = at;
        const int result = tokenize_run(tokenizer, text + at, end - at, hash, flags, &reading);
        if (result != SQLITE_OK)
            return result == SQLITE_DONE ? SQLITE_OK : result;
    }
    return SQLITE_OK;
}

struct word_cache *word_cache_create(sqlite3 *database)
{
    struct word_cache *cache = calloc(1, sizeof *cache);
    fts5_tokenizer caching = {caching_tokenizer_create, caching_tokenizer_destroy,
                              caching_tokenizer_tokenize};
    fts5_api *api = tokenizer_api(database);
    if (cache && api &&
        api->xFindTokenizer(api, TOKENIZER_NAME, &cache->context, &cache->module) == SQLITE_OK &&
        api->xCreateTokenizer(api, TOKENIZER_NAME, cache, &caching, NULL) == SQLITE_OK)
        return cache;
    free(cache);
    return NULL;
}

void word_cache_destroy(struct word_cache *cache)
{
    free(cache);
}
