#include "unicode/unicode.h"

#include "base/utf8.h"
#include "tries.h"
#include "unicode/naive_fold.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <unictype.h>
#include <unistr.h>

static char *fold_of(const char *text)
{
    struct buffer out;
    buffer_init(&out, SIZE_MAX);
    cr_assert(text_fold(text, strlen(text), &out));
    char *fold = buffer_steal_text(&out);
    cr_assert(fold);
    return fold;
}

static const struct {
    const char *text, *fold;
} folds[] = {
    /* Latin */
    {"", ""},
    {" \tPapers \r\n and\vMinutes\f", "papers and minutes"},
    {"\u00a0No.\u202f\u2003 5\u1680\u2028a\u2029\xc2\x85 \u00a0"
     "b\u3000\u205f",
     "no. 5 a b"},
    {"a \u200b \u00ad b \u00a8 \u0301", "a b"},
    {"Papers and Minutes 27", "papers and minutes 27"},
    {"ÖZGÜR Çelik", "ozgur celik"},
    {"Jose\u0301 Nu\u0301n\u0303ez", "jose nunez"},
    {"Łódź, Đà Nẵng, Tromsø", "lodz, da nang, tromso"},
    {"Straße STRASSE ẞ", "strasse strasse ss"},
    {"Ægir Œuvre Þór Eiðr", "aegir oeuvre thor eidr"},
    {"İSTANBUL ISPARTA ılgaz", "istanbul isparta ilgaz"},
    {"\ufb01n \ufb03 \u01c4", "fin ffi dz"},
    {"ｆｕｌｌ Ｗｉｄｔｈ　１２", "full width 12"},
    {"O\u2019Brien \u02bcn \u201cso\u201d 2006\u20132007", "o'brien 'n \"so\" 2006-2007"},
    {"co\u00adop\u200b\ufeff zero\u200dwidth\u2060", "coop zerowidth"},
    {"Hawai\u02bbi O\u00b4Brien O`Brien \u201aso\u2019 5\u20326\u2033",
     "hawai'i o'brien o'brien 'so' 5'6\""},
    {"«so» \u2039so\u203a", "\"so\" 'so'"},
    {"`a` is AB`CDEFGH and `", "'a' is ab'cdefgh and '"},
    {"① ½ ² ™ №5 Å", "1 1\u20442 2 tm no5 a"},
    {"1½ 1 \u2153 x\u00bc \u215f9", "1 1\u20442 1 1\u20443 x 1\u20444 1\u20449"},
    {"Ɓala Ƙano ƴa", "bala kano ya"},
    /* Greek */
    {"ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ"},
    {"ᾳ ᾼ ᾠδή ΩΔΗ", "α α ωδη ωδη"},
    {"ΑΙ", "αι"},
    /* Cyrillic */
    {"Фёдор ИВАНОВ", "федор иванов"},
    {"Й и\u0306 Ї Ў", "й й і у"},
    /* Hebrew and Arabic */
    {"שָׁלוֹם", "שלום"},
    {"مُحَمَّد مـحـمـد", "محمد محمد"},
    {"أحمد إحسان آدم", "احمد احسان ادم"},
    {"ﻣﺤﻤﺪ", "محمد"},
    {"کی على مكة", "كي علي مكه"},
    {"ہے", "هے"},
    {"٥٠٪", "50%"},
    {"ג\u05f3 צה\u05f4ל א\u05beב װ", "ג' צה\"ל א-ב וו"},
    {"١٢ ۱۲ १२ ๑๒ １２", "12 12 12 12 12"},
    /* Devanagari, Bengali, Tamil, Sinhala */
    {"हिन्दी", "हिन्दी"},
    {"क\u093c \u0958", "क\u093c क\u093c"},
    {"न\u093c", "ऩ"},
    {"ক\u09c7\u09be", "ক\u09cb"},
    {"க\u0bc6\u0bbe", "க\u0bca"},
    {"ක\u0dd9\u0dcf\u0dca", "ක\u0ddd"},
    /* Thai and Lao */
    {"เชียงใหม่", "เชียงใหม่"},
    {"เเละ ເເ เเเ", "และ ແ แเ"},
    {"\u0e33", "\u0e4d\u0e32"},
    {"น\u0e49\u0e33 น\u0e4d\u0e49า", "น\u0e49\u0e4dา น\u0e49\u0e4dา"},
    {"ນ\u0ec9\u0eb3 ນ\u0ecd\u0ec9າ", "ນ\u0ec9\u0ecdາ ນ\u0ec9\u0ecdາ"},
    {"น\u0e4d\u0e38\u0e49 น\u0e4d\u0e49\u0e38", "น\u0e49\u0e4d\u0e38 น\u0e49\u0e4d\u0e38"},
    {"น\u0e4d\u0e4d\u0e49\u0e33", "น\u0e49\u0e4dา"},
    /* Japanese, Chinese, Korean */
    {"ｶﾞｷﾞｸﾞ", "ガギグ"},
    {"か\u3099 か", "が か"},
    {"㈱ ㍻ 山田　太郎", "(株) 平成 山田 太郎"},
    {"東京\U000e0100", "東京"},
    {"5〜10 5～10", "5~10 5~10"},
    {"\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"},
    {"한국", "한국"},
    {"\u3131 \uffa1", "\u1100 \u1100"},
    {"남\u318d북", "남\u00b7북"},
    /* Armenian, Georgian, Cherokee, Adlam */
    {"ՀԱՅԱՍՏԱՆ և", "հայաստան եւ"},
    {"ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", "საქართველო"},
    {"ꭰ Ꭰ", "Ꭰ Ꭰ"},
    {"\U0001e900", "\U0001e922"},
    /* Symbols */
    {"a ≠ b", "a ≠ b"},
    {"=\u0338 a\u0338", "≠ a"},
    {"❤\ufe0f 👍🏽", "❤ 👍"},
    {"\u2016 \u2225 \u2226", "\u2225 \u2225 \u2226"},
    {"\u0301a", "a"},
};

