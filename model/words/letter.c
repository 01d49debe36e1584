#include "words/letter.h"

#include <stdbool.h>
#include <stddef.h>
#include <unictype.h>

struct letter_range {
    uint32_t first, last;
    enum letter_class letters; /* the class of the letters in the range */
};

/* The scripts that have pairs, in order: those in which a line may end between any two letters, or
 * only at a word that no space shows (Unicode Standard Annex #14, classes ID, SA and AK), and
 * Hangul. Digits, signs and punctuation among them are classed by their category. */
static const struct letter_range letter_ranges[] = {
    {0x0e00, 0x0eff, LETTER_PAIRED},    /* Thai, Lao */
    {0x1000, 0x109f, LETTER_PAIRED},    /* Myanmar */
    {0x1100, 0x115f, LETTER_PAIRED},    /* Hangul: first consonants */
    {0x1160, 0x11ff, LETTER_EXTENDING}, /* Hangul: vowels and last consonants */
    {0x1780, 0x17ff, LETTER_PAIRED},    /* Khmer */
    {0x1950, 0x19df, LETTER_PAIRED},    /* Tai Le, New Tai Lue */
    {0x1a20, 0x1aaf, LETTER_PAIRED},    /* Tai Tham */
    {0x1b00, 0x1b7f, LETTER_PAIRED},    /* Balinese */
    {0x2e80, 0x2fdf, LETTER_PAIRED},    /* radicals */
    {0x3005, 0x3007, LETTER_PAIRED},    /* repetition, closing and zero of Han */
    {0x3021, 0x3029, LETTER_PAIRED},    /* Hangzhou numerals */
    {0x3031, 0x303c, LETTER_PAIRED},    /* repetition of kana; more numerals */
    {0x3041, 0x30ff, LETTER_PAIRED},    /* Hiragana, Katakana */
    {0x3105, 0x312f, LETTER_PAIRED},    /* Bopomofo */
    {0x3131, 0x318e, LETTER_PAIRED},    /* Hangul letters that do not join */
    {0x31a0, 0x31bf, LETTER_PAIRED},    /* Bopomofo */
    {0x31f0, 0x31ff, LETTER_PAIRED},    /* Katakana of Ainu */
    {0x3400, 0x4dbf, LETTER_PAIRED},    /* Han */
    {0x4e00, 0x9fff, LETTER_PAIRED},    /* Han */
    {0xa000, 0xa4cf, LETTER_PAIRED},    /* Yi, and its radicals */
    {0xa960, 0xa97c, LETTER_PAIRED},    /* Hangul: first consonants */
    {0xa980, 0xa9df, LETTER_PAIRED},    /* Javanese */
    {0xa9e0, 0xa9fe, LETTER_PAIRED},    /* Myanmar */
    {0xaa60, 0xaa7f, LETTER_PAIRED},    /* Myanmar */
    {0xaa80, 0xaadf, LETTER_PAIRED},    /* Tai Viet */
    {0xac00, 0xd7a3, LETTER_PAIRED},    /* Hangul: syllables */
    {0xd7b0, 0xd7fb, LETTER_EXTENDING}, /* Hangul: vowels and last consonants */
    {0xf900, 0xfaff, LETTER_PAIRED},    /* Han, for compatibility */
    {0x11700, 0x1174f, LETTER_PAIRED},  /* Ahom */
    {0x16fe0, 0x18d8f, LETTER_PAIRED},  /* signs of Han, Tangut, Khitan */
    {0x1aff0, 0x1b16f, LETTER_PAIRED},  /* historical kana */
    {0x1b170, 0x1b2ff, LETTER_PAIRED},  /* Nushu */
    {0x20000, 0x3ffff, LETTER_PAIRED},  /* Han */
};

static enum letter_class letter_range_class(uint32_t character)
{
    size_t low = 0, count = sizeof letter_ranges / sizeof *letter_ranges;
    while (count > 0) {
        const struct letter_range *range = &letter_ranges[low + count / 2];
        if (character >= range->first && character <= range->last)
            return range->letters;
        if (character > range->last) {
            low += count / 2 + 1;
            count -= count / 2 + 1;
        } else {
            count /= 2;
        }
    }
    return LETTER_OF_WORD;
}

/* Returns true for radicals of Han and Yi, which are symbols by their category. */
static bool is_radical(uint32_t character)
{
    return (character >= 0x2e80 && character <= 0x2fdf) ||
           (character >= 0xa490 && character <= 0xa4cf);
}

enum letter_class letter_class_of(uint32_t character)
{
    const uint32_t first_paired = 0x0e00;
    if (uc_is_property_default_ignorable_code_point(character) ||
        uc_is_general_category_withtable(character, UC_CATEGORY_MASK_M))
        return LETTER_EXTENDING;
    if (uc_is_general_category_withtable(character, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_Nl))
        return character < first_paired ? LETTER_OF_WORD : letter_range_class(character);
    if (uc_is_general_category_withtable(character, UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_Co))
        return LETTER_OF_WORD;
    return is_radical(character) ? LETTER_PAIRED : LETTER_NONE;
}
