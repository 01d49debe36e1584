#include "search/word_cache.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    SLOT_COUNT = 1 << 15, /* 2 MiB; a power of two */
    WORD_BYTES_MAX = 24   /* of words that are remembered */
};

/* A run of letters and digits, and the only word that is made of it. */
struct slot {
    char run[WORD_BYTES_MAX];
    char word[WORD_BYTES_MAX];
    uint8_t run_length; /* 0: free */
    uint8_t word_length;
    uint8_t begin, end; /* the word's place in the run */
};

/* A place for each value of a hash: the last word met with it. */
struct search_memory {
    fts5_tokenizer module; /* that is asked */
    void *context;
    struct slot slots[SLOT_COUNT];
};

/* An instance of the tokenizer, as FTS5 makes one for a table. */
struct Fts5Tokenizer {
    struct search_memory *memory;
    Fts5Tokenizer *asked;
};

typedef int token_reader(void *context, int flags, const char *word, int length, int begin,
                         int end);

static int create(void *context, const char **arguments, int count, Fts5Tokenizer **ret_tokenizer)
{
    Fts5Tokenizer *tokenizer = calloc(1, sizeof *tokenizer);
    if (!tokenizer)
        return SQLITE_NOMEM;
    tokenizer->memory = context;
    const int result = tokenizer->memory->module.xCreate(tokenizer->memory->context, arguments,
                                                         count, &tokenizer->asked);
    if (result == SQLITE_OK)
        *ret_tokenizer = tokenizer;
    else
        free(tokenizer);
    return result;
}

static void destroy(Fts5Tokenizer *tokenizer)
{
    tokenizer->memory->module.xDelete(tokenizer->asked);
    free(tokenizer);
}

/* What is asked for a run that is not remembered. */
struct asking {
    struct slot *slot; /* or NULL */
    token_reader *read;
    void *context;
    int at; /* of the run in the text */
    int words;
    int result; /* of the last read, which is lost where that wants no more */
};

static int pass_on(void *context, int flags, const char *word, int length, int begin, int end)
{
    struct asking *asking = context;
    struct slot *slot = asking->slot;
    if (slot && asking->words++ == 0 && length <= WORD_BYTES_MAX) {
        memcpy(slot->word, word, (size_t)length);
        slot->word_length = (uint8_t)length;
        slot->begin = (uint8_t)begin;
        slot->end = (uint8_t)end;
    }
    asking->result =
        asking->read(asking->context, flags, word, length, begin + asking->at, end + asking->at);
    return asking->result;
}

/* A run that is one word is remembered from then on. */
static int ask(Fts5Tokenizer *tokenizer, const char *run, int length, int flags,
               struct asking *asking)
{
    struct slot *slot = asking->slot;
    if (slot)
        slot->run_length = slot->word_length = 0;
    const int result =
        tokenizer->memory->module.xTokenize(tokenizer->asked, asking, flags, run, length, pass_on);
    if (slot && result == SQLITE_OK && asking->words == 1 && slot->word_length) {
        memcpy(slot->run, run, (size_t)length);
        slot->run_length = (uint8_t)length;
    }
    return result == SQLITE_OK ? asking->result : result;
}

/* Letters and digits of ASCII, and all bytes of other characters, of which the tokenizer that is
 * asked knows what they are. All others stand between words. */
static bool is_in_run(char c)
{
    const unsigned char byte = (unsigned char)c, letter = byte | 0x20;
    return byte >= 0x80 || (letter >= 'a' && letter <= 'z') || (byte >= '0' && byte <= '9');
}

/* The end of the run at `at`, and a hash of it (FNV-1a). */
static int read_run(const char *text, int at, int length, uint32_t *ret_hash)
{
    uint32_t hash = 0x811c9dc5u;
    for (; at < length && is_in_run(text[at]); at++)
        hash = (hash ^ (unsigned char)text[at]) * 0x01000193u;
    *ret_hash = hash ^ hash >> 15;
    return at;
}

static int tokenize_run(Fts5Tokenizer *tokenizer, const char *run, int length, uint32_t hash,
                        int flags, struct asking *asking)
{
    struct slot *slot = &tokenizer->memory->slots[hash & (SLOT_COUNT - 1)];
    if (slot->run_length == length && memcmp(slot->run, run, (size_t)length) == 0)
        return asking->read(asking->context, 0, slot->word, slot->word_length,
                            asking->at + slot->begin, asking->at + slot->end);
    asking->slot = length <= WORD_BYTES_MAX ? slot : NULL;
    asking->words = 0;
    asking->result = SQLITE_OK;
    return ask(tokenizer, run, length, flags, asking);
}

static int tokenize(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text,
                    int length, token_reader *read)
{
    struct asking asking = {.read = read, .context = context};
    uint32_t hash;
    for (int at = 0, end; at < length; at = end + 1) {
        end = read_run(text, at, length, &hash);
        asking.at = at;
        const int result = end > at
                               ? tokenize_run(tokenizer, text + at, end - at, hash, flags, &asking)
                               : SQLITE_OK;
        if (result != SQLITE_OK)
            return result == SQLITE_DONE ? SQLITE_OK : result;
    }
    return SQLITE_OK;
}

struct search_memory *search_memory_create(sqlite3 *database)
{
    struct search_memory *memory = calloc(1, sizeof *memory);
    fts5_tokenizer remembering = {create, destroy, tokenize};
    fts5_api *api = search_words_api(database);
    if (memory && api &&
        api->xFindTokenizer(api, SEARCH_TOKENIZER_NAME, &memory->context, &memory->module) ==
            SQLITE_OK &&
        api->xCreateTokenizer(api, SEARCH_TOKENIZER_NAME, memory, &remembering, NULL) == SQLITE_OK)
        return memory;
    free(memory);
    return NULL;
}

void search_memory_destroy(struct search_memory *memory)
{
    free(memory);
}
