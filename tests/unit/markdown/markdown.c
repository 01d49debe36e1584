#include "markdown/markdown.h"

#include "unit/failing_memory.h"
#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <stdio.h>

enum {
    LINK_BYTES_MAX = 2000,
    LISTS_COUNTED = 32
};

/* Writes the lines of a document: the line of the source, the form, the depth of lists, and the
 * text. */
static void describe(const char *text, char *found, size_t size)
{
    static const char forms[] = "PHR-C";
    struct markdown markdown;
    size_t length = 0;
    *found = 0;
    markdown_read(&markdown, text, strlen(text), 1);
    cr_assert_not(markdown.out_of_memory);
    for (size_t i = 0; i < markdown.count; i++) {
        const struct text_span line = markdown_text(&markdown, i, i + 1);
        length += (size_t)snprintf(found + length, size - length, "%s%u%c%u %.*s", i ? "; " : "",
                                   markdown.lines[i].line, forms[markdown.lines[i].form],
                                   markdown.lines[i].depth, (int)line.length,
                                   line.length ? line.text : "");
    }
    markdown_finish(&markdown);
}

Test(markdown, entities_are_the_characters_that_they_name)
{
    static const struct text_case cases[] = {
        {"a&#x7F;b&#x80;c", "1P0 a\x7F"
                            "b\xC2\x80"
                            "c"},
        {"&#x7FF;&#x800;", "1P0 \xDF\xBF\xE0\xA0\x80"},
        {"&#xD7FF;&#xD800;&#xDFFF;&#xE000;",
         "1P0 \xED\x9F\xBF\xEF\xBF\xBD\xEF\xBF\xBD\xEE\x80\x80"},
        {"&#xFFFF;&#x10000;", "1P0 \xEF\xBF\xBF\xF0\x90\x80\x80"},
        {"&#1114111;&#1114112;", "1P0 \xF4\x8F\xBF\xBF\xEF\xBF\xBD"},
        {"&#65;&#X41;", "1P0 AA"},
        {"&#0;&#x0;", "1P0 \xEF\xBF\xBD\xEF\xBF\xBD"},
        {"&auml;&mdash;&hearts;&amp;lt;", "1P0 ä—&hearts;&lt;"},
        {"a&nbsp;b", "1P0 a b"},
        {"a\xe2\x80\x8b"
         "b\xe2\x80\x83"
         "c\xc2\xa0"
         "d",
         "1P0 ab c d"},
    };
    expect_exact_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(markdown, lines_know_their_form_their_list_and_their_line_of_the_source)
{
    static const struct text_case cases[] = {
        {"# One\n\nTwo\nthree\n\n- four\n  - five\n",
         "1H0 One; 3P0 Two; 4P0 three; 6P1 four; 7P2 five"},
        {"| a | b |\n|---|---|\n| c | d |\n", "1R0 a\tb\t; 3R0 c\td\t"},
        {"| a | b |\n|-|--|\n| c | d |\n", "1R0 a\tb\t; 3R0 c\td\t"},
        {"|a|b|\r\n|:-|-:|\r\n|-|-|\r\n", "1R0 a\tb\t; 3R0 -\t-\t"},
        {"One\n|a|\n|-|\n|b|\n\na | b\n-|-\n-|-\n",
         "1P0 One; 2R0 a\t; 4R0 b\t; 6R0 a\tb\t; 8R0 -\t-\t"},
        {"a | b\n|-|-|\n|-|-|\n|c|d|\n", "1R0 a\tb\t; 3R0 -\t-\t; 4R0 c\td\t"},
        {"```\n|a|\n|-|\n```\n", "2C0 |a|; 3C0 |-|"},
        {"```\ncode\n```\n", "2C0 code"},
        {"One\n<!-- two\nthree -->\nfour\n", "1P0 One; 4P0 four"},
        {"One<br>two <b>three</b>\n", "1P0 One; 1P0 two three"},
        {"{: .note}\n\nOne\n", "3P0 One"},
        {"{#lamp}\n\nOne\n", "3P0 One"},
        {"{.note}\n\nOne\n", "3P0 One"},
        {"1. One\n2. Two\n", "1P1 One; 2P1 Two"},
        {"=====\nOne\n=====\nTwo\n", "2H0 One; 4P0 Two"},
        {"=====\n\nOne\n", "3P0 One"},
        {"===\nOne\n", "1P0 ===; 2P0 One"},
        {"One\n==== two\n", "1P0 One; 2P0 ==== two"},
        {"One  \ntwo\\\nthree\n", "1P0 One; 2P0 two; 3P0 three"},
        {"", ""},
        {"{note}\n\nOne\n", "1P0 {note}; 3P0 One"},
        {"{: x\n\nOne\n", "1P0 {: x; 3P0 One"},
        {"{}\n\nOne\n", "1P0 {}; 3P0 One"},
        {"- - - - - - - - - - one", "1P10 one"},
        {"1. 1. 1. 1. 1. 1. 1. 1. 1. 1. one", "1P10 one"},
        {"a ![b\nc](d) e", "1P0 a e"},
        {"One <!-- a > b -> c - d --> two", "1P0 One two"},
        {"One<br\n/>two", "1P0 One; 2P0 two"},
        {"One<br\tx>two", "1P0 One; 1P0 two"},
        {"<div>\none\ntwo\n</div>", "2P0 one; 3P0 two"},
        {"~~~\n|a|\n|-|\n~~~\n", "2C0 |a|; 3C0 |-|"},
        {"| a | b |\n|-|--|\t\n| c | d |\n", "1R0 a\tb\t; 3R0 c\td\t"},
    };
    expect_exact_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(markdown, a_nick_in_angle_brackets_is_text_and_an_element_is_not)
{
    static const struct text_case cases[] = {
        {"<ada> hello", "1P0 <ada> hello"},
        {"<Ada-9> hello", "1P0 <Ada-9> hello"},
        {"<Zoe> hello", "1P0 <Zoe> hello"},
        {"<A> hello", "1P0 hello"},
        {"<Z> hello", "1P0 <Z> hello"},
        {"<DIV> hello", "1P0 hello"},
        {"<Zz09> hello", "1P0 <Zz09> hello"},
        {"<aaaaaaaaaaaaaaaaaaaa> hello", "1P0 <aaaaaaaaaaaaaaaaaaaa> hello"},
        {"<aaaaaaaaaaaaaaaaaaaaa> hello", "1P0 hello"},
        {"<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa> hello", "1P0 hello"},
        {"<ada", "1P0 <ada"},
        {"<ada>", "1P0 <ada>"},
        {"<> hello", "1P0 <> hello"},
        {"<a da> hello", "1P0 hello"},
        {"<div>\n<ada> hello\n</div>", "2P0 <ada> hello"},
        {"<div>\n<a{b> hello\n</div>", "2P0 hello"},
        {"<div>\n<a:b> hello\n</div>", "2P0 hello"},
        {"<div>\n12:05 <ada> hello\n</div>", "2P0 12:05 <ada> hello"},
        {"<div>\nat <ada> hello\n</div>", "2P0 at hello"},
    };
    expect_exact_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(markdown, lists_of_html_nest_and_may_be_within_others)
{
    static const struct text_case cases[] = {
        {"<ul><li>one</li><li>two</li></ul>", "1P1 one; 1P1 two"},
        {"<ul>\n<li>one\n<ol>\n<li>two</li>\n</ol>\n</li>\n</ul>", "2P1 one; 4P2 two"},
        {"- one\n  <ul><li>two</li></ul>\n- three", "1P1 one; 2P2 two; 3P1 three"},
        {"<li>one</li>", "1P0 one"},
        {"</ul><ul><li>one</li></ul>", "1P1 one"},
    };
    expect_exact_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(markdown, lists_may_be_deeper_than_those_that_are_counted)
{
    char text[300] = "", html[300] = "", found[100];
    for (int i = 0; i < LISTS_COUNTED + 2; i++)
        strcat(text, "1. "), strcat(html, "<ul>");
    describe(strcat(text, "one\n"), found, sizeof found);
    cr_expect_str_eq(found, "1P34 one");
    describe(strcat(html, "<li>one</li>\n"), found, sizeof found);
    cr_expect_str_eq(found, "1P32 one");
}

/* Writes the list of each line that is in one: the first is 1. */
static void describe_lists(const char *text, char *found, size_t size)
{
    struct markdown markdown;
    size_t length = 0;
    *found = 0;
    markdown_read(&markdown, text, strlen(text), 1);
    for (size_t i = 0; i < markdown.count; i++)
        if (markdown.lines[i].depth)
            length += (size_t)snprintf(found + length, size - length, "%u", markdown.lines[i].list);
    markdown_finish(&markdown);
}

Test(markdown, entries_of_one_outermost_list_have_its_number)
{
    static const struct text_case cases[] = {
        {"- one\n  - two\n- three\n\nfour\n\n1. five", "1112"},
        {"<ul><li>one</li></ul>\n\nfour\n\n<ul><li>five</li></ul>", "12"},
        {"<ul><li>one<ol><li>two</li></ol></li></ul>", "11"},
        {"- one\n  <ul><li>two</li></ul>\n- three", "111"},
        {"1. one\n2. two\n\n\n1. three", "112"},
        {"9. one\n9. two\n1. three", "112"},
        {"10) one\n1) two\n1) three", "122"},
        {"0. one\n1. two\n2. three", "111"},
    };
    expect_exact_texts(describe_lists, cases, sizeof cases / sizeof *cases);
}

Test(markdown, a_text_above_a_rule_is_a_heading_if_it_is_short)
{
    static const struct text_case cases[] = {
        {"One\n---\n", "1H0 One"},
        {"One\n===\n", "1H0 One"},
        {"1. One\n---\n", "1P1 One; 1-0 "},
        {"12 May 2031\n---\n", "1H0 12 May 2031"},
        {"0\n---\n", "1H0 0"},
        {"9\n---\n", "1H0 9"},
        {"#0 One\n", "1P0 0 One"},
        {"#9 One\n", "1P0 9 One"},
        {"#One\n", "1H0 One"},
        {"#(One)\n", "1H0 (One)"},
        {"#:One\n", "1H0 :One"},
        {"**Rope!**\n---\n", "1H0 Rope!"},
        {"**Rope:**\n---\n", "1H0 Rope:"},
        {"One;\n---\n", "1P0 One;; 1-0 "},
        {"One,\n---\n", "1P0 One,; 1-0 "},
        {"# 9 One\n", "1H0 9 One"},
        {"**12345678901234567 9**\n---\n", "1P0 12345678901234567 9; 1-0 "},
        {"**12345678901234567 9**\n===\n", "1H0 12345678901234567 9"},
        {"**123456789012345678 9**\n---\n", "1H0 123456789012345678 9"},
        {"**Rope 0**\n---\n", "1P0 Rope 0; 1-0 "},
        {"**Rope**\n---\n", "1H0 Rope"},
        {"One\ntwo\n---\n", "1P0 One; 2P0 two; 2-0 "},
        {"| a |\n|---|\n| b |\n\nOne.\n---\n", "1R0 a\t; 3R0 b\t; 5P0 One.; 5-0 "},
        {"One\n---", "1H0 One"},
    };
    expect_exact_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(markdown, a_day_before_its_month_is_no_number_of_an_entry)
{
    static const struct text_case cases[] = {
        {"# A\n4. März 2031\n", "1H0 A; 2P0 4. März 2031"},
        {"4. Dezember 2031, 19.30 Uhr\n**Ort:** B\n",
         "1P0 4. Dezember 2031, 19.30 Uhr; 2P0 Ort: B"},
        {"> 4. Mai 2031\n", "1P0 4. Mai 2031"},
        {"4. Mai 2031\n\nB\n\n1. C\n", "1P0 4. Mai 2031; 3P0 B; 5P1 C"},
        {"4. Mai\n", "1P1 Mai"},
        {"4) Mai 2031\n", "1P1 Mai 2031"},
        {"4. Wahl vom 4. Mai 2031\n", "1P1 Wahl vom 4. Mai 2031"},
        {"40. Mai 2031\n", "1P1 Mai 2031"},
        {"3. Wahl\n4. Mai 2031\n", "1P1 Wahl; 2P1 Mai 2031"},
        {"- a\n\n  4. Mai 2031\n", "1P1 a; 3P2 Mai 2031"},
        {"4. **Mai** 2031\n", "1P1 Mai 2031"},
    };
    expect_exact_texts(describe, cases, sizeof cases / sizeof *cases);
}

Test(markdown, a_text_above_a_rule_is_a_heading_up_to_180_bytes)
{
    for (int length = 180; length <= 181; length++) {
        char text[200], found[250];
        snprintf(text, sizeof text, "%0*d\n---\n", length, 1);
        describe(text, found, sizeof found);
        cr_expect_eq(found[1], length == 180 ? 'H' : 'P');
    }
}

/* Returns the length of the address that the first line of a text has. */
static size_t url_length_of(const char *text)
{
    struct markdown markdown;
    markdown_read(&markdown, text, strlen(text), 1);
    cr_assert_gt(markdown.count, 0);
    const size_t length = markdown.lines[0].url_length;
    markdown_finish(&markdown);
    return length;
}

Test(markdown, a_line_has_the_address_of_its_first_link_unless_that_is_too_long)
{
    char text[LINK_BYTES_MAX + 100];
    cr_expect_eq(url_length_of("[a](http://x.example) [b](http://xy.example)"), 16);
    cr_expect_eq(url_length_of("[a]() b"), 0);
    cr_expect_eq(url_length_of("c ![[a](http://x.example)](y.png)"), 0);
    for (int length = LINK_BYTES_MAX; length <= LINK_BYTES_MAX + 1; length++) {
        snprintf(text, sizeof text, "[a](http:%0*d)", length - 5, 1);
        cr_expect_eq(url_length_of(text), length == LINK_BYTES_MAX ? LINK_BYTES_MAX : 0);
    }
}

static void expect_front(const char *text, size_t length, const char *title, const char *date)
{
    struct front_matter front;
    cr_assert(front_matter_read(text, strlen(text), &front));
    cr_expect_eq(front.length, length, "%s has %zu", text, front.length);
    cr_expect_str_eq(front.title, title, "%s", text);
    cr_expect_str_eq(front.date, date, "%s", text);
    front_matter_finish(&front);
}

Test(markdown, front_matter_has_texts_and_the_entries_of_lists)
{
    static const char text[] = "---\n"
                               "chair: Ada Rowan\n"
                               "attendees:\n"
                               "  - Bruno Salt\n"
                               "  - role: chair\n"
                               "    name: Ada Rowan\n"
                               "absent: [Cleo Drift, [x]]\n"
                               "place: {name: Loft}\n"
                               "end: x\n"
                               "---\n";
    static const struct {
        const char *key, *text;
        unsigned line;
        bool listed;
    } expected[] = {{"chair", "Ada Rowan", 2, false},
                    {"attendees", "Bruno Salt", 4, true},
                    {"attendees", "Ada Rowan (chair)", 5, true},
                    {"absent", "Cleo Drift", 7, true},
                    {"end", "x", 9, false}};
    struct front_matter front;
    cr_assert(front_matter_read(text, strlen(text), &front));
    cr_assert_eq(front.value_count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < front.value_count; i++) {
        cr_expect_str_eq(front.values[i].key, expected[i].key);
        cr_expect_str_eq(front.values[i].text, expected[i].text);
        cr_expect_eq(front.values[i].line, expected[i].line);
        cr_expect_eq(front.values[i].listed, expected[i].listed);
    }
    front_matter_finish(&front);
}

Test(markdown, front_matter_is_between_rules_at_the_beginning)
{
    struct front_matter front;
    expect_front("---\ntitle: A\n---\nB", 17, "A", "");
    expect_front("\xEF\xBB\xBF---\r\ntitle: A\r\ndate: 2031-05-12\r\n--- \r\nB", 42, "A",
                 "2031-05-12");
    expect_front("---\ntitle: A\n...\nB", 17, "A", "");
    expect_front("---\ntitle: A\n---", 16, "A", "");
    expect_front("...\ntitle: A\n---\n", 0, "", "");
    expect_front("---\ntitle: A\n", 0, "", "");
    expect_front("----\ntitle: A\n---\n", 0, "", "");
    expect_front("\n---\ntitle: A\n---\n", 0, "", "");
    expect_front("", 0, "", "");
    cr_assert(front_matter_read("---\nx: 1\ntitle: A\ndate: B\n---\n", 30, &front));
    cr_expect_eq(front.lines, 5);
    cr_expect_eq(front.title_line, 3);
    cr_expect_eq(front.date_line, 4);
    front_matter_finish(&front);
}

Test(markdown, only_keys_of_the_first_level_are_read)
{
    expect_front("---\nx:\n  title: A\ny: [title, date]\ntitle: B\n---\n", 48, "B", "");
    expect_front("---\ntitle: [A\n---\n", 18, "", "");
    expect_front("---\nx: {a: b}\ntitle: A\n---\n", 27, "A", "");
}

Test(markdown, front_matter_is_read_up_to_a_depth_of_64)
{
    for (int depth = 63; depth <= 64; depth++) {
        char text[400], opening[80] = "", closing[80] = "";
        for (int i = 0; i < depth; i++)
            strcat(opening, "["), strcat(closing, "]");
        snprintf(text, sizeof text, "---\ntitle: A\nx: %s%s\ndate: B\n---\n", opening, closing);
        expect_front(text, strlen(text), "A", depth == 63 ? "B" : "");
    }
}

Test(markdown, front_matter_is_read_whole_or_not_at_all)
{
    static const char text[] = "---\ntitle: A\nattendees: [Bo Salt, Cy Reef]\n---\n";
    struct front_matter whole, front;
    bool failed = true;
    cr_assert(front_matter_read(text, strlen(text), &whole));
    for (size_t i = 0; failed; i++) {
        failing_memory_begin(i);
        const bool read = front_matter_read(text, strlen(text), &front);
        failed = failing_memory_end();
        cr_expect_eq(read, !failed, "%zu", i);
        if (read)
            cr_expect_eq(front.value_count, whole.value_count);
        front_matter_finish(&front);
    }
    front_matter_finish(&whole);
}

/* Returns the last value of the front matter. */
static void last_value(const char *text, size_t count, char *value, size_t size)
{
    struct front_matter front;
    cr_assert(front_matter_read(text, strlen(text), &front));
    cr_assert_eq(front.value_count, count, "%s has %zu", text, front.value_count);
    snprintf(value, size, "%s", front.values[count - 1].text);
    front_matter_finish(&front);
}

Test(markdown, members_of_an_entry_are_joined_up_to_499_bytes)
{
    char text[700], value[600];
    for (int length = 495; length <= 496; length++) {
        snprintf(text, sizeof text, "---\nx:\n- name: %0*d\n  role: r\n---\n", length, 1);
        last_value(text, 1, value, sizeof value);
        cr_expect_eq(strlen(value), length == 495 ? 499 : 496);
    }
    last_value("---\nx:\n- name: A\n  note: r\n---\n", 1, value, sizeof value);
    cr_expect_str_eq(value, "A");
    last_value("---\nx:\n- A\ny:\n  z:\n    name: B\n---\n", 1, value, sizeof value);
    cr_expect_str_eq(value, "A");
    expect_front("---\ntitle: ABC\ntitle: D\n---\n", 28, "D", "");
}

Test(markdown, value_of_500_bytes_is_too_long)
{
    for (int length = 499; length <= 500; length++) {
        char text[600];
        struct front_matter front;
        snprintf(text, sizeof text, "---\ntitle: %0*d\n---\n", length, 1);
        cr_assert(front_matter_read(text, strlen(text), &front));
        cr_expect_eq(strlen(front.title), length < 500 ? (size_t)length : 0);
        front_matter_finish(&front);
    }
}

/* Writes what is struck out as "-", linked as "+", and other visible bytes as they are. */
static void describe_spans(const char *text, char *found, size_t size)
{
    struct markdown markdown;
    markdown_read(&markdown, text, strlen(text), 1);
    const struct text_span all = markdown_text(&markdown, 0, markdown.count);
    size_t length = 0;
    for (size_t i = 0; i < all.length && length + 1 < size; i++) {
        const struct text_span byte = text_span_part(all, i, i + 1);
        const bool linked = markdown_link_at(&markdown, text_span_part(all, i, all.length)) > 0;
        found[length++] = markdown_is_struck(&markdown, byte) ? '-' : linked ? '+' : *byte.text;
    }
    found[length] = '\0';
    markdown_finish(&markdown);
}

Test(markdown, a_line_that_is_left_out_takes_its_links_and_deletions_along)
{
    static const struct text_case cases[] = {
        {"~~abc~~ def", "--- def"},
        {"[abc](http://x.example) def", "+bc def"},
        {"~~{.abc}~~\n\ndef", "def"},
        {"[{.abc}](http://x.example)\n\ndef", "def"},
        {"~~ab~~ c\n\n~~{.ab}~~\n\nd", "-- c d"},
    };
    expect_exact_texts(describe_spans, cases, sizeof cases / sizeof *cases);
}
