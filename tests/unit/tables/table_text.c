#include "tables/table_text.h"

#include "failing_memory.h"
#include "tables/read_source.h"

#include <criterion/criterion.h>
#include <string.h>

TestSuite(table_text);

static void expect_decoded(enum table_encoding encoding, const char *bytes, size_t length,
                           const char *expected)
{
    struct buffer out;
    buffer_init(&out, SIZE_MAX);
    cr_expect_eq(table_text_encoding(bytes, length), encoding);
    table_text_decode(encoding, bytes, length, &out);
    cr_expect(out.length == strlen(expected) &&
                  (!out.length || memcmp(out.bytes, expected, out.length) == 0),
              "%.*s", (int)out.length, out.bytes);
    buffer_finish(&out);
}

#define EXPECT_DECODED(encoding, bytes, expected) \
    expect_decoded((encoding), (bytes), sizeof(bytes) - 1, (expected))

Test(table_text, utf_16_is_decoded_in_both_orders)
{
    EXPECT_DECODED(TABLE_UTF_16,
                   "\xff\xfe"
                   "A\0\xe4\0\xac\x20\x3d\xd8\x00\xde",
                   "Aä€😀");
    EXPECT_DECODED(TABLE_UTF_16, "\xfe\xff\0A\0\xe4\x20\xac\xd8\x3d\xde\x00", "Aä€😀");
    EXPECT_DECODED(TABLE_UTF_16, "\xff\xfe", "");
}

Test(table_text, broken_utf_16_becomes_replacements)
{
    EXPECT_DECODED(TABLE_UTF_16,
                   "\xff\xfe"
                   "A\0B",
                   "A�");
    EXPECT_DECODED(TABLE_UTF_16,
                   "\xff\xfe\x3d\xd8"
                   "A\0",
                   "�A");
    EXPECT_DECODED(TABLE_UTF_16, "\xff\xfe\x3d\xd8", "�");
    EXPECT_DECODED(TABLE_UTF_16, "\xff\xfe\x00\xdc\x00\xdc", "��");
    EXPECT_DECODED(TABLE_UTF_16, "\xff\xfe\x3d\xd8\x00\xe0", "�\ue000");
    EXPECT_DECODED(TABLE_UTF_16, "\xff\xfe\x3d\xd8\xff\xdb", "��");
    EXPECT_DECODED(TABLE_UTF_16, "\xff\xfe\xff\xdb\xff\xdf", "\U0010ffff");
    EXPECT_DECODED(TABLE_UTF_16, "\xff\xfe\x00\xd8\x00\xdc", "\U00010000");
    EXPECT_DECODED(TABLE_UTF_16, "\xff\xfe\xff\xd7", "\ud7ff");
    EXPECT_DECODED(TABLE_UTF_16, "\xff\xfe\x00\xde", "�");
    EXPECT_DECODED(TABLE_UTF_16, "\xff\xfe\0\0", "�");
    EXPECT_DECODED(TABLE_UTF_16, "\xff\xfe\x00\xd8", "�");
    expect_decoded(TABLE_UTF_16, "\xff\xfe\x3d\xd8\x00\xde", 5, "��");
}

Test(table_text, characters_of_utf_16_take_as_many_bytes_as_utf_8_needs)
{
    EXPECT_DECODED(TABLE_UTF_16, "\xff\xfe\x7f\0\x80\0", "\x7f\xc2\x80");
    EXPECT_DECODED(TABLE_UTF_16, "\xff\xfe\xff\x07\0\x08", "\u07ff\u0800");
    EXPECT_DECODED(TABLE_UTF_16, "\xff\xfe\xff\xff\0\xd8\0\xdc", "\uffff\U00010000");
}

Test(table_text, windows_1252_is_what_is_not_utf8_and_has_only_its_bytes)
{
    EXPECT_DECODED(TABLE_WINDOWS_1252, "M\xfcster \x80 \x84gut\x93 \xff\xa0",
                   "Müster € „gut“ ÿ\u00a0");
    EXPECT_DECODED(TABLE_UTF_8, "Müster", "Müster");
    EXPECT_DECODED(TABLE_UTF_8, "M\xfcster \x81", "M\xfcster \x81");
    cr_expect_eq(table_text_encoding("\xfc\0", 2), TABLE_UTF_8);
}

Test(table_text, a_table_in_windows_1252_is_read_with_a_warning)
{
    static const char bytes[] = "id;Name;Vorname;sources.document\r\na;M\xfcster;Zo\xeb;d\r\n";
    expect_read(csv_table_read, "people.csv", bytes,
                "{'people':[{'id':'a','name':'Zoë Müster','given_name':'Zoë','sources':"
                "[{'document':'d'}],'family_name':'Müster'}]}");
    expect_survives_without_memory(csv_table_read, "people.csv", bytes);
}