Test(fold, texts_of_each_script_have_these_folds)
{
    for (size_t i = 0; i < sizeof folds / sizeof *folds; i++) {
        char *fold = fold_of(folds[i].text);
        cr_expect_str_eq(fold, folds[i].fold, "%s: %s, not %s", folds[i].text, fold, folds[i].fold);
        free(fold);
    }
}

/* Different texts that a reader must not take for the same. */
static const char *const different[][2] = {
    {"かき", "がき"}, {"はは", "ぱぱ"}, {"и", "й"}, {"कि", "की"},  {"ไม", "ไม่"},
    {"=", "≠"},       {"山", "山田"},   {"ཀ", "ཀི"}, {"a b", "ab"}, {"a\tb", "ab"},
};

Test(fold, signs_that_make_another_letter_stay)
{
    for (size_t i = 0; i < sizeof different / sizeof *different; i++) {
        char *a = fold_of(different[i][0]), *b = fold_of(different[i][1]);
        cr_expect_str_neq(a, b);
        free(a);
        free(b);
    }
}

/* Returns true if the release of libunistring knows the character. Those of later versions of
 * Unicode are part of the digest in tests/unit/unicode/character.c. */
static bool is_known(uint32_t character)
{
    return !uc_is_general_category(character, UC_CATEGORY_Cn);
}

/* Compares the fold of a text with the naive one, and checks what is true of all folds. */
static void check(const char *text)
{
    char *fold = fold_of(text), *naive = naive_fold(text), *again = fold_of(fold);
    cr_assert_str_eq(fold, naive, "%s: %s, not %s", text, fold, naive);
    cr_assert_str_eq(again, fold, "%s: %s, then %s", text, fold, again);
    cr_assert(utf8_is_valid(fold, strlen(fold)));
    cr_assert_leq(strlen(fold), strlen(text) * FOLD_BYTES_PER_BYTE);
    free(fold);
    free(naive);
    free(again);
}

static size_t put(char *text, uint32_t character)
{
    const int length = u8_uctomb((uint8_t *)text, character, 4);
    text[length > 0 ? length : 0] = '\0';
    return length > 0 ? (size_t)length : 0;
}

Test(fold, every_character_is_folded_as_libunistring_does_it)
{
    char text[8];
    for (uint32_t character = 1; character < 0x110000; character++)
        if (put(text, character) && is_known(character))
            check(text);
}

/* Bases and marks that compose, or that are treated in their own way. */
static const uint32_t pieces[] = {
    'a',    'I',    0xf8,   '=',    0x301,  0x306,  0x338,  0x323,  0x438,   0x439,
    0x2260, 0xad,   0x304b, 0x304c, 0x3099, 0x309a, 0xff76, 0xff9e, 0x915,   0x928,
    0x93c,  0x93f,  0x94d,  0x958,  0x9c7,  0x9be,  0xbc6,  0xbbe,  0xc46,   0xc56,
    0xc3c,  0xdd9,  0xdcf,  0xdca,  0xe33,  0xe48,  0x5d0,  0x5b8,  0x627,   0x653,
    0x640,  0x1025, 0x102e, 0x1100, 0x1161, 0x11a8, 0xac00, 0xac01, 0x3131,  0x200d,
    0xe40,  0xfdfa, 0x345,  0x1f71, 0x4e00, 0x2126, 0xfb2c, 0xf71,  0x11099, 0x110ba,
    ' ',    '\n',   0x3000, 0x309b, 0x2d8,  0xe4d,  0xecd,  0xec9,
};
enum {
    PIECE_COUNT = sizeof pieces / sizeof *pieces
};

