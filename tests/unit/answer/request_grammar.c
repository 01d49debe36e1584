/* The grammar of the head of a request, where the program reads several bytes at once. */
#include "answer/request_grammar.h"

#include <criterion/criterion.h>
#include <string.h>

/* RFC 9110, section 5.5 */
static bool may_be_in_field(unsigned char byte)
{
    return byte == '\t' || (byte >= ' ' && byte != 0x7f);
}

Test(request_grammar, a_field_value_has_no_control_character_at_any_place_but_tabs)
{
    for (size_t length = 1; length <= 26; length++)
        for (size_t place = 0; place < length; place++)
            for (unsigned byte = 0; byte < 256; byte++) {
                char text[26];
                memset(text, 'a', sizeof text);
                text[place] = (char)byte;
                cr_assert_eq(request_grammar_is_field_value(text, length),
                             may_be_in_field((unsigned char)byte), "%#x at %zu of %zu", byte, place,
                             length);
                text[length / 2] = '\t';
                if (place != length / 2)
                    cr_assert_eq(request_grammar_is_field_value(text, length),
                                 may_be_in_field((unsigned char)byte),
                                 "%#x at %zu of %zu and a tab", byte, place, length);
            }
    cr_expect(request_grammar_is_field_value("", 0));
}

Test(request_grammar, a_number_has_only_digits_and_no_leading_zero)
{
    static const char *const numbers[] = {"0", "7", "10", "99999999999999999999999999"};
    static const char *const others[] = {"",   "00",  "01",  "-1", "+1", "1a",
                                         "a1", "1.0", "1 2", "/",  ":"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        cr_expect(request_grammar_is_number(numbers[i]), "%s", numbers[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_expect_not(request_grammar_is_number(others[i]), "%s", others[i]);
}

Test(request_grammar, a_word_has_letters_of_any_case_and_nothing_else)
{
    cr_expect(request_grammar_is_word("close", "close"));
    cr_expect(request_grammar_is_word("CloSe", "close"));
    cr_expect_not(request_grammar_is_word("closed", "close"));
    cr_expect_not(request_grammar_is_word("clos", "close"));
    cr_expect_not(request_grammar_is_word("", "close"));
}

Test(request_grammar, a_host_may_have_a_port_and_no_user)
{
    static const char *const hosts[] = {"example.org",       "example.org:80",
                                        "127.0.0.1:8080",    "[::1]",
                                        "[2001:db8::7]:443", "a",
                                        "a-b_c~d.e",         "%41"};
    static const char *const others[] = {"user@example.org",
                                         "example.org:80a",
                                         "exa mple.org",
                                         "[::1",
                                         "::1]",
                                         "a/b",
                                         "a?b",
                                         "a#b",
                                         "[::1]x",
                                         "a:b:c",
                                         "a\x7f",
                                         "\xc3\xa9"};
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++)
        cr_expect(request_grammar_is_host(hosts[i]), "%s", hosts[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_expect_not(request_grammar_is_host(others[i]), "%s", others[i]);
}

Test(request_grammar, a_target_is_printable_ascii_without_a_fragment)
{
    for (unsigned byte = 1; byte < 256; byte++) {
        const char text[] = {'/', (char)byte, 'a', '\0'};
        cr_expect_eq(request_grammar_is_target(text), byte > ' ' && byte < 0x7f && byte != '#',
                     "%#x", byte);
    }
}

Test(request_grammar, a_target_is_a_path_or_a_url_or_a_star_for_options)
{
    static const struct {
        const char *target;
        bool of_get, of_options;
    } targets[] = {
        {"/", true, true},
        {"/papers?q=a", true, true},
        {"http://example.org/papers", true, true},
        {"http://example.org", true, true},
        {"HTTP://example.org:80/", true, true},
        {"http:///papers", false, false},
        {"http://", false, false},
        {"http://user@example.org/", false, false},
        {"papers", false, false},
        {"", false, false},
        {"*", false, true},
        {"**", false, false},
        {"*/", false, false},
    };
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        const char *target = targets[i].target;
        cr_expect_eq(request_grammar_is_target_of(METHOD_GET, target), targets[i].of_get, "%s",
                     target);
        cr_expect_eq(request_grammar_is_target_of(METHOD_OPTIONS, target), targets[i].of_options,
                     "%s", target);
    }
}
