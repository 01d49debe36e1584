#include "unicode/character_fold.h"

#include "unicode/character_base.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

enum {
    ARABIC_TATWEEL = 0x640,
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

/* Appends the case folding of a character that does not decompose. */
static size_t append_folded_case(uint32_t folded[CHARACTER_FOLD_MAX], size_t count,
                                 uint32_t character)
{
    uint32_t lower[CHARACTER_FOLD_MAX];
    size_t length = CHARACTER_FOLD_MAX;
    if (u32_casefold(&character, 1, NULL, NULL, lower, &length) != lower)
        return append_character(folded, count, character); /* out of memory: not reachable */
    for (size_t i = 0; i < length; i++)
        count = append_character(folded, count, lower[i]);
    return count;
}

/* Appends the replacement of one character; that may be replaced further. */
static size_t append_replacement(uint32_t folded[CHARACTER_FOLD_MAX], size_t count,
                                 uint32_t character)
{
    ucs4_t decomposed[UC_DECOMPOSITION_MAX_LENGTH];
    int tag;
    if (character == ARABIC_TATWEEL || uc_is_property_default_ignorable_code_point(character))
        return count;
    const char *base = character_base(character);
    if (base)
        return append_base(folded, count, base);
    const int length = uc_decomposition(character, &tag, decomposed);
    if (length < 0)
        return append_folded_case(folded, count, character);
    for (int i = 0; i < length; i++)
        count = append_character(folded, count, decomposed[i]);
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

bool combining_class_is_accent(int combining_class)
{
    return combining_class == UC_CCC_OV || combining_class >= 200 ||
           (combining_class >= 10 && combining_class <= 36);
}
