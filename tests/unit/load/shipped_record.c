/* The shipped record: its citations and its wording. The source is not part of this repository;
 * three tests need its text, whose path is in RAPPORTEUR_SOURCE_TEXT. */
#include "base/sha256_text.h"
#include "citations.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LINES = 307,
    RANGE_MAX = 25,
    RUN = 12,            /* words */
    RUN_HASH_BYTES = 13, /* with the line feed */
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

/* Returns the text of the source. Skips the test if there is none. */
static char *read_source(size_t *ret_length)
{
    const char *path = getenv("RAPPORTEUR_SOURCE_TEXT");
    if (!path)
        cr_skip_test("RAPPORTEUR_SOURCE_TEXT does not name the text of the source");
    char *text = malloc(65536);
    FILE *in = path ? fopen(path, "rb") : NULL;
    cr_assert(text && in, "%s cannot be read", path);
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
    char digits[SHA256_TEXT_BYTES];
    char *source = read_source(&length);
    json_t *record = load_record();
    sha256_text(source, length, digits);
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

/* The hashes of all runs of RUN words in the source (tests/tools/documents/word_runs.py), sorted.
 */
static char (*runs)[RUN_HASH_BYTES];
static size_t run_count;

static int compare_runs(const void *left, const void *right)
{
    return memcmp(left, right, RUN_HASH_BYTES - 1);
}

static void read_runs(void)
{
    FILE *in = fopen(source_path("tests/cases/beijing-2006.word-runs"), "r");
    runs = calloc(WORDS_MAX, RUN_HASH_BYTES);
    cr_assert(in && runs);
    while (run_count < WORDS_MAX && fread(runs[run_count], RUN_HASH_BYTES, 1, in) == 1)
        run_count++;
    fclose(in);
    cr_assert_gt(run_count, 3000);
}

/* Copies the words of a text, letters and digits in lower case, with a space after each. Stores
 * where each begins, and then the end of the copy. Returns their number. */
static size_t copy_words(const char *text, char *copy, size_t begins[WORDS_MAX + 1])
{
    size_t count = 0, used = 0;
    for (const char *c = text; *c && count < WORDS_MAX;) {
        if (!isalnum((unsigned char)*c)) {
            c++;
            continue;
        }
        begins[count++] = used;
        for (; isalnum((unsigned char)*c); c++)
            copy[used++] = (char)tolower((unsigned char)*c);
        copy[used++] = ' ';
    }
    begins[count] = used;
    return count;
}

static size_t checked_runs;

static void check_wording(const char *text)
{
    static size_t begins[WORDS_MAX + 1];
    char *copy = malloc(2 * strlen(text) + 2);
    cr_assert(copy);
    const size_t count = copy_words(text, copy, begins);
    for (size_t i = 0; i + RUN <= count; i++, checked_runs++) {
        char hash[SHA256_TEXT_BYTES];
        sha256_text(copy + begins[i], begins[i + RUN] - begins[i] - 1, hash);
        cr_assert_null(bsearch(hash, runs, run_count, RUN_HASH_BYTES, compare_runs),
                       "%d words of the source are in \"%s\"", RUN, text);
    }
    free(copy);
}

/* Checks all texts in a value, except titles and names, which the source has too. */
static void check_texts(json_t *json)
{
    const char *key;
    json_t *value;
    size_t index;
    json_array_foreach(json, index, value) check_texts(value);
    json_object_foreach(json, key, value) if (strcmp(key, "title") != 0 && strcmp(key, "name") != 0)
        check_texts(value);
    if (json_is_string(json))
        check_wording(json_string_value(json));
}

Test(shipped_record, no_text_repeats_twelve_words_of_the_source)
{
    json_t *record = load_record();
    read_runs();
    check_texts(record);
    cr_expect_gt(checked_runs, 1000);
    json_decref(record);
    free(runs);
}

Test(shipped_record, the_list_of_runs_is_sorted)
{
    read_runs();
    for (size_t i = 1; i < run_count; i++)
        cr_assert_lt(compare_runs(runs[i - 1], runs[i]), 0, "line %zu", i);
    free(runs);
}

Test(shipped_record, the_list_has_every_run_of_the_source)
{
    static size_t begins[WORDS_MAX + 1];
    size_t length;
    char *source = read_source(&length), *copy = malloc(2 * length + 2);
    cr_assert(copy);
    read_runs();
    const size_t count = copy_words(source, copy, begins);
    for (size_t i = 0; i + RUN <= count; i++) {
        char hash[SHA256_TEXT_BYTES];
        sha256_text(copy + begins[i], begins[i + RUN] - begins[i] - 1, hash);
        cr_assert_not_null(bsearch(hash, runs, run_count, RUN_HASH_BYTES, compare_runs),
                           "the run that begins with word %zu is missing", i);
    }
    free(runs);
    free(copy);
    free(source);
}
