#include "unicode/fold_match.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const scripts[] = {"Łódź ", "ΣΊΣΥΦΟΣ ", "Фёдор",      "שָׁלוֹם", "مُحَمَّد",
                                      "हिन्दी", "ไม่",       "ｶﾞ山田　太", "한국", "\ufdfa"};

/* Folds a text. The buffer has memory even if the fold is empty, because memcmp() needs it. */
static void fold_to(struct buffer *out, const char *text, size_t length)
{
    buffer_append_byte(out, 0);
    buffer_clear(out);
    cr_assert(text_fold(text, length, out));
}

/* Compares the functions with those on whole folds, for texts that are folded in parts. */
static void check(const char *text, size_t length, const char *other, size_t other_length)
{
    struct buffer whole, operand;
    buffer_init(&whole, SIZE_MAX);
    buffer_init(&operand, SIZE_MAX);
    fold_to(&whole, text, length);
    fold_to(&operand, other, other_length);
    const bool starts =
        operand.length <= whole.length && memcmp(whole.bytes, operand.bytes, operand.length) == 0;
    bool contains = false;
    for (size_t i = 0; !contains && i + operand.length <= whole.length; i++)
        contains = memcmp(whole.bytes + i, operand.bytes, operand.length) == 0;
    cr_expect_eq(text_fold_starts_with(text, length, operand.bytes, operand.length), starts);
    cr_expect_eq(text_fold_equals(text, length, operand.bytes, operand.length),
                 starts && operand.length == whole.length);
    if (operand.length <= FOLD_OPERAND_BYTES_MAX)
        cr_expect_eq(text_fold_contains(text, length, operand.bytes, operand.length), contains);
    buffer_finish(&whole);
    buffer_finish(&operand);
}

/* The first bytes of a text may decide. */
Test(fold_match, short_texts_match_like_whole_folds)
{
    static const char *const texts[] = {
        "",          "a",       "A",     "ab",       "aB",       "b",        "a\u0301",
        "a\u0338",   "=\u0338", "=",     "≠",        "=\u0338a", "か",       "が",
        "か\u3099",  "かa",     "かb",   "がa",      "`",        "'a",       "`A",
        "\u2019a",   "é",       "e",     "É!",       "ae",       "æ",        "\u00ad",
        "a\u00ad",   "\u00ada", "山a",   "山",       "山b",      "a山",      "A山b",
        "12",        "१२",      "1२",    "x\u0301=", "X=",       " ",        " a",
        "a ",        "A  ",     "a b",   "a  b",     "a\tB",     "a\u3000b", "a \u00a0",
        "a \u0301b", "\u2003",  "a  bc", "a b c",    "a\u00a8b", "\na b",    "a b \u00ad",
        "ab c",      "a\x01",   "a c"};
    enum {
        COUNT = sizeof texts / sizeof *texts
    };
    for (size_t i = 0; i < (size_t)COUNT * COUNT; i++)
        check(texts[i % COUNT], strlen(texts[i % COUNT]), texts[i / COUNT],
              strlen(texts[i / COUNT]));
}

Test(fold_match, texts_that_are_folded_in_parts_match_like_whole_folds)
{
    char *text = calloc(6000, 1);
    for (size_t script = 0; script < sizeof scripts / sizeof *scripts; script++) {
        size_t length = 0;
        for (int i = 0; length < 4000; i++)
            length += (size_t)sprintf(text + length, "%s%d", scripts[script], i);
        check(text, length, text, length);
        for (size_t i = 0; i + 40 < length; i += 211) {
            check(text, length, text + i, 40);
            check(text, length, text + i, length - i > 1400 ? 1400 : length - i);
            check(text + i, length - i, text + i, 200);
        }
        check(text, length, "nothing", 7);
    }
    free(text);
}

