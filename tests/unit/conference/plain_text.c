#include "conference/plain_text.h"

#include "html/html_text.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TestSuite(plain_text);

static void expect_plain(const char *text, const char *expected)
{
    struct buffer out;
    buffer_init(&out, 1 << 20);
    plain_text_append(&out, text, strlen(text));
    char *result = buffer_steal_text(&out);
    cr_expect_str_eq(result, expected);
    free(result);
}

Test(plain_text, text_without_markup_keeps_its_lines)
{
    expect_plain("  One  \r\n\r\n\r\n\r\nTwo\n  three\a", "One\n\nTwo\n  three");
    expect_plain("a\tb \t c", "a\tb \t c");
    expect_plain("a < b && c > d", "a < b && c > d");
    expect_plain("AT&T; <name>", "AT&T; <name>");
    expect_plain("a \t\n  b  c\t", "a\n  b  c");
    expect_plain("\n\n  a\n\x01\nb\x7f\n", "a\n\nb");
}

Test(plain_text, a_carriage_return_alone_is_a_line_end)
{
    expect_plain("a\rb\r\nc\r", "a\nb\nc");
    expect_plain("a\r\r\rb", "a\n\nb");
}

Test(plain_text, html_is_known_by_a_tag_or_a_reference_that_is_whole)
{
    static const char *const html[] = {"a <b>c", "<br/>", "&amp;", "a &#65;", "&#x41;", "&#X41;"};
    static const char *const plain[] = {"",       "a < b", "<",     "&",    "&amp",
                                        "&a;",    "&#;",   "&#x;",  "&#65", "&#6z;",
                                        "&#x4g;", "amp;",  "& #5;", "&&#;", "&x41;"};
    for (size_t i = 0; i < sizeof html / sizeof *html; i++)
        cr_expect(plain_text_is_html(html[i], strlen(html[i])), "%s", html[i]);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        cr_expect_not(plain_text_is_html(plain[i], strlen(plain[i])), "%s", plain[i]);
    cr_expect_not(plain_text_is_html("&amp;", 4));
    cr_expect_not(plain_text_is_html("a<b>", 3));
    cr_expect_not(plain_text_is_html("a&#65;", 5));
    cr_expect_not(plain_text_is_html("ab> c", 5));
    cr_expect_not(plain_text_is_html("&#65;", 4));
}

Test(plain_text, blocks_of_html_become_paragraphs)
{
    expect_plain("<p>One\n  two</p><div>three<br/>four</div><h2>Five</h2>six",
                 "One two\n\nthree\nfour\n\nFive\n\nsix");
    expect_plain("<pre>a\n  b</pre>c", "a\n  b\n\nc");
    expect_plain("a <br>b<br><br><br>c", "a\nb\n\nc");
    expect_plain("<table><tr><th>a</th><td>b</td></tr><tr><td> c </td><td>d</td></tr></table>",
                 "a b\nc d");
    expect_plain("a<hr>b<dl><dt>c</dt><dd>d</dd></dl>", "a\n\nb\n\nc\nd");
    expect_plain(" <b>a</b>\tb\rc\fd ", "a b c d");
}

Test(plain_text, lists_have_marks_and_are_indented)
{
    expect_plain(
        "<p>L</p><ul><li><p>a</p></li><li>b<ol><li>c</li><li>d</li></ol></li></ul><p>e</p>",
        "L\n\n- a\n- b\n  1. c\n  2. d\n\ne");
}

Test(plain_text, links_keep_their_urls)
{
    expect_plain("<a href=\"https://x.example/?a=1&amp;b=2\">X</a>, <a href=https://y.example>"
                 "https://y.example</a> <a href='javascript:z'>z</a>",
                 "X (https://x.example/?a=1&b=2), https://y.example z");
    expect_plain("<a href=\"http://y.example\">All about the y</a>",
                 "All about the y (http://y.example)");
    expect_plain("<a href=\"http://y.example\">All about the pier</a>",
                 "All about the pier (http://y.example)");
    expect_plain("<a href=\"http://y.example\">See http://y.example</a>", "See http://y.example");
    expect_plain("<a href='http://y.example'>http://y.example</a>", "http://y.example");
    expect_plain("<a href='http://'>a</a> <a href='http'>b</a> <a href='http://c'>c</a>",
                 "a b c (http://c)");
    expect_plain("<a class=x href= >a</a> <a href=>b</a> <a hrefs='http://c'>c</a>", "a b c");
    expect_plain("<a class='x'\nHREF=HTTP://y.example/a title=z>a</a>", "a (HTTP://y.example/a)");
    expect_plain("<a href='http://y.example/a b\"'>a</a>", "a (http://y.example/a b\")");
    expect_plain("<a href='http://y.example/?a&am;b&amp'>a</a>",
                 "a (http://y.example/?a&am;b&amp)");
    expect_plain("a <a href='http://y.example'></a> b", "a http://y.example b");
    expect_plain("<a href='http://y.example'>a<a href='http://z.example'>b",
                 "a (http://y.example)b (http://z.example)");
}

Test(plain_text, references_become_characters)
{
    expect_plain("&lt;&auml;&#8217;&#x1F600;&unknown;&#xD800;", "<ä’😀&unknown;\xEF\xBF\xBD");
    expect_plain("&#1114111;&#1114112;&#x10FFFF;&#x110000;",
                 "\xF4\x8F\xBF\xBF\xEF\xBF\xBD\xF4\x8F\xBF\xBF\xEF\xBF\xBD");
    expect_plain("&#00000065;&#000000065;", "A&#000000065;");
    expect_plain("a&#32;b&#31;c&#10;d&shy;e&#xAD;f", "a b\xEF\xBF\xBD"
                                                     "c\xEF\xBF\xBD"
                                                     "def");
    expect_plain("&#1114113;&#99999999;&#x110001;&#xFFFFFFFF;&#xfFaA;",
                 "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBE\xAA");
}

