#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

size_t utf8_sequence(const unsigned char *s)
{
    if (s[0] < 0x80)
        return 1;
    if (s[0] >= 0xc2 && s[0] <= 0xdf)
        return (s[1] & 0xc0) == 0x80 ? 2 : 0;
    if ((s[0] & 0xf0) == 0xe0) {
        const bool overlong = s[0] == 0xe0 && s[1] < 0xa0, surrogate = s[0] == 0xed && s[1] > 0x9f;
        return (s[1] & 0xc0) == 0x80 && (s[2] & 0xc0) == 0x80 && !overlong && !surrogate ? 3 : 0;
    }
    if (s[0] >= 0xf0 && s[0] <= 0xf4) {
        const bool overlong = s[0] == 0xf0 && s[1] < 0x90, beyond = s[0] == 0xf4 && s[1] > 0x8f;
        const bool continued =
            (s[1] & 0xc0) == 0x80 && (s[2] & 0xc0) == 0x80 && (s[3] & 0xc0) == 0x80;
        return continued && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

size_t utf8_copy_whole(const char *text, char *copy, size_t size)
{
    size_t length = 0;
    while (*text) {
        const size_t sequence = utf8_sequence((const unsigned char *)text);
        if (sequence >= size - length)
            break;
        memcpy(copy + length, text, sequence);
        length += sequence;
        text += sequence ? sequence : 1;
    }
    copy[length] = '\0';
    return length;
}
