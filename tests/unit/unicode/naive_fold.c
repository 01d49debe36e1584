#include "unicode/naive_fold.h"

#include "unicode/character_base.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

/* A text in UTF-32, allocated with malloc. */
struct wide {
    uint32_t *at;
    size_t count;
};

static void append(struct wide *text, uint32_t character)
{
    text->at = realloc(text->at, (text->count + 1) * sizeof *text->at);
    text->at[text->count++] = character;
}

/* Replaces the text by the result of a function of libunistring. */
static void replace(struct wide *text, uint32_t *at, size_t count)
{
    free(text->at);
    *text = (struct wide){at, count};
}

static void drop_invisible(struct wide *text)
{
    struct wide kept = {NULL, 0};
    for (size_t i = 0; i < text->count; i++)
        if (text->at[i] == 0x37a) /* a space with an iota below */
            append(&kept, ' ');
        else if (text->at[i] != 0x640 && text->at[i] != 0x345 &&
                 (text->at[i] < 0x1f3fb || text->at[i] > 0x1f3ff) &&
                 !uc_is_property_default_ignorable_code_point(text->at[i]))
            append(&kept, text->at[i]);
    replace(text, kept.at, kept.count);
}

static void replace_bases(struct wide *text)
{
    struct wide replaced = {NULL, 0};
    for (size_t i = 0; i < text->count; i++) {
        const char *base = character_base(text->at[i]);
        const int digit = uc_is_general_category(text->at[i], UC_CATEGORY_Nd)
                              ? uc_decimal_value(text->at[i])
                              : -1;
        if (digit >= 0)
            append(&replaced, '0' + (uint32_t)digit);
        else if (!base)
            append(&replaced, text->at[i]);
        for (ucs4_t one; base && (base = (const char *)u8_next(&one, (const uint8_t *)base));)
            append(&replaced, one);
    }
    replace(text, replaced.at, replaced.count);
}

static bool is_accent(uint32_t character)
{
    const int class = uc_combining_class(character);
    return class == 1 || (class >= 10 && class <= 36) || class >= 200;
}

/* Drops the accents of a decomposed text. */
static void drop_accents(struct wide *text)
{
    struct wide kept = {NULL, 0};
    uint32_t base = 0;
    for (size_t i = 0; i < text->count; i++) {
        const uint32_t one = text->at[i];
        if (uc_combining_class(one) == 0)
            base = one;
        if (!is_accent(one) || (one == 0x306 && base == 0x438) ||
            (one == 0x338 && base && uc_is_general_category(base, UC_CATEGORY_S)))
            append(&kept, one);
    }
    replace(text, kept.at, kept.count);
}

/* Replaces two vowels E of Thai or Lao by the vowel AE, which looks like them. */
static void join_vowels(struct wide *text)
{
    struct wide joined = {NULL, 0};
    for (size_t i = 0; i < text->count; i++) {
        const uint32_t one = text->at[i];
        const bool is_pair = i + 1 < text->count && one == text->at[i + 1];
        append(&joined, one + (is_pair && (one == 0xe40 || one == 0xec0)));
        i += is_pair && (one == 0xe40 || one == 0xec0);
    }
    replace(text, joined.at, joined.count);
}

/* Returns the place of the last character without a class before a place, or of the place itself.
 */
static size_t base_before(const struct wide *text, size_t place)
{
    for (size_t at = place; at > 0; at--)
        if (uc_combining_class(text->at[at - 1]) == 0)
            return at - 1;
    return place;
}

/* Drops each nikhahit of Thai and Lao after another one. */
static void join_nikhahits(struct wide *text)
{
    struct wide joined = {NULL, 0};
    for (size_t i = 0; i < text->count; i++) {
        const uint32_t one = text->at[i];
        const size_t base = base_before(&joined, joined.count);
        const bool is_nikhahit = one == 0xe4d || one == 0xecd;
        if (!is_nikhahit || base == joined.count ||
            (joined.at[base] != 0xe4d && joined.at[base] != 0xecd))
            append(&joined, one);
    }
    replace(text, joined.at, joined.count);
}

/* Moves each tone mark of Thai and Lao before the nikhahit that it is on. */
static void move_tone_marks(struct wide *text)
{
    for (size_t i = 1; i < text->count; i++) {
        const uint32_t one = text->at[i];
        const uint32_t nikhahit = one >= 0xe48 && one <= 0xe4b   ? 0xe4d
                                  : one >= 0xec8 && one <= 0xecb ? 0xecd
                                                                 : 0;
        const size_t base = base_before(text, i);
        if (!nikhahit || text->at[base] != nikhahit)
            continue;
        memmove(text->at + base + 1, text->at + base, (i - base) * sizeof *text->at);
        text->at[base] = one;
    }
}

/* Replaces all white space by single spaces, and drops it at the ends. */
static void collapse_spaces(struct wide *text)
{
    struct wide collapsed = {NULL, 0};
    for (size_t i = 0; i < text->count; i++) {
        const bool is_space = uc_is_property_white_space(text->at[i]);
        const bool ends = i + 1 == text->count || uc_is_property_white_space(text->at[i + 1]);
        if (!is_space)
            append(&collapsed, text->at[i]);
        else if (!ends && collapsed.count > 0)
            append(&collapsed, ' ');
    }
    replace(text, collapsed.at, collapsed.count);
}

char *naive_fold(const char *given)
{
    size_t count = 0;
    struct wide text = {NULL, 0};
    text.at = u8_to_u32((const uint8_t *)given, strlen(given), NULL, &text.count);
    /* The first character that one round makes may be folded further by the next. */
    for (int round = 0; round < 4 && text.count; round++) {
        uint32_t *decomposed = u32_normalize(UNINORM_NFD, text.at, text.count, NULL, &count);
        replace(&text, decomposed, count);
        drop_invisible(&text);
        replace_bases(&text);
        uint32_t *folded = u32_casefold(text.at, text.count, NULL, UNINORM_NFKD, NULL, &count);
        replace(&text, folded, count);
        replace_bases(&text);
        folded = u32_normalize(UNINORM_NFKD, text.at, text.count, NULL, &count);
        replace(&text, folded, count);
    }
    drop_accents(&text);
    collapse_spaces(&text);
    join_vowels(&text);
    uint32_t *composed = u32_normalize(UNINORM_NFC, text.at, text.count, NULL, &count);
    replace(&text, composed, count);
    join_nikhahits(&text);
    move_tone_marks(&text);
    composed = u32_normalize(UNINORM_NFC, text.at, text.count, NULL, &count);
    replace(&text, composed, count);
    uint8_t *bytes = u32_to_u8(text.at, text.count, NULL, &count);
    char *result = calloc(count + 1, 1);
    if (count)
        memcpy(result, bytes, count);
    free(bytes);
    free(text.at);
    return result;
}