Test(fold, all_combinations_of_three_pieces_are_folded_as_a_whole)
{
    char text[16];
    for (size_t i = 0; i < (size_t)PIECE_COUNT * PIECE_COUNT * PIECE_COUNT; i++) {
        const uint32_t three[] = {pieces[i % PIECE_COUNT], pieces[i / PIECE_COUNT % PIECE_COUNT],
                                  pieces[i / PIECE_COUNT / PIECE_COUNT]};
        size_t length = put(text, three[0]);
        length += put(text + length, three[1]);
        put(text + length, three[2]);
        check(text);
    }
}

/* Eight bytes of ASCII are folded at once: runs of white space begin and end at each place of them.
 */
Test(fold, white_space_of_any_length_is_one_space_at_every_place)
{
    static const char *const spaces[] = {" ", "  ", "\t", "\n \n", "          ", "\r\n", "\u3000 "};
    char text[64];
    for (size_t i = 0; i < 20 * 20 * (sizeof spaces / sizeof *spaces); i++) {
        sprintf(text, "%.*s%s%.*s%s", (int)(i % 20), "Peking University in", spaces[i / 400],
                (int)(i / 20 % 20), "`Beijing, CHINA, 2006", i % 3 ? "" : spaces[i / 400]);
        check(text);
    }
}

Test(fold, kept_spaces_are_as_many_as_the_characters_of_white_space)
{
    struct buffer out;
    buffer_init(&out, SIZE_MAX);
    static const char text[] = " A\t\u3000b   \u00a0CDEFGHIJ  \n";
    cr_assert(text_fold_keeping_spaces(text, strlen(text), &out));
    buffer_append_byte(&out, '\0');
    cr_expect_str_eq(out.bytes, " a  b    cdefghij   ");
    buffer_finish(&out);
}

Test(fold, bytes_that_are_no_characters_become_replacement_characters)
{
    struct buffer out;
    buffer_init(&out, SIZE_MAX);
    cr_assert(text_fold("A\xff\xc3(\xe2\x82", 6, &out));
    cr_expect(utf8_is_valid(out.bytes, out.length));
    cr_expect_eq(out.bytes[0], 'a');
    buffer_finish(&out);
}

/* Overlong forms, surrogates, characters beyond Unicode, and bytes that continue nothing. */
static const char *const malformed[] = {
    "\xc1\x81",     "\xc0\x80",         "\x81\x81",         "\xe0\x81\x81",
    "\xed\xa0\x80", "\xf0\x80\x81\x81", "\xf4\x90\x80\x80", "\xf8\x81\x81\x81",
};

Test(fold, no_malformed_bytes_become_another_character)
{
    for (size_t i = 0; i < sizeof malformed / sizeof *malformed; i++) {
        char *fold = fold_of(malformed[i]);
        cr_expect(strlen(fold) >= 3 && strlen(fold) % 3 == 0, "%zu: %s", i, fold);
        for (size_t at = 0; at < strlen(fold); at += 3)
            cr_expect(strncmp(fold + at, "\ufffd", 3) == 0, "%zu: %s", i, fold);
        free(fold);
    }
}

/* The bytes that would make it whole are not part of the text. */
Test(fold, a_character_that_is_cut_becomes_a_replacement_character)
{
    static const char *const characters[] = {"\u00e9", "\u20ac", "\U0001f600"};
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++)
        for (size_t length = 1; length < strlen(characters[i]); length++) {
            struct buffer out;
            buffer_init(&out, SIZE_MAX);
            cr_assert(text_fold(characters[i], length, &out));
            cr_expect(out.length >= 3 && out.length % 3 == 0, "%zu of %s", length, characters[i]);
            for (size_t at = 0; at + 3 <= out.length; at += 3)
                cr_expect_eq(memcmp(out.bytes + at, "\ufffd", 3), 0, "%zu of %s", length,
                             characters[i]);
            buffer_finish(&out);
        }
}

Test(fold, marks_without_end_are_bounded)
{
    char text[3000] = "\u0915";
    for (size_t length = 3; length + 3 < sizeof text; length += 3)
        put(text + length, 0x94d);
    char *fold = fold_of(text), *again = fold_of(fold);
    cr_expect_eq(strlen(fold), 3 + 3 * FOLD_MARKS_MAX);
    cr_expect_str_eq(again, fold);
    free(fold);
    free(again);
}

