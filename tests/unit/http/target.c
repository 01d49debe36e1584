#include "http/target.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* Returns the parts of a target as one text: segments, then parameters. */
static const char *written(const struct target *target)
{
    static char text[TARGET_BYTES_MAX * 2];
    size_t used = 0;
    text[0] = '\0';
    for (size_t i = 0; i < target->segment_count; i++)
        used += (size_t)sprintf(text + used, "[%s]", target->segments[i]);
    used += (size_t)sprintf(text + used, "%s", target->trailing_slash ? "/" : "");
    for (size_t i = 0; i < target->parameter_count; i++)
        used += (size_t)sprintf(text + used, "{%s=%s}", target->parameters[i].name,
                                target->parameters[i].value);
    return text;
}

Test(target, is_split_before_it_is_decoded)
{
    static const struct {
        const char *text, *parts;
    } cases[] = {
        {"/", ""},
        {"/papers", "[papers]"},
        {"/papers/1/topics", "[papers][1][topics]"},
        {"/papers/", "[papers]/"},
        {"//a", "[][a]"},
        {"/a//", "[a][]/"},
        {"/%70apers", "[papers]"},
        {"/a%2Fb/c", "[a/b][c]"},
        {"/a?b", "[a]{b=}"},
        {"/a?b=", "[a]{b=}"},
        {"/a?b=c&d=e", "[a]{b=c}{d=e}"},
        {"/a?b=c=d", "[a]{b=c=d}"},
        {"/a?b=1%262&c%3Dd=3", "[a]{b=1&2}{c=d=3}"},
        {"/a+b?c+d=e+f%2B", "[a+b]{c d=e f+}"},
        {"/a?&&b=1&", "[a]{b=1}"},
        {"/a?b?c=/d", "[a]{b?c=/d}"},
        {"/?a=b", "{a=b}"},
        {"/caf%C3%A9", "[caf\xc3\xa9]"},
        {"http://example.org/a?b=c", "[a]{b=c}"},
        {"HTTPS://example.org:80/a", "[a]"},
        {"http://example.org", ""},
        {"/..", "[..]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static struct target target;
        cr_expect_eq(target_parse(cases[i].text, &target), TARGET_OK, "%s", cases[i].text);
        cr_expect_str_eq(written(&target), cases[i].parts, "%s", cases[i].text);
    }
}

Test(target, list_form_tells_commas_within_values_from_separators)
{
    static const struct {
        const char *text, *value, *list;
    } cases[] = {
        {"/a?b=c,d", "c,d", "c,d"},
        {"/a?b=c%2Cd,e", "c,d,e", "c\\,d,e"},
        {"/a?b=%2c", ",", "\\,"},
        {"/a?b=c%5C%2Cd", "c\\,d", "c\\,d"},
        {"/a?b=c\\,d", "c\\,d", "c\\,d"},
        {"/a?b=%252C", "%2C", "%2C"},
        {"/a?b", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static struct target target;
        cr_expect_eq(target_parse(cases[i].text, &target), TARGET_OK, "%s", cases[i].text);
        cr_expect_str_eq(target.parameters[0].value, cases[i].value, "%s", cases[i].text);
        cr_expect_str_eq(target.parameters[0].list, cases[i].list, "%s", cases[i].text);
    }
}

Test(target, encoded_white_space_in_a_value_is_a_space)
{
    static const struct {
        const char *text, *parts;
    } cases[] = {
        {"/a?b=c%09d", "[a]{b=c d}"},         {"/a?b=c%0Ad", "[a]{b=c d}"},
        {"/a?b=c%0bd", "[a]{b=c d}"},         {"/a?b=c%0Cd", "[a]{b=c d}"},
        {"/a?b=c%0Dd", "[a]{b=c d}"},         {"/a?b=c%0D%0A+d%20", "[a]{b=c   d }"},
        {"/a?b=c%C2%85", "[a]{b=c\xc2\x85}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static struct target target;
        cr_expect_eq(target_parse(cases[i].text, &target), TARGET_OK, "%s", cases[i].text);
        cr_expect_str_eq(written(&target), cases[i].parts, "%s", cases[i].text);
    }
}

/* Also white space that is not encoded, and in names and paths. */
Test(target, other_controls_are_refused)
{
    char text[40];
    static struct target target;
    for (int c = 1; c < 0x80; c = c == 0x1f ? 0x7f : c + 1) {
        const bool is_space = c >= '\t' && c <= '\r';
        sprintf(text, "/a?b=c%%%02x", (unsigned)c);
        cr_expect_eq(target_parse(text, &target), is_space ? TARGET_OK : TARGET_BAD_ENCODING, "%s",
                     text);
        sprintf(text, "/a?b%%%02x=c", (unsigned)c);
        cr_expect_eq(target_parse(text, &target), TARGET_BAD_ENCODING, "%s", text);
        sprintf(text, "/a%%%02x", (unsigned)c);
        cr_expect_eq(target_parse(text, &target), TARGET_BAD_ENCODING, "%s", text);
        sprintf(text, "/a?b=c%c", c);
        cr_expect_eq(target_parse(text, &target), TARGET_BAD_ENCODING, "%d", c);
    }
    cr_expect_eq(target_parse("/a?b=%00", &target), TARGET_BAD_ENCODING);
}

Test(target, is_refused_if_it_cannot_be_decoded)
{
    static const struct {
        const char *text;
        enum target_status status;
    } cases[] = {
        {"/%", TARGET_BAD_ENCODING},
        {"/%1", TARGET_BAD_ENCODING},
        {"/%1g", TARGET_BAD_ENCODING},
        {"/%00", TARGET_BAD_ENCODING},
        {"/%0a", TARGET_BAD_ENCODING},
        {"/%7f", TARGET_BAD_ENCODING},
        {"/%80", TARGET_BAD_ENCODING},
        {"/%c3", TARGET_BAD_ENCODING},
        {"/%c0%80", TARGET_BAD_ENCODING},
        {"/%e0%80%80", TARGET_BAD_ENCODING},
        {"/%ed%a0%80", TARGET_BAD_ENCODING},
        {"/%f4%90%80%80", TARGET_BAD_ENCODING},
        {"/%f0%80%80%80", TARGET_BAD_ENCODING},
        {"/%f5%80%80%80", TARGET_BAD_ENCODING},
        {"/a?%zz=1", TARGET_BAD_ENCODING},
        {"/a?b=%zz", TARGET_BAD_ENCODING},
        {"", TARGET_NO_PATH},
        {"*", TARGET_NO_PATH},
        {"papers", TARGET_NO_PATH},
        {"ftp://example.org/", TARGET_NO_PATH},
        {"http://example.org?a", TARGET_NO_PATH},
        {"/1/2/3/4/5/6/7/8/9", TARGET_TOO_MANY_SEGMENTS},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static struct target target;
        cr_expect_eq(target_parse(cases[i].text, &target), cases[i].status, "%s", cases[i].text);
    }
}

Test(target, has_a_maximum_length_and_number_of_parameters)
{
    static struct target target;
    static char text[TARGET_BYTES_MAX + 2];
    memset(text, 'a', sizeof text - 1);
    text[0] = '/';
    cr_expect_eq(target_parse(text, &target), TARGET_TOO_LONG);
    text[TARGET_BYTES_MAX] = '\0';
    cr_expect_eq(target_parse(text, &target), TARGET_OK);
    size_t used = (size_t)sprintf(text, "/?");
    for (int i = 0; i < TARGET_PARAMETERS_MAX; i++)
        used += (size_t)sprintf(text + used, "a%d&", i);
    cr_expect_eq(target_parse(text, &target), TARGET_OK);
    sprintf(text + used, "b");
    cr_expect_eq(target_parse(text, &target), TARGET_TOO_MANY_PARAMETERS);
}
