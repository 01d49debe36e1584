#include "base/utf8.h"

#include <string.h>
#include <unistr.h>

bool utf8_is_valid(const char *text, size_t length)
{
    return u8_check((const uint8_t *)text, length) == NULL;
}

size_t utf8_character_length(const char *text)
{
    const int length = u8_strmblen((const uint8_t *)text);
    return length > 0 ? (size_t)length : 0;
}

size_t utf8_cut_length(const char *text, size_t max)
{
    size_t length = max;
    while (length > 0 && length + 3 > max && u8_strmblen((const uint8_t *)text + length) < 0)
        length--;
    return length;
}

size_t utf8_cut_words(const char *text, size_t max)
{
    size_t length = max;
    while (length > max / 2 && text[length] != ' ')
        length--;
    return text[length] == ' ' ? length : utf8_cut_length(text, max);
}

size_t utf8_copy_valid(const char *text, char *copy, size_t size)
{
    size_t used = 0;
    while (*text) {
        const size_t length = utf8_character_length(text);
        if (length >= size - used)
            break;
        memcpy(copy + used, text, length);
        used += length;
        text += length ? length : 1;
    }
    copy[used] = '\0';
    return used;
}

/* Counts eight bytes at once (SWAR): the product adds them all in its highest byte. */
size_t utf8_wide_bytes(const char *text, size_t length)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    size_t count = 0, i = 0;
    for (uint64_t word; i + sizeof word <= length; i += sizeof word) {
        memcpy(&word, text + i, sizeof word);
        count += (size_t)(((word >> 7 & ones) * ones) >> 56);
    }
    for (; i < length; i++)
        count += (unsigned char)text[i] >= 0x80;
    return count;
}
