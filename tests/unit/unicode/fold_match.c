#include "unicode/fold_match.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const scripts[] = {"Łódź ", "ΣΊΣΥΦΟΣ ", "Фёдор",      "שָׁלוֹם", "مُحَمَّد",
                                      "हिन्दी", "ไม่",       "ｶﾞ山田　太", "한국", "\ufdfa"};

static void fold_to(struct buffer *out, const char *text, size_t length)
{
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

Test(fold_match, an_empty_fold_begins_every_text)
{
    cr_expect(text_fold_starts_with("a", 1, "", 0));
    cr_expect(text_fold_contains("a", 1, "", 0));
    cr_expect_not(text_fold_equals("a", 1, "", 0));
    cr_expect(text_fold_equals("\u00ad", 2, "", 0));
}
