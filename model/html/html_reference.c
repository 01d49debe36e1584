#include "html/html_private.h"
#include "html/html_text.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    uint32_t character;
} references[] = {
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},
    {"apos", '\''},     {"nbsp", 0xA0},     {"shy", 0xAD},      {"copy", 0xA9},
    {"reg", 0xAE},      {"trade", 0x2122},  {"deg", 0xB0},      {"plusmn", 0xB1},
    {"micro", 0xB5},    {"middot", 0xB7},   {"frac12", 0xBD},   {"times", 0xD7},
    {"laquo", 0xAB},    {"raquo", 0xBB},    {"sect", 0xA7},     {"para", 0xB6},
    {"pound", 0xA3},    {"euro", 0x20AC},   {"cent", 0xA2},     {"yen", 0xA5},
    {"iexcl", 0xA1},    {"iquest", 0xBF},   {"hellip", 0x2026}, {"bull", 0x2022},
    {"ndash", 0x2013},  {"mdash", 0x2014},  {"lsquo", 0x2018},  {"rsquo", 0x2019},
    {"sbquo", 0x201A},  {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"bdquo", 0x201E},
    {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"larr", 0x2190},   {"uarr", 0x2191},
    {"rarr", 0x2192},   {"darr", 0x2193},   {"harr", 0x2194},   {"minus", 0x2212},
    {"ne", 0x2260},     {"le", 0x2264},     {"ge", 0x2265},     {"asymp", 0x2248},
    {"infin", 0x221E},  {"auml", 0xE4},     {"ouml", 0xF6},     {"uuml", 0xFC},
    {"Auml", 0xC4},     {"Ouml", 0xD6},     {"Uuml", 0xDC},     {"szlig", 0xDF},
    {"agrave", 0xE0},   {"aacute", 0xE1},   {"acirc", 0xE2},    {"atilde", 0xE3},
    {"aring", 0xE5},    {"aelig", 0xE6},    {"ccedil", 0xE7},   {"egrave", 0xE8},
    {"eacute", 0xE9},   {"ecirc", 0xEA},    {"euml", 0xEB},     {"iacute", 0xED},
    {"icirc", 0xEE},    {"iuml", 0xEF},     {"ntilde", 0xF1},   {"ograve", 0xF2},
    {"oacute", 0xF3},   {"ocirc", 0xF4},    {"otilde", 0xF5},   {"oslash", 0xF8},
    {"ugrave", 0xF9},   {"uacute", 0xFA},   {"ucirc", 0xFB},    {"Eacute", 0xC9},
    {"Agrave", 0xC0},   {"Aring", 0xC5},    {"Oslash", 0xD8},   {"Ccedil", 0xC7},
    {"oelig", 0x153},   {"scaron", 0x161},  {"ensp", 0x2002},   {"emsp", 0x2003},
    {"thinsp", 0x2009}, {"zwnj", 0x200C},   {"zwj", 0x200D},    {"dagger", 0x2020},
};

/* Reads a reference to a character by its number. Returns its length, or 0. */
static size_t html_read_number(const char *text, size_t length, uint32_t *ret_character)
{
    const bool hexadecimal = length > 2 && (text[2] == 'x' || text[2] == 'X');
    size_t at = hexadecimal ? 3 : 2;
    const size_t digits = at;
    uint32_t number = 0;
    for (; at < length && at - digits < 8 && html_is_name_byte(text[at]); at++) {
        const char digit[2] = {text[at], '\0'};
        char *end;
        const unsigned long value = strtoul(digit, &end, hexadecimal ? 16 : 10);
        if (*end)
            return 0;
        number = number > 0x110000 ? number : number * (hexadecimal ? 16 : 10) + (uint32_t)value;
    }
    if (at == digits || at == length || text[at] != ';')
        return 0;
    *ret_character = number;
    return at + 1;
}

size_t html_read_reference(const char *text, size_t length, uint32_t *ret_character)
{
    if (length > 2 && text[1] == '#')
        return html_read_number(text, length, ret_character);
    for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
        const size_t name = strlen(references[i].name);
        if (length > name + 1 && text[name + 1] == ';' &&
            memcmp(text + 1, references[i].name, name) == 0) {
            *ret_character = references[i].character;
            return name + 2;
        }
    }
    return 0;
}

size_t html_reference_length(const char *text, size_t length)
{
    uint32_t character;
    return html_read_reference(text, length, &character);
}
