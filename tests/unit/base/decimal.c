#include "base/decimal.h"

#include <criterion/criterion.h>
#include <string.h>

static bool reads(const char *text, int64_t expected)
{
    int64_t number = -1;
    return decimal_parse(text, strlen(text), &number) && number == expected;
}

static bool refuses(const char *text)
{
    int64_t number = -1;
    return !decimal_parse(text, strlen(text), &number) && number == -1;
}

Test(decimal, reads_up_to_18_digits)
{
    cr_assert(reads("0", 0));
    cr_assert(reads("007", 7));
    cr_assert(reads("999999999999999999", INT64_C(999999999999999999)));
    cr_assert(refuses("1000000000000000000"), "19 digits");
}

Test(decimal, refuses_anything_but_digits)
{
    static const char *const texts[] = {"", "-1", "+1", " 1", "1 ", "1.0", "0x1", "1e3", "/", ":"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        cr_assert(refuses(texts[i]), "%s", texts[i]);
}

Test(decimal, canonical_numbers_have_no_leading_zeros)
{
    int64_t number;
    cr_assert(decimal_parse_canonical("0", 1, &number) && number == 0);
    cr_assert(decimal_parse_canonical("10", 2, &number) && number == 10);
    cr_assert_not(decimal_parse_canonical("01", 2, &number));
    cr_assert_not(decimal_parse_canonical("00", 2, &number));
    cr_assert_not(decimal_parse_canonical("", 0, &number));
}
