#include "text_cases.h"

#include "expected_file.h"
#include "source_path.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
    SHORT_BYTES =
        40 /* a text up to this length is changed letter by letter; a longer one word by word */
};

/* A text that is changed at one place after another, and the result of the last change. */
struct changes {
    describe_text *describe;
    const char *text;
    FILE *out;
    char said[TEXT_CASE_BYTES_MAX];
};

/* Describes a copy of a text at the end of the memory that can be read, so that a reader that looks
 * behind its text crashes. */
static void describe_at_end(describe_text *describe, const char *text, char *said, size_t size)
{
    static char *end; /* what follows cannot be read */
    const size_t page = (size_t)sysconf(_SC_PAGESIZE), room = TEXT_CASE_BYTES_MAX / page + 1;
    if (!end) {
        const int zeros = open("/dev/zero", O_RDWR | O_CLOEXEC);
        char *memory = mmap(NULL, (room + 1) * page, PROT_READ | PROT_WRITE, MAP_PRIVATE, zeros, 0);
        cr_assert_neq(memory, MAP_FAILED);
        cr_assert_eq(mprotect(memory + room * page, page, PROT_NONE), 0);
        close(zeros);
        end = memory + room * page;
    }
    const size_t length = strlen(text) + 1;
    describe(memcpy(end - length, text, length), said, size);
}

/* Returns the length of the character at the beginning of a text. */
static size_t character_length(const char *text)
{
    size_t length = 1;
    while (((unsigned char)text[length] & 0xc0) == 0x80)
        length++;
    return length;
}

/* Returns the length of the word at the beginning of a text, with the blanks after it. */
static size_t word_length(const char *text)
{
    const size_t length = strcspn(text, " \n");
    return length + strspn(text + length, " ");
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Reports whether a letter is within a word. Such a letter is not removed. */
static bool is_within_word(const char *text, size_t at)
{
    return at > 0 && is_letter(text[at - 1]) && is_letter(text[at]) && is_letter(text[at + 1]);
}

/* Writes the text with `instead` in place of some bytes, and its result. The result of successive
 * changes is written once if it is the same. */
static void write_change(struct changes *changes, size_t at, size_t length, const char *instead)
{
    char text[TEXT_CASE_BYTES_MAX], said[TEXT_CASE_BYTES_MAX];
    snprintf(text, sizeof text, "%.*s%s%s", (int)at, changes->text, instead,
             changes->text + at + length);
    describe_at_end(changes->describe, text, said, sizeof said);
    if (strcmp(said, changes->said))
        fprintf(changes->out, "  => %s\n", said);
    snprintf(changes->said, sizeof changes->said, "%s", said);
    fprintf(changes->out, "%s\n", text);
}

/* Writes the changes at a place: with another mark or digit, and without its character or word.
 * Returns the length of the place. */
static size_t write_changes_at(struct changes *changes, size_t at, bool by_words)
{
    static const char marks[] = ".:,-;( 1)/";
    const char *text = changes->text + at, *mark = strchr(marks, *text);
    const size_t length = by_words ? word_length(text) : character_length(text);
    const bool digit = *text >= '0' && *text <= '9';
    if (mark || digit) {
        const char other[] = {mark ? marks[(size_t)(mark - marks + 1) % (sizeof marks - 1)]
                                   : (char)('0' + (*text - '0' + 3) % 10),
                              0};
        write_change(changes, at, 1, other);
    }
    if (length && (by_words || !is_within_word(changes->text, at)))
        write_change(changes, at, length, "");
    return length ? length : 1;
}

static void write_changes(describe_text *describe, const char *text, FILE *out)
{
    struct changes changes = {.describe = describe, .text = text, .out = out};
    const size_t length = strlen(text);
    const bool by_words = length > SHORT_BYTES;
    describe_at_end(describe, text, changes.said, sizeof changes.said);
    fprintf(out, "--- %s\n", text);
    for (size_t at = 0; at < length;)
        at += write_changes_at(&changes, at, by_words);
    fprintf(out, "  => %s\n", changes.said);
}

/* Returns the changed texts with their results. The caller frees it. */
static char *changed_texts(describe_text *describe, const struct text_case *cases, size_t count)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    cr_assert(out);
    for (size_t i = 0; i < count; i++)
        write_changes(describe, cases[i].text, out);
    fclose(out);
    return text;
}

static void expect_changed_texts(describe_text *describe, const struct text_case *cases,
                                 size_t count)
{
    char path[TEXT_CASE_BYTES_MAX], *actual = changed_texts(describe, cases, count);
    snprintf(path, sizeof path, "%s/%s.%s", source_path("tests/cases/changed-texts"),
             criterion_current_suite->name, criterion_current_test->name);
    expected_file_check(path, actual);
    free(actual);
}

void expect_exact_texts(describe_text *describe, const struct text_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char found[TEXT_CASE_BYTES_MAX];
        describe_at_end(describe, cases[i].text, found, sizeof found);
        cr_expect_str_eq(found, cases[i].expected, "%s\ngives %s\nnot %s", cases[i].text, found,
                         cases[i].expected);
    }
}

void expect_texts(describe_text *describe, const struct text_case *cases, size_t count)
{
    expect_exact_texts(describe, cases, count);
    expect_changed_texts(describe, cases, count);
}
