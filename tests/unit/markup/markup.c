/* The writer of HTML. */
#include "markup/markup.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static struct buffer out;
static struct markup markup;

static void begin(void)
{
    buffer_init(&out, 4096);
    markup_init(&markup, &out);
}

static void end(void)
{
    buffer_finish(&out);
}

TestSuite(markup, .init = begin, .fini = end);

static void expect_html(const char *expected)
{
    cr_expect(markup_is_balanced(&markup));
    cr_expect(out.length == strlen(expected) && memcmp(out.bytes, expected, out.length) == 0,
              "%.*s\nis not\n%s", (int)out.length, out.bytes, expected);
}

Test(markup, elements_have_attributes_and_content)
{
    markup_begin_document(&markup);
    markup_open(&markup, "p", "class", "lead", "id", "a", NULL);
    markup_text(&markup, "one ");
    markup_element(&markup, "b", "two", "class", "t", NULL);
    markup_void(&markup, "br", NULL);
    markup_number(&markup, 1204);
    markup_close(&markup, "p");
    expect_html(
        "<!DOCTYPE html>\n<p class=\"lead\" id=\"a\">one <b class=\"t\">two</b><br>1,204</p>");
}

Test(markup, numbers_have_commas_between_thousands)
{
    static const struct {
        uint64_t number;
        const char *text;
    } cases[] = {{0, "0"},
                 {7, "7"},
                 {999, "999"},
                 {1000, "1,000"},
                 {12345, "12,345"},
                 {123456, "123,456"},
                 {1234567, "1,234,567"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        out.length = 0;
        markup_number(&markup, cases[i].number);
        expect_html(cases[i].text);
    }
}

Test(markup, an_element_without_content_is_closed)
{
    markup_open(&markup, "div", "data-theme-box", "", NULL);
    markup_close(&markup, "div");
    expect_html("<div data-theme-box=\"\"></div>");
}

Test(markup, texts_and_values_are_escaped)
{
    markup_open(&markup, "a", "href", "/a?b=\"&c='<>", NULL);
    markup_flag(&markup, "open");
    markup_text(&markup, "</a><script>&\"'");
    markup_close(&markup, "a");
    expect_html("<a href=\"/a?b=&quot;&amp;c=&#39;&lt;&gt;\" open>"
                "&lt;/a&gt;&lt;script&gt;&amp;\"'</a>");
}

Test(markup, a_missing_value_omits_the_attribute)
{
    markup_open(&markup, "a", NULL);
    markup_attribute(&markup, "href", NULL);
    markup_attribute(&markup, "rel", "next");
    markup_close(&markup, "a");
    expect_html("<a rel=\"next\"></a>");
}

Test(markup, a_value_is_written_in_pieces)
{
    markup_open(&markup, "a", NULL);
    markup_begin_attribute(&markup, "href");
    markup_append_to_attribute(&markup, "/papers?q=a", 7);
    markup_append_to_attribute(&markup, "#\"", 2);
    markup_end_attribute(&markup);
    markup_close(&markup, "a");
    expect_html("<a href=\"/papers#&quot;\"></a>");
}

Test(markup, characters_that_html_forbids_are_replaced)
{
    markup_text(&markup, "a\x01"
                         "b\tc\nd\x7f");
    expect_html("a\xEF\xBF\xBD"
                "b\tc\nd\xEF\xBF\xBD");
}

Test(markup, json_cannot_end_its_script)
{
    static const char json[] = "{\"a\":\"</script><!--\"}";
    markup_open(&markup, "script", "type", "application/ld+json", NULL);
    markup_json(&markup, json, sizeof json - 1);
    markup_close(&markup, "script");
    expect_html("<script type=\"application/ld+json\">{\"a\":\"\\u003C/script>\\u003C!--\"}"
                "</script>");
}

Test(markup, texts_of_a_record_are_isolated)
{
    static const char name[] = "A & B";
    markup_name(&markup, name, sizeof name - 1);
    markup.language = "de";
    markup_prose(&markup, "p", name, sizeof name - 1, "class", "lead", NULL);
    expect_html("<bdi>A &amp; B</bdi><p class=\"lead\" dir=\"auto\" lang=\"de\">A &amp; B</p>");
}

/* U+2066, U+2067 and U+2068 begin an isolate, and U+2069 ends it. */
Test(markup, isolates_end_within_their_text)
{
    static const struct {
        const char *text, *html;
    } cases[] = {
        {"a\xE2\x81\xA9"
         "b",
         "<bdi>ab</bdi>"},
        {"a\xE2\x81\xA7"
         "b",
         "<bdi>a\xE2\x81\xA7"
         "b\xE2\x81\xA9</bdi>"},
        {"\xE2\x81\xA6\xE2\x81\xA8x\xE2\x81\xA9",
         "<bdi>\xE2\x81\xA6\xE2\x81\xA8x\xE2\x81\xA9\xE2\x81\xA9</bdi>"},
        {"\xE2\x81\xA9\xE2\x81\xA6x\xE2\x81\xA9\xE2\x81\xA9!",
         "<bdi>\xE2\x81\xA6x\xE2\x81\xA9!</bdi>"},
        {"\xE2\x81", "<bdi>\xE2\x81</bdi>"},
        {"1\xE2\x81\xA5", "<bdi>1\xE2\x81\xA5</bdi>"},
        {"1\xE2\x81\xAA", "<bdi>1\xE2\x81\xAA</bdi>"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        out.length = 0;
        markup_name(&markup, cases[i].text, strlen(cases[i].text));
        expect_html(cases[i].html);
    }
}

static void expect_attribute(const char *text, const char *value)
{
    char html[200];
    out.length = 0;
    markup_open(&markup, "a", NULL);
    markup_record_attribute(&markup, "title", text, strlen(text));
    markup_close(&markup, "a");
    snprintf(html, sizeof html, "<a title=\"%s\"></a>", value);
    expect_html(html);
}

Test(markup, attributes_are_isolated_if_their_text_may_run_from_right_to_left)
{
    static const char *const directed[] = {
        "\xD6\x90",
        "\xD7\x90"
        "a",
        "x\xDF\xBF",
        "\xE0\xA3\xBF",
        "\xE2\x80\x8E",
        "\xE2\x80\x8F",
        "\xE2\x80\xAA",
        "a\xE2\x80\xAE"
        "b",
        "\xEF\xAC\x80",
        "\xEF\xAC\x9D",
        "\xEF\xBB\xBC",
        "\xF0\x90\xA0\x80",
        "\xF0\x9E\xA4\x80",
    };
    static const char *const others[] = {
        "\xD6\x8F",         "\xE0\xA4\x80",     "\xE2\x80\x8D",     "\xE2\x80\xA9", "\xE2\x81\x8E",
        "\xE2\x81\xA5",     "\xE2\x81\xAA",     "\xEF\xA4\x80",     "\xEF\xAB\xBF", "\xEF\xBC\x81",
        "\xF0\x91\x80\x80", "\xF0\x9D\x84\x9E", "\xF0\x9F\x98\x80",
    };
    char value[40];
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        expect_attribute(others[i], others[i]);
    for (size_t i = 0; i < sizeof directed / sizeof *directed; i++) {
        snprintf(value, sizeof value, "\xE2\x81\xA8%s\xE2\x81\xA9", directed[i]);
        expect_attribute(directed[i], value);
    }
    expect_attribute("Jos\xC3\xA9 \xE2\x80\x93 \xE6\x9D\xB1",
                     "Jos\xC3\xA9 \xE2\x80\x93 \xE6\x9D\xB1");
    expect_attribute("\xE2\x81\xA9\xD7\x90\xE2\x81\xA7",
                     "\xE2\x81\xA8\xD7\x90\xE2\x81\xA7\xE2\x81\xA9\xE2\x81\xA9");
    expect_attribute("\xD6", "\xD6");
}

Test(markup, a_title_isolates_by_characters)
{
    markup_open(&markup, "title", NULL);
    markup_append_isolated(&markup, "\xD7\x90", 2);
    markup_text(&markup, " - rapporteur");
    markup_close(&markup, "title");
    expect_html("<title>\xE2\x81\xA8\xD7\x90\xE2\x81\xA9 - rapporteur</title>");
}

Test(markup, elements_that_are_too_deep_fail)
{
    for (size_t i = 0; i < MARKUP_DEPTH_MAX; i++)
        markup_open(&markup, "div", NULL);
    cr_expect(!out.failed);
    cr_expect(!markup_is_balanced(&markup));
    markup_open(&markup, "div", NULL);
    cr_expect(out.failed);
}

Test(markup, an_element_is_closed_by_its_name, .signal = SIGABRT)
{
    markup_open(&markup, "div", NULL);
    markup_close(&markup, "p");
#ifdef NDEBUG
    abort();
#endif
}
