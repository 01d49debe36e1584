/* The cache of words does not change the output of the tokenizer. */
#include "words/word_cache.h"
#include "tries.h"
#include "words/tokenizer.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool write_word(void *out, const struct tokenizer_word *word)
{
    fprintf(out, "%d%.*s@%zu-%zu ", word->kind, (int)word->length, word->text, word->begin,
            word->end);
    return true;
}

/* Returns the words of a text and their places; the caller frees them. */
static char *words_of(struct tokenizer *tokenizer, const char *text)
{
    char *written = NULL;
    size_t size;
    FILE *out = open_memstream(&written, &size);
    cr_assert(tokenizer_read(tokenizer, text, strlen(text), write_word, out));
    fclose(out);
    return written;
}

/* Checks a text in a language, read with an empty cache, with one that has other words, and with
 * one that has its own. */
static void check(struct tokenizer *tokenizer, const char *text, unsigned language)
{
    struct word_cache *used = tokenizer->cache;
    tokenizer->language = language;
    tokenizer->cache = word_cache_create(1);
    cr_assert(tokenizer->cache);
    char *const expected = words_of(tokenizer, text);
    free(tokenizer->cache);
    tokenizer->cache = used;
    for (int i = 0; i < 2; i++) {
        char *const read = words_of(tokenizer, text);
        cr_assert_str_eq(read, expected, "%s: %s, not %s", text, read, expected);
        free(read);
    }
    free(expected);
}

/* Writes a random text of a few words that recur between various separators. */
static void write_text(char *text)
{
    static const char *const parts[] = {"policies",
                                        "Policy",
                                        "CAF\xc3\x89",
                                        "cafe\xcc\x81",
                                        " ",
                                        "\xe2\x80\x94",
                                        "\xe2\x80\x99",
                                        "a",
                                        "relational",
                                        "x1",
                                        "\xcc\x81",
                                        ".",
                                        "  ",
                                        "\xc2\xa0",
                                        "\xe6\xb5\xb7",
                                        "antidisestablishmentarianism",
                                        "\n",
                                        "-",
                                        "running",
                                        "\xf0\x9f\x8c\x8a"};
    *text = '\0';
    for (int i = rand() % 30; i > 0; i--) {
        strcat(text, parts[(size_t)rand() % (sizeof parts / sizeof *parts)]);
        if (rand() % 3 == 0)
            sprintf(text + strlen(text), "%d", rand() % 100000);
    }
}

Test(word_cache, does_not_change_the_words_and_places)
{
    sqlite3 *database;
    struct tokenizer tokenizer;
    char text[2000];
    sqlite3_open(":memory:", &database);
    cr_assert(tokenizer_init(&tokenizer, database, WORD_CACHE_SMALL));
    srand((unsigned)seed());
    for (size_t i = 0; i < tries(20000); i++) {
        write_text(text);
        check(&tokenizer, text, (unsigned)rand() % (TOKENIZER_UNSTEMMED + 1));
    }
    tokenizer_finish(&tokenizer);
    sqlite3_close(database);
}
