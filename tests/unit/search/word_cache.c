/* The caching tokenizer returns the same words as the wrapped tokenizer. */
#include "search/word_cache.h"
#include "tries.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool write_word(void *out, const char *word, size_t length, size_t begin, size_t end)
{
    fprintf(out, "%.*s@%zu-%zu ", (int)length, word, begin, end);
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

static void check(struct tokenizer *plain, struct tokenizer *caching, const char *text)
{
    char *const expected = words_of(plain, text);
    for (int i = 0; i < 2; i++) {
        char *const read = words_of(caching, text);
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

Test(word_cache, has_the_same_words_and_places_as_the_wrapped_tokenizer)
{
    sqlite3 *ours, *theirs;
    struct tokenizer plain, caching;
    char text[2000];
    sqlite3_open(":memory:", &theirs);
    sqlite3_open(":memory:", &ours);
    struct word_cache *cache = word_cache_create(ours);
    cr_assert(cache);
    cr_assert(tokenizer_init(&plain, theirs));
    cr_assert(tokenizer_init(&caching, ours));
    cr_assert_neq(plain.module.xTokenize, caching.module.xTokenize, "the cache is not registered");
    srand((unsigned)seed());
    for (size_t i = 0; i < tries(20000); i++) {
        write_text(text);
        check(&plain, &caching, text);
    }
    tokenizer_finish(&plain);
    tokenizer_finish(&caching);
    sqlite3_close(ours);
    sqlite3_close(theirs);
    word_cache_destroy(cache);
}
