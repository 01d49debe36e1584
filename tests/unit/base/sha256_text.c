#include "base/sha256_text.h"

#include <criterion/criterion.h>

Test(sha256_text, gives_the_digest_of_abc_in_fips_180_4)
{
    char text[SHA256_TEXT_BYTES];
    sha256_text("abc", 3, text);
    cr_assert_str_eq(text, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
