#include "base/json_writer.h"

#include <criterion/criterion.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Test(json_writer, every_text_is_read_back_unchanged)
{
    static const char *const texts[] = {
        "",
        "a",
        "\"",
        "\\",
        "\n\t\r\b\f",
        "\x01\x1f\x7f",
        "12345678\"",
        "1234567\"9",
        "12345678",
        "na\xc3\xafve \xe2\x80\x9cquoted\xe2\x80\x9d \xf0\x9f\x8c\x8a",
        "/path",
        "a long text with \"quotation marks\", a back\\slash and\na line feed in several places",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct buffer out;
        struct json_writer writer;
        buffer_init(&out, 1000);
        json_writer_init(&writer, &out);
        json_write_text(&writer, texts[i]);
        json_t *read = json_loadb(out.bytes, out.length, JSON_DECODE_ANY, NULL);
        cr_assert(read, "%.*s", (int)out.length, out.bytes);
        cr_expect_str_eq(json_string_value(read), texts[i]);
        for (size_t j = 0; j < out.length; j++)
            cr_expect((unsigned char)out.bytes[j] >= ' ' && out.bytes[j] != 0x7f);
        json_decref(read);
        buffer_finish(&out);
    }
}

Test(json_writer, every_byte_is_escaped_correctly_at_every_place_of_a_word)
{
    for (int byte = 1; byte < 0x80; byte++)
        for (size_t place = 0; place < 17; place++) {
            char text[18] = "abcdefghijklmnopq";
            struct buffer out;
            struct json_writer writer;
            text[place] = (char)byte;
            buffer_init(&out, 1000);
            json_writer_init(&writer, &out);
            json_write_text(&writer, text);
            json_t *read = json_loadb(out.bytes, out.length, JSON_DECODE_ANY, NULL);
            cr_assert(read && strcmp(json_string_value(read), text) == 0, "byte %d", byte);
            json_decref(read);
            buffer_finish(&out);
        }
}

Test(buffer, appends_every_integer_as_printf_does)
{
    int64_t integers[] = {0, 1, -1, 9, 10, -10, 99, 100, 2006, INT64_MAX, INT64_MIN, INT64_MIN + 1};
    for (size_t i = 0; i < sizeof integers / sizeof *integers; i++) {
        struct buffer out;
        char expected[32];
        snprintf(expected, sizeof expected, "%" PRId64, integers[i]);
        buffer_init(&out, 100);
        buffer_append_integer(&out, integers[i]);
        char *text = buffer_steal_text(&out);
        cr_expect_str_eq(text, expected);
        free(text);
    }
}

Test(json_writer, commas_are_only_between_values)
{
    struct buffer out;
    struct json_writer writer;
    buffer_init(&out, 1000);
    json_writer_init(&writer, &out);
    json_write_open(&writer, '{');
    json_write_name(&writer, "a");
    json_write_open(&writer, '[');
    json_write_integer(&writer, -9223372036854775807 - 1);
    json_write_null(&writer);
    json_write_open(&writer, '[');
    json_write_close(&writer, ']');
    json_write_open(&writer, '{');
    json_write_close(&writer, '}');
    json_write_close(&writer, ']');
    json_write_name(&writer, "b");
    json_write_begin_string(&writer);
    buffer_append_text(&out, "c");
    json_write_end_string(&writer);
    json_write_close(&writer, '}');
    char *text = buffer_steal_text(&out);
    cr_expect_str_eq(text, "{\"a\":[-9223372036854775808,null,[],{}],\"b\":\"c\"}");
    free(text);
}

Test(buffer, stays_failed_after_an_append_that_does_not_fit)
{
    struct buffer buffer;
    buffer_init(&buffer, 5000);
    for (int i = 0; i < 500; i++)
        buffer_append(&buffer, "0123456789", 10);
    cr_expect_eq(buffer.length, 5000);
    cr_expect_not(buffer.failed);
    buffer_append_byte(&buffer, 'x');
    cr_expect(buffer.failed);
    cr_expect_null(buffer_steal_text(&buffer));
    cr_expect_not(buffer.failed, "the buffer is empty again");
    cr_expect_eq(buffer.length, 0);
}
