#include "unicode/character_fold.h"

#include "unicode/character.h"
#include "unicode/character_base.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

enum {
    IOTA_BELOW = 0x345, /* of Greek */
    ARABIC_TATWEEL = 0x640,
    SKIN_TONE_FIRST = 0x1f3fb, /* of emoji */
    SKIN_TONE_LAST = 0x1f3ff,
    FOLD_ROUNDS_MAX = 16 /* a decomposition may have characters that decompose further */
};

/* Appends a character unless it does not fit, which no known character is near to. */
static size_t append_character(uint32_t folded[CHARACTER_FOLD_MAX], size_t count,
                               uint32_t character)
{
    if (count < CHARACTER_FOLD_MAX)
        folded[count++] = character;
    return count;
}

static size_t append_base(uint32_t folded[CHARACTER_FOLD_MAX], size_t count, const char *base)
{
    for (ucs4_t character; (base = (const char *)u8_next(&character, (const uint8_t *)base));)
        count = append_character(folded, count, character);
    return count;
}

/* The iota below is an accent, which case folding would make a letter. */
static bool is_dropped(uint32_t character)
{
    return character == ARABIC_TATWEEL || character == IOTA_BELOW ||
           (character >= SKIN_TONE_FIRST && character <= SKIN_TONE_LAST) ||
           uc_is_property_default_ignorable_code_point(character);
}

/* Appends the replacement of one character; that may be replaced further. */
static size_t append_replacement(uint32_t folded[CHARACTER_FOLD_MAX], size_t count,
                                 uint32_t character)
{
    uint32_t parts[CHARACTER_PARTS_MAX];
    if (is_dropped(character))
        return count;
    if (uc_is_property_white_space(character))
        return append_character(folded, count, ' ');
    const char *base = character_base(character);
    if (base)
        return append_base(folded, count, base);
    const int digit = character < 0x80 ? -1 : character_digit(character);
    if (digit >= 0)
        return append_character(folded, count, '0' + (uint32_t)digit);
    size_t length = (size_t)character_decompose_compatibly(character, parts);
    if (length == 0)
        length = character_fold_case(character, parts, CHARACTER_PARTS_MAX);
    for (size_t i = 0; i < length; i++)
        count = append_character(folded, count, parts[i]);
    return count;
}

size_t character_fold(uint32_t character, uint32_t ret_folded[CHARACTER_FOLD_MAX])
{
    uint32_t before[CHARACTER_FOLD_MAX];
    size_t count = 1;
    ret_folded[0] = character;
    for (int round = 0; round < FOLD_ROUNDS_MAX; round++) {
        const size_t count_before = count;
        memcpy(before, ret_folded, count * sizeof *before);
        count = 0;
        for (size_t i = 0; i < count_before; i++)
            count = append_replacement(ret_folded, count, before[i]);
        if (count == count_before && memcmp(before, ret_folded, count * sizeof *before) == 0)
            break;
    }
    return count;
}
