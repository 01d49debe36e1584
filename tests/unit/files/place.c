#include "files/place.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static const char text[] = "\n"
                           "{\n"
                           "  \"a\": [1, {\"b\": \"}]\\\"\"}, [],\n"
                           "    {\"c\":\n"
                           "      true}],\n"
                           "  \"x/y~z\": null,\n"
                           "  \"e\\u0061\": {}\n"
                           "}\n";

static const struct record_file file = {
    .name = "name", .text = text, .length = sizeof text - 1, .borrowed = true};

Test(place, a_pointer_escapes_tilde_and_slash)
{
    const struct place top = place_top(&file), member = place_member(&top, "x/y~z"),
                       element = place_element(&member, 12);
    char *pointer = place_pointer(&element);
    cr_expect_str_eq(pointer, "/x~1y~0z/12");
    free(pointer);
    pointer = place_pointer(&top);
    cr_expect_str_eq(pointer, "");
    free(pointer);
}

Test(place, a_line_is_the_one_on_which_the_value_begins)
{
    const struct place top = place_top(&file), a = place_member(&top, "a");
    const struct place first = place_element(&a, 0), second = place_element(&a, 1),
                       fourth = place_element(&a, 3);
    const struct place inner = place_member(&fourth, "c"), escaped = place_member(&top, "ea"),
                       odd = place_member(&top, "x/y~z");
    cr_expect_eq(place_line(&top, &file), 2);
    cr_expect_eq(place_line(&a, &file), 3);
    cr_expect_eq(place_line(&first, &file), 3);
    cr_expect_eq(place_line(&second, &file), 3);
    cr_expect_eq(place_line(&fourth, &file), 4);
    cr_expect_eq(place_line(&inner, &file), 5);
    cr_expect_eq(place_line(&odd, &file), 6);
    cr_expect_eq(place_line(&escaped, &file), 7);
}

Test(place, all_white_space_of_json_is_skipped)
{
    static const char spaced[] =
        "\r\n\t {\r\n\r\t\"a\"\r:\t\r\n[\r1\r,\r\n{\r\"b\"\t:\r\n2\r}\r]\r}";
    static const struct record_file spaced_file = {
        .name = "name", .text = spaced, .length = sizeof spaced - 1, .borrowed = true};
    const struct place top = place_top(&spaced_file), a = place_member(&top, "a");
    const struct place second = place_element(&a, 1), b = place_member(&second, "b");
    cr_expect_eq(place_line(&top, &spaced_file), 2);
    cr_expect_eq(place_line(&a, &spaced_file), 4);
    cr_expect_eq(place_line(&second, &spaced_file), 5);
    cr_expect_eq(place_line(&b, &spaced_file), 6);
}

Test(place, a_missing_value_has_the_line_of_the_innermost_value_around_it)
{
    const struct place top = place_top(&file), a = place_member(&top, "a");
    const struct place missing = place_member(&top, "missing"), beyond = place_element(&a, 9),
                       fourth = place_element(&a, 3), none = place_member(&fourth, "d"),
                       deep = place_element(&none, 0), wrong = place_member(&a, "b"),
                       element_of_object = place_element(&top, 0);
    cr_expect_eq(place_line(&missing, &file), 2);
    cr_expect_eq(place_line(&beyond, &file), 3);
    cr_expect_eq(place_line(&none, &file), 4);
    cr_expect_eq(place_line(&deep, &file), 4);
    cr_expect_eq(place_line(&wrong, &file), 3);
    cr_expect_eq(place_line(&element_of_object, &file), 2);
}

Test(place, nothing_is_read_beyond_the_end_of_the_file)
{
    static const struct record_file cut[] = {
        {.name = "a", .text = "[1\n,\n\n2]", .length = 3, .borrowed = true},
        {.name = "b", .text = "[1\n\n,\n2]", .length = 5, .borrowed = true},
        {.name = "c", .text = "{\"a\": 1\n,\n\"b\": 2}", .length = 10, .borrowed = true},
    };
    for (size_t i = 0; i < sizeof cut / sizeof *cut; i++) {
        const struct place top = place_top(&cut[i]);
        const struct place second = i == 2 ? place_member(&top, "b") : place_element(&top, 1);
        cr_expect_eq(place_line(&second, &cut[i]), 1, "%s", cut[i].name);
    }
}

Test(place, a_value_is_found_once_the_text_has_its_key)
{
    const char *const values[] = {strchr(text, '{'), strstr(text, "\":"), strstr(text, "{\"c\""),
                                  strstr(text, "\n      true")};
    for (size_t length = 0; length < sizeof text; length++) {
        const struct record_file cut = {
            .name = "name", .text = text, .length = length, .borrowed = true};
        const struct place top = place_top(&cut), a = place_member(&top, "a"),
                           fourth = place_element(&a, 3), inner = place_member(&fourth, "c");
        unsigned expected = length ? 2 : 1;
        for (size_t i = 0; i < 4 && values[i] < text + length; i++)
            expected = (unsigned)i + 2;
        cr_expect_eq(place_line(&inner, &cut), expected, "%zu", length);
    }
}
