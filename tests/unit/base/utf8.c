#include "base/utf8.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *text;
    size_t length; /* of the first character; 0 if it is not valid */
} characters[] = {
    {"", 0},
    {"a", 1},
    {"\x7f", 1},
    {"\xc2\x80", 2},
    {"\xdf\xbf", 2},
    {"\xe0\xa0\x80", 3},
    {"\xed\x9f\xbf", 3},
    {"\xee\x80\x80", 3},
    {"\xef\xbf\xbf", 3},
    {"\xf0\x90\x80\x80", 4},
    {"\xf4\x8f\xbf\xbf", 4},
    {"\x80", 0},
    {"\xbf", 0},
    {"\xc3", 0},
    {"\xe2\x82", 0},
    {"\xf0\x93\x90", 0},
    /* overlong */
    {"\xc0\xaf", 0},
    {"\xc1\xbf", 0},
    {"\xe0\x9f\xbf", 0},
    {"\xf0\x8f\xbf\xbf", 0},
    /* surrogates */
    {"\xed\xa0\x80", 0},
    {"\xed\xbf\xbf", 0},
    /* beyond U+10FFFF */
    {"\xf4\x90\x80\x80", 0},
    {"\xf5\x80\x80\x80", 0},
    {"\xff", 0},
};

Test(utf8, overlong_forms_surrogates_and_characters_beyond_the_last_are_refused)
{
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++) {
        const char *text = characters[i].text;
        char followed[8];
        snprintf(followed, sizeof followed, "%sab", text);
        cr_expect_eq(utf8_character_length(text), characters[i].length, "case %zu", i);
        cr_expect_eq(utf8_is_valid(text, strlen(text)), !*text || characters[i].length);
        cr_expect_eq(utf8_is_valid(followed, strlen(followed)), !*text || characters[i].length);
    }
}

Test(utf8, a_text_is_cut_at_a_space_of_the_second_half_else_between_characters)
{
    static const struct {
        const char *text;
        size_t max, length;
    } cuts[] = {{"one two three", 7, 7},      {"one two three", 6, 3},  {"one two three", 12, 7},
                {"one-two-three", 12, 12},    {"on twotwotwo", 10, 10}, {"a\xC3\xA9\xC3\xA9", 4, 3},
                {"a b\xC3\xA9\xC3\xA9", 2, 1}};
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++)
        cr_expect_eq(utf8_cut_words(cuts[i].text, cuts[i].max), cuts[i].length, "%s", cuts[i].text);
}

Test(utf8, a_cut_length_has_only_whole_characters)
{
    static const char text[] = "a\xc3\xa9\xe2\x82\xac\xf0\x93\x90\x93";
    static const size_t cut[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10};
    for (size_t max = 0; max < sizeof cut / sizeof *cut; max++)
        cr_expect_eq(utf8_cut_length(text, max), cut[max], "%zu", max);
}

Test(utf8, a_copy_has_only_whole_characters)
{
    static const struct {
        const char *text, *whole;
    } cases[] = {
        {"", ""},
        {"plain", "plain"},
        {"caf\xc3\xa9", "caf\xc3\xa9"},
        {"\"caf\xc3\"; see", "\"caf\"; see"},
        {"\xe2\x82\xac\xe2\x82", "\xe2\x82\xac"},
        {"\xf0\x93\x90\x93\xf0\x93\x90\"", "\xf0\x93\x90\x93\""},
        {"\xf0", ""},
        {"\x80\xbf"
         "a",
         "a"},
        {"\xed\xa0\x80\xc0\xaf.", "."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char copy[64];
        cr_expect_eq(utf8_copy_valid(cases[i].text, copy, sizeof copy), strlen(cases[i].whole));
        cr_expect_str_eq(copy, cases[i].whole);
    }
}

Test(utf8, a_copy_without_enough_room_ends_after_a_character)
{
    char copy[5];
    cr_expect_eq(utf8_copy_valid("a\xe2\x82\xac\xe2\x82\xac", copy, sizeof copy), 4);
    cr_expect_str_eq(copy, "a\xe2\x82\xac");
    cr_expect_eq(utf8_copy_valid("ab\xe2\x82\xac", copy, sizeof copy), 2);
    cr_expect_str_eq(copy, "ab");
}

Test(utf8, bytes_that_are_not_ascii_are_counted)
{
    static const char text[] = "caf\u00e9 \u2013 \u5c71\u7530, plain ASCII \U0001f600";
    size_t expected = 0;
    for (size_t length = 0; length < sizeof text; length++) {
        cr_expect_eq(utf8_wide_bytes(text, length), expected);
        expected += (unsigned char)text[length] >= 0x80;
    }
}
