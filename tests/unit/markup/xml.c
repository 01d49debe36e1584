/* Text in XML. */
#include "markup/xml_markup.h"

#include "unit/text_cases.h"

#include <criterion/criterion.h>
#include <string.h>

static void copy(const struct buffer *out, char *found, size_t size)
{
    cr_assert(out->length < size);
    if (out->length)
        memcpy(found, out->bytes, out->length);
    found[out->length] = '\0';
}

static void describe_xml(const char *text, char *found, size_t size)
{
    struct buffer out;
    buffer_init(&out, size);
    xml_append(&out, text, strlen(text), false);
    copy(&out, found, size);
    buffer_finish(&out);
}

static void describe_attribute(const char *text, char *found, size_t size)
{
    struct buffer out;
    buffer_init(&out, size);
    xml_attribute(&out, "a", text);
    copy(&out, found, size);
    buffer_finish(&out);
}

Test(xml, what_xml_cannot_have_is_the_replacement_character)
{
    static const struct text_case cases[] = {
        {"\xEF\xBF\xBE", "\xEF\xBF\xBD"},
        {"\xEF\xBF\xBF", "\xEF\xBF\xBD"},
        {"a\xEF\xBF\xBF"
         "b\xEF\xBF\xBE"
         "c",
         "a\xEF\xBF\xBD"
         "b\xEF\xBF\xBD"
         "c"},
        {"\xEF\xBF\xBE\xEF\xBF\xBF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"\xEF\xBF\xBD\xEF\xBE\xBF\xF0\x9F\xBF\xBF", "\xEF\xBF\xBD\xEF\xBE\xBF\xF0\x9F\xBF\xBF"},
        {"a < b & \"c\" > d\n\te", "a &lt; b &amp; &quot;c&quot; &gt; d\n\te"},
        {"", ""},
    };
    expect_exact_texts(describe_xml, cases, sizeof cases / sizeof *cases);
}

Test(xml, an_attribute_keeps_its_line_feeds_and_tabs)
{
    static const struct text_case cases[] = {
        {"b\nc\td", " a=\"b&#10;c&#9;d\""},
        {"\"\xEF\xBF\xBF", " a=\"&quot;\xEF\xBF\xBD\""},
    };
    expect_exact_texts(describe_attribute, cases, sizeof cases / sizeof *cases);
}

Test(xml, an_element_that_has_no_text_is_left_out)
{
    struct buffer out;
    buffer_init(&out, 1000);
    xml_text_element(&out, "  ", "room", NULL);
    cr_expect_eq(out.length, 0);
    xml_text_element(&out, "  ", "room", "A & B");
    xml_element(&out, "", "day", "2031-05", 4);
    buffer_append_byte(&out, '\0');
    cr_expect_str_eq(out.bytes, "  <room>A &amp; B</room>\n<day>2031</day>\n");
    buffer_finish(&out);
}
