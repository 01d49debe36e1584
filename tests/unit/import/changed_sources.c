/* tests/cases/changed-sources: the changes in the result of a source of tests/cases/import if a
 * part of it is missing: each line of minutes, and each word and number of minutes, a schedule or a
 * table. They show the effect of each part. A word whose loss
 * changes only the texts of the result is not listed. In longer minutes, only lines are left out.
 *
 * TEST_ACCEPT=1 writes the files.
 */
#include "expected_file.h"
#include "import_case.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHOWN_MAX = 3,      /* lines of one change; a blank title changes nearly all lines */
    CONTEXT_BYTES = 24, /* shown before a difference within a line */
    HASH_DIGITS = 8,
    WORDS_BYTES_MAX = 500 /* of minutes: the work is that of each word for the whole text */
};

/* Reports whether a line with its end is one of the lines of a text. */
static bool has_line(const char *text, const char *line, size_t length)
{
    for (const char *at = text; *at; at += strcspn(at, "\n") + 1)
        if (strncmp(at, line, length) == 0)
            return true;
    return false;
}

/* Writes the first lines of `text` that are not in `other`, with a mark before each, and the number
 * of further such lines. */
static void write_lines_beside(const char *text, const char *other, char mark, FILE *out)
{
    size_t count = 0;
    for (const char *at = text; *at; at += strcspn(at, "\n") + 1) {
        const size_t length = strcspn(at, "\n") + 1;
        if (!has_line(other, at, length) && count++ < SHOWN_MAX)
            fprintf(out, "%c%.*s", mark, (int)length, at);
    }
    if (count > SHOWN_MAX)
        fprintf(out, "%c and %zu more lines\n", mark, count - SHOWN_MAX);
}

/* Returns the result of a source without a part of its text, which the caller frees. */
static char *result_without(const char *name, const char *text, size_t at, size_t length)
{
    char *changed = calloc(1, strlen(text) + 1);
    cr_assert(changed);
    memcpy(changed, text, at);
    memcpy(changed + at, text + at + length, strlen(text + at + length));
    char *other = import_case_result(name, changed);
    free(changed);
    return other;
}

static void write_without_lines(const char *name, const char *text, char *result, FILE *out)
{
    for (size_t at = 0, length; text[at]; at += length + (text[at + length] == '\n')) {
        length = strcspn(text + at, "\n");
        if (length == 0)
            continue;
        char *other = result_without(name, text, at, length);
        fprintf(out, "=== without: %.*s\n", (int)length, text + at);
        write_lines_beside(result, other, '-', out);
        write_lines_beside(other, result, '+', out);
        free(other);
    }
}

static size_t common_start(const char *a, const char *b, size_t length)
{
    size_t common = 0;
    while (common < length && a[common] == b[common])
        common++;
    return common;
}

/* Returns how many bytes before the ends of two lines are equal, at most `most`. */
static size_t common_end(const char *a, size_t a_length, const char *b, size_t b_length,
                         size_t most)
{
    size_t common = 0;
    while (common < most && common < b_length &&
           a[a_length - 1 - common] == b[b_length - 1 - common])
        common++;
    return common;
}

/* Returns the line of a text that has the longest start in common with `line`. */
static const char *most_similar_line(const char *text, const char *line, size_t length)
{
    const char *similar = text;
    size_t longest = 0;
    for (const char *at = text; *at; at += strcspn(at, "\n") + 1) {
        const size_t common = common_start(at, line, length);
        if (common > longest)
            longest = common, similar = at;
    }
    return similar;
}

/* Writes the part of a line that differs from the most similar line of a text, with some bytes
 * before it. */
static void write_difference(const char *line, size_t length, const char *text, FILE *out)
{
    const char *similar = most_similar_line(text, line, length);
    const size_t start = common_start(similar, line, length);
    const size_t end = common_end(line, length, similar, strcspn(similar, "\n"), length - start);
    const size_t shown = start < CONTEXT_BYTES ? 0 : start - CONTEXT_BYTES;
    fprintf(out, "+%s%.*s%s\n", shown ? "..." : "", (int)(length - end - shown), line + shown,
            end ? "..." : "");
}

/* Writes the changes in a result: the number of lines without counterpart, and the differences of
 * the first new lines. Lines of the margin, which begin with a space, do not count. */