Test(fold, of_too_many_marks_the_first_in_canonical_order_are_kept)
{
    /* Of the classes 7, 8, 9, 103 and 107, 20 each: the 30 first are those of 7 and half of 8. */
    static const uint32_t marks[] = {0x93c, 0x3099, 0x94d, 0xe38, 0xe48};
    char orders[3][400] = {"か", "か", "か"};
    for (size_t i = 0; i < 100; i++) {
        put(orders[0] + strlen(orders[0]), marks[i / 20]);
        put(orders[1] + strlen(orders[1]), marks[4 - i / 20]);
        put(orders[2] + strlen(orders[2]), marks[i * 3 % 5]);
    }
    char *fold = fold_of(orders[0]);
    cr_expect_eq(strlen(fold), strlen("が") + 3 * FOLD_MARKS_MAX);
    for (size_t i = 1; i < 3; i++) {
        char *other = fold_of(orders[i]);
        cr_expect_str_eq(other, fold, "%zu", i);
        free(other);
    }
    free(fold);
}

/* This takes hours if the time is quadratic. */
Test(fold, a_million_marks_are_folded_in_linear_time)
{
    static const uint32_t marks[] = {0x94d, 0x93c, 0x3099, 0xe48, 0x301, 0x306, 0x338, 0xe38};
    enum {
        COUNT = 1000000
    };
    char *text = malloc(3 * (size_t)COUNT + 8);
    size_t length = put(text, 0x915);
    for (size_t i = 0; i < COUNT; i++)
        length += put(text + length, marks[i / 3 % 8]);
    struct buffer out;
    buffer_init(&out, SIZE_MAX);
    cr_assert(text_fold(text, length, &out));
    cr_expect_eq(out.length, 3 + 3 * FOLD_MARKS_MAX);
    buffer_clear(&out);
    cr_expect(collation_key_append(text, length, &out));
    buffer_finish(&out);
    free(text);
}

Test(fold, any_number_of_tone_marks_comes_before_the_nikhahits_of_a_letter)
{
    for (size_t tones = 1; tones < 40; tones++) {
        char before[200] = "\u0e19", after[200] = "\u0e19\u0e4d\u0e4d";
        for (size_t i = 0; i < tones; i++) {
            strcat(before, i % 3 ? "\u0e48" : "\u0e4b");
            strcat(after, i % 3 ? "\u0e48" : "\u0e4b");
        }
        strcat(before, "\u0e4d\u0e4d");
        char *fold = fold_of(before), *other = fold_of(after), *again = fold_of(fold);
        cr_expect_str_eq(fold, other, "%zu", tones);
        cr_expect_str_eq(again, fold, "%zu", tones);
        free(fold);
        free(other);
        free(again);
    }
}

/* This takes hours if the time is quadratic. */
Test(fold, a_million_nikhahits_are_folded_in_linear_time)
{
    static const uint32_t marks[] = {0xe4d, 0xe4d, 0xe38, 0xe4d, 0xe48};
    enum {
        COUNT = 1000000
    };
    char *text = malloc(3 * (size_t)COUNT + 8);
    size_t length = put(text, 0xe19);
    for (size_t i = 0; i < COUNT; i++)
        length += put(text + length, marks[i % 5]);
    struct buffer out;
    buffer_init(&out, SIZE_MAX);
    cr_expect(text_fold(text, length, &out));
    buffer_finish(&out);
    free(text);
}

Test(fold, fails_above_the_ceiling)
{
    struct buffer out;
    buffer_init(&out, 4);
    cr_expect_not(text_fold("abcde", 5, &out));
    buffer_finish(&out);
}

Test(fold, texts_of_which_a_reader_sees_nothing_are_blank)
{
    static const char *const blank[] = {"",       " \n\t",   "\u00a0", "\u00ad",     "\u0301",
                                        "\u1680", "\u200b",  "\u2028", "\u202e",     "\u2800",
                                        "\u3000", "\u3164",  "\ufeff", "\U000e0100", "\u0640",
                                        "\u034f", "\u2003 a"};
    for (size_t i = 0; i < sizeof blank / sizeof *blank; i++)
        cr_expect_eq(text_is_blank(blank[i], strlen(blank[i])), !strchr(blank[i], 'a'), "%zu", i);
    char *text = malloc(3001);
    for (size_t i = 0; i < 1000; i++)
        put(text + 3 * i, 0x3000);
    cr_expect(text_is_blank(text, 3000));
    text[2997] = 'a';
    cr_expect_not(text_is_blank(text, 2998));
    free(text);
}
