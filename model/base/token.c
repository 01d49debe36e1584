#include "base/token.h"

#include <stdbool.h>
#include <string.h>

/* Tests for letters first, because nearly all bytes of tokens are letters. */
static bool is_token_byte(unsigned char c)
{
    const unsigned char letter = c | 0x20;
    return (letter >= 'a' && letter <= 'z') || (c >= '0' && c <= '9') ||
           (c != '\0' && strchr("-!#$%&'*+.^_`|~", c));
}

size_t token_length(const char *text)
{
    size_t length = 0;
    while (is_token_byte((unsigned char)text[length]))
        length++;
    return length;
}
