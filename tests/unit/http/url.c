#include "http/url.h"

#include "http/request.h"
#include "http/target.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

Test(url, a_base_path_has_plain_segments_that_lead_nowhere_else)
{
    static const struct {
        const char *path, *problem;
    } cases[] = {{"/record", NULL},
                 {"/a/b.c/..d/.e/-._~09azAZ", NULL},
                 {"/...", NULL},
                 {"", "begin with"},
                 {"record", "begin with"},
                 {"/", "empty segments"},
                 {"/a/", "empty segments"},
                 {"//a", "empty segments"},
                 {"/a//b", "empty segments"},
                 {"/.", "a segment"},
                 {"/..", "a segment"},
                 {"/a/../b", "a segment"},
                 {"/a b", "contain only"},
                 {"/a%20", "contain only"},
                 {"/a?", "contain only"},
                 {"/\xc3\xa9", "contain only"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *problem = url_base_path_problem(cases[i].path);
        cr_expect_eq(problem != NULL, cases[i].problem != NULL, "%s: %s", cases[i].path, problem);
        cr_expect(!problem || !cases[i].problem || strstr(problem, cases[i].problem), "%s: %s",
                  cases[i].path, problem);
    }
}

Test(url, a_base_path_has_at_most_100_bytes)
{
    char path[BASE_PATH_BYTES_MAX + 2] = "/";
    memset(path + 1, 'a', BASE_PATH_BYTES_MAX - 1);
    cr_expect_not(url_base_path_problem(path));
    path[BASE_PATH_BYTES_MAX] = 'a';
    cr_expect(strstr(url_base_path_problem(path), "longer than 100 bytes"));
}

Test(url, every_text_in_a_parameter_is_read_back_unchanged)
{
    static struct target target;
    static const char *const texts[] = {"\xc3\xa9\xf0\x9f\x8c\x8a", "&=#+%;<>\"[]{}|\\^`"};
    char ascii[96] = "";
    for (char c = ' '; c < 0x7f; c++)
        ascii[c - ' '] = c;
    for (size_t i = 0; i < 3; i++) {
        const char *text = i < 2 ? texts[i] : ascii;
        struct buffer url;
        char separator = '?';
        buffer_init(&url, TARGET_BYTES_MAX);
        buffer_append_text(&url, "/papers");
        url_append_parameter(&url, &separator, text, text);
        url_append_parameter(&url, &separator, "b", "");
        buffer_append_byte(&url, '\0');
        cr_assert_eq(target_parse(url.bytes, &target), TARGET_OK, "%s", url.bytes);
        cr_expect_eq(target.parameter_count, 2, "%s", url.bytes);
        cr_expect_str_eq(target.parameters[0].name, text);
        cr_expect_str_eq(target.parameters[0].value, text);
        buffer_finish(&url);
    }
}

Test(url, a_parameter_encodes_only_what_must_be_encoded)
{
    struct buffer url;
    char separator = '?';
    buffer_init(&url, 200);
    url_append_parameter(&url, &separator, "azAZ09-._~!$'()*,:@/?", " \"#%&+;<=>[\\]^`{|}\x7f\xff");
    buffer_append_byte(&url, '\0');
    cr_expect_str_eq(url.bytes, "?azAZ09-._~!$'()*,:@/?="
                                "%20%22%23%25%26%2B%3B%3C%3D%3E%5B%5C%5D%5E%60%7B%7C%7D%7F%FF");
    buffer_finish(&url);
}

static void expect_url(const char *query, bool files, const char *expected)
{
    const struct url url = {"/base", {"people"}, 1, ".html"};
    struct buffer text, out;
    buffer_init(&text, 1000);
    buffer_init(&out, 1000);
    buffer_append_text(&text, query);
    url_append_with_query(&out, &url, &text, files);
    buffer_append_byte(&out, '\0');
    cr_expect_str_eq(out.bytes, expected);
    buffer_finish(&text);
    buffer_finish(&out);
}

Test(url, of_a_file_has_the_query_as_a_folder)
{
    expect_url("", false, "/base/people.html");
    expect_url("?a=b&c=d", false, "/base/people.html?a=b&c=d");
    expect_url("", true, "/base/people.html");
    expect_url("?a=b&c=d", true, "/base/query/a=b&c=d/people.html");
}

Test(url, a_query_that_no_folder_can_have_as_its_name_fits_no_file)
{
    static const char *const fit[] = {"country=JP", "session=a.b_c~d-e&offset=100", "x=a,b",
                                      "x=a%20b%C3%A9"};
    static const char *const others[] = {"x=a/b",     "x=a?b",   "x=a:b", "x=a*b", "x=%2F",
                                         "x=%5C",     "x=%22",   "x=%00", "x=%1F", "x=%7F",
                                         "x=%3Cb%3E", "x=a%25b", "x='"};
    char longest[202] = "";
    for (size_t i = 0; i < sizeof fit / sizeof *fit; i++)
        cr_expect(url_query_fits_file(fit[i], strlen(fit[i])), "%s", fit[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_expect_not(url_query_fits_file(others[i], strlen(others[i])), "%s", others[i]);
    cr_expect_not(url_query_fits_file("a\0b", 3));
    memset(longest, 'a', 201);
    cr_expect(url_query_fits_file(longest, 200));
    cr_expect_not(url_query_fits_file(longest, 201));
}
