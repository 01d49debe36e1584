#include "unicode/character_base.h"

#include <stddef.h>

/* Sorted by character. Capitals are not listed, because the case is folded before. */
/* clang-format off */
static const struct character_base character_bases[] = {
    {0x60, "'"}, /* grave accent */
    {0xab, "\""}, /* left-pointing double angle quotation mark */
    {0xb4, "'"}, /* acute accent */
    {0xbb, "\""}, /* right-pointing double angle quotation mark */
    {0xbc, " 1\u2044" "4"}, /* vulgar fraction one quarter */
    {0xbd, " 1\u2044" "2"}, /* vulgar fraction one half */
    {0xbe, " 3\u2044" "4"}, /* vulgar fraction three quarters */
    {0xe6, "ae"}, /* latin small letter ae */
    {0xf0, "d"}, /* latin small letter eth */
    {0xf8, "o"}, /* latin small letter o with stroke */
    {0xfe, "th"}, /* latin small letter thorn */
    {0x111, "d"}, /* latin small letter d with stroke */
    {0x127, "h"}, /* latin small letter h with stroke */
    {0x131, "i"}, /* latin small letter dotless i */
    {0x142, "l"}, /* latin small letter l with stroke */
    {0x153, "oe"}, /* latin small ligature oe */
    {0x167, "t"}, /* latin small letter t with stroke */
    {0x180, "b"}, /* latin small letter b with stroke */
    {0x183, "b"}, /* latin small letter b with topbar */
    {0x188, "c"}, /* latin small letter c with hook */
    {0x18c, "d"}, /* latin small letter d with topbar */
    {0x192, "f"}, /* latin small letter f with hook */
    {0x199, "k"}, /* latin small letter k with hook */
    {0x19a, "l"}, /* latin small letter l with bar */
    {0x19e, "n"}, /* latin small letter n with long right leg */
    {0x1a5, "p"}, /* latin small letter p with hook */
    {0x1ab, "t"}, /* latin small letter t with palatal hook */
    {0x1ad, "t"}, /* latin small letter t with hook */
    {0x1b4, "y"}, /* latin small letter y with hook */
    {0x1b6, "z"}, /* latin small letter z with stroke */
    {0x1e5, "g"}, /* latin small letter g with stroke */
    {0x221, "d"}, /* latin small letter d with curl */
    {0x225, "z"}, /* latin small letter z with hook */
    {0x234, "l"}, /* latin small letter l with curl */
    {0x235, "n"}, /* latin small letter n with curl */
    {0x236, "t"}, /* latin small letter t with curl */
    {0x237, "j"}, /* latin small letter dotless j */
    {0x23c, "c"}, /* latin small letter c with stroke */
    {0x23f, "s"}, /* latin small letter s with swash tail */
    {0x240, "z"}, /* latin small letter z with swash tail */
    {0x247, "e"}, /* latin small letter e with stroke */
    {0x249, "j"}, /* latin small letter j with stroke */
    {0x24b, "q"}, /* latin small letter q with hook tail */
    {0x24d, "r"}, /* latin small letter r with stroke */
    {0x24f, "y"}, /* latin small letter y with stroke */
    {0x253, "b"}, /* latin small letter b with hook */
    {0x255, "c"}, /* latin small letter c with curl */
    {0x256, "d"}, /* latin small letter d with tail */
    {0x257, "d"}, /* latin small letter d with hook */
    {0x25f, "j"}, /* latin small letter dotless j with stroke */
    {0x260, "g"}, /* latin small letter g with hook */
    {0x266, "h"}, /* latin small letter h with hook */
    {0x268, "i"}, /* latin small letter i with stroke */
    {0x26b, "l"}, /* latin small letter l with middle tilde */
    {0x26c, "l"}, /* latin small letter l with belt */
    {0x26d, "l"}, /* latin small letter l with retroflex hook */
    {0x271, "m"}, /* latin small letter m with hook */
    {0x272, "n"}, /* latin small letter n with left hook */
    {0x273, "n"}, /* latin small letter n with retroflex hook */
    {0x275, "o"}, /* latin small letter barred o */
    {0x27c, "r"}, /* latin small letter r with long leg */
    {0x27d, "r"}, /* latin small letter r with tail */
    {0x27e, "r"}, /* latin small letter r with fishhook */
    {0x282, "s"}, /* latin small letter s with hook */
    {0x288, "t"}, /* latin small letter t with retroflex hook */
    {0x289, "u"}, /* latin small letter u bar */
    {0x28b, "v"}, /* latin small letter v with hook */
    {0x290, "z"}, /* latin small letter z with retroflex hook */
    {0x291, "z"}, /* latin small letter z with curl */
    {0x29d, "j"}, /* latin small letter j with crossed-tail */
    {0x2a0, "q"}, /* latin small letter q with hook */
    {0x2b9, "'"}, /* modifier letter prime */
    {0x2ba, "\""}, /* modifier letter double prime */
    {0x2bb, "'"}, /* modifier letter turned comma */
    {0x2bc, "'"}, /* modifier letter apostrophe */
    {0x2bd, "'"}, /* modifier letter reversed comma */
    {0x2be, "'"}, /* modifier letter right half ring */
    {0x2bf, "'"}, /* modifier letter left half ring */
    {0x2dc, "~"}, /* small tilde */
    {0x2ee, "\""}, /* modifier letter double apostrophe */
    {0x384, "'"}, /* greek tonos */
    {0x55a, "'"}, /* armenian apostrophe */
    {0x58a, "-"}, /* armenian hyphen */
    {0x5be, "-"}, /* hebrew punctuation maqaf */
    {0x5f0, "וו"}, /* hebrew ligature yiddish double vav */
    {0x5f1, "וי"}, /* hebrew ligature yiddish vav yod */
    {0x5f2, "יי"}, /* hebrew ligature yiddish double yod */
    {0x5f3, "'"}, /* hebrew punctuation geresh */
    {0x5f4, "\""}, /* hebrew punctuation gershayim */
    {0x629, "ه"}, /* arabic letter teh marbuta */
    {0x649, "ي"}, /* arabic letter alef maksura */
    {0x66a, "%"}, /* arabic percent sign */
    {0x671, "ا"}, /* arabic letter alef wasla */
    {0x6a9, "ك"}, /* arabic letter keheh */
    {0x6c1, "ه"}, /* arabic letter heh goal */
    {0x6c3, "ه"}, /* arabic letter teh marbuta goal */
    {0x6cc, "ي"}, /* arabic letter farsi yeh */
    {0x6d5, "ه"}, /* arabic letter ae */
    {0x9ce, "ত্"}, /* bengali letter khanda ta */
    {0xd7a, "ണ്"}, /* malayalam letter chillu nn */
    {0xd7b, "ന്"}, /* malayalam letter chillu n */
    {0xd7c, "ര്"}, /* malayalam letter chillu rr */
    {0xd7d, "ല്"}, /* malayalam letter chillu l */
    {0xd7e, "ള്"}, /* malayalam letter chillu ll */
    {0xd7f, "ക്"}, /* malayalam letter chillu k */
    {0x1d6c, "b"}, /* latin small letter b with middle tilde */
    {0x1d6d, "d"}, /* latin small letter d with middle tilde */
    {0x1d6e, "f"}, /* latin small letter f with middle tilde */
    {0x1d6f, "m"}, /* latin small letter m with middle tilde */
    {0x1d70, "n"}, /* latin small letter n with middle tilde */
    {0x1d71, "p"}, /* latin small letter p with middle tilde */
    {0x1d72, "r"}, /* latin small letter r with middle tilde */
    {0x1d73, "r"}, /* latin small letter r with fishhook and middle tilde */
    {0x1d74, "s"}, /* latin small letter s with middle tilde */
    {0x1d75, "t"}, /* latin small letter t with middle tilde */
    {0x1d76, "z"}, /* latin small letter z with middle tilde */
    {0x1d7d, "p"}, /* latin small letter p with stroke */
    {0x1d80, "b"}, /* latin small letter b with palatal hook */
    {0x1d81, "d"}, /* latin small letter d with palatal hook */
    {0x1d82, "f"}, /* latin small letter f with palatal hook */
    {0x1d83, "g"}, /* latin small letter g with palatal hook */
    {0x1d84, "k"}, /* latin small letter k with palatal hook */
    {0x1d85, "l"}, /* latin small letter l with palatal hook */
    {0x1d86, "m"}, /* latin small letter m with palatal hook */
    {0x1d87, "n"}, /* latin small letter n with palatal hook */
    {0x1d88, "p"}, /* latin small letter p with palatal hook */
    {0x1d89, "r"}, /* latin small letter r with palatal hook */
    {0x1d8a, "s"}, /* latin small letter s with palatal hook */
    {0x1d8c, "v"}, /* latin small letter v with palatal hook */
    {0x1d8d, "x"}, /* latin small letter x with palatal hook */
    {0x1d8e, "z"}, /* latin small letter z with palatal hook */
    {0x1d8f, "a"}, /* latin small letter a with retroflex hook */
    {0x1d92, "e"}, /* latin small letter e with retroflex hook */
    {0x1d96, "i"}, /* latin small letter i with retroflex hook */
    {0x1d99, "u"}, /* latin small letter u with retroflex hook */
    {0x1eff, "y"}, /* latin small letter y with loop */
    {0x1fbd, "'"}, /* greek koronis */
    {0x1fbf, "'"}, /* greek psili */
    {0x1ffe, "'"}, /* greek dasia */
    {0x2010, "-"}, /* hyphen */
    {0x2012, "-"}, /* figure dash */
    {0x2013, "-"}, /* en dash */
    {0x2014, "-"}, /* em dash */
    {0x2015, "-"}, /* horizontal bar */
    {0x2016, "∥"}, /* double vertical line */
    {0x2018, "'"}, /* left single quotation mark */
    {0x2019, "'"}, /* right single quotation mark */
    {0x201a, "'"}, /* single low-9 quotation mark */
    {0x201b, "'"}, /* single high-reversed-9 quotation mark */
    {0x201c, "\""}, /* left double quotation mark */
    {0x201d, "\""}, /* right double quotation mark */
    {0x201e, "\""}, /* double low-9 quotation mark */
    {0x201f, "\""}, /* double high-reversed-9 quotation mark */
    {0x2032, "'"}, /* prime */
    {0x2033, "\""}, /* double prime */
    {0x2035, "'"}, /* reversed prime */
    {0x2036, "\""}, /* reversed double prime */
    {0x2039, "'"}, /* single left-pointing angle quotation mark */
    {0x203a, "'"}, /* single right-pointing angle quotation mark */
    {0x2043, "-"}, /* hyphen bullet */
    {0x2150, " 1\u2044" "7"}, /* vulgar fraction one seventh */
    {0x2151, " 1\u2044" "9"}, /* vulgar fraction one ninth */
    {0x2152, " 1\u2044" "10"}, /* vulgar fraction one tenth */
    {0x2153, " 1\u2044" "3"}, /* vulgar fraction one third */
    {0x2154, " 2\u2044" "3"}, /* vulgar fraction two thirds */
    {0x2155, " 1\u2044" "5"}, /* vulgar fraction one fifth */
    {0x2156, " 2\u2044" "5"}, /* vulgar fraction two fifths */
    {0x2157, " 3\u2044" "5"}, /* vulgar fraction three fifths */
    {0x2158, " 4\u2044" "5"}, /* vulgar fraction four fifths */
    {0x2159, " 1\u2044" "6"}, /* vulgar fraction one sixth */
    {0x215a, " 5\u2044" "6"}, /* vulgar fraction five sixths */
    {0x215b, " 1\u2044" "8"}, /* vulgar fraction one eighth */
    {0x215c, " 3\u2044" "8"}, /* vulgar fraction three eighths */
    {0x215d, " 5\u2044" "8"}, /* vulgar fraction five eighths */
    {0x215e, " 7\u2044" "8"}, /* vulgar fraction seven eighths */
    {0x215f, " 1\u2044"}, /* fraction numerator one */
    {0x2189, " 0\u2044" "3"}, /* vulgar fraction zero thirds */
    {0x2212, "-"}, /* minus sign */
    {0x2c61, "l"}, /* latin small letter l with double bar */
    {0x2c65, "a"}, /* latin small letter a with stroke */
    {0x2c66, "t"}, /* latin small letter t with diagonal stroke */
    {0x2c68, "h"}, /* latin small letter h with descender */
    {0x2c6a, "k"}, /* latin small letter k with descender */
    {0x2c6c, "z"}, /* latin small letter z with descender */
    {0x2c71, "v"}, /* latin small letter v with right hook */
    {0x2c73, "w"}, /* latin small letter w with hook */
    {0x2c74, "v"}, /* latin small letter v with curl */
    {0x2c78, "e"}, /* latin small letter e with notch */
    {0x2c7a, "o"}, /* latin small letter o with low ring inside */
    {0x301c, "~"}, /* wave dash */
    {0x301d, "\""}, /* reversed double prime quotation mark */
    {0x301e, "\""}, /* double prime quotation mark */
    {0x301f, "\""}, /* low double prime quotation mark */
    {0x318d, "\u00b7"}, /* hangul letter araea: keyboards type it as a middle dot */
    {0xa741, "k"}, /* latin small letter k with stroke */
    {0xa743, "k"}, /* latin small letter k with diagonal stroke */
    {0xa745, "k"}, /* latin small letter k with stroke and diagonal stroke */
    {0xa749, "l"}, /* latin small letter l with high stroke */
    {0xa74b, "o"}, /* latin small letter o with long stroke overlay */
    {0xa74d, "o"}, /* latin small letter o with loop */
    {0xa751, "p"}, /* latin small letter p with stroke through descender */
    {0xa753, "p"}, /* latin small letter p with flourish */
    {0xa755, "p"}, /* latin small letter p with squirrel tail */
    {0xa757, "q"}, /* latin small letter q with stroke through descender */
    {0xa759, "q"}, /* latin small letter q with diagonal stroke */
    {0xa765, "th"}, /* latin small letter thorn with stroke */
    {0xa767, "th"}, /* latin small letter thorn with stroke through descender */
    {0xa78c, "'"}, /* latin small letter saltillo */
    {0xa78e, "l"}, /* latin small letter l with retroflex hook and belt */
    {0xa791, "n"}, /* latin small letter n with descender */
    {0xa793, "c"}, /* latin small letter c with bar */
    {0xa7a3, "k"}, /* latin small letter k with oblique stroke */
    {0xa7a5, "n"}, /* latin small letter n with oblique stroke */
    {0xa7a7, "r"}, /* latin small letter r with oblique stroke */
    {0xa7a9, "s"}, /* latin small letter s with oblique stroke */
};
/* clang-format on */

enum {
    BASE_COUNT = sizeof character_bases / sizeof *character_bases
};

const char *character_base(uint32_t character)
{
    size_t low = 0, count = BASE_COUNT;
    while (count > 0) {
        const size_t half = count / 2;
        if (character_bases[low + half].character < character) {
            low += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    const struct character_base *found = &character_bases[low];
    return low < BASE_COUNT && found->character == character ? found->base : NULL;
}
