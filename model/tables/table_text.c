#include "tables/table_text.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

enum {
    REPLACEMENT = 0xfffd
};

/* The characters of the bytes 0x80 to 0x9f; 0 for those that the encoding leaves out. */
static const uint16_t windows_1252[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

static void append_character(struct buffer *out, uint32_t character)
{
    char bytes[4];
    size_t length = 1;
    if (character < 0x80) {
        bytes[0] = (char)character;
    } else if (character < 0x800) {
        bytes[0] = (char)(0xc0 | character >> 6);
        length = 2;
    } else if (character < 0x10000) {
        bytes[0] = (char)(0xe0 | character >> 12);
        length = 3;
    } else {
        bytes[0] = (char)(0xf0 | character >> 18);
        length = 4;
    }
    for (size_t i = 1; i < length; i++)
        bytes[i] = (char)(0x80 | (character >> 6 * (length - 1 - i) & 0x3f));
    buffer_append(out, bytes, length);
}

enum table_encoding table_text_encoding(const char *bytes, size_t length)
{
    if (length >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0))
        return TABLE_UTF_16;
    if (utf8_is_valid(bytes, length))
        return TABLE_UTF_8;
    for (size_t i = 0; i < length; i++) {
        const unsigned char byte = (unsigned char)bytes[i];
        if (!byte || (byte >= 0x80 && byte < 0xa0 && !windows_1252[byte - 0x80]))
            return TABLE_UTF_8;
    }
    return TABLE_WINDOWS_1252;
}

static void decode_windows_1252(const char *bytes, size_t length, struct buffer *out)
{
    for (size_t i = 0; i < length; i++) {
        const unsigned char byte = (unsigned char)bytes[i];
        append_character(out, byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80] : byte);
    }
}

/* Returns the unit of UTF-16 at an offset; `big` is true if its greater byte is first. */
static uint32_t unit_at(const char *bytes, size_t at, bool big)
{
    const unsigned char first = (unsigned char)bytes[at], second = (unsigned char)bytes[at + 1];
    return big ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

static void decode_utf_16(const char *bytes, size_t length, struct buffer *out)
{
    const bool big = (unsigned char)bytes[0] == 0xfe;
    for (size_t i = 2; i + 1 < length; i += 2) {
        uint32_t unit = unit_at(bytes, i, big);
        if (unit >= 0xd800 && unit < 0xdc00 && i + 3 < length) {
            const uint32_t low = unit_at(bytes, i + 2, big);
            if (low >= 0xdc00 && low < 0xe000) {
                unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                i += 2;
            }
        }
        append_character(out, !unit || (unit >= 0xd800 && unit < 0xe000) ? REPLACEMENT : unit);
    }
    if (length % 2)
        append_character(out, REPLACEMENT);
}

void table_text_decode(enum table_encoding encoding, const char *bytes, size_t length,
                       struct buffer *out)
{
    if (encoding == TABLE_UTF_16)
        decode_utf_16(bytes, length, out);
    else if (encoding == TABLE_WINDOWS_1252)
        decode_windows_1252(bytes, length, out);
    else
        buffer_append(out, bytes, length);
}
