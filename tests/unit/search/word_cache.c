/* The tokenizer that remembers gives what the one that it asks gives. */
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

/* The words of a text and their places, to be freed. */
static char *words_of(struct search_words *words, const char *text)
{
    char *written = NULL;
    size_t size;
    FILE *out = open_memstream(&written, &size);
    cr_assert(search_words_read(words, text, strlen(text), write_word, out));
    fclose(out);
    return written;
}

static void check(struct search_words *plain, struct search_words *remembering, const char *text)
{
    char *const expected = words_of(plain, text);
    for (int i = 0; i < 2; i++) {
        char *const read = words_of(remembering, text);
        cr_assert_str_eq(read, expected, "%s: %s, not %s", text, read, expected);
        free(read);
    }
    free(expected);
}

/* Some words again and again, in all sorts of surroundings. */
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

Test(search_memory, it_gives_the_same_words_in_the_same_places)
{
    sqlite3 *ours, *theirs;
    struct search_words plain, remembering;
    char text[2000];
    sqlite3_open(":memory:", &theirs);
    sqlite3_open(":memory:", &ours);
    struct search_memory *memory = search_memory_create(ours);
    cr_assert(memory);
    cr_assert(search_words_init(&plain, theirs));
    cr_assert(search_words_init(&remembering, ours));
    cr_assert_neq(plain.module.xTokenize, remembering.module.xTokenize, "it is not in place");
    srand((unsigned)seed());
    for (size_t i = 0; i < tries(20000); i++) {
        write_text(text);
        check(&plain, &remembering, text);
    }
    search_words_finish(&plain);
    search_words_finish(&remembering);
    sqlite3_close(ours);
    sqlite3_close(theirs);
    search_memory_destroy(memory);
}
