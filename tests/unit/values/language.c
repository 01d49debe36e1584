#include "values/language.h"

#include <criterion/criterion.h>
#include <string.h>

static const char *const tags[] = {"en",        "pt-BR",       "zh-Hant-TW", "x-plain", "X-plain",
                                   "i-klingon", "I-klingon",   "abcdefgh",   "az-AZ",   "AZ-az",
                                   "de-1996",   "en-12345678", "en-0-9-z-Z"};

static const char *const others[] = {
    "",     "e",    "x",         "y-plain",   "e-n",          "x-",      "1n",
    "e1",   "-en",  "en-",       "en--US",    "en_US",        "en US",   "e`",
    "e{",   "e@",   "e[",        "en-/",      "en-:",         "en-a{",   "en-US-",
    "en-@", "xx_x", "i_klingon", "abcdefghi", "en-123456789", "x:plain",
};

Test(language, a_tag_has_parts_of_at_most_eight_letters_or_digits)
{
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        cr_expect(language_is_tag(tags[i], strlen(tags[i])), "%s", tags[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_expect_not(language_is_tag(others[i], strlen(others[i])), "%s", others[i]);
}

Test(language, a_tag_ends_at_its_length)
{
    cr_expect_not(language_is_tag("en", 1));
    cr_expect_not(language_is_tag("x-plain", 1));
    cr_expect_not(language_is_tag("en-US", 3));
    cr_expect(language_is_tag("en_US", 2));
    cr_expect(language_is_tag("en-US_", 5));
    cr_expect(language_is_tag("abcdefghi", 8));
}
