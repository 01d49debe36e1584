#include "schema/country.h"

#include <string.h>

/* The second letters of the assigned codes, by their first letter. */
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

bool is_country(const char *code, size_t length)
{
    if (length != 2 || code[0] < 'A' || code[0] > 'Z' || code[1] < 'A' || code[1] > 'Z')
        return false;
    const char *const letters = second_letters[code[0] - 'A'];
    return letters && strchr(letters, code[1]);
}

bool country_at(size_t index, char ret_code[3])
{
    for (size_t i = 0; i < 26; i++) {
        const size_t count = second_letters[i] ? strlen(second_letters[i]) : 0;
        if (index < count) {
            ret_code[0] = (char)('A' + i);
            ret_code[1] = second_letters[i][index];
            ret_code[2] = '\0';
            return true;
        }
        index -= count;
    }
    return false;
}