/* The white space may be at the end of a part, or be longer than a part. */
Test(fold_match, white_space_between_parts_is_one_space)
{
    static const size_t counts[] = {1, 2, 3, 255, 256, 257, 1100};
    char *text = malloc(4000);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        for (size_t before = 250; before < 262; before++) {
            memset(text, 'x', before);
            memset(text + before, ' ', counts[i]);
            const size_t length =
                before + counts[i] + (size_t)sprintf(text + before + counts[i], "か y");
            check(text, length, text, length);
            check(text, length - 5, text, before);
            check(text, length, "x か y", 7);
            check(text, length, " か", 4);
            check(text + before, length - before, "か", 3);
        }
    free(text);
}

/* Each text has a letter with so many marks on it that no part of it ends after a letter; the
 * letter begins at any place of a part. */
Test(fold_match, a_text_with_any_number_of_marks_matches_itself)
{
    static const char *const marks[] = {"\u094d", "\u093c", "\u3099", "\u0301",
                                        "\u0e48", "\u0338", "\u1161", "\U000110ba"};
    static const char *const bases[] = {"क", "か", "=", "\u1100", "", "\U00011099"};
    static const size_t counts[] = {1, 29, 30, 31, 32, 120, 700};
    char *text = malloc(4000);
    for (size_t i = 0; i < 8 * 6 * 7; i++) {
        const char *mark = marks[i % 8], *base = bases[i / 8 % 6];
        for (size_t before = i % 3; before < 262; before += i % 5 ? 64 : 3) {
            size_t length = before;
            memset(text, 'x', before);
            length += (size_t)sprintf(text + length, "%s", base);
            for (size_t j = 0; j < counts[i / 48]; j++)
                length += (size_t)sprintf(text + length, "%s%s", mark, j % 7 ? "" : "\u0ebb");
            length += (size_t)sprintf(text + length, "か");
            check(text, length, text, length);
            check(text, length, "か", 3);
            check(text, length, text, before + strlen(base));
        }
    }
    free(text);
}

/* The voicing of a kana, and the strokes of symbols, are not settled before the next character. */
Test(fold_match, a_letter_without_its_mark_is_not_found_at_the_end_of_a_part)
{
    char text[1100];
    for (size_t before = 0; before < 1030; before++) {
        memset(text, 'x', before);
        const size_t length = before + (size_t)sprintf(text + before, "か\u3099");
        check(text, length, "か", 3);
        check(text, length, "が", 3);
        check(text, length, text, before + 3);
        sprintf(text + before, "=\u0338y");
        check(text, before + 4, "=", 1);
        check(text, before + 4, text, before + 1);
    }
}

Test(fold_match, a_letter_with_its_tone_mark_is_found_before_a_nikhahit)
{
    static const struct {
        const char *text, *part;
    } cases[] = {{"\u0e19\u0e49\u0e33\u0e43\u0e08", "\u0e19\u0e49"},
                 {"\u0e19\u0e49\u0e33\u0e43\u0e08", "\u0e33"},
                 {"\u0e19\u0e4d\u0e49\u0e32", "\u0e19\u0e49\u0e33"},
                 {"\u0e99\u0ec9\u0eb3", "\u0e99\u0ec9"},
                 {"\u0e99\u0ec9\u0eb3", "\u0eb3"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer part;
        buffer_init(&part, SIZE_MAX);
        fold_to(&part, cases[i].part, strlen(cases[i].part));
        cr_expect(text_fold_contains(cases[i].text, strlen(cases[i].text), part.bytes, part.length),
                  "%s: %s", cases[i].text, cases[i].part);
        buffer_finish(&part);
    }
}

Test(fold_match, an_empty_fold_begins_every_text)
{
    cr_expect(text_fold_starts_with("a", 1, "", 0));
    cr_expect(text_fold_contains("a", 1, "", 0));
    cr_expect_not(text_fold_equals("a", 1, "", 0));
    cr_expect(text_fold_equals("\u00ad", 2, "", 0));
}
