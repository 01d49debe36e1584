/* The pages with parameters that an export finds by their links. */
#include "commands/export_links.h"
#include "failing_memory.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static struct export_links links;

static void start(void)
{
    export_links_init(&links);
}

static void finish(void)
{
    export_links_finish(&links);
}

TestSuite(export_links, .init = start, .fini = finish);

static bool find(const char *base_path, const char *page)
{
    return export_links_find(&links, base_path, page, strlen(page));
}

static void expect_taken(const char *const *targets)
{
    char target[200];
    for (; *targets; targets++) {
        cr_assert(export_links_take(&links, target, sizeof target), "%s", *targets);
        cr_expect_str_eq(target, *targets);
    }
    cr_expect_not(export_links_take(&links, target, sizeof target));
}

Test(export_links, each_link_to_a_page_with_parameters_is_taken_once_from_the_last)
{
    cr_expect(find("", "<a href=\"/query/a=1/people.html\">x</a> <a href=\"/people.html\">y</a>"
                       "<a class=\"z\" href=\"/query/b=2/people.html#top\">z</a>"
                       "<a HREF=\"/query/c=3/\"><a href=\"/queries/\"> "
                       "data-href=\"/query/d=4/\""));
    cr_expect(find("", "<p>/query/e=5/<a href=\"/query/\">"));
    expect_taken(
        (const char *const[]){"/query/", "/query/b=2/people.html", "/query/a=1/people.html", NULL});
}

Test(export_links, an_ampersand_is_unescaped_and_nothing_else)
{
    cr_expect(find("", "<a href=\"/query/a=1&amp;b=2&amp;&amp;c=3&lt;&amp/people.html\">"));
    expect_taken((const char *const[]){"/query/a=1&b=2&&c=3&lt;&amp/people.html", NULL});
}

Test(export_links, the_base_path_is_left_out)
{
    cr_expect(find("/record", "<a href=\"/record/query/a=1/x.html\"><a href=\"/query/b=1/x.html\">"
                              "<a href=\"/recorD/query/c=1/x.html\">"));
    expect_taken((const char *const[]){"/query/a=1/x.html", NULL});
}

Test(export_links, a_link_that_the_page_does_not_end_is_not_taken)
{
    cr_expect(find("", "<a href=\"/query/a=1\"><a href=\"/query/b=2"));
    cr_expect(find("", ""));
    expect_taken((const char *const[]){"/query/a=1", NULL});
}

Test(export_links, bytes_after_the_page_are_not_read)
{
    static const char page[] = "<a href=\"/query/a=1\"><a href=\"/query/b=2\">";
    cr_expect(export_links_find(&links, "", page, strlen(page) - 2));
    expect_taken((const char *const[]){"/query/a=1", NULL});
    cr_expect(export_links_find(&links, "", page, strlen(page) - 1));
    expect_taken((const char *const[]){"/query/b=2", "/query/a=1", NULL});
}

/* The text before a target has room for 199 bytes: 7 of them are ' href="', 7 are "/query/". */
Test(export_links, a_longer_base_path_than_any_has_no_links)
{
    char base_path[187], page[400];
    memset(base_path, 'a', sizeof base_path);
    *base_path = '/';
    for (size_t length = 185; length <= 186; length++) {
        base_path[length] = '\0';
        snprintf(page, sizeof page, "<a href=\"%s/query/a=1/\">", base_path);
        cr_expect(find(base_path, page));
        expect_taken(length == 185 ? (const char *const[]){"/query/a=1/", NULL}
                                   : (const char *const[]){NULL});
        memset(base_path + 1, 'a', sizeof base_path - 1);
    }
}

Test(export_links, a_target_that_does_not_fit_is_not_taken)
{
    char target[8] = "";
    cr_expect(find("", "<a href=\"/query/\">"));
    cr_expect_not(export_links_take(&links, target, 7));
    cr_expect_str_eq(target, "");
    cr_expect(export_links_take(&links, target, 8));
    cr_expect_str_eq(target, "/query/");
}

Test(export_links, a_lack_of_memory_is_reported)
{
    failing_memory_begin(0);
    cr_expect_not(find("", "<a href=\"/query/a=1\">"));
    cr_expect(failing_memory_end());
}

Test(export_links, percent_encoded_bytes_of_a_path_are_decoded)
{
    static const struct {
        const char *path, *decoded;
    } cases[] = {{"a%20b", "a b"},   {"%C3%a9%c3%A9.html", "éé.html"},
                 {"%2F%2f", "//"},   {"%3A%4F%5f", ":O_"},
                 {"100%", "100%"},   {"100%4", "100%4"},
                 {"%41", "A"},       {"", ""},
                 {"plain", "plain"}, {"%09%39%19", "\t9\x19"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char path[40];
        snprintf(path, sizeof path, "%s", cases[i].path);
        export_links_decode(path);
        cr_expect_str_eq(path, cases[i].decoded);
    }
}
