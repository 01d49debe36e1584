#include "phrases/text_span.h"

#include <criterion/criterion.h>

static void expect_span(struct text_span found, const char *expected)
{
    cr_expect(found.length == strlen(expected) && !memcmp(found.text, expected, found.length),
              "\"%.*s\", not \"%s\"", (int)found.length, found.text, expected);
}

Test(text_span, blanks_of_ascii_and_of_unicode_are_removed_at_both_ends)
{
    expect_span(text_span_trim(text_span_of(" \t\v\r\na b\n ")), "a b");
    expect_span(text_span_trim(text_span_of("\xC2\xA0\xE2\x80\x8B"
                                            "a\xE2\x80\xAF\xEF\xBB\xBF\xC2\xA0")),
                "a");
    expect_span(text_span_trim(text_span_of("\x0E\x08")), "\x0E\x08");
    expect_span(text_span_trim(text_span_of(" \xC2\xA0 ")), "");
    expect_span(text_span_trim(text_span_of("\xA0")), "\xA0");
    expect_span(text_span_trim(text_span_of("")), "");
}

Test(text_span, marks_are_removed_with_the_blanks_between_them)
{
    expect_span(text_span_strip(text_span_of("* _a*b_ *:"), "*_"), "a*b_ *:");
    expect_span(text_span_strip(text_span_of(": a :\xC2\xA0:"), ":"), "a");
    expect_span(text_span_strip(text_span_of("::"), ":"), "");
    cr_expect_eq(text_span_strip((struct text_span){"\0a\0", 3}, ":").length, 3);
}

Test(text_span, texts_are_found_from_an_offset_on)
{
    const struct text_span span = text_span_of("abcabd");
    cr_expect_eq(text_span_find(span, 0, "ab"), 0);
    cr_expect_eq(text_span_find(span, 1, "ab"), 3);
    cr_expect_eq(text_span_find(span, 0, "abd"), 3);
    cr_expect_eq(text_span_find(span, 4, "ab"), span.length);
    cr_expect_eq(text_span_find(span, 0, "d"), 5);
    cr_expect_eq(text_span_find(span, 0, "abcabd"), 0);
    cr_expect_eq(text_span_find(span, 0, "abcabde"), span.length);
    cr_expect_eq(text_span_find(text_span_part(span, 0, 5), 0, "abd"), 5);
    cr_expect_eq(text_span_find(span, 0, ""), span.length);
    cr_expect(text_span_begins(span, "abcabd"));
    cr_expect_not(text_span_begins(text_span_part(span, 0, 2), "abc"));
}

static void expect_digits(const char *text, size_t at, size_t count, int value)
{
    int found = -1;
    cr_expect_eq(text_span_digits(text_span_of(text), at, &found), count, "%s", text);
    cr_expect_eq(found, value, "%s gives %d", text, found);
}

Test(text_span, at_most_9_digits_are_read)
{
    expect_digits("a120b", 1, 3, 120);
    expect_digits("09", 0, 2, 9);
    expect_digits("1:2", 0, 1, 1);
    expect_digits("1/2", 1, 0, 0);
    expect_digits("9999999999", 0, 9, 999999999);
    expect_digits("5", 1, 0, 0);
}