Test(plain_text, scripts_styles_and_comments_are_dropped)
{
    expect_plain("a<script>if (x < y) alert()</script>b<style>p{}</STYLE>c<!-- d -->e", "abce");
    expect_plain("a<script>never ends", "a");
    expect_plain("a</script>b", "ab");
    expect_plain("<script>a<xscript>b</x>c<script></script>d", "d");
    expect_plain("<script>a</script", "");
    expect_plain("<i>a</i><script>b</script c", "a");
    expect_plain("<i>a</i><!--b->c->-->d<!-- eee", "ad");
}

static const struct {
    const char *text;
    size_t length;
} tags[] = {
    {"<b>", 3},
    {"<B >", 4},
    {"</b>", 4},
    {"<br/>", 5},
    {"<b", 0},
    {"<b ", 0},
    {"<b/", 0},
    {"<bx>", 0},
    {"<b=x>", 0},
    {"< b>", 0},
    {"<>", 0},
    {"</>", 0},
    {"</ b>", 0},
    {"<h1>x", 4},
    {"<h9>", 0},
    {"<blockquote>", 12},
    {"<blockquotes>", 0},
    {"<figcaption a>", 14},
    {"<b a='>'>", 9},
    {"<b a='>", 7},
    {"<b a=\">'\">'>", 10},
    {"<b a='x", 0},
    {"<b <i>", 0},
    {"<b a='<'>", 9},
    {"<b\t>", 4},
    {"<b\f>", 4},
    {"<!---->", 7},
    {"<!-- d -->e", 10},
    {"<!-->", 0},
    {"<!--->", 0},
    {"<!--a>b-->c", 10},
    {"<!--a->b-->c", 11},
    {"<!--a-b>c-->d", 12},
    {"<!--abc", 7},
    {"<!-abc->", 0},
    {"<!--ab>", 7},
};

Test(plain_text, a_tag_ends_at_the_mark_that_is_not_quoted)
{
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        cr_expect_eq(html_tag_length(tags[i].text, strlen(tags[i].text)), tags[i].length,
                     "%s has %zu", tags[i].text,
                     html_tag_length(tags[i].text, strlen(tags[i].text)));
    cr_expect_eq(html_tag_length("<b xy>", 4), 0);
    cr_expect_eq(html_tag_length("<b>", 2), 0);
    cr_expect_eq(html_tag_length("<!---->", 6), 0);
}

Test(plain_text, a_tag_has_up_to_4096_bytes)
{
    static char text[5000];
    memset(text, ' ', sizeof text);
    memcpy(text, "<b", 2);
    text[4095] = '>';
    cr_expect_eq(html_tag_length(text, sizeof text), 4096);
    text[4095] = ' ';
    text[4096] = '>';
    cr_expect_eq(html_tag_length(text, sizeof text), 0);
}

Test(plain_text, several_breaks_make_one_empty_line)
{
    struct buffer out;
    buffer_init(&out, 100);
    html_text_append(&out, "a <br><br><br>b", 15);
    cr_expect_eq(out.length, strlen("a\n\nb"));
    cr_expect_eq(memcmp(out.bytes, "a\n\nb", out.length), 0);
    buffer_finish(&out);
}

Test(plain_text, line_has_no_breaks_and_no_control_characters)
{
    struct buffer out;
    buffer_init(&out, 100);
    plain_text_append_line(&out, " a\n\tb\x01 <i>c</i> ", 17);
    cr_expect_eq(out.length, strlen("a b <i>c</i>"));
    cr_expect_eq(memcmp(out.bytes, "a b <i>c</i>", out.length), 0);
    buffer_clear(&out);
    plain_text_append_line(&out, "a\tb\nc\rd\x1f\x7f!\n", 11);
    cr_expect_eq(out.length, strlen("a b c d!"));
    cr_expect_eq(memcmp(out.bytes, "a b c d!", out.length), 0);
    buffer_finish(&out);
}

Test(plain_text, url_of_a_link_has_up_to_1999_bytes)
{
    for (int length = 1999; length <= 2002; length++) {
        char url[2010] = "", html[2100];
        struct buffer out;
        snprintf(url, sizeof url, "http:%0*d", length - 5, 1);
        snprintf(html, sizeof html, "<a href=\"%s\">x</a>", url);
        buffer_init(&out, 10000);
        plain_text_append(&out, html, strlen(html));
        buffer_append_byte(&out, '\0');
        cr_expect_eq(strstr(out.bytes, url) != NULL, length == 1999, "%d", length);
        cr_expect_eq(*out.bytes, 'x');
        buffer_finish(&out);
    }
}

Test(plain_text, lists_are_indented_up_to_the_16th_in_another)
{
    for (size_t lists = 15; lists <= 17; lists++) {
        char html[400] = "", expected[400] = "";
        for (size_t i = 0; i < lists; i++) {
            const size_t indent = 2 * (i < 16 ? i : 15);
            strcat(html, "<ul><li>a");
            sprintf(expected + strlen(expected), "%s%*s- a", i ? "\n" : "", (int)indent, "");
        }
        expect_plain(html, expected);
    }
}
