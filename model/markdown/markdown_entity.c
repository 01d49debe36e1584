/* Entities, named and numeric. */
#include "markdown/markdown_private.h"

#include <stdlib.h>
#include <string.h>

/* The named entities that minutes have; all others stay as they are written. */
static const struct {
    const char *name, *text;
} markdown_entities[] = {
    {"&nbsp;", " "},   {"&amp;", "&"},    {"&lt;", "<"},     {"&gt;", ">"},     {"&quot;", "\""},
    {"&apos;", "'"},   {"&auml;", "ä"},   {"&ouml;", "ö"},   {"&uuml;", "ü"},   {"&Auml;", "Ä"},
    {"&Ouml;", "Ö"},   {"&Uuml;", "Ü"},   {"&szlig;", "ß"},  {"&eacute;", "é"}, {"&egrave;", "è"},
    {"&agrave;", "à"}, {"&ccedil;", "ç"}, {"&ntilde;", "ñ"}, {"&ndash;", "–"},  {"&mdash;", "—"},
    {"&hellip;", "…"}, {"&rsquo;", "’"},  {"&lsquo;", "‘"},  {"&ldquo;", "“"},  {"&rdquo;", "”"},
    {"&euro;", "€"},   {"&emsp;", " "},   {"&ensp;", " "},
};

/* Writes a character in UTF-8, and returns its length. */
static size_t markdown_encode(unsigned long code, char text[4])
{
    if (!code || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        code = 0xfffd;
    if (code < 0x80) {
        text[0] = (char)code;
        return 1;
    }
    const size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = length; i-- > 1; code >>= 6)
        text[i] = (char)(0x80 | (code & 0x3f));
    text[0] = (char)((length == 2 ? 0xc0 : length == 3 ? 0xe0 : 0xf0) | code);
    return length;
}

void markdown_append_entity(struct markdown_reader *reader, const char *text, size_t length)
{
    char code[4];
    if (length > 3 && text[1] == '#') {
        const bool hexadecimal = text[2] == 'x' || text[2] == 'X';
        char digits[12] = {0};
        memcpy(digits, text + 2 + hexadecimal,
               length - 3 - hexadecimal < 11 ? length - 3 - hexadecimal : 11);
        markdown_append(reader, NULL, code,
                        markdown_encode(strtoul(digits, NULL, hexadecimal ? 16 : 10), code));
        return;
    }
    for (size_t i = 0; i < sizeof markdown_entities / sizeof *markdown_entities; i++)
        if (strlen(markdown_entities[i].name) == length &&
            memcmp(text, markdown_entities[i].name, length) == 0) {
            markdown_append(reader, NULL, markdown_entities[i].text,
                            strlen(markdown_entities[i].text));
            return;
        }
    markdown_append(reader, text, text, length);
}
