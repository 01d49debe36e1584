/* The shipped record: its citations, and its wording if the source text is available. */
#include "citations.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <jansson.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LINES = 307,
    RANGE_MAX = 25,
    REPEATED_WORDS_MAX = 11,
    WORDS_MAX = 6000
};

/* The blank lines of the source, which cannot be cited. */
static const int blank_lines[] = {22,  25,  64,  67,  115, 117, 186, 188, 222,
                                  230, 234, 238, 246, 249, 254, 257, 261, 264,
                                  268, 271, 281, 286, 290, 292, 303, 304, 308};

static json_t *load_record(void)
{
    json_error_t error;
    json_t *record = json_load_file(source_path("data/beijing-2006.json"), 0, &error);
    cr_assert(record, "%s", error.text);
    return record;
}

static bool is_blank(int line)
{
    for (size_t i = 0; i < sizeof blank_lines / sizeof *blank_lines; i++)
        if (blank_lines[i] == line)
            return true;
    return false;
}

Test(shipped_record, its_citations_cover_every_line_that_is_not_blank)
{
    int counts[LINES + 1] = {0};
    json_t *record = load_record();
    json_object_del(record, "documents"); /* a document cites itself */
    citations_count(record, LINES, RANGE_MAX, counts);
    json_decref(record);
    for (int line = 1; line <= LINES; line++)
        cr_expect(counts[line] || is_blank(line), "no record cites line %d", line);
}

/* Returns the text of the source. Skips the test if it is not beside this checkout. */
static char *read_source(size_t *ret_length)
{
    char *text = malloc(65536);
    FILE *in = fopen(source_path("../shared/source/beijing-2006-report.txt"), "rb");
    if (!in || !text) {
        free(text);
        cr_skip_test("the source text is not beside this checkout");
        return NULL;
    }
    *ret_length = fread(text, 1, 65535, in);
    text[*ret_length] = '\0';
    fclose(in);
    return text;
}

static const char *recorded_sha256(json_t *record)
{
    json_t *document = json_array_get(json_object_get(record, "documents"), 0);
    return json_string_value(json_object_get(document, "sha256"));
}

Test(shipped_record, its_sha256_is_that_of_the_source)
{
    size_t length;
    uint8_t sum[SHA256_DIGEST_SIZE];
    char digits[2 * SHA256_DIGEST_SIZE + 1];
    struct sha256_ctx context;
    char *source = read_source(&length);
    json_t *record = load_record();
    sha256_init(&context);
    sha256_update(&context, length, (const uint8_t *)source);
    sha256_digest(&context, sizeof sum, sum);
    for (size_t i = 0; i < sizeof sum; i++)
        snprintf(digits + 2 * i, 3, "%02x", sum[i]);
    cr_expect_str_eq(recorded_sha256(record), digits);
    json_decref(record);
    free(source);
}

Test(shipped_record, blank_lines_are_those_of_the_source)
{
    size_t length;
    int number = 1;
    char *source = read_source(&length);
    for (char *line = source; line; number++) {
        char *next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        cr_expect_eq(line[strspn(line, " \r\t\f")] == '\0', is_blank(number), "line %d", number);
        line = next;
    }
    free(source);
}

/* Splits a text in place into words of letters and digits, in lower case. Returns their number. */
static size_t split_words(char *text, char **words, size_t max)
{
    size_t count = 0;
    for (char *c = text; *c && count < max;) {
        if (!isalnum((unsigned char)*c)) {
            *c++ = '\0';
            continue;
        }
        for (words[count++] = c; isalnum((unsigned char)*c); c++)
            *c = (char)tolower((unsigned char)*c);
    }
    return count;
}

static size_t common_words(char *const *left, size_t left_count, char *const *right,
                           size_t right_count)
{
    size_t same = 0;
    while (same < left_count && same < right_count && strcmp(left[same], right[same]) == 0)
        same++;
    return same;
}

struct words {
    char *at[WORDS_MAX];
    size_t count;
};

static void check_wording(const char *text, const struct words *source)
{
    static struct words own;
    char *copy = strdup(text);
    own.count = split_words(copy, own.at, WORDS_MAX);
    for (size_t i = 0; i < own.count; i++)
        for (size_t j = 0; j < source->count; j++) {
            const size_t same =
                common_words(own.at + i, own.count - i, source->at + j, source->count - j);
            cr_assert_leq(same, REPEATED_WORDS_MAX, "%zu words of the source are in \"%s\"", same,
                          text);
        }
    free(copy);
}

/* Checks all texts in a value, except titles and names, which the source has too. */
static void check_texts(json_t *json, const struct words *source)
{
    const char *key;
    json_t *value;
    size_t index;
    json_array_foreach(json, index, value) check_texts(value, source);
    json_object_foreach(json, key, value) if (strcmp(key, "title") != 0 && strcmp(key, "name") != 0)
        check_texts(value, source);
    if (json_is_string(json))
        check_wording(json_string_value(json), source);
}

Test(shipped_record, no_text_repeats_twelve_words_of_the_source)
{
    static struct words words;
    size_t length;
    char *source = read_source(&length);
    json_t *record = load_record();
    words.count = split_words(source, words.at, WORDS_MAX);
    cr_assert_gt(words.count, 3000);
    check_texts(record, &words);
    json_decref(record);
    free(source);
}
