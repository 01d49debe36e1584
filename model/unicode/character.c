#include "unicode/character.h"

#include <unicase.h>
#include <unictype.h>

/* The characters from `first` to `last`, which the oldest release does not know. */
struct new_character {
    uint32_t first, last;
    uint32_t value; /* that of `first`; in the tables of replacements, digits and cases it increases
                     * with the character */
    uint32_t second; /* of a pair */
};

#include "unicode/new_characters.inc"

#define NEW_CHARACTER_FIND(table, character) \
    find_new_character(table, sizeof(table) / sizeof *(table), character)

enum {
    HANGUL_VOWELS_AND_FINALS_FIRST = 0x1160,
    HANGUL_VOWELS_AND_FINALS_LAST = 0x11ff,
    THAI_SARA_E = 0xe40, /* two of them look like the vowel after it */
    LAO_VOWEL_E = 0xec0  /* the same */
};

static const struct new_character *find_new_character(const struct new_character *rows,
                                                      size_t count, uint32_t character)
{
    size_t low = 0;
    while (count > 0) {
        const size_t half = count / 2;
        if (rows[low + half].last < character) {
            low += half + 1;
            count -= half + 1;
        } else if (rows[low + half].first > character) {
            count = half;
        } else {
            return &rows[low + half];
        }
    }
    return NULL;
}

int character_combining_class(uint32_t character)
{
    const int class = uc_combining_class(character);
    if (class != 0 || character < new_classes[0].first)
        return class;
    const struct new_character *found = NEW_CHARACTER_FIND(new_classes, character);
    return found ? (int)found->value : 0;
}

bool character_is_symbol(uint32_t character)
{
    return uc_is_general_category(character, UC_CATEGORY_S) ||
           NEW_CHARACTER_FIND(new_symbols, character);
}

bool character_doubles(uint32_t character)
{
    return character == THAI_SARA_E || character == LAO_VOWEL_E;
}

bool character_may_follow(uint32_t character)
{
    if (uc_is_general_category(character, UC_CATEGORY_M) ||
        (character >= HANGUL_VOWELS_AND_FINALS_FIRST &&
         character <= HANGUL_VOWELS_AND_FINALS_LAST) ||
        character_doubles(character))
        return true;
    for (size_t i = 0; i < sizeof new_pairs / sizeof *new_pairs; i++)
        if (new_pairs[i].second == character)
            return true;
    return false;
}

int character_digit(uint32_t character)
{
    if (uc_is_general_category(character, UC_CATEGORY_Nd))
        return uc_decimal_value(character);
    const struct new_character *found = NEW_CHARACTER_FIND(new_digits, character);
    return found ? (int)(found->value + character - found->first) : -1;
}

uint32_t character_compose(uint32_t first, uint32_t second)
{
    const uint32_t composed = uc_composition(first, second);
    if (composed || second < 0x300)
        return composed;
    if (first == second && character_doubles(first))
        return first + 1;
    for (size_t i = 0; i < sizeof new_pairs / sizeof *new_pairs; i++)
        if (new_pairs[i].value == first && new_pairs[i].second == second)
            return new_pairs[i].first;
    return 0;
}

/* Stores the pair of a new character. Returns 2, or 0 if it has none. */
static int decompose_new(uint32_t character, uint32_t *ret_parts)
{
    const struct new_character *found = NEW_CHARACTER_FIND(new_pairs, character);
    if (!found)
        return 0;
    ret_parts[0] = found->value;
    ret_parts[1] = found->second;
    return 2;
}

int character_decompose(uint32_t character, uint32_t ret_parts[CHARACTER_PARTS_MAX])
{
    const int count = uc_canonical_decomposition(character, ret_parts);
    return count > 0 ? count : decompose_new(character, ret_parts);
}

int character_decompose_compatibly(uint32_t character, uint32_t ret_parts[CHARACTER_PARTS_MAX])
{
    int tag;
    const int count = uc_decomposition(character, &tag, ret_parts);
    if (count > 0)
        return count;
    const struct new_character *found = NEW_CHARACTER_FIND(new_replacements, character);
    if (!found)
        return decompose_new(character, ret_parts);
    ret_parts[0] = found->value + character - found->first;
    return 1;
}

size_t character_fold_case(uint32_t character, uint32_t *ret_folded, size_t max)
{
    size_t length = max;
    const struct new_character *found = NEW_CHARACTER_FIND(new_cases, character);
    if (!found && u32_casefold(&character, 1, NULL, NULL, ret_folded, &length) == ret_folded)
        return length;
    /* Out of memory is not reachable: the result has room. */
    ret_folded[0] = found ? found->value + character - found->first : character;
    return 1;
}
