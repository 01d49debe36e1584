/* Characters, whole and cut. */
#include "base/utf8.h"

#include <criterion/criterion.h>
#include <string.h>

Test(utf8, a_copy_has_no_part_of_a_character)
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
        cr_expect_eq(utf8_copy_whole(cases[i].text, copy, sizeof copy), strlen(cases[i].whole));
        cr_expect_str_eq(copy, cases[i].whole);
    }
}

Test(utf8, a_copy_that_has_no_room_ends_behind_a_character)
{
    char copy[5];
    cr_expect_eq(utf8_copy_whole("a\xe2\x82\xac\xe2\x82\xac", copy, sizeof copy), 4);
    cr_expect_str_eq(copy, "a\xe2\x82\xac");
    cr_expect_eq(utf8_copy_whole("ab\xe2\x82\xac", copy, sizeof copy), 2);
    cr_expect_str_eq(copy, "ab");
}
