#include "base/token.h"

#include <criterion/criterion.h>

Test(token, ends_before_separators_controls_and_characters_beyond_ascii)
{
    cr_assert_eq(token_length("gzip;q=1"), 4);
    cr_assert_eq(token_length("!#$%&'*+-.^_`|~09azAZ"), 21);
    static const char separators[] = "\"(),/:;<=>?@[\\]{} \t\r\n\x7f\x01\x80\xff";
    for (const char *c = separators; *c; c++)
        cr_assert_eq(token_length(c), 0, "byte %02x", (unsigned char)*c);
    cr_assert_eq(token_length(""), 0);
}