static void write_changes(const char *result, const char *other, FILE *out)
{
    size_t lost = 0, count = 0;
    if (strstr(other, "not well-formed")) { /* the words are those of the version of expat */
        fprintf(out, "not well-formed\n");
        return;
    }
    for (const char *at = result; *at; at += strcspn(at, "\n") + 1)
        lost += *at != ' ' && !has_line(other, at, strcspn(at, "\n") + 1);
    fprintf(out, "%zu lines change\n", lost);
    for (const char *at = other; *at && count < SHOWN_MAX; at += strcspn(at, "\n") + 1) {
        const size_t length = strcspn(at, "\n");
        if (*at == ' ' || has_line(result, at, length + 1))
            continue;
        write_difference(at, length, result, out);
        count++;
    }
}

/* Reports whether a line is a line of a text from which a part of `length` bytes is missing. */
static bool is_line_without(const char *line, size_t length, const char *text, size_t missing)
{
    const char *similar = most_similar_line(text, line, length);
    const size_t whole = strcspn(similar, "\n"), start = common_start(similar, line, length);
    return whole == length + missing &&
           common_end(line, length, similar, whole, length - start) == length - start;
}

/* Reports whether a word is missing in some lines of a result, and nothing else has changed. */
static bool only_misses(const char *result, const char *other, size_t word)
{
    long lost = 0;
    for (const char *at = result; *at; at += strcspn(at, "\n") + 1)
        lost += *at != ' ' && !has_line(other, at, strcspn(at, "\n") + 1);
    for (const char *at = other; *at; at += strcspn(at, "\n") + 1) {
        const size_t length = strcspn(at, "\n");
        if (*at == ' ' || has_line(result, at, length + 1))
            continue;
        if (!is_line_without(at, length, result, word))
            return false;
        lost--;
    }
    return lost == 0;
}

/* Overwrites the hashes at the ends of ids, which change with each word of a text. */
static void hide_hashes(char *result)
{
    for (char *at = result; (at = strchr(at, '-')); at++) {
        const size_t length = strspn(at + 1, "0123456789abcdef");
        if (length == HASH_DIGITS && at[1 + length] == '"')
            memset(at + 1, 'x', length);
    }
}

/* Returns the length of a word or number at the start of a text, or 0. */
static size_t word_length(const char *text)
{
    size_t length = 0;
    while (isalnum((unsigned char)text[length]) || (unsigned char)text[length] >= 0x80)
        length++;
    return length;
}

static void write_without_words(const char *name, const char *text, char *result, FILE *out)
{
    size_t line = 1, start = 0;
    hide_hashes(result);
    if (strncmp(text, "<?xml", 5) == 0) /* versions of expat take different declarations */
        start = strcspn(text, "\n");
    for (size_t at = start, length; text[at]; at += length ? length : 1) {
        line += text[at] == '\n';
        length = word_length(text + at);
        if (length == 0)
            continue;
        char *other = result_without(name, text, at, length);
        hide_hashes(other);
        if (!only_misses(result, other, length)) {
            fprintf(out, "=== line %zu without \"%.*s\": ", line, (int)length, text + at);
            write_changes(result, other, out);
        }
        free(other);
    }
}

/* Reports whether a source is one of those that are tried. Each takes thousands of imports, so
 * under a sanitizer it is only one in ten; other tests import each source as it is. */
static bool is_tried(void)
{
    static size_t count;
    return count++ % (getenv("RAPPORTEUR_SANITIZED") ? 10 : 1) == 0;
}

/* Compares the changes in a result that `write` writes with the file of that name. */
static void check_changes(const char *name, void (*write)(const char *name, const char *text,
                                                          char *result, FILE *out))
{
    char path[4096], *changes = NULL;
    size_t size;
    if (!is_tried())
        return;
    char *text = expected_file_text(name), *result = import_case_result(name, text);
    FILE *out = open_memstream(&changes, &size);
    cr_assert(out);
    write(name, text, result, out);
    fclose(out);
    snprintf(path, sizeof path, "%s/%s", source_path("tests/cases/changed-sources"), name);
    expected_file_check(path, changes);
    free(changes);
    free(result);
    free(text);
}

static void write_without_lines_and_words(const char *name, const char *text, char *result,
                                          FILE *out)
{
    write_without_lines(name, text, result, out);
    if (strlen(text) <= WORDS_BYTES_MAX)
        write_without_words(name, text, result, out);
}

static void check_without_lines_and_words(const char *name)
{
    check_changes(name, write_without_lines_and_words);
}

static void check_without_words(const char *name)
{
    check_changes(name, write_without_words);
}

Test(changed_sources, each_line_and_word_of_minutes_changes_only_what_it_says)
{
    import_case_visit("minutes", check_without_lines_and_words);
}

Test(changed_sources, each_word_of_a_schedule_changes_only_what_it_says)
{
    import_case_visit("schedules", check_without_words);
}

Test(changed_sources, each_word_of_a_table_changes_only_what_it_says)
{
    import_case_visit("tables", check_without_words);
}
