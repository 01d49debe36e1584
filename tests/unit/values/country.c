#include "values/country.h"

#include <criterion/criterion.h>
#include <string.h>

/* The second letters of the codes assigned as of 2024, indexed by the first letter. */
static const char *const second_letters[26] = {
    ['A' - 'A'] = "DEFGILMOQRSTUWXZ",
    ['B' - 'A'] = "ABDEFGHIJLMNOQRSTVWYZ",
    ['C' - 'A'] = "ACDFGHIKLMNORUVWXYZ",
    ['D' - 'A'] = "EJKMOZ",
    ['E' - 'A'] = "CEGHRST",
    ['F' - 'A'] = "IJKMOR",
    ['G' - 'A'] = "ABDEFGHILMNPQRSTUWY",
    ['H' - 'A'] = "KMNRTU",
    ['I' - 'A'] = "DELMNOQRST",
    ['J' - 'A'] = "EMOP",
    ['K' - 'A'] = "EGHIMNPRWYZ",
    ['L' - 'A'] = "ABCIKRSTUVY",
    ['M' - 'A'] = "ACDEFGHKLMNOPQRSTUVWXYZ",
    ['N' - 'A'] = "ACEFGILOPRUZ",
    ['O' - 'A'] = "M",
    ['P' - 'A'] = "AEFGHKLMNRSTWY",
    ['Q' - 'A'] = "A",
    ['R' - 'A'] = "EOSUW",
    ['S' - 'A'] = "ABCDEGHIJKLMNORSTVXYZ",
    ['T' - 'A'] = "CDFGHJKLMNORTVWZ",
    ['U' - 'A'] = "AGMSYZ",
    ['V' - 'A'] = "ACEGINU",
    ['W' - 'A'] = "FS",
    ['Y' - 'A'] = "ET",
    ['Z' - 'A'] = "AMW",
};

Test(country, every_assigned_code_is_accepted)
{
    for (char first = 'A'; first <= 'Z'; first++)
        for (const char *second = second_letters[first - 'A']; second && *second; second++) {
            const char code[] = {first, *second, '\0'};
            cr_expect(country_is_code(code, 2), "%s", code);
        }
}

/* AA, QM to QZ, XA to XZ and ZZ are user-assigned; UK and EU are reserved. */
Test(country, other_texts_are_refused)
{
    static const char *const texts[] = {"",   "C",  "CHN", "cn", "Cn", "AA", "QM", "QZ",      "XA",
                                        "XK", "XX", "XZ",  "ZZ", "UK", "EU", "C1", "\xc3\xa9"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        cr_expect_not(country_is_code(texts[i], strlen(texts[i])), "%s", texts[i]);
}

Test(country, codes_are_in_alphabetical_order)
{
    cr_assert_geq(country_count, 249);
    for (size_t i = 1; i < country_count; i++)
        cr_expect_lt(strcmp(country_codes[i - 1], country_codes[i]), 0);
}
